// What every page shares: asking the backend, saying what happened, times, and noticing that a session has ended.

export const values = JSON.parse(document.getElementById("page-values").textContent);

const texts = Object.assign({}, ...[...document.querySelectorAll("script.texts")].map((block) => JSON.parse(block.textContent)));

/** A text of the page; {name} is filled from `places`. A pair is [for one, for others], chosen by `places.count`. */
export function text(key, places = {}) {
  const found = texts[key];
  const form = Array.isArray(found) ? found[places.count === 1 ? 0 : 1] : found;
  return form.replace(/\{(\w+)\}/g, (whole, name) => (name in places ? String(places[name]) : whole));
}

/** Says something to a screen reader, without moving anything. */
export function announce(said) {
  const place = document.getElementById("announce");
  place.textContent = "";
  requestAnimationFrame(() => (place.textContent = said));
}

/** An icon of the sprite, by its name. */
export function icon(name, style = "i16") {
  const sprite = document.querySelector("svg.i use").getAttribute("href").split("#")[0];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `i ${style}`);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

/** A strip over the page. `kind` is "danger", "warning", "success" or "info"; the same `key` replaces its strip. Gives the element. */
export function strip(said, kind = "danger", { key = "", action = null } = {}) {
  unstrip(key || said);
  const made = document.createElement("p");
  made.className = `strip ${kind}`;
  made.dataset.key = key || said;
  const words = document.createElement("span");
  words.textContent = said;
  made.append(icon({ danger: "alert-circle", warning: "alert-triangle", success: "circle-check" }[kind] ?? "info-circle"), words);
  if (action) made.append(action);
  if (!key) {
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button quiet icon small";
    close.setAttribute("aria-label", text("dismiss"));
    close.append(icon("x"));
    close.addEventListener("click", () => made.remove());
    made.append(close);
  }
  document.getElementById("strips").append(made);
  return made;
}

/** Takes the strip with this key away. */
export function unstrip(key) {
  for (const one of document.getElementById("strips").children) if (one.dataset.key === key) one.remove();
}

/** The backend said no; `message` is its sentence, `answer` what came along. */
export class Refused extends Error {
  constructor(said, status = 0, answer = {}) {
    super(said);
    this.status = status;
    this.answer = answer;
  }
}

async function asked(path, options) {
  let answer;
  try {
    answer = await fetch(path, { cache: "no-store", credentials: "same-origin", redirect: "error", ...options });
  } catch {
    throw new Refused(text("not-reached"));
  }
  if (answer.ok) return answer;
  const said = await answer.json().catch(() => ({}));
  if (answer.status === 401) signedOut();
  const reference = answer.status >= 500 && said.reference ? ` ${text("reference", { reference: said.reference })}` : "";
  throw new Refused((said.sentence ?? text("not-reached")) + reference, answer.status, said);
}

/** Sends a value: plain values as JSON, a form or URLSearchParams as a form, a Blob as its bytes. Gives the answer's JSON, or null. */
export async function post(path, value = {}, headers = {}) {
  let body = value;
  let type = "application/json";
  if (value instanceof FormData) body = new URLSearchParams(value);
  if (body instanceof URLSearchParams) type = "application/x-www-form-urlencoded";
  else if (body instanceof Blob) type = body.type || "application/octet-stream";
  else body = JSON.stringify(value);
  const answer = await asked(path, { method: "POST", body, headers: { "X-CSRF": values.csrf, "Content-Type": type, ...headers } });
  return answer.headers.get("content-type")?.startsWith("application/json") ? answer.json() : null;
}

/** A part of a page, as elements to put in place. */
export async function fragment(path) {
  const holder = document.createElement("template");
  holder.innerHTML = await (await asked(path)).text();
  times(holder.content);
  return holder.content;
}

/** Values from the backend. */
export async function values_of(path) {
  return (await asked(path)).json();
}

/** Runs something; a refusal is shown as a strip and gives undefined. */
export async function tried(work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status !== 401) strip(error.message);
    return undefined;
  }
}

// The session's end: what was typed stays, signing in happens in another tab, and the page goes on afterwards.

const outListeners = new Set();
let out = false;

/** Calls `back` when a session that had ended goes on. */
export function onSignedIn(back) {
  outListeners.add(back);
}

/** Whether the session has ended, as far as the page knows. */
export function isSignedOut() {
  return out;
}

function signedOut() {
  if (out) return;
  out = true;
  const link = document.createElement("a");
  link.href = "/console/sign-in";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = text("sign-in-again");
  strip(text("signed-out"), "warning", { key: "signed-out", action: link });
}

/** Asks whether the page still belongs to who is signed in. */
export async function checkSession() {
  try {
    const answer = await fetch("/console/session", { cache: "no-store", redirect: "error" });
    if (answer.status === 401) return signedOut();
    if (!answer.ok) return;
    const session = await answer.json();
    if (session.account !== values.account) {
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = text("load-again");
      unstrip("signed-out");
      strip(text("other-account"), "danger", { key: "other-account", action: link });
      return;
    }
    values.csrf = session.csrf;
    for (const field of document.querySelectorAll("input[name=csrf]")) field.value = session.csrf;
    if (out) {
      out = false;
      unstrip("signed-out");
      for (const back of outListeners) back();
    }
  } catch {
    // Not reached: the feed says so where there is one.
  }
}

document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && out && checkSession());
window.addEventListener("focus", () => out && checkSession());
window.addEventListener("pageshow", (event) => event.persisted && checkSession());

// Times in the reader's own zone; near ones as a distance that ticks once a minute.

// English as most of the world writes days and hours: 24 Nov, 14:05.
const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
const near = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "narrow" });
const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
const dayOfYear = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
const whole = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "medium" });
const seconds = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" });
const forms = { clock, seconds, moment };

/** A moment as people say it. */
export function said(at, now = new Date()) {
  const minutes = Math.round((now - at) / 60000);
  if (minutes === 0 && "just-now" in texts) return text("just-now");
  if (minutes >= 0 && minutes < 60) return near.format(-minutes, "minute");
  const date = at.getFullYear() === now.getFullYear() ? day : dayOfYear;
  return at.toDateString() === now.toDateString() ? clock.format(at) : `${date.format(at)} ${clock.format(at)}`;
}

/** Shows every time below an element in the reader's zone. */
export function times(root = document) {
  const now = new Date();
  for (const one of root.querySelectorAll("time[datetime]")) {
    const at = new Date(one.dateTime);
    const shown = forms[one.dataset.show]?.format(at) ?? said(at, now);
    if (one.textContent !== shown) one.textContent = shown;
    if (!one.title) one.title = whole.format(at);
  }
}

/** The clock as it stands, such as 10:02. */
export function clockTime(at = new Date()) {
  return clock.format(at);
}

times();
setInterval(() => times(), 60000);
document.documentElement.classList.add("js");
