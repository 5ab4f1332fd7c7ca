"""Measured values as evidence, in the units in which people read them."""

from collections.abc import Sequence

from contract.guides import Evidence
from desktop_client.system.programs.processes import Program

GB = 1_000_000_000
THREE = 3


def gigabytes(name: str, count: int) -> Evidence:
    """Bytes as gigabytes: two decimals below ten, since there they matter."""
    value = count / GB
    return Evidence(name=name, value=round(value, 2 if value < 10 else 1), unit="GB")


def available(count: int) -> tuple[Evidence, Evidence]:
    """What is left, as a size, and as the bare number of gigabytes that sentences name: "{n} GB are available"."""
    size = gigabytes("available", count)
    return Evidence(name="n", value=size.value), size


def percent(name: str, value: float) -> Evidence:
    """A share of a hundred."""
    return Evidence(name=name, value=round(value, 1), unit="%")


def biggest_three(programs: Sequence[Program]) -> str:
    """The first three with their memory: "firefox 3.1 GB, code 1.2 GB, teams 0.9 GB"."""
    return ", ".join(f"{program.name} {program.memory_bytes / GB:.1f} GB" for program in programs[:THREE])


def busiest_three(programs: Sequence[Program]) -> str:
    """The three that use the processor most, as shares of all cores: "ffmpeg 93 %, …"."""
    busiest = sorted(programs, key=lambda program: -program.busy_percent)[:THREE]
    return ", ".join(f"{program.name} {program.busy_percent:.0f} %" for program in busiest)
