"""The technicians' queue as SQL: which tickets stand in a view, in which order, how many, and what a row shows of each.

Every query is bounded by an index and a limit, so that a page costs the same with a thousand tickets and with a hundred thousand.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, literal_column, select, tuple_

from contract.assist import LIVE
from contract.tickets import State
from server_stub.store import ticket_search
from server_stub.store.tables import accounts, alarms, assist_sessions, messages, tickets

COUNTED = 1_000
"""Tickets of a view that are counted; of more it is only said that there are more."""

PREVIEW_LETTERS = 300

_held = tickets.c
_not_resolved = _held.state != literal_column("'resolved'")  # in the words of the index, which a bound value would not meet


class View(StrEnum):
    """Which tickets."""

    OPEN = "open"
    """Not resolved."""
    MINE = "mine"
    """Assigned to the one who looks, not resolved."""
    UNASSIGNED = "unassigned"
    """Nobody's, not resolved."""
    ALL = "all"


_shown = (
    *(_held.key, _held.number, _held.subject, _held.person_name, _held.computer, _held.place, _held.priority, _held.state),
    *(_held.assignee, _held.unread, _held.created, _held.said, func.substr(_held.details, 1, PREVIEW_LETTERS).label("details")),
    accounts.c.name.label("assignee_name"),
)


def lines() -> Select[Any]:
    """A query for what rows show, to be narrowed."""
    return select(*_shown).outerjoin(accounts, accounts.c.id == _held.assignee)


def conditions(view: View, me: str) -> tuple[ColumnElement[bool], ...]:
    """What holds for the tickets of a view; `me` is an account."""
    if view is View.ALL:
        return ()
    if view is View.MINE:
        return (_not_resolved, _held.assignee == me)
    return (_not_resolved, _held.assignee.is_(None)) if view is View.UNASSIGNED else (_not_resolved,)


def page(connection: Connection, view: View, me: str, after: tuple[int, int] | None, words: str, most: int) -> Sequence[Row[Any]]:
    """The next rows: the most urgent and oldest first, in `ALL` the newest. `after`: priority and key of the last row before.

    `words`: only tickets that have them all, as prefixes; "" for every ticket.
    """
    query = lines().where(*conditions(view, me)).limit(most)
    query = query.order_by(_held.key.desc()) if view is View.ALL else query.order_by(_held.priority, _held.key)
    if after is not None:
        query = query.where(_held.key < after[1] if view is View.ALL else tuple_(_held.priority, _held.key) > tuple_(*after))
    if words:
        found = ticket_search.found(connection, words, only_open=view is not View.ALL)
        if found is None:
            return ()
        if view is View.ALL:  # the order is the index's own, so no more is read than is shown
            key = found.selected_columns.key
            found = found.where(key < after[1]) if after is not None else found
            found = found.order_by(key.desc()).limit(most)
        query = query.where(_held.key.in_(found))
    return connection.execute(query).all()


def by_numbers(connection: Connection, numbers: Sequence[int]) -> Sequence[Row[Any]]:
    """The rows of these numbers, oldest first."""
    return connection.execute(lines().where(_held.number.in_(numbers)).order_by(_held.key)).all()


def counts(connection: Connection, me: str) -> dict[View, int]:
    """How many tickets stand in each view, at most one more than `COUNTED`."""
    columns = []
    for view in View:
        some = select(_held.key).where(*conditions(view, me)).limit(COUNTED + 1).subquery()
        columns.append(select(func.count()).select_from(some).scalar_subquery().label(view.value))
    row = connection.execute(select(*columns)).one()
    return {view: int(getattr(row, view.value)) for view in View}


def last_messages(connection: Connection, keys: Sequence[int]) -> dict[int, Row[Any]]:
    """What was said last on each ticket (`by`, `text` cut, `action`, `wants`), without those where nothing was."""
    newest = select(func.max(messages.c.key)).where(messages.c.ticket.in_(keys)).group_by(messages.c.ticket)
    text = func.substr(messages.c.text, 1, PREVIEW_LETTERS).label("text")
    columns: tuple[ColumnElement[Any], ...] = (messages.c.ticket, messages.c.by, text, messages.c.action, messages.c.wants)
    return {row.ticket: row for row in connection.execute(select(*columns).where(messages.c.key.in_(newest)))}


def wanting_help(connection: Connection, keys: Sequence[int]) -> set[int]:
    """The tickets whose employee asked for remote help, and on which no technician has asked to see the screen since."""
    asked = select(func.max(assist_sessions.c.asked)).where(assist_sessions.c.ticket == messages.c.ticket).scalar_subquery()
    wants = (messages.c.wants != literal_column("''"), messages.c.ticket.in_(keys))
    query = select(messages.c.ticket).where(*wants, messages.c.created > func.coalesce(asked, literal_column("0")))
    return set(connection.scalars(query))


def assist_of(connection: Connection, keys: Sequence[int]) -> tuple[dict[int, str], set[int]]:
    """The state of the live session of each ticket that has one, and the tickets with an alarm that no lead has confirmed."""
    session = assist_sessions.c
    live = select(session.ticket, session.state).where(session.ticket.in_(keys), session.state.in_([state.value for state in LIVE]))
    raised = select(session.ticket).join(alarms, alarms.c.session == session.key)
    alarmed = connection.scalars(raised.where(session.ticket.in_(keys), alarms.c.confirmed.is_(None)))
    return {row.ticket: row.state for row in connection.execute(live)}, set(alarmed)


def views_of(row: Row[Any], me: str) -> frozenset[View]:
    """The views in which a row stands."""
    if row.state == State.RESOLVED.value:
        return frozenset({View.ALL})
    own = {View.MINE} if row.assignee == me else {View.UNASSIGNED} if row.assignee is None else set()
    return frozenset({View.ALL, View.OPEN, *own})
