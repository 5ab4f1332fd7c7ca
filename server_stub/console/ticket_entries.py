"""The conversation of a ticket as the page shows it: what was said, internal notes, and what happened between, in one order."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from markupsafe import Markup

from contract.assist import LIVE, AssistSession
from contract.tickets import Impact, Message, Ticket, Urgency
from contract.uploads import Attachment
from server_stub.console.asked import Asked
from server_stub.console.shown_text import markdown, plain
from server_stub.console.shown_values import one_line, short, size
from server_stub.console.step_sentences import sentence, step
from server_stub.pictures import Picture
from server_stub.store.accounts import initials_of
from server_stub.store.notes import Note
from server_stub.tickets.ticket_page import Entry, TicketPage

LONG_LETTERS = 6_000
"""A longer text scrolls within itself, so that it doesn't bury the others."""

BETWEEN = frozenset({"read", "received"})
"""Kinds that only the whole timeline shows: the report itself stands for "received"."""

ASSIST = "assist"
NOTHING = Markup()
PictureOf = Callable[[Attachment], Picture | None]


@dataclass(frozen=True, kw_only=True)
class ShownFile:
    """A file beside some words. `about` and `alt` say what a picture is."""

    id: str
    name: str
    size: str
    address: str
    about: str = ""
    alt: str = ""


@dataclass(frozen=True, kw_only=True)
class Pill:
    """A word on a coloured ground."""

    text: str
    style: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownEntry:
    """One entry. `kind`: "from" the employee, "to" the employee, "note", "step" or "assist" (a receipt).

    `sum` is other when anything of it is other; `says` is what is announced when it comes while somebody looks.
    """

    id: str
    kind: str
    at: datetime
    actor: str = ""
    initials: str = ""
    mine: bool = False
    report: bool = False
    words: Markup = NOTHING
    marked: bool = False
    long: bool = False
    label: str = ""
    says: str = ""
    pills: tuple[Pill, ...] = ()
    chips: tuple[str, ...] = ()
    pictures: tuple[ShownFile, ...] = ()
    files: tuple[ShownFile, ...] = ()
    icon: str = ""
    sentence: Markup = NOTHING
    session: AssistSession | None = None
    sum: str = field(default="")


@dataclass(frozen=True)
class Conversation:
    """Makes the entries of a page for whoever reads it."""

    asked: Asked
    shown: TicketPage
    sessions: Sequence[AssistSession]
    picture_of: PictureOf
    topic: str

    def entries(self) -> tuple[ShownEntry, ...]:
        """All of them, oldest first."""
        made = [entry for one in self.shown.entries if (entry := self.entry(one)) is not None]
        if not any(one.report for one in made):
            made.insert(0, self.report("0", self.shown.ticket.created))
        return tuple(replace(one, sum=digest(one)) for one in made)

    def entry(self, one: Entry) -> ShownEntry | None:
        """One entry; None for what only the whole timeline shows."""
        if one.kind == "received":
            return self.report(one.id, one.at)
        if one.message is not None and (one.message.text.strip() or one.message.attachments):
            return self.message(one, one.message)
        if one.note is not None:
            return self.note(one, one.note)
        if one.kind in BETWEEN:
            return None
        ended = self.ended(one)
        if ended is not None:
            return ShownEntry(id=one.id, kind="assist", at=one.at, session=ended, says=str(self.told(one).striptags()))
        told = self.told(one)
        mine = one.account == self.asked.account.id
        says = str(told.striptags())
        return ShownEntry(
            id=one.id, kind="step", at=one.at, icon=step(one.kind, one.side, one.detail).icon, sentence=told, mine=mine, says=says
        )

    def told(self, one: Entry) -> Markup:
        """What happened, as a sentence."""
        return sentence(step(one.kind, one.side, one.detail), one.actor, one.kind, self.asked.gettext)

    def ended(self, one: Entry) -> AssistSession | None:
        """The session of remote help that this entry ends: its receipt stands there."""
        if one.kind != ASSIST or one.detail.get("state") in {state.value for state in LIVE}:
            return None
        return next((session for session in self.sessions if session.id == one.detail.get("session")), None)

    def report(self, id_: str, at: datetime) -> ShownEntry:
        """The words with which it began, with its chips."""
        ticket, gettext = self.shown.ticket, self.asked.gettext
        said = self.said(id_, "from", at, ticket.person, ticket.details, ticket.attachments)
        label = gettext("The report by {name}").format(name=said.actor)
        chips = tuple(chip for chip in (impact(ticket, gettext), urgency(ticket, gettext), self.topic) if chip)
        return replace(said, report=True, label=label, chips=chips)

    def message(self, one: Entry, message: Message) -> ShownEntry:
        """A message of the employee, or a reply to them."""
        gettext = self.asked.gettext
        kind = "from" if one.side == "employee" else "to"
        mine = bool(one.account) and one.account == self.asked.account.id
        said = self.said(one.id, kind, one.at, message.name, message.text, message.attachments)
        label = gettext("Message from {name}") if kind == "from" else gettext("Public reply by {name}")
        label = label.format(name=said.actor)
        pills = does(message, kind, gettext)
        return replace(said, mine=mine, label=label, pills=pills, says=label)

    def note(self, one: Entry, note: Note) -> ShownEntry:
        """An internal note."""
        said = self.said(one.id, "note", one.at, note.name, note.text, note.attachments)
        label = self.asked.gettext("Internal note by {name}").format(name=said.actor)
        mine = note.account == self.asked.account.id
        return replace(said, mine=mine, label=label, says=label, words=markdown(note.text), marked=True)

    def said(self, id_: str, kind: str, at: datetime, name: str, text: str, attachments: Sequence[Attachment]) -> ShownEntry:
        """Words with their pictures and files."""
        pictures, files = self.files(attachments)
        return ShownEntry(
            id=id_,
            kind=kind,
            at=at,
            actor=one_line(name),
            initials=initials_of(one_line(name)),
            words=plain(text.strip("\n")),
            long=len(text) > LONG_LETTERS or text.count("\n") > LONG_LETTERS // 80,
            pictures=pictures,
            files=files,
        )

    def files(self, attachments: Sequence[Attachment]) -> tuple[tuple[ShownFile, ...], tuple[ShownFile, ...]]:
        """What of it is shown as a picture, and what can only be saved."""
        pictures, files = [], []
        for one in attachments:
            made = ShownFile(
                id=one.id,
                name=short(one.name),
                size=size(one.size_bytes, self.asked.language),
                address=f"/console/tickets/{self.shown.ticket.number}/files/{one.id}",
            )
            if (picture := self.picture_of(one)) is None:
                files.append(made)
            else:
                about = f"{made.name}, {picture.width} × {picture.height}, {made.size}"
                alt = self.asked.gettext("Picture: {name}").format(name=made.name)
                pictures.append(replace(made, about=about, alt=alt))
        return tuple(pictures), tuple(files)


def does(message: Message, kind: str, gettext: Callable[[str], str]) -> tuple[Pill, ...]:
    """What a message does or wants besides its words."""
    by_employee = kind == "from"
    pills = {
        "resolve": Pill(text=gettext("It works again") if by_employee else gettext("Resolved"), style="success"),
        "reopen": Pill(text=gettext("Still broken") if by_employee else gettext("Reopened"), style="warning"),
        "remote-help": Pill(text=gettext("Asks for remote help"), style="warning"),
    }
    return tuple(pills[one] for one in (message.action, message.wants) if one in pills)


def impact(ticket: Ticket, gettext: Callable[[str], str]) -> str:
    """Who is affected, as the employee chose it."""
    words = {
        Impact.ME: gettext("Only me"),
        Impact.SOME: gettext("Some colleagues"),
        Impact.TEAM: gettext("My whole team"),
        Impact.COMPANY: gettext("The whole company"),
    }
    return words[ticket.impact]


def urgency(ticket: Ticket, gettext: Callable[[str], str]) -> str:
    """Whether they can still work, as the employee chose it."""
    words = {
        Urgency.STOPPED: gettext("Work has stopped"),
        Urgency.HARD: gettext("Works with difficulty"),
        Urgency.WORKAROUND: gettext("Works in another way for now"),
        Urgency.WAIT: gettext("This can wait"),
    }
    return words[ticket.urgency]


def digest(value: object) -> str:
    """A short text that is other for anything that is shown otherwise."""
    return hashlib.sha256(repr(value).encode("utf-8", "backslashreplace")).hexdigest()[:16]
