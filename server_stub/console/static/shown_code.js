/* Codes on the page of a session: those that came from the computer, opened, and those that the technician's side made, sealed. */

import { announce, post, tried } from "./page.js";
import { seal, TO_EMPLOYEE, TO_TECHNICIAN, unsealed } from "./sealed.js";
import { isMade, linkOf, shown } from "./tool_code.js";

function toggle(place, name, on) {
  for (const one of place.querySelectorAll(`[data-slot="${name}"]`)) one.hidden = !on;
}

/** Opens and shows the computer's code; whatever it is, it stands there as text, and as a link only when it has the tool's form. */
export async function showCode(place, secret, now) {
  const output = place.querySelector("[data-code]");
  if (!output) return;
  let code = null;
  try {
    code = now.code && (await unsealed(secret, TO_TECHNICIAN, now.id, now.code));
  } catch {
    code = null;
  }
  const came = now.code !== "";
  toggle(place, "no-code", !came);
  // Tools whose code came from the computer need none from here; what is half typed stays.
  const form = place.querySelector("#send-code");
  if (form && !now.made) form.hidden = Boolean(code) && form.elements.code.value === "";
  toggle(place, "code", Boolean(code));
  toggle(place, "unreadable", came && !code);
  if (!code) return;
  if (output.textContent !== shown(code)) output.textContent = shown(code);
  const link = linkOf(now.forms, code);
  const opener = place.querySelector("[data-open]");
  opener.hidden = !link;
  if (link) opener.href = link;
  else opener.removeAttribute("href");
  toggle(place, "odd", !link && now.forms.length > 0);
}

async function copy(place) {
  const output = place.querySelector("[data-code]");
  const button = place.querySelector("#copy");
  try {
    await navigator.clipboard.writeText(output.textContent);
    announce(button.dataset.copied);
  } catch {
    getSelection().selectAllChildren(output);
  }
}

async function send(place, agreement, now) {
  const field = place.querySelector("#send-code input");
  const typed = now.made ? field.value.replace(/\s/g, "").toUpperCase() : field.value.trim();
  const fits = now.made ? isMade(now.made, typed) : typed !== "";
  toggle(place, "made-odd", !fits);
  toggle(place, "sent", false);
  if (!fits) {
    field.focus();
    return;
  }
  const made = await agreement.of(now);
  if (typeof made === "string") return;
  const sealed = await seal(made.secret, TO_EMPLOYEE, now.id, typed);
  const done = await tried(() => post(`/console/assist/${now.id}/code`, { code: sealed }));
  toggle(place, "sent", done !== undefined);
}

/** Follows the buttons of codes, also those that come later. */
export function watchCode(place, agreement, told) {
  place.addEventListener("click", (event) => event.target.closest("#copy") && copy(place));
  place.addEventListener("submit", (event) => {
    if (event.target.id !== "send-code") return;
    event.preventDefault();
    send(place, agreement, told());
  });
}
