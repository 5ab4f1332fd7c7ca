/* Asking: makes the key pair, keeps it, and sends the promise of it. */

import { commitmentOf, newPair, possible } from "./exchange.js";
import { forgetPair, keepPair, keptPair } from "./kept_keys.js";
import { post } from "./page.js";

const form = document.getElementById("ask");
const button = document.getElementById("ask-button");

/** Sends the request. The pair is kept before: were the page closed now, the words could still be made. */
async function ask() {
  const pair = await newPair();
  const commitment = await commitmentOf(pair);
  const { number } = form.dataset;
  await keepPair(commitment, pair, number);
  const made = await post(`/console/tickets/${number}/assist`, { commitment, control: form.elements.control.checked }).catch(async (refused) => {
    // Refused means that there is no session; no answer at all, that there may be one.
    if (refused.status) await forgetPair(commitment);
    throw refused;
  });
  location.assign(`/console/assist/${made.session}`);
}

function say(problem) {
  const place = document.getElementById("problem");
  place.textContent = problem;
  place.hidden = false;
}

async function canKeep() {
  try {
    await keptPair("");
    return true;
  } catch {
    return false;
  }
}

if (button) {
  if (!possible()) document.getElementById("insecure").hidden = false;
  else if (!(await canKeep())) document.getElementById("no-store").hidden = false;
  else button.disabled = false;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!button || button.disabled) return;
  button.disabled = true;
  try {
    await ask();
  } catch (refused) {
    // Why it can't be asked now is what the page says when it is loaded anew.
    if (refused.status === 409 || refused.status === 429) location.reload();
    else say(refused.message);
    button.disabled = false;
  }
});

// Back from the session by the browser's button: this page is as old as the request.
window.addEventListener("pageshow", (event) => event.persisted && location.reload());
