// Who else is here: signs that this page is looked at, or written on, and the names of the others.

import { isSignedOut, post, values } from "./page.js";
import { on } from "./live.js";

const SIGN_MS = 10000, WRITES_MS = 15000;

// Gives the function that is told what is being written: "public", "internal" or null.
export function tellPresence(list, address, number) {
  let writing = null, until = 0;

  const now = () => (Date.now() < until ? writing : null);
  const sign = () => document.visibilityState === "visible" && !isSignedOut() && post(address, { writing: now() }).catch(() => {});

  on("presence", (told) => {
    if (told.number !== number) return;
    list.replaceChildren(...told.people.filter((one) => one.account !== values.account).map(person));
  });

  function person(one) {
    const item = document.createElement("li"), mark = document.createElement("span"), words = document.createElement("span");
    mark.className = "avatar staff";
    mark.textContent = one.initials;
    mark.setAttribute("aria-hidden", "true");
    words.className = one.writing ? "how writing" : "how";
    words.textContent = list.dataset[one.writing ?? "looks"].replace("{name}", one.name);
    item.title = words.textContent;
    item.append(mark, words);
    return item;
  }

  setInterval(sign, SIGN_MS);
  document.addEventListener("visibilitychange", sign);
  window.addEventListener("pagehide", () => {
    const headers = { "Content-Type": "application/json", "X-CSRF": values.csrf };
    fetch(address, { method: "POST", headers, body: JSON.stringify({ gone: true }), keepalive: true }).catch(() => {});
  });
  sign();

  return (kind) => {
    const before = now();
    writing = kind;
    until = Date.now() + WRITES_MS;
    if (now() !== before) sign();
  };
}
