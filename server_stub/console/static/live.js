// One feed for the page. `onChange` and `on` hear what happens; a lost feed is said, and comes back by itself.

import { checkSession, clockTime, isSignedOut, onSignedIn, text } from "./page.js";

const heard = new EventTarget();
const AGAIN_S = 5;
let source = null;
let after = "0";
let again = 0;
let shownAs = clockTime();

/** Calls `hear` with {number, kind, actor, side, at} for everything that happens to a ticket. */
export function onChange(hear) {
  on("change", hear);
}

/** Calls `hear` with the value of an event: "change", "presence", "assist" or "alarm". */
export function on(kind, hear) {
  heard.addEventListener(kind, (event) => hear(event.detail));
}

/** Calls `hear` with true when the feed stands, and with false when it is lost. */
export function onLine(hear) {
  heard.addEventListener("line", (event) => hear(event.detail));
}

/** Begins after the number that the page was drawn with. */
export function begin(number) {
  after = String(number);
  open();
}

/** Whether the page follows the feed already. */
export function isOpen() {
  return source !== null;
}

function open() {
  clearTimeout(again);
  source?.close();
  source = new EventSource(`/console/events?after=${after}`);
  source.addEventListener("open", () => tell("line", true));
  for (const kind of ["change", "presence", "assist", "alarm"]) {
    source.addEventListener(kind, (event) => {
      if (event.lastEventId) after = event.lastEventId;
      shownAs = clockTime();
      tell(kind, JSON.parse(event.data));
    });
  }
  source.addEventListener("error", async () => {
    tell("line", false);
    await checkSession();
    // A stream that was refused, or whose session ended, is not tried again by the browser.
    if (!isSignedOut() && source.readyState === EventSource.CLOSED) again = setTimeout(open, AGAIN_S * 1000);
    if (isSignedOut()) source.close();
  });
}

function tell(kind, detail) {
  heard.dispatchEvent(new CustomEvent(kind, { detail }));
}

/** Shows in an element how the feed stands. */
export function showLine(place) {
  onLine((stands) => {
    if (stands) shownAs = clockTime();
    place.hidden = false;
    place.classList.toggle("lost", !stands);
    const said = stands ? text("live") : text("reconnecting", { time: shownAs });
    if (place.textContent !== said) place.textContent = said;
  });
}

onSignedIn(open);
// A page that the browser puts away must not hold a connection; it begins again when it is shown.
window.addEventListener("pagehide", () => source?.close());
window.addEventListener("pageshow", (event) => event.persisted && source && open());
