"""Checks and fixes of the tests' own, to ask the runner and the walk what they make of them."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop_client.guides.check import Question
from desktop_client.guides.fix import Applied, Doing, FixQuestion, NotHere, Plan
from desktop_client.guides.verdict import Seen, ok


@dataclass
class ToyCheck:
    """Says what `says` says, and remembers the questions."""

    name: str
    says: Callable[[Question], Seen] = lambda _question: ok()
    after: tuple[str, ...] = ()
    limit_s: float = 5.0
    asked: list[Question] = field(default_factory=list)

    def look(self, question: Question) -> Seen:
        self.asked.append(question)
        return self.says(question)


@dataclass
class ToyFix:
    """Does what `does` does; remembers what it was asked to do and to put back."""

    name: str
    mends: tuple[str, ...]
    does: Callable[[FixQuestion], Applied] = lambda _question: Applied(done=True)
    here: bool = True
    limit_s: float = 5.0
    puts_back: bool = True
    undone: list[Mapping[str, str]] = field(default_factory=list)
    chosen: list[tuple[str, ...]] = field(default_factory=list)

    def plan(self, _question: FixQuestion) -> Plan | NotHere:
        return Plan(actions=(Doing("do"),), can_put_back=True, target={"what": "this"}) if self.here else NotHere("not here")

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        assert plan.target == {"what": "this"}
        self.chosen.append(question.chosen)
        return self.does(question)

    def put_back(self, _question: FixQuestion, undo: Mapping[str, str]) -> bool:
        self.undone.append(dict(undo))
        return self.puts_back


def hanging(released: threading.Event) -> Callable[[Question], Seen]:
    """A look that comes back only when the test says so, whatever it is told."""

    def look(_question: Question) -> Seen:
        released.wait(30)
        return ok()

    return look


def until(true: Callable[[], bool], limit_s: float = 10.0) -> None:
    """Waits for something that happens in another thread."""
    end = time.monotonic() + limit_s
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)
