"""Which monitors there are, and which comes first: the one with the pointer, where the problem most likely is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Monitor:
    """A monitor's place in native pixels; (0, 0) is the desktop's corner, so left and top may be negative."""

    left: int
    top: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether the point, in native pixels, is on this monitor."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


def in_order(found: Iterable[Mapping[str, object]], pointer: tuple[int, int] | None) -> tuple[Monitor, ...]:
    """The monitors as `mss` lists them, the pointer's first; without a pointer the primary one; mirrored ones once.

    `found` leaves out mss' first entry, which is all monitors together.
    """
    seen: dict[Monitor, bool] = {}
    for entry in found:
        numbers = [entry.get(key) for key in ("left", "top", "width", "height")]
        left, top, width, height = (number if isinstance(number, int) else 0 for number in numbers)
        if width > 0 and height > 0:
            seen.setdefault(Monitor(left, top, width, height), bool(entry.get("is_primary")))
    if pointer and any(monitor.holds(*pointer) for monitor in seen):
        return tuple(sorted(seen, key=lambda monitor: not monitor.holds(*pointer)))
    return tuple(sorted(seen, key=lambda monitor: not seen[monitor]))
