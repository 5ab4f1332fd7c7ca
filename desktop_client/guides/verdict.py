"""What a check says: a verdict with its evidence."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from contract.guides import Evidence


class Outcome(StrEnum):
    """Whether there is a finding. Between two limits it is `OK`, with the value as evidence."""

    OK = "ok"
    FOUND = "found"
    NOT_POSSIBLE = "not_possible"


class NotPossible(StrEnum):
    """Why a check could not look. It proves nothing."""

    RIGHTS = "rights"
    TIME = "time"
    STOPPED = "stopped"
    NOT_HERE = "not here"
    FAILED = "failed"


AFTER = "after "
"""Before the name of the check whose finding makes this one meaningless: "after gateway"."""


@dataclass(frozen=True)
class Seen:
    """What a check gives: outcome, evidence, and a code: a finding's, that of some that are ok (`none`), or why it was not possible."""

    outcome: Outcome
    code: str = ""
    evidence: tuple[Evidence, ...] = ()


def ok(*evidence: Evidence, code: str = "") -> Seen:
    """No finding."""
    return Seen(Outcome.OK, code, evidence)


def found(code: str, *evidence: Evidence) -> Seen:
    """A finding, by its code in `contract.guides.CHECKS`."""
    return Seen(Outcome.FOUND, code, evidence)


def not_possible(why: NotPossible | str, *evidence: Evidence) -> Seen:
    """Nothing is proven."""
    return Seen(Outcome.NOT_POSSIBLE, str(why), evidence)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the check with this reference, such as "dns" or "answers(mail)", said at a time."""

    check: str
    seen: Seen
    at: datetime
    took_s: float = 0.0

    @property
    def outcome(self) -> Outcome:
        """Whether there is a finding."""
        return self.seen.outcome

    @property
    def code(self) -> str:
        """The finding, or why it was not possible."""
        return self.seen.code

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The measured values."""
        return self.seen.evidence

    def text(self) -> str:
        """As machines read it: "ok", "found:dead", "not_possible:time"."""
        return f"{self.outcome}:{self.code}" if self.code else str(self.outcome)

    def is_about(self, name: str) -> bool:
        """Whether this is the check with that name, whatever its parameter."""
        return name_of(self.check) == name

    def age_s(self, now: datetime | None = None) -> float:
        """Seconds since it was measured."""
        return ((now or datetime.now(UTC)) - self.at).total_seconds()


def name_of(reference: str) -> str:
    """The check "answers" of "answers(mail)"."""
    return reference.partition("(")[0].strip()


def parameter_of(reference: str) -> str:
    """What is asked about, "mail" of "answers(mail)"; "" for none."""
    return reference.partition("(")[2].removesuffix(")").strip()
