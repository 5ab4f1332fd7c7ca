"""What the guide player shows, as plain values: one scene at a time, in words that are already said in the person's language.

Who makes a view asks a face for the words (`GuideWords`), since verdicts, plans and what was tried are values. What an article's author
wrote (titles, texts, answers) is shown as it is, always as plain text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from contract.guides import Tried
from desktop_client.guides.fix import Plan
from desktop_client.guides.verdict import Verdict

UNKNOWN = "unknown"
"""The key of the answer "I don't know", which every question has."""


class Tone(StrEnum):
    """What a mark says, by shape, colour and word together. `PLAIN` says nothing: a value without judgement, or not possible."""

    OK = "success"
    FOUND = "warning"
    FAILED = "danger"
    PLAIN = "muted"


@dataclass(frozen=True)
class Said:
    """A sentence: `title` without its full stop, and what follows it, perhaps ""."""

    title: str
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class EvidenceRow:
    """A measured value with its label. `before` is what it was before a fix, "" for none or the same."""

    label: str
    value: str
    before: str = ""
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, kw_only=True)
class SaidVerdict:
    """A verdict in words.

    `name` is the check's ("Printer"); `title` without its full stop; `details` are codes and raw evidence for "Technical details".
    """

    name: str
    title: str
    text: str = ""
    tone: Tone = Tone.PLAIN
    rows: tuple[EvidenceRow, ...] = ()
    details: str = ""


@dataclass(frozen=True, kw_only=True)
class SaidChoice:
    """Something that may be ticked, or chosen as the only one. `size_bytes` 0: none is shown."""

    key: str
    title: str
    size_bytes: int = 0
    ticked: bool = True


@dataclass(frozen=True, kw_only=True)
class SaidPlan:
    """What a fix would do. `name` is what it does ("Renew the network address"); `one_choice`: exactly one of the choices."""

    name: str
    actions: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    choices: tuple[SaidChoice, ...] = ()
    one_choice: bool = False
    can_put_back: bool = False
    needs_administrator: bool = False
    takes_s: int = 10


@dataclass(frozen=True, kw_only=True)
class TriedRow:
    """One thing that was tried: `result` in a word or two ("helped", "not possible", or the person's own answer), `text` explains it."""

    title: str
    result: str
    text: str = ""
    tone: Tone = Tone.PLAIN


# Scenes. `title` and `text` are the step's own, as its author wrote them, unless said otherwise.


@dataclass(frozen=True, kw_only=True)
class ReadScene:
    """Something to read or do. `act` is a key of `contract.guides.ACTS`: a button that opens a page of the system; "" for none."""

    title: str
    text: str = ""
    act: str = ""


@dataclass(frozen=True, kw_only=True)
class ChoiceRow:
    """An answer; `answer(key)` is called with its key."""

    key: str
    text: str


@dataclass(frozen=True, kw_only=True)
class AskScene:
    """A question. "I don't know" (`UNKNOWN`) comes after the answers. `chosen` is what was answered before, for one who came back."""

    title: str
    text: str = ""
    act: str = ""
    answers: tuple[ChoiceRow, ...]
    chosen: str = ""


@dataclass(frozen=True, kw_only=True)
class CheckingScene:
    """A check runs. `checking` is its sentence ("Checking the printer…"); `started` by `time.monotonic`, `limit_s` until it is left alone.

    `checked` is what this step has looked at so far; a value without a verdict has no tone. `stopping`: Stop was pressed.
    `proof`: the guide looks again, to see whether it is solved.
    """

    title: str
    text: str = ""
    checking: str
    started: float
    limit_s: float
    checked: tuple[SaidVerdict, ...] = ()
    stopping: bool = False
    proof: bool = False


@dataclass(frozen=True, kw_only=True)
class VerdictScene:
    """What the step's checks said. `verdict` decides, the `others` are listed below it; a tone of PLAIN: it could not be checked.

    `title` is the step's and stands small above the verdict. `act` as in `ReadScene`.
    """

    title: str
    verdict: SaidVerdict
    others: tuple[SaidVerdict, ...] = ()
    act: str = ""


@dataclass(frozen=True, kw_only=True)
class OfferScene:
    """A fix is offered. `verdict` is why. `planning`: what it would do is still being found out, `plan` is None so long."""

    title: str
    text: str = ""
    verdict: SaidVerdict | None = None
    plan: SaidPlan | None = None
    planning: bool = False


@dataclass(frozen=True, kw_only=True)
class NotOfferedScene:
    """A fix that can't be done here; the guide goes on with words. `why` says the reason."""

    title: str
    text: str = ""
    why: Said
    verdict: SaidVerdict | None = None


@dataclass(frozen=True, kw_only=True)
class FixingScene:
    """A fix is applied, or put back. `started` and `limit_s` as in `CheckingScene`; `looking_again`: it is done, its check looks again.

    `asks_administrator`: the system's own dialog stands somewhere, asking for an administrator.
    """

    title: str
    plan: SaidPlan
    started: float
    limit_s: float
    can_stop: bool = False
    stopping: bool = False
    putting_back: bool = False
    looking_again: bool = False
    asks_administrator: bool = False


@dataclass(frozen=True, kw_only=True)
class FixedScene:
    """The check that found it is ok, measured anew. `verdict.rows` may say what each value was before. `at` is when, in words.

    `put_back`: it was put back since ("It is as before.").
    """

    title: str
    plan: SaidPlan
    verdict: SaidVerdict
    at: str = ""
    can_put_back: bool = False
    put_back: bool = False


@dataclass(frozen=True, kw_only=True)
class NoHelpScene:
    """It is done and a check still finds something (`verdict`), or it could not be done (`why`: rights, time, failed, cut short).

    `put_back`: it is as before.
    """

    title: str
    plan: SaidPlan
    verdict: SaidVerdict | None = None
    why: Said | None = None
    can_put_back: bool = False
    put_back: bool = False


@dataclass(frozen=True, kw_only=True)
class RestartScene:
    """The computer has to be restarted first; the guide goes on here. `back`: it was restarted, as far as the system tells."""

    title: str
    text: str = ""
    back: bool = False


@dataclass(frozen=True, kw_only=True)
class AskWorksScene:
    """Nothing here can be measured, or it was and only the person sees the rest: "Does it work now?"; `works(yes)` is called."""

    title: str
    text: str = ""
    checked: tuple[SaidVerdict, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SolvedScene:
    """The end. `by_person`: they said so, no check could; else `proof` is what was looked at again, at `at` in words."""

    title: str
    text: str = ""
    by_person: bool = False
    proof: tuple[SaidVerdict, ...] = ()
    at: str = ""
    not_checked: tuple[str, ...] = ()
    can_put_back: bool = False
    put_back: bool = False


@dataclass(frozen=True, kw_only=True)
class StillFoundScene:
    """The end was reached, and its check still finds something: go on with the guide, or report with what was tried."""

    title: str
    verdict: SaidVerdict
    tried: tuple[TriedRow, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BrokenScene:
    """The end that leads to a report, with everything that was tried. `many`: others have it too, the report is for all of them.

    `not_checked` names what could not be looked at.
    """

    title: str
    text: str = ""
    tried: tuple[TriedRow, ...] = ()
    not_checked: tuple[str, ...] = ()
    many: bool = False


Scene = (
    ReadScene
    | AskScene
    | CheckingScene
    | VerdictScene
    | OfferScene
    | NotOfferedScene
    | FixingScene
    | FixedScene
    | NoHelpScene
    | RestartScene
    | AskWorksScene
    | SolvedScene
    | StillFoundScene
    | BrokenScene
)


@dataclass(frozen=True, kw_only=True)
class GuideView:
    """One look at the player. `step` of about `steps` (at least `step`); `resumed`: the person came back to where they were.

    `key` names the step, so that a new look at the same step moves neither focus nor scroll; `can_back`: there is a step before.
    """

    guide: str
    key: str
    step: int
    steps: int
    scene: Scene
    can_back: bool = True
    resumed: bool = False


class GuideWords(Protocol):
    """What a face says. The windows' own is `ui/guide/guide_words.py`."""

    def verdict(self, verdict: Verdict, before: Verdict | None = None) -> SaidVerdict:
        """A verdict; with `before`, its rows tell what each value was then."""

    def checking(self, reference: str) -> str:
        """A whole sentence while that check runs, "Checking the printer…"."""

    def check_name(self, reference: str) -> str:
        """The check in a list, "Printer"."""

    def plan(self, fix: str, plan: Plan) -> SaidPlan:
        """What a fix would do."""

    def fix_name(self, fix: str) -> str:
        """What a fix does, "Renew the network address"."""

    def not_offered(self, fix: str, why: str) -> Said:
        """Why a fix can't be done here, by `guides.fix.NotHere.why`."""

    def not_done(self, fix: str, why: str, *, put_back: bool = False) -> Said:
        """Why it was not done, by `guides.fix.Applied.why`, or "cut short"; `put_back`: what had begun was put back."""

    def tried(self, tried: Tried) -> TriedRow:
        """One thing that was tried."""

    def filled(self, text: str, verdicts: Sequence[Verdict]) -> str:
        """The text with the evidence that it names in braces, lines kept; a sentence whose evidence is not there is left out.

        Of two verdicts that measured the same, the one further back stands.
        """

    def moment(self, verdict: Verdict) -> str:
        """When it was measured, "10:46"."""
