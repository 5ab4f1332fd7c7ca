"""Runs collectors side by side. Each is left alone when its time is over, with its commands ended; what it had said until then counts.

A thread can't be ended. One that hangs in a call into the system goes on as a daemon, and its collector is not asked again while it
does: no number of checks piles threads up.
"""

import queue
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from contract.diagnostics import Fact
from desktop_client.diagnostics.facts import Collector, NotCollectedReason, Question
from desktop_client.system.commands import Commands
from desktop_client.system.not_known import NotKnown, NotKnownError
from desktop_client.system.programs.front_program import FrontProgram

MOST_FACTS = 200
"""Of one collector; more would be a mistake of its own."""

_WATCH_S = 0.05


@dataclass(frozen=True)
class Asked:
    """What all collectors of one check are given."""

    address: str | None = None
    hosts: tuple[str, ...] = ()
    front: FrontProgram | NotKnown | None = None


@dataclass(frozen=True)
class Result:
    """What one collector said, and why there is not more, "" when that is all."""

    collector: Collector
    facts: tuple[Fact, ...]
    missing: tuple[str, ...] = ()


@dataclass(eq=False)
class _Running:
    """One collector at work. The lists grow in its thread only; `left` is set when nobody waits for it any more."""

    collector: Collector
    commands: Commands = field(default_factory=Commands)
    started: float = field(default_factory=time.monotonic)
    facts: list[Fact] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    ended: bool = False

    def work(self, asked: Asked, done: "queue.SimpleQueue[_Running]") -> None:
        question = Question(
            self.commands.run,
            self.collector.limit_s,
            address=asked.address,
            hosts=asked.hosts,
            front=asked.front,
            stopped=self.stopped,
        )
        try:
            for told in self.collector.collect(question):
                if self.stopped.is_set() or len(self.facts) >= MOST_FACTS:
                    break
                if isinstance(told, NotKnown):
                    self.missing.append(failed(told.why.value))
                else:
                    self.facts.append(told)
        except NotKnownError as error:
            self.missing.append(failed(error.reason.why.value))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other collectors go on
            # The error's text may hold anything, a password too; its kind can't.
            self.missing.append(failed(type(error).__name__))
        finally:
            with _lock:
                self.ended = True
                _hanging.discard(self)
            done.put(self)

    def end(self, reason: str = "") -> Result:
        """Leave it alone and take what it has said."""
        self.stopped.set()
        self.commands.stop()
        missing = tuple(dict.fromkeys(self.missing))
        return Result(self.collector, tuple(self.facts), (*missing, reason) if reason else missing)


_lock = threading.Lock()
_hanging: set[_Running] = set()


def failed(why: str) -> str:
    """The reason of a collector that could not answer."""
    return f"{NotCollectedReason.FAILED}: {why}"


def slow(seconds: float) -> str:
    """The reason of a collector that was left alone after so many seconds."""
    return f"{NotCollectedReason.SLOW}: no answer in {max(1, round(seconds))} s"


def run_collectors(
    collectors: Sequence[Collector],
    asked: Asked,
    *,
    limit_s: float | None = None,
    stop: threading.Event | None = None,
    on_progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> tuple[Result, ...]:
    """What each collector that works on this system said, in the order given.

    `limit_s` is for all of them together; `stop` ends the check at once. Either way, those still at work are told as slow.
    """
    chosen = [collector for collector in collectors if sys.platform in collector.systems]
    results: dict[str, Result] = {}
    done: queue.SimpleQueue[_Running] = queue.SimpleQueue()
    at_work: set[_Running] = set()
    begun = time.monotonic()
    for collector in chosen:
        with _lock:
            # One that was left early, by a limit for all or a stop, is not hanging yet.
            hangs = any(one.collector.name == collector.name and begun - one.started >= one.collector.limit_s for one in _hanging)
        if hangs:
            results[collector.name] = Result(collector, (), (f"{NotCollectedReason.SLOW}: still busy with the last check",))
            continue
        running = _Running(collector)
        at_work.add(running)
        threading.Thread(target=running.work, args=(asked, done), name=f"collector {collector.name}", daemon=True).start()
    on_progress(len(results), len(chosen))
    while at_work:
        for running in _finished(done, at_work):
            at_work.discard(running)
            results[running.collector.name] = running.end()
            on_progress(len(results), len(chosen))
        now = time.monotonic()
        everything_over = (limit_s is not None and now - begun >= limit_s) or (stop is not None and stop.is_set())
        for running in [one for one in at_work if everything_over or now - one.started >= one.collector.limit_s]:
            at_work.discard(running)
            results[running.collector.name] = _leave(running, now - running.started)
            on_progress(len(results), len(chosen))
    return tuple(results[collector.name] for collector in chosen)


def _finished(done: "queue.SimpleQueue[_Running]", at_work: set[_Running]) -> list[_Running]:
    """Those that have ended by themselves, waiting a moment for the next."""
    try:
        found = done.get(timeout=_WATCH_S)
    except queue.Empty:
        return []
    return [found] if found in at_work else []


def _leave(running: _Running, seconds: float) -> Result:
    with _lock:
        if not running.ended:
            _hanging.add(running)
    return running.end(slow(seconds))
