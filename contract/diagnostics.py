"""Diagnostics as data: measured values, and what could not be measured."""

from enum import StrEnum

from contract.wire import Part, Utc


class Fact(Part, frozen=True, kw_only=True):
    """A measured value, such as group "Disk", name "/ free", value 3.5, unit "GB"."""

    group: str
    name: str
    value: str | int | float | bool
    unit: str = ""


class NotCollected(Part, frozen=True, kw_only=True):
    """A collector that gave no answer, and why: "slow", "failed", "redaction" (the value could not be cleaned, so it was dropped)."""

    collector: str
    reason: str


class Diagnostics(Part, frozen=True, kw_only=True):
    """Everything that one check of a computer found, already redacted."""

    facts: tuple[Fact, ...] = ()
    not_collected: tuple[NotCollected, ...] = ()
    collected: Utc
    took_s: float


class Hidden(StrEnum):
    """What kind of value redaction took away. A fact whose value, or a part of it, was hidden says `[hidden: KIND]` in its place."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    CARD_NUMBER = "card-number"
    ID_NUMBER = "id-number"
    ACCESS_KEY = "access-key"
    USER_NAME = "user-name"
    COMPUTER_NAME = "computer-name"
    NETWORK_NAME = "network-name"
    ADDRESS = "address"
    TEXT = "text"

    def mark(self) -> str:
        """What stands in the value's place."""
        return f"[hidden: {self.value}]"
