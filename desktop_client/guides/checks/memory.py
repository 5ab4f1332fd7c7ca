"""Whether memory is short so that it hurts, or all processors are busy throughout."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.measures import available, biggest_three, busiest_three, gigabytes, percent
from desktop_client.guides.verdict import NotPossible, Seen, found, not_possible, ok
from desktop_client.system.commands import Run
from desktop_client.system.machine.cgroup import Group, smallest_group
from desktop_client.system.machine.memory import read_memory
from desktop_client.system.machine.pressure import mac_level, swapped_in_bytes, waiting_percent, windows_commit
from desktop_client.system.not_known import NotKnown
from desktop_client.system.programs.processes import Program
from desktop_client.system.programs.whole_programs import between, watch

SAMPLES = 3
SCARCE_PERCENT = 10.0
WAITING_PERCENT = 10.0
SWAP_IN_BYTES_A_SECOND = 1_000_000
COMMIT_PERCENT = 90.0
MAC_WARNING = 2
BUSY_PERCENT = 90.0


@dataclass(frozen=True, kw_only=True)
class Sample:
    """Memory at one moment, of the computer or of the smaller group that this session is in. `cores` are percent busy since the last."""

    total_bytes: int
    available_bytes: int
    waiting_percent: float | None = None
    swapped_in_bytes: int | None = None
    hits: int = 0
    limited: bool = False
    cores: tuple[float, ...] = ()

    @property
    def available_percent(self) -> float:
        """Of what there is."""
        return round(100 * self.available_bytes / self.total_bytes, 1) if self.total_bytes else 100.0


def read_sample() -> Sample:
    """Now."""
    import psutil  # noqa: PLC0415 - only when asked

    cores = tuple(psutil.cpu_percent(percpu=True))
    return sample_of(read_memory().total_bytes, psutil.virtual_memory().available, smallest_group(), cores)


def sample_of(total: int, left: int, group: Group | None, cores: tuple[float, ...]) -> Sample:
    """The group's figures where its limit is smaller than the computer's memory."""
    swapped = swapped_in_bytes()
    if group is None or group.limit_bytes >= total:
        return Sample(total_bytes=total, available_bytes=left, waiting_percent=waiting_percent(), swapped_in_bytes=swapped, cores=cores)
    return Sample(
        total_bytes=group.limit_bytes,
        available_bytes=min(group.available_bytes, left),
        waiting_percent=group.waiting_percent if group.waiting_percent is not None else waiting_percent(),
        swapped_in_bytes=swapped,
        hits=group.hits,
        limited=True,
        cores=cores,
    )


@dataclass(frozen=True, kw_only=True)
class MemoryCheck:
    """Available, not free: cache is no use of memory. Little left alone is no finding, nor is swap that exists."""

    name: str = "memory"
    limit_s: float = 10.0
    after: tuple[str, ...] = ()
    apart_s: float = 1.5
    sample: Callable[[], Sample] = read_sample

    def look(self, question: Question) -> Seen:
        """Three moments."""
        first = watch()
        samples = [self.sample()]
        for _ in range(SAMPLES):
            if question.wait(self.apart_s):
                return not_possible(NotPossible.STOPPED)
            samples.append(self.sample())
        programs = between(first, watch())
        seconds = self.apart_s * (len(samples) - 1)
        last = samples[-1]
        evidence = (
            *available(last.available_bytes),
            percent("share", last.available_percent),
            gigabytes("total", last.total_bytes),
        )
        if all(one.available_percent < SCARCE_PERCENT for one in samples[1:]):
            hurt = hurts(samples, seconds) or elsewhere(question.run)
            if hurt:
                return found("full", *evidence, *hurt, *_named(programs, programs[0].name if programs else "", biggest_three(programs)))
        if busy_throughout(samples):
            busiest = max(programs, key=lambda program: program.busy_percent, default=None)
            return found("busy", *_load(samples), *evidence, *_named(programs, busiest.name if busiest else "", busiest_three(programs)))
        return ok(*evidence, *_load(samples))


def hurts(samples: list[Sample], seconds: float) -> tuple[Evidence, ...]:
    """How short memory is felt, between the first moment and the last; () where it isn't."""
    first, last = samples[0], samples[-1]
    told = []
    waiting = max((one.waiting_percent or 0.0 for one in samples), default=0.0)
    if waiting >= WAITING_PERCENT:
        told.append(percent("waiting", waiting))
    if first.swapped_in_bytes is not None and last.swapped_in_bytes is not None and seconds > 0:
        speed = (last.swapped_in_bytes - first.swapped_in_bytes) / seconds
        if speed >= SWAP_IN_BYTES_A_SECOND:
            told.append(Evidence(name="swap-in", value=round(speed / 1e6, 1), unit="MB/s"))
    if last.limited and last.hits > first.hits:
        told.append(Evidence(name="limit-hit", value=last.hits - first.hits))
    return tuple(told)


def elsewhere(run: Run) -> tuple[Evidence, ...]:
    """The same as Windows and macOS tell it. Written from the documented form, not run."""
    if sys.platform == "win32":
        commit = windows_commit(run)
        if not isinstance(commit, NotKnown) and commit[0] >= COMMIT_PERCENT and commit[1] > 0:
            return (percent("commit", commit[0]), Evidence(name="hard-faults", value=commit[1], unit="/s"))
    level = mac_level()
    return (Evidence(name="pressure", value=level),) if level is not None and level >= MAC_WARNING else ()


def busy_throughout(samples: list[Sample]) -> bool:
    """Whether every core was busy in every moment after the first."""
    later = samples[1:]
    return len(later) == SAMPLES and all(one.cores and min(one.cores) >= BUSY_PERCENT for one in later)


def _load(samples: list[Sample]) -> tuple[Evidence, ...]:
    loads = [sum(one.cores) / len(one.cores) for one in samples[1:] if one.cores]
    return (percent("processor", sum(loads) / len(loads)),) if loads else ()


def _named(programs: tuple[Program, ...], program: str, three: str) -> tuple[Evidence, ...]:
    return (Evidence(name="program", value=program), Evidence(name="programs", value=three)) if programs else ()
