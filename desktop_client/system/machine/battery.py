"""The battery, and how much of what it held when new it still holds."""

import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Battery:
    """`left_s` is None on mains or where not told; `health_percent` is the share of the design's capacity; `cycles` None where not told."""

    percent: float
    on_mains: bool | None
    left_s: int | None
    health_percent: float | None
    cycles: int | None


def read_battery(folder: Path = Path("/sys/class/power_supply")) -> Battery | None:
    """The battery, None where there is none."""
    import psutil  # noqa: PLC0415 - only when asked

    told = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    if told is None:
        return None
    left = int(told.secsleft) if isinstance(told.secsleft, int) and 0 < told.secsleft < 7 * 86400 else None
    health, cycles = wear(folder) if sys.platform == "linux" else (None, None)
    return Battery(round(float(told.percent), 1), told.power_plugged, left, health, cycles)


def wear(folder: Path) -> tuple[float | None, int | None]:
    """Health in percent and charge cycles of the first battery that the kernel knows (`energy_*` in µWh or `charge_*` in µAh)."""
    for battery in sorted(folder.glob("BAT*")):
        for what in ("energy", "charge"):
            full, design = _number(battery / f"{what}_full"), _number(battery / f"{what}_full_design")
            if full and design:
                health = round(100 * full / design, 1)
                return (health if 0 < health <= 150 else None), _number(battery / "cycle_count") or None
    return None, None


def _number(file: Path) -> int | None:
    try:
        return int(file.read_text("ascii"))
    except (OSError, ValueError):
        return None
