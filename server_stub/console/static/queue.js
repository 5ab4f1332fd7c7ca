// The queue as it is worked in: moving, choosing, doing, and rows that come by themselves.

import { key } from "./keys.js";
import { begin, onChange, showLine } from "./live.js";
import { announce, fragment, post, strip, text, tried, values_of } from "./page.js";

const SOON_MS = 150; // changes that come together are asked for together
const FRESH_MS = 60000;
const queue = document.getElementById("queue");
const list = document.getElementById("list");
const table = list.querySelector(".tickets");
const foot = document.getElementById("handle");
const held = document.getElementById("held");
const chooseAll = document.getElementById("choose-all");
const view = queue.dataset.view;
const grouped = view !== "all";

const rows = () => [...table.querySelectorAll(".ticket")];
const seen = () => rows().filter((row) => row.offsetParent !== null && !row.classList.contains("left"));
const box = (row) => row.querySelector(".choose input");
const chosen = () => rows().filter((row) => box(row).checked);

// Moving: one row has the focus, and Tab leads past the list.

let current = null;

function setCurrent(row, focus = false) {
  if (current) current.tabIndex = -1;
  current = row;
  if (!row) return;
  row.tabIndex = 0;
  if (!focus) return;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = seen();
  if (!all.length) return;
  const at = all.indexOf(current);
  const inList = table.contains(document.activeElement);
  const next = at < 0 || !inList ? Math.max(at, 0) : Math.min(Math.max(at + step, 0), all.length - 1);
  setCurrent(all[next], true);
}

const here = () => (current && table.contains(document.activeElement) ? current : null);
const open = (hash = "") => {
  const row = here();
  if (row) location.href = row.querySelector("a").href + hash;
};

table.addEventListener("focusin", (event) => {
  const row = event.target.closest(".ticket");
  if (row && row !== current) setCurrent(row);
});

key("j", "key-move", () => move(1));
key("k", "key-move", () => move(-1));
key("ArrowDown", "", () => move(1));
key("ArrowUp", "", () => move(-1));
key("Enter", "key-open", () => open());
key("x", "key-choose", () => here() && toggle(here()));
key("t", "key-take", () => act("take"));
key("e", "key-resolve", () => act("resolve"));
key("o", "key-reopen", () => act("reopen"));
key("r", "key-reply", () => open("#reply"));
key("n", "key-note", () => open("#note"));
key("/", "key-search", () => document.getElementById("search").select());
key("Escape", "", () => (chosen().length ? unchoose() : document.activeElement?.blur()));

// Choosing

function toggle(row) {
  box(row).checked = !box(row).checked;
  showChosen();
}

function unchoose() {
  for (const row of chosen()) box(row).checked = false;
  queue.classList.remove("choosing");
  document.getElementById("choosing").setAttribute("aria-pressed", "false");
  showChosen();
}

function showChosen() {
  const all = rows();
  const some = chosen();
  for (const row of all) row.classList.toggle("chosen", box(row).checked);
  foot.classList.toggle("choosing", some.length > 0);
  document.getElementById("chosen").textContent = some.length ? text("chosen", { count: some.length }) : "";
  chooseAll.checked = some.length > 0 && some.length === all.length;
  chooseAll.indeterminate = some.length > 0 && some.length < all.length;
  showHeld();
}

table.addEventListener("change", (event) => {
  if (event.target === chooseAll) for (const row of seen()) box(row).checked = chooseAll.checked;
  showChosen();
});
document.getElementById("unchoose").addEventListener("click", unchoose);
document.getElementById("choosing").addEventListener("click", (event) => {
  const on = queue.classList.toggle("choosing");
  event.currentTarget.setAttribute("aria-pressed", String(on));
  if (!on) unchoose();
});

// Doing

async function act(action, targets = chosen().length ? chosen() : [here()], anyway = false) {
  const numbers = targets.filter(Boolean).map((row) => row.dataset.number);
  if (!numbers.length) return;
  const body = new URLSearchParams([["action", action], ["anyway", anyway ? "yes" : "no"], ...numbers.map((number) => ["number", number])]);
  const answer = await tried(() => post("/console/queue/handle", body));
  if (!answer) return;
  for (const [number, said] of Object.entries(answer.refused)) strip(`${number}: ${said}`);
  for (const [number, name] of Object.entries(answer.taken)) offerTakeOver(number, name);
  if (answer.done.length) {
    announce(answer.done.length > 1 ? text("done-several", { count: answer.done.length }) : text(`done-${action}`, { number: answer.done[0] }));
    for (const number of answer.done) {
      const row = document.getElementById(number);
      if (row) box(row).checked = false;
    }
    showChosen();
    await refresh(answer.done);
  }
}

/** Somebody else has the ticket: taking it over is a second decision. */
function offerTakeOver(number, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small";
  button.textContent = text("take-over");
  const made = strip(text("taken", { name, number }), "warning", { action: button });
  button.addEventListener("click", () => {
    made.remove();
    act("take", [document.getElementById(number)], true);
  });
}

foot.addEventListener("submit", (event) => {
  event.preventDefault();
  act(event.submitter?.value ?? "");
});
table.addEventListener("click", (event) => {
  const button = event.target.closest("[data-action]");
  if (button) act(button.dataset.action, [button.closest(".ticket")]);
  const fold = event.target.closest(".fold");
  if (fold) fold.setAttribute("aria-expanded", String(!fold.closest(".group").classList.toggle("folded")));
});

// Rows that come and change. New ones wait while somebody works in the list; what is there changes in its place.

const waiting = new Map();
const marked = new Set();
let asking = 0;

onChange((change) => {
  marked.add(change.number);
  asking ||= setTimeout(() => {
    asking = 0;
    const numbers = [...marked];
    marked.clear();
    refresh(numbers);
  }, SOON_MS);
});

async function refresh(numbers) {
  for (let at = 0; at < numbers.length; at += 50) {
    const found = await tried(() => fragment(`/console/queue/rows?${new URLSearchParams({ view, search: queue.dataset.search, numbers: numbers.slice(at, at + 50).join(",") })}`));
    if (found) for (const row of found.querySelectorAll(".ticket")) take(row);
  }
  const counts = await tried(() => values_of("/console/queue/counts"));
  if (counts) for (const [name, count] of Object.entries(counts)) for (const one of queue.querySelectorAll(`[data-count="${name}"]`)) one.textContent = count.number + (count.more ? "+" : "");
  showEmpty();
}

function take(row) {
  const old = document.getElementById(row.dataset.number);
  const belongs = row.dataset.views.split(" ").includes(view);
  if (old) {
    if (same(old, row)) return;
    replace(old, row, belongs);
  } else if (belongs && !queue.dataset.search && queue.dataset.first === "yes" && inReach(row)) {
    waiting.set(row.dataset.number, row);
    showHeld();
    if (!isHeld()) showWaiting();
  } else {
    waiting.delete(row.dataset.number);
    showHeld();
  }
}

const same = (old, row) => old.innerHTML.replace(/<time[^>]*>[^<]*/g, "") === row.innerHTML.replace(/<time[^>]*>[^<]*/g, "") && old.dataset.views === row.dataset.views;

function replace(old, row, belongs) {
  const focus = old.contains(document.activeElement);
  if (!belongs && !isHeld()) {
    if (focus) move(1);
    if (current === old) setCurrent(seen().find((one) => one !== old) ?? null, focus);
    const body = old.parentElement;
    old.remove();
    showGroup(body);
    return;
  }
  box(row).checked = box(old).checked;
  row.classList.add(belongs ? "arrived" : "left");
  if (grouped && belongs && old.dataset.priority !== row.dataset.priority) {
    const body = old.parentElement;
    old.remove();
    insert(row);
    showGroup(body);
  } else {
    old.replaceWith(row);
  }
  if (current === old) setCurrent(row, focus);
  showChosen();
  setTimeout(() => row.classList.remove("arrived"), FRESH_MS);
}

/** Whether a row's place is among those that are shown, and not on a page that follows. */
function inReach(row) {
  const last = rows().at(-1);
  if (!document.getElementById("more") || !last || !grouped) return true;
  return row.dataset.priority < last.dataset.priority || (row.dataset.priority === last.dataset.priority && row.dataset.number < last.dataset.number);
}

const isHeld = () => chosen().length > 0 || table.matches(":hover");

function showHeld() {
  held.hidden = waiting.size === 0 || !isHeld();
  held.querySelector("span").textContent = text("held", { count: waiting.size });
}

function showWaiting() {
  for (const row of waiting.values()) {
    insert(row);
    row.classList.add("arrived");
    const pill = document.createElement("span");
    pill.className = "chip accent fresh";
    pill.textContent = text("just-now");
    row.querySelector(".subject a").after(pill);
    setTimeout(() => {
      row.classList.remove("arrived");
      pill.remove();
    }, FRESH_MS);
  }
  const first = [...waiting.values()][0];
  if (waiting.size === 1) announce(text("arrived", { subject: first.querySelector(".subject a").textContent.trim() }));
  else if (waiting.size) announce(text("held", { count: waiting.size }));
  waiting.clear();
  held.hidden = true;
  showEmpty();
}

function insert(row) {
  const body = table.querySelector(`.group[data-priority="${grouped ? row.dataset.priority : 0}"]`);
  const after = [...body.querySelectorAll(".ticket")].find((one) => (grouped ? one.dataset.number > row.dataset.number : one.dataset.number < row.dataset.number));
  if (after) after.before(row);
  else body.append(row);
  showGroup(body);
  if (!current) setCurrent(row);
}

function showGroup(body) {
  if (!grouped) return;
  const count = body.querySelectorAll(".ticket").length;
  body.hidden = count === 0;
  const shown = body.querySelector(".count");
  if (shown) shown.textContent = count;
}

function showEmpty() {
  document.getElementById("empty").hidden = rows().length > 0 || Boolean(queue.dataset.search);
}

held.addEventListener("click", showWaiting);
table.addEventListener("pointerleave", () => {
  if (chosen().length) return;
  for (const row of table.querySelectorAll(".ticket.left")) if (!row.contains(document.activeElement)) row.remove();
  for (const body of table.querySelectorAll(".group")) showGroup(body);
  if (waiting.size) showWaiting();
});

// More rows, under those that are there.

const more = document.getElementById("more");
more?.addEventListener("click", async (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const query = new URLSearchParams({ view, search: queue.dataset.search, after: more.dataset.next });
  const found = await tried(() => fragment(`/console/queue/more?${query}`));
  if (!found) return;
  const next = found.querySelector("table").dataset.next;
  const added = [...found.querySelectorAll(".ticket")].filter((row) => !document.getElementById(row.dataset.number));
  for (const row of added) append(row);
  showChosen();
  if (next) {
    more.dataset.next = next;
    more.href = `/console/?${new URLSearchParams({ view, search: queue.dataset.search, after: next })}`;
  } else {
    more.parentElement.remove();
  }
  if (added.length) setCurrent(added[0], true);
});

function append(row) {
  const body = table.querySelector(`.group[data-priority="${grouped ? row.dataset.priority : 0}"]`);
  body.append(row);
  showGroup(body);
}

document.getElementById("choosing").hidden = false;
document.getElementById("unchoose").hidden = false;
chooseAll.hidden = false;
setCurrent(document.getElementById(location.hash.slice(1)) ?? rows()[0] ?? null);
showChosen();
showLine(document.getElementById("live"));
begin(queue.dataset.after);
