"""Everything that the page of a ticket shows, as plain values for its templates."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from contract.assist import AssistSession
from contract.tickets import REMOTE_HELP, State, Ticket
from contract.uploads import Attachment
from server_stub.console.asked import Asked
from server_stub.console.drawing import moment
from server_stub.console.shown_values import first_name, groups, one_line, proof, short, size, what_became, why_missing
from server_stub.console.step_sentences import sentence, step
from server_stub.console.ticket_entries import Conversation, PictureOf, ShownEntry, ShownFile, digest
from server_stub.settings.rows import Settings
from server_stub.store.accounts import initials_of
from server_stub.store.drafts import Draft, DraftKind
from server_stub.tickets.conflicts import Newer
from server_stub.tickets.ticket_page import TicketPage


@dataclass(frozen=True, kw_only=True)
class WayBack:
    """From which view of the queue somebody came, where in it this ticket stands (0 for unknown), and its neighbours' addresses."""

    view: str
    search: str = ""
    position: int = 0
    total: str = ""
    previous: str = ""
    next: str = ""

    @property
    def query(self) -> str:
        """What links of this page pass on."""
        return urlencode({"view": self.view, **({"search": self.search} if self.search else {})})

    @property
    def back(self) -> str:
        """The queue's address."""
        return f"/console/?{self.query}"

    def query_with(self, kind: str) -> str:
        """The same with the kind of answer that is open."""
        return f"{self.query}&{urlencode({'kind': kind})}"


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who has the ticket."""

    id: str
    name: str
    initials: str
    mine: bool


@dataclass(frozen=True, kw_only=True)
class Box:
    """One of the two forms. `refused` and `newer` are said when it came back without a script."""

    kind: str
    text: str
    files: tuple[ShownFile, ...]
    updated: datetime | None
    id: str
    expected: str
    refused: str = ""
    newer: str = ""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """A line of the timeline, or something that was tried."""

    at: datetime
    sentence: Markup


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The page. `sums` are other when the part of that name is other."""

    number: str
    subject: str
    state: State
    resolved: bool
    priority: int
    person: str
    first_name: str
    initials: str
    account: str
    computer: str
    telephone: str
    place: str
    last_seen: datetime | None
    holder: Holder | None
    wants_remote_help: bool
    entries: tuple[ShownEntry, ...]
    last_entry: str
    fact_groups: list[tuple[str, list[tuple[str, str]]]]
    fact_count: int
    missing: list[tuple[str, str]]
    collected: datetime | None
    tried: list[dict[str, Any]]
    others: list[dict[str, Any]]
    others_more: int
    timeline: list[Happened]
    sums: dict[str, str] = field(default_factory=dict)


def shown(asked: Asked, page: TicketPage, sessions: Sequence[AssistSession], picture_of: PictureOf, settings: Settings) -> Shown:
    """The page's values in the reader's language. Reads files' first bytes, so it is for a thread."""
    ticket, gettext, language = page.ticket, asked.gettext, asked.language
    entries = Conversation(asked, page, sessions, picture_of, topic(ticket, settings, language)).entries()
    checked = ticket.diagnostics
    mine = page.technician is not None and page.technician.id == asked.account.id
    holder = page.technician and Holder(id=page.technician.id, name=page.technician.name, initials=page.technician.initials, mine=mine)
    values: dict[str, Any] = {
        "number": ticket.number,
        "subject": one_line(ticket.subject),
        "state": ticket.state,
        "resolved": ticket.state is State.RESOLVED,
        "priority": ticket.priority,
        "person": one_line(ticket.person),
        "first_name": first_name(ticket.person),
        "initials": initials_of(one_line(ticket.person)),
        "account": one_line(ticket.account),
        "computer": one_line(ticket.computer),
        "telephone": one_line(ticket.telephone) if ticket.telephone else "",
        "place": one_line(ticket.place) if ticket.place else "",
        "last_seen": page.last_seen,
        "holder": holder,
        "wants_remote_help": wants_remote_help(ticket, sessions),
        "fact_groups": groups(checked.facts, language, gettext) if checked else [],
        "fact_count": len(checked.facts) if checked else 0,
        "missing": [(one_line(one.collector), why_missing(one.reason, gettext)) for one in checked.not_collected] if checked else [],
        "collected": checked and checked.collected,
        "tried": tried(ticket, language, gettext),
        "others": [{"number": one.number, "subject": short(one.subject), "state": one.state} for one in page.others],
        "others_more": page.others_count - len(page.others),
        "timeline": timeline(page, gettext),
    }
    parts = {
        "acts": ("number", "resolved"),
        "props": ("state", "priority", "holder", "wants_remote_help"),
        "facts": ("fact_groups", "missing", "collected"),
        "tried": ("tried",),
        "person": ("person", "account", "computer", "telephone", "place"),
        "others": ("others", "others_more"),
        "timeline": ("timeline",),
    }
    sums = {name: digest([values[one] for one in of]) for name, of in parts.items()}
    return Shown(**values, entries=entries, last_entry=page.last, sums=sums)


def topic(ticket: Ticket, settings: Settings, language: str) -> str:
    """What the employee chose that it is about, "" for nothing."""
    names = next((one.name for one in settings.categories if one.key == ticket.category), {})
    return names.get(language) or names.get("en") or one_line(ticket.category) if ticket.category else ""


def wants_remote_help(ticket: Ticket, sessions: Sequence[AssistSession]) -> bool:
    """Whether the employee asked for remote help, and nobody has answered that with a session since."""
    wished = max((one.created for one in ticket.messages if one.wants == REMOTE_HELP), default=None)
    return wished is not None and ticket.state is not State.RESOLVED and all(one.asked < wished for one in sessions)


def tried(ticket: Ticket, language: str, gettext: Any) -> list[dict[str, Any]]:
    """What guides tried before the report."""
    return [
        {
            "at": one.at,
            "title": one_line(one.title or one.name or one.step),
            "result": what_became(one, gettext),
            "evidence": proof(one.evidence, language, gettext),
        }
        for one in ticket.tried
    ]


def timeline(page: TicketPage, gettext: Any) -> list[Happened]:
    """Everything that happened, newest first."""
    return [
        Happened(at=one.at, sentence=sentence(step(one.kind, one.side, one.detail), one.actor, one.kind, gettext))
        for one in reversed(page.entries)
    ]


def box(
    asked: Asked,
    number: str,
    kind: DraftKind,
    draft: Draft,
    *,
    id_: str,
    expected: str,
    refused: str = "",
    newer: Newer | None = None,
) -> Box:
    """One of the two forms with what was begun in it."""
    said = ""
    if newer is not None:
        last = newer.entries[-1]
        answered = asked.gettext("{name} answered {when}.")
        said = Markup("{}").format(answered).format(name=escape(one_line(last.actor)), when=moment(asked.language)(last.at))
    files = tuple(draft_file(asked, number, one) for one in draft.files)
    return Box(kind=kind.value, text=draft.text, files=files, updated=draft.updated, id=id_, expected=expected, refused=refused, newer=said)


def draft_file(asked: Asked, number: str, one: Attachment) -> ShownFile:
    """A file that waits to be sent."""
    address = f"/console/tickets/{number}/drafts/{one.id}"
    return ShownFile(id=one.id, name=short(one.name), size=size(one.size_bytes, asked.language), address=address, alt=one.type)
