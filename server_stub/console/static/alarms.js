/* Alarms over every page of a lead: they come and go by themselves, and one click says that they were seen. */

import { begin, isOpen, on } from "./live.js";
import { fragment, post, tried } from "./page.js";

const place = document.getElementById("alarms");
let drawn = "";

async function refresh() {
  const fresh = await fragment("/console/alarms").catch(() => null);
  if (!fresh) return;
  const { last, ids } = fresh.querySelector("[data-last]").dataset;
  // The same banner put in again would be read out again.
  if (ids !== drawn) place.replaceChildren(fresh);
  drawn = ids;
  if (!isOpen()) begin(last);
}

place.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-alarm]");
  if (!button) return;
  button.disabled = true;
  await tried(() => post(`/console/alarms/${button.dataset.alarm}/seen`));
  await refresh();
  button.disabled = false;
});

on("alarm", refresh);
refresh();
