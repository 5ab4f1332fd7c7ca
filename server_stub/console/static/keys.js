// Keys of a single letter, outside fields, and the list of them behind "?". An account can switch them off; then Esc alone is left.

import { text, values } from "./page.js";

const sheet = document.getElementById("keys");
const known = [];
let waiting = "";
let forget = 0;

/** Makes keys do something. `keys` is "j", "Enter", "g q" …; `name` is a text of the page for the list, or "" to leave it out. */
export function key(keys, name, work) {
  known.push({ keys, name, work });
}

/** Whether somebody is writing: letters belong to the field then. */
export function isWriting(target) {
  return target instanceof Element && (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable=true]") !== null);
}

function find(pressed) {
  return known.find((one) => one.keys === pressed);
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const single = event.key.length === 1;
  if (event.key === "Escape") {
    if (sheet.open || document.querySelector(":popover-open, dialog[open]")) return;
    if (find("Escape")) find("Escape").work(event);
    return;
  }
  if (document.querySelector("dialog[open]") || isWriting(event.target) || (single && !values.singleKeys)) return;
  if (!single && event.target instanceof Element && event.target.closest("a, button, summary")) return;
  const pressed = waiting ? `${waiting} ${event.key}` : event.key;
  waiting = "";
  clearTimeout(forget);
  const found = find(pressed);
  if (found) {
    event.preventDefault();
    found.work(event);
  } else if (known.some((one) => one.keys.startsWith(`${pressed} `))) {
    waiting = pressed;
    forget = setTimeout(() => (waiting = ""), 1500);
  }
});

function show() {
  const list = document.getElementById("key-list");
  list.replaceChildren();
  const rows = new Map();
  for (const { keys, name } of known) if (name) rows.set(name, [...(rows.get(name) ?? []), keys]);
  for (const [name, all] of rows) {
    const term = document.createElement("dt");
    for (const keys of all) {
      for (const one of keys.split(" ")) {
        const cap = document.createElement("kbd");
        cap.textContent = one === "Escape" ? "Esc" : one;
        term.append(cap);
      }
    }
    const meaning = document.createElement("dd");
    meaning.textContent = text(name);
    list.append(term, meaning);
  }
  sheet.showModal();
}

key("?", "key-help", show);
key("g q", "key-queue", () => (location.href = "/console/"));
key("Escape", "key-escape", () => document.activeElement?.blur());
sheet.addEventListener("click", (event) => event.target === sheet && sheet.close());
