/* The time that is left: seen each second, said each minute. */

import { announce } from "./page.js";

/** Follows every `[data-until]` below an element, also those that come later. */
export function countDown(place) {
  let saidMinutes = null;
  const tick = () => {
    const one = place.querySelector("[data-until]");
    if (!one) {
      saidMinutes = null;
      return;
    }
    const left = Math.max(0, Math.ceil((new Date(one.dataset.until) - Date.now()) / 1000));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    one.textContent = one.dataset.left.replace("{time}", time);
    const minutes = Math.ceil(left / 60);
    if (saidMinutes !== null && minutes !== saidMinutes && minutes > 0) announce(one.dataset.minutes.replace("{minutes}", minutes));
    saidMinutes = minutes;
  };
  tick();
  setInterval(tick, 1000);
}
