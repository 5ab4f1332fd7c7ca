"""What remote help shows, as plain values: the request, the code, the bar, and how it ended. One `AssistNow` in, one `AssistView` out."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from contract.assist import CONSENT_VERSION, Ability, AssistSession, End, ShownTechnician
from desktop_client.assist.now import AssistNow, Phase
from desktop_client.assist.tool import CodeFrom, Tool
from desktop_client.reasons import Reason

BEFORE_CONSENT = {
    End.DECLINED: "declined",
    End.EXPIRED: "expired",
    End.TECHNICIAN: "withdrawn",
    End.WORDS_DIFFER: "words-differ",
    End.TICKET_CLOSED: "ticket-closed",
}
"""What is told of a request that led to nothing, by its end; of every other end, that it is over."""


@dataclass(frozen=True, kw_only=True)
class Asker:
    """Who asks. `role` is a key ("technician", "lead"), `picture` a PNG or JPEG, b"" without one: then the initials stand for it."""

    name: str
    first: str
    title: str
    role: str
    initials: str
    picture: bytes


@dataclass(frozen=True, kw_only=True)
class ToolView:
    """A tool to choose, and what consent says about it. `limits` are keys of sentences; `missing` says why it can't be used now."""

    key: str
    name: str
    can: tuple[Ability, ...]
    limits: tuple[str, ...]
    closes: bool
    missing: Reason | None
    download: str


@dataclass(frozen=True, kw_only=True)
class AskView:
    """The request. `words` are None while they are made. `left_s` are whole seconds until it expires."""

    session: str
    asker: Asker
    number: str
    subject: str
    words: tuple[str, str] | None
    tools: tuple[ToolView, ...]
    left_s: int
    offline: bool

    @property
    def usable(self) -> tuple[ToolView, ...]:
        """The tools that work on this computer now."""
        return tuple(tool for tool in self.tools if tool.missing is None)

    @property
    def may_share(self) -> bool:
        """Whether there is something to agree to: the words to compare, and a tool."""
        return self.words is not None and bool(self.usable)


@dataclass(frozen=True, kw_only=True)
class CodeView:
    """A code that brings both sides together. `wanted`: the person pastes it here; else `code` is shown, to be typed into the tool.

    `where` is the key of the sentence that says where it is found, `refused` why the last one wasn't taken.
    """

    session: str
    name: str
    tool: str
    wanted: bool
    where: str
    code: str
    refused: Reason | None


class BarKind(StrEnum):
    """What the bar is for."""

    STARTING = "starting"
    RUNNING = "running"
    CONFIRM_CLOSED = "confirm-closed"


@dataclass(frozen=True, kw_only=True)
class BarView:
    """The bar on every screen. `elapsed_s` is None until the tool runs; `closes_at` is set where it ends by itself at the latest then.

    `has_code`: there is a code to show or to paste. `keys` names the key that stops it, "" where there is none.
    """

    session: str
    kind: BarKind
    asker: Asker
    tool: str
    can: tuple[Ability, ...]
    closes: bool
    elapsed_s: int | None = None
    closes_at: datetime | None = None
    offline: bool = False
    has_code: bool = False
    keys: str = ""

    @property
    def framed(self) -> bool:
        """Whether the screens carry the red border: somebody may see them."""
        return self.kind is not BarKind.STARTING


@dataclass(frozen=True, kw_only=True)
class ReceiptView:
    """A session that consent was given to. `elapsed_s` is None where the tool never ran; `sure`: Sigap saw that the tool is closed.

    `audit` is the hash of its entry in the backend's record, "" before it is known.
    """

    session: str
    ticket: str
    number: str
    asker: Asker
    tool: str
    asked_for: tuple[Ability, ...]
    allowed: tuple[Ability, ...]
    begun: datetime
    ended: datetime | None
    elapsed_s: int | None
    end: End
    sure: bool
    consent_version: int
    audit: str = ""


@dataclass(frozen=True, kw_only=True)
class SentenceView:
    """How it ended where there is nothing to account for. `key` names the sentence; `passing`: the person has just said so, and knows."""

    session: str
    ticket: str
    number: str
    key: str
    name: str
    tool: str = ""
    passing: bool = False


@dataclass(frozen=True, kw_only=True)
class AssistView:
    """All that is shown of a session; at most one of `ask`, `receipt` and `sentence`."""

    ask: AskView | None = None
    code: CodeView | None = None
    bar: BarView | None = None
    receipt: ReceiptView | None = None
    sentence: SentenceView | None = None

    @property
    def viewer(self) -> str:
        """Who sees the screen now, "" for nobody; the tray icon tells it."""
        return self.bar.asker.name if self.bar is not None and self.bar.framed else ""


@dataclass(frozen=True, kw_only=True)
class WarningView:
    """A remote tool that opened with no session to belong to."""

    key: str
    tool: str


def assist_view(now: AssistNow | None, at: datetime, keys: str = "") -> AssistView:
    """What is shown at that moment; `keys` is the key that stops it, as it is written on this computer."""
    if now is None:
        return AssistView()
    if now.phase is Phase.ASKED:
        return AssistView(ask=ask_view(now, at))
    if now.phase is Phase.OVER:
        return _over(now, at)
    return AssistView(code=code_view(now), bar=bar_view(now, at, keys))


def asker_of(technician: ShownTechnician, picture: bytes = b"") -> Asker:
    """A technician as the person sees one."""
    parts = technician.name.split()
    initials = "".join(part[0] for part in (parts[:1] + parts[1:][-1:])).upper()
    return Asker(
        name=technician.name,
        first=parts[0] if parts else "",
        title=technician.title,
        role=technician.role,
        initials=initials,
        picture=picture,
    )


def ask_view(now: AssistNow, at: datetime) -> AskView:
    """The request, at that moment."""
    session = now.session
    return AskView(
        session=session.id,
        asker=asker_of(session.technician, now.picture),
        number=session.number,
        subject=session.subject,
        words=now.words,
        tools=tuple(_tool_view(tool) for tool in now.tools),
        left_s=max(0, int((session.expires - at).total_seconds())),
        offline=now.offline,
    )


def _tool_view(tool: Tool) -> ToolView:
    return ToolView(
        key=tool.key,
        name=tool.name,
        can=tool.can,
        limits=tool.limits,
        closes=tool.closes,
        missing=tool.missing,
        download=tool.download,
    )


def code_view(now: AssistNow) -> CodeView | None:
    """The code that is to be pasted, or typed into the tool; None when there is none."""
    given = now.tool is not None and now.tool.code_from is CodeFrom.TECHNICIAN and bool(now.code)
    if now.phase not in {Phase.STARTING, Phase.RUNNING} or not (now.code_wanted or given):
        return None
    return CodeView(
        session=now.session.id,
        name=now.session.technician.name,
        tool=_tool_name(now),
        wanted=now.code_wanted,
        where=now.tool.where if now.tool is not None else "",
        code="" if now.code_wanted else now.code,
        refused=now.code_refused,
    )


def bar_view(now: AssistNow, at: datetime, keys: str = "") -> BarView:
    """The bar, at that moment."""
    kinds = {Phase.STARTING: BarKind.STARTING, Phase.CONFIRM_CLOSED: BarKind.CONFIRM_CLOSED}
    kind = kinds.get(now.phase, BarKind.RUNNING)
    running = kind is BarKind.RUNNING
    return BarView(
        session=now.session.id,
        kind=kind,
        asker=asker_of(now.session.technician, now.picture),
        tool=_tool_name(now),
        can=now.tool.can if now.tool is not None else now.session.can,
        closes=now.tool.closes if now.tool is not None else False,
        elapsed_s=_seconds(now.since, at) if running else None,
        closes_at=now.closes_at if running else None,
        offline=now.offline,
        has_code=code_view(now) is not None,
        keys=keys if kind is not BarKind.CONFIRM_CLOSED else "",
    )


def _over(now: AssistNow, at: datetime) -> AssistView:
    session = now.session
    end = now.end or session.end or End.UNKNOWN
    if end is End.NOT_OUR_HELP_DESK:
        return AssistView(sentence=_sentence(now, "not-ours" if now.alarmed else "not-ours-yet"))
    if session.consented is None and now.since is None:  # what ran here was shared, whatever the backend says of it
        return AssistView(sentence=_sentence(now, BEFORE_CONSENT.get(end, "over"), passing=end is End.DECLINED))
    if end is End.TOOL_FAILED and now.since is None:
        return AssistView(sentence=_sentence(now, "tool-failed"))
    return AssistView(receipt=receipt_view(now, at))


def _sentence(now: AssistNow, key: str, *, passing: bool = False) -> SentenceView:
    session = now.session
    return SentenceView(
        session=session.id,
        ticket=session.ticket,
        number=session.number,
        key=key,
        name=session.technician.name,
        tool=_tool_name(now),
        passing=passing,
    )


def receipt_view(now: AssistNow, at: datetime) -> ReceiptView:
    """The receipt of a session that is over; `at` stands for its end while the backend hasn't told it."""
    ended = now.session.ended or at
    return replace(
        receipt_of(now.session, now.tool, now.picture),
        tool=_tool_name(now),
        end=now.end or now.session.end or End.UNKNOWN,
        ended=ended,
        elapsed_s=_seconds(now.session.started or now.since, ended),
    )


def receipt_of(session: AssistSession, tool: Tool | None = None, picture: bytes = b"") -> ReceiptView:
    """The same of a session alone, as a ticket keeps it."""
    return ReceiptView(
        session=session.id,
        ticket=session.ticket,
        number=session.number,
        asker=asker_of(session.technician, picture),
        tool=session.tool_name or session.tool,
        asked_for=session.wanted,
        allowed=session.can or (tool.can if tool is not None else ()),
        begun=session.started or session.consented or session.asked,
        ended=session.ended,
        elapsed_s=_seconds(session.started, session.ended) if session.ended is not None else None,
        end=session.end or End.UNKNOWN,
        sure=tool is not None and tool.closes,
        consent_version=session.consent_version or CONSENT_VERSION,
        audit=session.audit,
    )


def _tool_name(now: AssistNow) -> str:
    return now.tool.name if now.tool is not None else now.session.tool_name or now.session.tool


def _seconds(since: datetime | None, until: datetime) -> int | None:
    return None if since is None else max(0, int((until - since).total_seconds()))
