"""Runs checks, cause before consequence, those that don't depend on each other side by side.

A check waits for those of this run whose findings would make it meaningless; behind such a finding it isn't asked. One that hangs is left
alone after its limit with its commands ended, and isn't asked again while it hangs.
"""

import queue
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from contract.guides import Evidence
from desktop_client.guides.check import Check, Question
from desktop_client.guides.company import NOTHING_KNOWN, Company
from desktop_client.guides.verdict import AFTER, NotPossible, Outcome, Seen, Verdict, name_of, not_possible, parameter_of
from desktop_client.system.commands import Commands
from desktop_client.system.not_known import NotKnownError, Why

WATCH_S = 0.05
GRACE_S = 0.5
"""A check that watches its own limit may still put its verdict together."""

WHY: Mapping[Why, NotPossible] = {Why.DENIED: NotPossible.RIGHTS, Why.TIMEOUT: NotPossible.TIME, Why.UNREADABLE: NotPossible.FAILED}
"""What is not in the table is not here."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What all checks of one run are given; see `Question`. `past` and `keep` take the check's name before the measurement's."""

    company: Company = NOTHING_KNOWN
    guide: str = ""
    past: Callable[[str, str], tuple[float, ...]] = lambda _check, _name: ()
    keep: Callable[[str, str, float], object] = lambda _check, _name, _value: None


NOTHING_ASKED = Asked()


@dataclass(eq=False)
class _Running:
    check: Check
    reference: str
    done: "queue.SimpleQueue[_Running]"
    commands: Commands = field(default_factory=Commands)
    stopped: threading.Event = field(default_factory=threading.Event)
    started: float = field(default_factory=time.monotonic)
    seen: Seen | None = None

    def work(self, question: Question) -> None:
        try:
            seen = self.check.look(question)
        except NotKnownError as error:
            seen = not_possible(WHY.get(error.reason.why, NotPossible.NOT_HERE))
        except Exception as error:  # noqa: BLE001 - whatever it is, it proves nothing, and the other checks go on
            # The error's text may hold anything; its kind can't.
            seen = not_possible(NotPossible.FAILED, Evidence(name="error", value=type(error).__name__))
        with _lock:
            _hanging.discard(self.reference)
            self.seen = seen
        self.done.put(self)

    def leave(self) -> None:
        with _lock:
            if self.seen is None:
                _hanging.add(self.reference)
        self.stopped.set()
        self.commands.stop()


_lock = threading.Lock()
_hanging: set[str] = set()
"""References of checks that were left and have not come back."""


def run_checks(
    checks: Sequence[Check],
    references: Sequence[str],
    asked: Asked = NOTHING_ASKED,
    *,
    earlier: Mapping[str, Verdict] | None = None,
    stop: threading.Event | None = None,
    on_begin: Callable[[str], object] = lambda _reference: None,
    on_verdict: Callable[[Verdict], object] = lambda _verdict: None,
) -> tuple[Verdict, ...]:
    """The verdicts on `references`, such as "dns" or "answers(mail)", in the order given.

    `checks` are all that there are, in cause order. `earlier` are verdicts that still hold and aren't measured again. `stop` ends all:
    those that are left are told as stopped. `on_begin` and `on_verdict` are called in this thread.
    """
    run = _Run(checks, references, asked, earlier or {}, on_begin, on_verdict)
    while run.goes_on():
        if stop is not None and stop.is_set():
            run.end()
        else:
            run.begin()
            run.take()
            run.leave_late()
    return tuple(run.verdicts[reference] for reference in references)


class _Run:
    """One run, in the thread of its caller."""

    def __init__(
        self,
        checks: Sequence[Check],
        references: Sequence[str],
        asked: Asked,
        earlier: Mapping[str, Verdict],
        on_begin: Callable[[str], object],
        on_verdict: Callable[[Verdict], object],
    ) -> None:
        self._known = {check.name: check for check in checks}
        self._asked, self._on_begin, self._on_verdict = asked, on_begin, on_verdict
        place = {check.name: number for number, check in enumerate(checks)}
        wanted = sorted(dict.fromkeys(references), key=lambda reference: place.get(name_of(reference), -1))
        self.verdicts = dict(earlier)
        self._waiting = [reference for reference in wanted if reference not in earlier]
        self._at_work: dict[str, _Running] = {}
        self._done: queue.SimpleQueue[_Running] = queue.SimpleQueue()

    def goes_on(self) -> bool:
        return bool(self._waiting or self._at_work)

    def begin(self) -> None:
        """Those that wait for nothing any more."""
        for reference in list(self._waiting):
            check = self._known.get(name_of(reference))
            if check is None:
                self._tell(reference, not_possible(NotPossible.NOT_HERE))
            elif not _waits(check, reference, [*self._waiting, *self._at_work]):
                if blocked := _behind(check, self.verdicts):
                    self._tell(reference, not_possible(f"{AFTER}{blocked}"))
                else:
                    self._start(check, reference)

    def take(self) -> None:
        """One that has ended by itself, waiting a moment for it."""
        try:
            running = self._done.get(timeout=WATCH_S if self._at_work else 0)
        except queue.Empty:
            return
        if self._at_work.get(running.reference) is running and running.seen is not None:
            self._tell(running.reference, running.seen, time.monotonic() - running.started)

    def leave_late(self) -> None:
        """Those whose time is over."""
        now = time.monotonic()
        for reference, running in list(self._at_work.items()):
            if now - running.started >= running.check.limit_s + GRACE_S:
                running.leave()
                self._tell(reference, not_possible(NotPossible.TIME), now - running.started)

    def end(self) -> None:
        """Everything that is left, at once."""
        for reference, running in list(self._at_work.items()):
            running.leave()
            self._tell(reference, not_possible(NotPossible.STOPPED), time.monotonic() - running.started)
        for reference in list(self._waiting):
            self._tell(reference, not_possible(NotPossible.STOPPED))

    def _start(self, check: Check, reference: str) -> None:
        with _lock:
            hangs = reference in _hanging
        if hangs:
            self._tell(reference, not_possible(NotPossible.TIME))
            return
        running = _Running(check, reference, self._done)
        question = Question(
            run=running.commands.run,
            limit_s=check.limit_s,
            company=self._asked.company,
            parameter=parameter_of(reference),
            earlier=dict(self.verdicts),
            guide=self._asked.guide,
            past=lambda name: self._asked.past(check.name, name),
            keep=lambda name, value: self._asked.keep(check.name, name, value),
            stopped=running.stopped,
        )
        self._waiting.remove(reference)
        self._at_work[reference] = running
        threading.Thread(target=running.work, args=(question,), name=f"check {reference}", daemon=True).start()
        self._on_begin(reference)

    def _tell(self, reference: str, seen: Seen, took_s: float = 0.0) -> None:
        if reference in self._waiting:
            self._waiting.remove(reference)
        self._at_work.pop(reference, None)
        verdict = Verdict(check=reference, seen=seen, at=datetime.now(UTC), took_s=round(took_s, 3))
        self.verdicts[reference] = verdict
        self._on_verdict(verdict)


def _waits(check: Check, reference: str, others: Sequence[str]) -> bool:
    """Whether a cause of it has not been looked at yet."""
    causes = {name_of(cause.partition(":")[0]) for cause in check.after}
    return any(name_of(other) in causes for other in others if other != reference)


def _behind(check: Check, causes: Mapping[str, Verdict]) -> str:
    """The check whose finding makes this one meaningless, "" for none. What itself stands behind a finding hands that on.

    A check may say by itself that it stands behind a later one (a portal's page whose name isn't found, behind dns): that hands on nothing
    before the later one has been looked at and found something.
    """
    found = {name_of(reference) for reference, verdict in causes.items() if verdict.outcome is Outcome.FOUND}
    for cause in check.after:
        name, _, code = cause.partition(":")
        for verdict in causes.values():
            if not verdict.is_about(name):
                continue
            if verdict.outcome is Outcome.FOUND and code in {"", verdict.code}:
                return name
            behind = verdict.code.removeprefix(AFTER)
            if verdict.outcome is Outcome.NOT_POSSIBLE and behind != verdict.code and behind in found:
                return behind
    return ""
