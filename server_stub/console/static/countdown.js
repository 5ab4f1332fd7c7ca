/* The time that is left: seen each second, said each minute. */

import { announce } from "./page.js";

/** Follows the `[data-left-s]` below an element, also one that comes later. It counts from when it was drawn: the two clocks may differ.
    Gives what shows it at once. */
export function countDown(place) {
  let saidMinutes = null;
  const ends = new WeakMap();
  const tick = () => {
    const one = place.querySelector("[data-left-s]");
    if (!one) {
      saidMinutes = null;
      return;
    }
    if (!ends.has(one)) ends.set(one, performance.now() + Number(one.dataset.leftS) * 1000);
    const left = Math.max(0, Math.ceil((ends.get(one) - performance.now()) / 1000));
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    one.textContent = one.dataset.left.replace("{time}", time);
    const minutes = Math.ceil(left / 60);
    if (saidMinutes !== null && minutes !== saidMinutes && minutes > 0) announce(one.dataset.minutes.replace("{minutes}", minutes));
    saidMinutes = minutes;
  };
  tick();
  setInterval(tick, 1000);
  return tick;
}
