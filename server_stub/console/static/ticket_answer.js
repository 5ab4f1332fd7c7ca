// The two forms in which a technician writes, one for the employee and one for colleagues. Each has its own text, files and draft: nothing here
// reads one form to fill the other. Drafts go to the server after a second of quiet and when the page is left; a text is emptied only when
// the server has said that it is stored.

import { announce, clockTime, onSignedIn, post, Refused, said, text, values, values_of } from "./page.js";
import { takeFiles } from "./ticket_files.js";

const QUIET_MS = 1000, AGAIN_MS = 5000, LATE_MS = 700;

// `refresh` brings the conversation up to date and resolves then; `typing` is told the kind that is being written.
export function writeAnswers(box, { refresh, typing }) {
  const made = new Map([...box.querySelectorAll("form")].map((form) => [form.dataset.kind, answer(form, refresh, typing)]));

  function open(kind, focus = true) {
    for (const [one, { form }] of made) form.hidden = one !== kind;
    const field = made.get(kind).form.elements.text;
    if (focus) {
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
    }
    const address = new URL(location.href);
    address.searchParams.set("kind", kind);
    history.replaceState(history.state, "", address);
  }

  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-kind]");
    if (!link) return;
    event.preventDefault();
    open(link.dataset.kind);
  });
  // What was typed in the last second before a page was loaded again may reach the server after the page was drawn.
  setTimeout(async () => {
    const drafts = await values_of(box.querySelector("form").dataset.draftAddress).catch(() => ({}));
    for (const [kind, { late }] of made) if (kind in drafts) late(drafts[kind]);
  }, LATE_MS);
  return { open, shown: () => { for (const one of made.values()) one.shown(); } };
}

function answer(form, refresh, typing) {
  const kind = form.dataset.kind, field = form.elements.text, kept = form.querySelector("[data-part=kept]");
  const refusal = form.querySelector(".refused"), clash = form.querySelector(".clash");
  const files = takeFiles(form, () => clashes());
  // Whoever types before this script is here has typed all the same: only what came with the page is stored.
  let stored = field.defaultValue, timer = 0, saving = Promise.resolve(), busy = false, unanswered = null;

  const isEmpty = () => !field.value.trim() && !files.count;

  function refuse(sentence) {
    refusal.textContent = sentence;
    refusal.hidden = !sentence;
  }

  // Drafts

  function later(wait = QUIET_MS) {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
  }

  function save() {
    clearTimeout(timer);
    if (field.value === stored || busy) return saving;
    saving = saving.then(async () => {
      const now = field.value;
      try {
        await post(form.dataset.draftAddress, { kind, text: now });
        stored = now;
        kept.textContent = now.trim() ? text("draft-kept", { when: clockTime() }) : "";
      } catch (error) {
        kept.textContent = text("draft-not-kept");
        if (!(error instanceof Refused) || error.status === 0 || error.status >= 500) later(AGAIN_MS);
      }
    });
    return saving;
  }

  function leave() {
    if (field.value === stored || busy) return;
    const headers = { "Content-Type": "application/json", "X-CSRF": values.csrf };
    // The browser takes 64 kB along when a page is left; what is longer went out a second after it was typed.
    fetch(form.dataset.draftAddress, { method: "POST", headers, body: JSON.stringify({ kind, text: field.value }), keepalive: true }).catch(() => {});
  }

  // Somebody was faster

  function entries() {
    return [...document.querySelectorAll("#entries > [data-entry]")];
  }

  function newer() {
    const all = entries();
    const seen = all.findIndex((one) => one.dataset.entry === form.elements.expected.value);
    return all.slice(seen + 1).filter((one) => "other" in one.dataset);
  }

  function clashes() {
    if (!clash) return;
    const found = isEmpty() ? [] : newer();
    const last = found.at(-1);
    if (!last) form.elements.expected.value = entries().at(-1)?.dataset.entry ?? "";
    if (last) {
      const name = document.createElement("b");
      name.textContent = text("somebody-answered", { name: last.dataset.name, when: said(new Date(last.querySelector("time").dateTime)) });
      clash.querySelector("p").replaceChildren(name, ` ${text("draft-safe")}`);
      if (clash.hidden) announce(clash.querySelector("p").textContent);
    }
    clash.hidden = !last;
  }

  clash?.addEventListener("click", (event) => {
    if (!event.target.closest("[data-do=read-it]")) return;
    event.preventDefault();
    const found = newer();
    form.elements.expected.value = entries().at(-1)?.dataset.entry ?? "";
    clash.hidden = true;
    found[0]?.scrollIntoView({ block: "nearest" });
    field.focus({ preventScroll: true });
  });

  // Sending

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    if (files.coming) return refuse(text("files-coming"));
    if (isEmpty() && event.submitter?.name !== "then") {
      refuse(text("nothing-written"));
      return field.focus();
    }
    // The same sent again is sent once, by its id. Other words need another: those without an answer may have arrived.
    if (unanswered !== null && unanswered !== field.value) form.elements.message.value = crypto.randomUUID();
    const body = new FormData(form, event.submitter), sent = field.value;
    busy = true;
    form.setAttribute("aria-busy", "true");
    refuse("");
    clearTimeout(timer);
    await saving;
    try {
      const stands = await post(form.action, body);
      form.elements.message.value = stands.next;
      unanswered = null;
      if (field.value === sent) field.value = "";
      stored = "";
      files.clear();
      kept.textContent = "";
      announce(text(kind === "public" ? "reply-sent" : "note-saved"));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      busy = false;
      if (error.status === 0) unanswered = sent;
      later();
      await refresh().catch(() => {});
      if (error.status === 409 && clash && !clash.hidden) clash.querySelector("[name=anyway]").focus();
      else refuse(error.message);
      return;
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
    }
    if (field.value !== stored) later();
    if (!form.hidden) field.focus();
    await refresh().catch(() => {});
  });

  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit(form.querySelector(".button.primary"));
  });
  field.addEventListener("input", () => {
    refuse("");
    later();
    typing(field.value.trim() ? kind : null);
    if (isEmpty()) clashes();
  });
  onSignedIn(() => later());
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  for (const one of form.querySelectorAll("[data-needs-script]")) one.hidden = false;
  if (field.value !== stored) later();

  function late(draft) {
    if (busy || field.value !== stored || draft === stored) return;
    field.value = stored = draft;
    clashes();
  }

  return { form, late, shown: clashes };
}
