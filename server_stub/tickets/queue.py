"""The queue as technicians' pages show it: views, search, pages that follow each other, and what changed since."""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from contract.problems import Code
from contract.tickets import State
from server_stub.refusals import RefusalError
from server_stub.store import queue, tickets, timeline
from server_stub.store.accounts import initials_of
from server_stub.store.database import Store
from server_stub.store.queue import View

__all__ = ["Change", "Changes", "Count", "Queue", "QueuePage", "QueueRow", "Technician", "View"]

MOST_ROWS = 200
MOST_CHANGES = 500
SEARCH_LETTERS = 200
"""What comes after them in a search is left out."""


class Technician(msgspec.Struct, frozen=True, kw_only=True):
    """Whose a ticket is."""

    id: str
    name: str
    initials: str


class QueueRow(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket in the queue. `preview` is the first line of what was said last, by `preview_by` ("employee" or "technician"); where that
    had no words it is "", and `preview_kind` says what it was: "resolve", "reopen", "remote-help" or "files", else "words".

    `assist` is the state of remote help that is live now, "" without; `views` those in which the ticket stands for whoever looks.
    """

    number: str
    subject: str
    preview: str
    preview_kind: str
    preview_by: str
    person: str
    computer: str
    place: str
    priority: int
    state: State
    technician: Technician | None
    unread: bool
    created: datetime
    said: datetime
    wants_remote_help: bool
    assist: str
    alarm: bool
    views: frozenset[View]


class Count(msgspec.Struct, frozen=True):
    """How many tickets; with `more` there are more than that."""

    number: int
    more: bool = False


class QueuePage(msgspec.Struct, frozen=True, kw_only=True):
    """Rows in the view's order; `next` is what the following page is asked with, "" on the last."""

    rows: tuple[QueueRow, ...]
    next: str
    counts: dict[View, Count]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened to a ticket; `kind` and `side` as on its timeline, `at` when."""

    number: str
    kind: str
    actor: str
    side: str
    at: datetime


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Changes in order; `last` is the number to ask after next, `more` says that there is more at once."""

    last: int
    tickets: tuple[Change, ...]
    more: bool = False


@dataclass(frozen=True)
class Queue:
    """All tickets, as technicians look for them. Every function may be called from any thread."""

    store: Store

    def page(self, view: View, me: str, after: str = "", search: str = "", most: int = 50) -> QueuePage:
        """A page of a view. `me` is the account that looks, `after` the `next` of the page before.

        `search`: words that the ticket, its people, its computer, its conversation or its notes have, each from its beginning. A number
        finds its ticket in whichever view it stands, and before the others. Raises `RefusalError` invalid for an `after` that no page gave.
        """
        asked = search.strip()[:SEARCH_LETTERS]
        place = read_cursor(view, after)
        most = max(1, min(most, MOST_ROWS))

        def run(connection: Connection) -> QueuePage:
            meant = tickets.read_number(asked)
            named = () if meant is None or place is not None else queue.by_numbers(connection, [meant])
            words = [row for row in queue.page(connection, view, me, place, asked, most + 2) if row.number != meant]
            found = words[:most]
            return QueuePage(
                rows=shown_rows(connection, [*named, *found], me),
                next=cursor(view, found[-1]) if len(words) > most else "",
                counts={one: Count(min(n, queue.COUNTED), n > queue.COUNTED) for one, n in queue.counts(connection, me).items()},
            )

        return self.store.read(run)

    def rows(self, numbers: Sequence[str], me: str) -> tuple[QueueRow, ...]:
        """The rows of these tickets as they are now, oldest first; numbers that are none are left out."""
        read = [number for one in numbers[:MOST_ROWS] if (number := tickets.read_number(one)) is not None]
        return self.store.read(lambda connection: shown_rows(connection, queue.by_numbers(connection, read), me))

    def last(self) -> int:
        """The number of the newest change: where a page that is shown now goes on from."""
        return self.store.read(timeline.last)

    def changes(self, after: int, most: int = MOST_CHANGES) -> Changes:
        """What happened after a number. One that is not reached yet (the data are an older copy) is answered with the newest."""

        def run(connection: Connection) -> Changes:
            found = timeline.after(connection, after, min(most, MOST_CHANGES) + 1)
            shown = found[: min(most, MOST_CHANGES)]
            return Changes(
                last=shown[-1].key if shown else timeline.last(connection),
                tickets=tuple(
                    Change(number=tickets.shown_number(row.number), kind=row.kind, actor=row.actor, side=row.side, at=row.at)
                    for row in shown
                ),
                more=len(found) > len(shown),
            )

        return self.store.read(run)


def cursor(view: View, row: Row[Any]) -> str:
    """What names the place behind a row, for an address."""
    return base64.urlsafe_b64encode(f"{view}.{row.priority}.{row.key}".encode()).decode().rstrip("=")


def read_cursor(view: View, text: str) -> tuple[int, int] | None:
    """Priority and key that a cursor of this view names; None for "". Raises `RefusalError`."""
    if not text:
        return None
    try:
        said = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), b"-_", validate=True).decode("ascii")
    except (UnicodeError, binascii.Error):
        said = ""
    match = re.fullmatch(rf"{view}\.([0-9])\.([0-9]{{1,18}})", said, re.ASCII)
    if match is None:
        raise RefusalError(Code.INVALID, "This page of the list is not known. Begin at the first page.", field="after")
    return int(match[1]), int(match[2])


def shown_rows(connection: Connection, rows: Sequence[Row[Any]], me: str) -> tuple[QueueRow, ...]:
    """Rows with everything that is shown of them."""
    keys = [row.key for row in rows]
    if not keys:
        return ()
    said = queue.last_messages(connection, keys)
    wanting = queue.wanting_help(connection, keys)
    live, alarmed = queue.assist_of(connection, keys)
    return tuple(
        QueueRow(
            **{name: getattr(row, name) for name in ("subject", "computer", "place", "priority", "unread", "created", "said")},
            **preview(row, said.get(row.key)),
            number=tickets.shown_number(row.number),
            person=row.person_name,
            state=State(row.state),
            technician=technician(row.assignee, row.assignee_name),
            wants_remote_help=row.key in wanting and row.state != State.RESOLVED.value,
            assist=live.get(row.key, ""),
            alarm=row.key in alarmed,
            views=queue.views_of(row, me),
        )
        for row in rows
    )


def technician(account: str | None, name: str | None) -> Technician | None:
    """Whose a ticket is, from its assignee and the account's name."""
    return None if account is None or name is None else Technician(id=account, name=name, initials=initials_of(name))


def preview(row: Row[Any], last: Row[Any] | None) -> dict[str, Any]:
    """What was said last: the report itself until somebody answered."""
    text, by = (row.details or "", "employee") if last is None else (last.text, last.by)
    line = next((one.strip() for one in text.splitlines() if one.strip()), "")
    kind = "words" if line or last is None else last.action or last.wants or "files"
    return {"preview": line, "preview_kind": kind, "preview_by": by}
