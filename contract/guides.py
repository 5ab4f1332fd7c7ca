"""Guides: articles whose steps are data. A guide can only name checks, fixes and pages that the client ships: nothing in it is run.

Steps lead forward only: a step that looks again is a check step of its own. `docs/how-to/write-a-guide.md` explains the format to its
authors; `docs/guide.schema.json` is rendered from these values.
"""

from enum import StrEnum

from contract.wire import Part, Utc

CHECKS: dict[str, tuple[str, ...]] = {
    "connected": ("off", "unplugged", "no-wifi", "no-address", "no-route"),
    "gateway": ("silent",),
    "portal": ("login-page",),
    "proxy": ("dead", "sign-in", "pac-missing"),
    "dns": ("none", "first-dead", "system", "lies", "inside"),
    "line": ("loss-near", "loss-far", "delay-near", "delay-far", "crowded", "own-traffic", "slow"),
    "clock": ("off", "codes"),
    "disk": ("full", "low", "inodes", "quota", "read-only"),
    "memory": ("full", "busy"),
    "hung": ("silent", "paused", "waits-disk"),
    "printer": ("none", "no-default", "gone", "paused", "rejecting", "needs-hand", "wrong"),
    "queue": ("stuck", "stopped", "service"),
    "sound": ("muted", "low", "program-muted", "mic-muted", "no-permission", "no-output", "to-monitor", "no-mic"),
    "restart": ("pending",),
    "answers": ("no-name", "refused", "silent", "certificate", "5xx"),
}
"""Every check with what it may find. `answers` takes a service of the company's list by key: `answers(mail)`."""

WITH_PARAMETER = frozenset({"answers"})

FIXES = ("renew", "switch-dns", "clear-queue", "restart-print", "set-default", "free", "end-program", "unmute")

ACTS = (
    *("open-portal", "open-date-settings", "open-network-settings", "open-sound-settings", "open-camera-settings"),
    *("open-printer-settings", "open-storage-settings", "play-tone"),
)
"""What a button of a step may do besides going on: open a page of the system, or play a soft tone."""


class EndOutcome(StrEnum):
    """How a guide ends. `solved` runs the proof first; `report` opens the report; `report-many` says that others have it too."""

    SOLVED = "solved"
    REPORT = "report"
    REPORT_MANY = "report-many"


class Answer(Part, frozen=True, kw_only=True):
    """An answer to a question and the step that follows it."""

    text: str
    go: str


class ReadStep(Part, frozen=True, kw_only=True, tag_field="step", tag="read"):
    """Something to read or do; `act` puts a button beside it."""

    id: str
    title: str
    text: str = ""
    act: str = ""
    go: str


class AskStep(Part, frozen=True, kw_only=True, tag_field="step", tag="ask"):
    """A question. `unknown` is where "I don't know" leads: every question has it."""

    id: str
    title: str
    text: str = ""
    act: str = ""
    answers: tuple[Answer, ...]
    unknown: str


class CheckStep(Part, frozen=True, kw_only=True, tag_field="step", tag="check"):
    """Looks. All checks run, cause before consequence; the first finding in the order of `checks` decides.

    `found` leads by "check:code", else by "check"; `ok` is for no finding, `not_possible` (else `ok`) where none of them could look.
    """

    id: str
    title: str
    text: str = ""
    checks: tuple[str, ...]
    ok: str
    found: dict[str, str]
    not_possible: str = ""


class FixStep(Part, frozen=True, kw_only=True, tag_field="step", tag="fix"):
    """Offers a fix: explain, ask, apply, look again. `fixed` only when the check that found it is ok afterwards; else `not_fixed`,
    also when the person skips it, when it isn't there, and when it needs rights that were refused.
    """

    id: str
    title: str
    text: str = ""
    fix: str
    fixed: str
    not_fixed: str


class GuideStep(Part, frozen=True, kw_only=True, tag_field="step", tag="guide"):
    """Leads to another guide by its `article` key; what was found goes along. With `go`, it comes back there; else this guide ends."""

    id: str
    title: str
    text: str = ""
    guide: str
    go: str = ""


class RestartStep(Part, frozen=True, kw_only=True, tag_field="step", tag="restart"):
    """A restart of the computer, first; the guide goes on at `go` after it, and also when the person can't restart now. Once in a guide."""

    id: str
    title: str
    text: str = ""
    go: str


class EndStep(Part, frozen=True, kw_only=True, tag_field="step", tag="end"):
    """The end. `text` may name evidence in braces, such as {printer}; a sentence whose evidence is not there is left out."""

    id: str
    title: str
    text: str = ""
    outcome: EndOutcome


Step = ReadStep | AskStep | CheckStep | FixStep | GuideStep | RestartStep | EndStep


class Guide(Part, frozen=True, kw_only=True):
    """The steps. `first` is where it begins; `proof` are the checks that "solved" runs again, none where no computer can see it.

    `part`: only other guides lead here; it is not found by itself.
    """

    first: str
    proof: tuple[str, ...] = ()
    part: bool = False
    steps: tuple[Step, ...]


class Evidence(Part, frozen=True, kw_only=True):
    """A measured value behind a verdict, by a stable name such as "loss" with its unit, "" for none."""

    name: str
    value: str | int | float | bool
    unit: str = ""


class Tried(Part, frozen=True, kw_only=True):
    """One thing that a guide tried before the report: `kind` "check", "fix" or "answer".

    `result` of a check is its verdict ("ok", "found:dead", "not_possible:time"); of a fix "helped", "no-help", "undone", "skipped" or
    "not_possible:REASON"; of a question what the person answered. `title` is the step's, in the person's language.
    """

    guide: str
    step: str
    title: str = ""
    kind: str
    name: str = ""
    result: str
    evidence: tuple[Evidence, ...] = ()
    at: Utc
