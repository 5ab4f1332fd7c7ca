// One ticket: brings the page up to date by itself, and keeps where somebody reads, what is unfolded and what has the focus.

import { announce, fragment, onSignedIn, post, tried } from "./page.js";
import { begin, onChange, showLine } from "./live.js";
import { key } from "./keys.js";
import { writeAnswers } from "./ticket_answer.js";
import { searchFacts } from "./ticket_facts.js";
import { tellPresence } from "./ticket_presence.js";
import { viewPictures } from "./ticket_viewer.js";

const SOON_MS = 120, NEAR_PX = 80;
const page = document.getElementById("ticket"), talk = document.getElementById("talk"), list = document.getElementById("entries");
const address = page.dataset.address, number = page.dataset.number;

// Up to date

let running = null, again = false, timer = 0;

function soon() {
  clearTimeout(timer);
  timer = setTimeout(() => refresh().catch(() => {}), SOON_MS);
}

function refresh() {
  if (running) {
    again = true;
    return running;
  }
  running = (async () => {
    try {
      do {
        again = false;
        put(await fragment(`${address}/parts`));
      } while (again);
    } finally {
      running = null;
    }
  })();
  return running;
}

function put(parts) {
  const near = isAtEnd;
  const focused = document.activeElement?.id;
  for (const now of parts.querySelectorAll("[data-part][data-sum]")) {
    const before = page.querySelector(`[data-part="${now.dataset.part}"]`);
    if (before && before.dataset.sum !== now.dataset.sum) before.replaceWith(now);
  }
  for (const button of page.querySelectorAll("[name=then]")) button.hidden = document.getElementById("acts").dataset.resolved === "yes";
  const came = putEntries(parts.querySelector("#entries"));
  if (focused && !document.activeElement?.id) document.getElementById(focused)?.focus();
  answers.shown();
  if (near) toEnd();
  tell(came, near);
}

// Entries that are there stay as they are, with what is selected or loaded in them; only others are put in.
function putEntries(now) {
  const came = [];
  let after = null;
  for (const entry of [...now.children]) {
    let here = document.getElementById(entry.id);
    if (!here || here.dataset.sum !== entry.dataset.sum) {
      if (here) here.replaceWith(entry);
      else {
        (entry.querySelector(".said") ?? entry).classList.add("arrived");
        came.push(entry);
      }
      here = entry;
    }
    if (!here.isConnected || here.previousElementSibling !== after) {
      if (after) after.after(here);
      else list.prepend(here);
    }
    after = here;
  }
  return came;
}

function tell(came, near) {
  const said = came.filter((one) => one.dataset.says && !("mine" in one.dataset)).map((one) => one.dataset.says);
  if (said.length) announce(said.join(" "));
  const more = document.getElementById("more-below");
  if (came.length && !near) more.hidden = false;
  if (came.some((one) => one.querySelector(".said.from")) && document.visibilityState === "visible") read();
}

// Where somebody reads at the end, the end stays in sight when the answer grows or a picture arrives.

let isAtEnd = true;

function toEnd() {
  talk.scrollTop = talk.scrollHeight;
  isAtEnd = true;
}

document.getElementById("more-below").addEventListener("click", toEnd);
talk.addEventListener("scroll", () => {
  isAtEnd = talk.scrollHeight - talk.scrollTop - talk.clientHeight < NEAR_PX;
  if (isAtEnd) document.getElementById("more-below").hidden = true;
});
new ResizeObserver(() => isAtEnd && toEnd()).observe(talk);

function read() {
  post(`${address}/read`).catch(() => {});
}

// What can be done

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-in-place]");
  if (!form) return;
  event.preventDefault();
  const focused = document.activeElement?.id;
  await tried(() => post(form.action, new FormData(form)));
  await tried(refresh);
  document.getElementById(focused)?.focus();
});

// Tabs, where the side has no room

const tabs = document.querySelector(".ticket-tabs");

function showTab(name) {
  page.dataset.shows = name;
  for (const link of tabs.querySelectorAll("a")) {
    if (link.dataset.shows === name) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

tabs.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-shows]");
  if (!link) return;
  event.preventDefault();
  showTab(link.dataset.shows);
});

// Beginning

const typing = tellPresence(document.getElementById("lookers"), `${address}/presence`, number);
const answers = writeAnswers(document.getElementById("answer"), { refresh, typing });

function write(kind) {
  showTab("talk");
  answers.open(kind);
}

key("r", "key-reply", () => write("public"));
key("n", "key-note", () => write("internal"));
key("t", "key-take", () => document.querySelector("#act-hold[data-key=t]")?.click());
for (const [letter, name] of [["k", "key-previous"], ["j", "key-next"], ["u", "key-back"]]) {
  key(letter, name, () => page.querySelector(`a[data-key=${letter}]`)?.click());
}
key("Ctrl Enter", "key-send", () => {});  // for the list alone: the forms listen themselves
showTab("talk");
viewPictures();
searchFacts();
showLine(document.getElementById("live"));
onChange((change) => change.number === number && soon());
begin(page.dataset.after);
onSignedIn(soon);
toEnd();
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && (read(), soon()));
if (document.visibilityState === "visible") read();
// The queue opens a ticket for writing by these.
const wanted = { "#answer": page.dataset.kind, "#reply": "public", "#note": "internal" }[location.hash];
if (wanted) write(wanted);
