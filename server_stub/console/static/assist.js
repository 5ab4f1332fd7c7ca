/* The page of a session: follows how it stands, and fills in what only this browser can know, the two words and codes. */

import { Agreement, CHANGED, WAITING } from "./agreement.js";
import { countDown } from "./countdown.js";
import { begin, onChange, onLine, showLine } from "./live.js";
import { announce, fragment, isSignedOut, onSignedIn, Refused, times } from "./page.js";
import { showCode, watchCode } from "./shown_code.js";

const POLL_MS = 5000;
const place = document.getElementById("assist");
const said = document.getElementById("said");
const { session, number } = place.dataset;
const agreement = new Agreement(session, number);
let again = 0;
let working = null;
let asked = false;

const told = (root = document) => JSON.parse(root.querySelector("#assist-told").textContent);
const title = () => document.getElementById("assist-title").textContent.trim();

function show(name, on) {
  for (const one of place.querySelectorAll(`[data-slot="${name}"]`)) one.hidden = !on;
}

function when(name, on) {
  for (const one of document.querySelectorAll(`[data-when="${name}"]`)) one.hidden = !on;
}

/** Whether both words stand in a line of the conversation. */
function written(words) {
  const lines = [...said.querySelectorAll("[data-said]")].map((line) => line.textContent.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return lines.some((line) => words.every((word) => line.includes(word)));
}

/** Fills in what the backend doesn't know. Safe to call again and again. */
async function fillIn() {
  const now = told();
  if (!now.mine) return;
  if (!now.live) {
    when("written", false);
    await agreement.forget(now.commitment);
    return;
  }
  const made = await agreement.of(now);
  const reason = typeof made === "string" ? made : "";
  for (const one of ["elsewhere", "insecure", "changed"]) show(one, reason === one);
  show("waiting", reason === WAITING);
  show("words", !reason);
  when("words", !reason || (reason === CHANGED && now.technicianKey !== ""));
  when("written", !reason && written(made.words));
  if (reason) {
    show("code", false);
    return;
  }
  for (const one of place.querySelectorAll("[data-word]")) {
    const word = made.words[Number(one.dataset.word)];
    if (one.textContent !== word) one.textContent = word;
  }
  await showCode(place, made.secret, now);
}

/** Puts the session as it is now in place of how it was. What is typed, opened and focused stays. */
function draw(fresh) {
  const before = title();
  const focused = place.contains(document.activeElement) ? document.activeElement.id : null;
  const open = place.querySelector("[popover]:popover-open")?.id;
  const typed = place.querySelector("#send-code input")?.value;
  place.replaceChildren(fresh);
  const field = place.querySelector("#send-code input");
  if (field && typed) field.value = typed;
  if (open) document.getElementById(open)?.showPopover();
  if (focused !== null) (document.getElementById(focused || "assist-title") ?? document.getElementById("assist-title")).focus();
  tick();
  if (before !== title()) announce(title());
}

/** Asks how it stands; while it does, who asks again is answered by one more time after. */
function refresh() {
  asked = true;
  working ??= (async () => {
    try {
      while (asked) {
        asked = false;
        const fresh = await fragment(`/console/assist/${session}/now`);
        if (told(fresh).version !== told().version) draw(fresh);
        await fillIn();
      }
    } catch (failed) {
      // The feed's line says that the backend isn't reached, and a strip that one is signed out; the next round asks again.
      if (!(failed instanceof Refused)) throw failed;
    } finally {
      working = null;
      clearTimeout(again);
      if (told().live && !isSignedOut()) again = setTimeout(refresh, POLL_MS);
    }
  })();
  return working;
}

async function readAlong() {
  const lines = await fragment(`/console/assist/${session}/said`).catch(() => null);
  if (!lines) return;
  const low = said.scrollTop + said.clientHeight >= said.scrollHeight - 8;
  said.replaceChildren(lines);
  if (low) said.scrollTop = said.scrollHeight;
  await fillIn();
}

watchCode(place, agreement, told);
const tick = countDown(place);
times();
said.scrollTop = said.scrollHeight;
onChange((change) => {
  if (change.number !== number) return;
  refresh();
  if (change.kind === "message") readAlong();
});
showLine(document.getElementById("line"));
onLine((stands) => stands && refresh());
onSignedIn(refresh);
window.addEventListener("pageshow", (event) => event.persisted && refresh());
begin(said.dataset.last);
await fillIn().catch(() => {});
refresh();
