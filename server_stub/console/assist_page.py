"""Remote help: the page from which a technician asks, and the page of a session until it is over.

Words and codes are made and opened by the page's script alone; what is here passes keys and sealed text on. A technician who didn't ask
sees how a session stands, and nothing to press.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp

from contract.assist import LIVE, SIGN_EVERY_S, AssistSession, AssistState
from contract.assist_words import LANGUAGES, word_list
from contract.problems import Code
from contract.tickets import REMOTE_HELP, Message
from server_stub.console.asked import Asked
from server_stub.console.pages import fragment, page
from server_stub.console.route import EVERYONE, Route
from server_stub.console.shown_text import seen
from server_stub.console.tool_links import TOOL_LINKS, ToolLink
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.store.accounts import initials_of
from server_stub.tickets.ticket_page import TicketPage

SAID = 12
"""Newest lines of the conversation beside a session."""

LOST = timedelta(seconds=2 * SIGN_EVERY_S + 1)
"""So long without a sign of the computer, it is said that there is none: two were missed."""

GENERIC = ToolLink()


async def before(asked: Asked, way: Way) -> ASGIApp:
    """What will happen, what is wanted, or why it can't be asked now."""
    number = asked.number()
    shown = await way.run(way.handling.whole, asked.account, number)
    sessions = await way.run(way.assist.on_ticket, number)
    why = await way.run(way.assist.why_not, number)
    live = next((one for one in sessions if one.state in LIVE), None)
    over = [one for one in sessions if one is not live]
    return page(asked, "assist_ask.html", ticket=shown.ticket, wish=wish_of(shown, sessions), why=why, live=live, sessions=over)


async def session(asked: Asked, way: Way) -> ASGIApp:
    """A session's page."""
    last = await way.run(way.queue.changes, 2**53, 1)  # read first: what happens meanwhile is told live
    found, mine = await session_for(asked, way)
    shown = await way.run(way.handling.whole, asked.account, found.number)
    values = await standing(way, found, shown, mine=mine)
    return page(asked, "assist.html", said=newest(shown), last=last.last, **values)


async def session_now(asked: Asked, way: Way) -> ASGIApp:
    """How a session stands, for the page that is open."""
    found, mine = await session_for(asked, way)
    shown = await way.run(way.handling.whole, asked.account, found.number)
    return fragment(asked, "assist_session.html", **await standing(way, found, shown, mine=mine))


async def said_now(asked: Asked, way: Way) -> ASGIApp:
    """The newest lines of the conversation, for the page that is open."""
    found, _ = await session_for(asked, way)
    shown = await way.run(way.handling.whole, asked.account, found.number)
    return fragment(asked, "assist_said.html", said=newest(shown))


async def words(asked: Asked, _way: Way) -> ASGIApp:
    """The list of words of a language, one a line."""
    language = asked.path("language")
    if language not in LANGUAGES:
        raise RefusalError(Code.NOT_FOUND)
    return ASGIResponse(body="\n".join(word_list(language)).encode(), media_type="text/plain")


async def session_for(asked: Asked, way: Way) -> tuple[AssistSession, bool]:
    """The session in the address as whoever asks may see it, and whether it is theirs. Raises `RefusalError` not-found."""
    session_id = asked.path("session")
    try:
        return await way.run(way.assist.of_technician, asked.account, session_id), True
    except RefusalError as refusal:
        if refusal.code is not Code.NOT_FOUND:
            raise
    return await way.run(way.assist.receipt, session_id), False


async def standing(way: Way, found: AssistSession, shown: TicketPage, *, mine: bool) -> dict[str, Any]:
    """What the template of a session needs."""
    live = found.state in LIVE
    lost = await lost_since(way, found)
    why = None if live else await way.run(way.assist.why_not, found.number)
    ticket = shown.ticket
    return {
        "session": found,
        "mine": mine,
        "live": live,
        "lost": lost,
        "left_s": max(0, int((found.expires - datetime.now(UTC)).total_seconds())),
        "why": why,
        "ticket": ticket,
        "initials": initials_of(ticket.person),
        "link": TOOL_LINKS.get(found.tool, GENERIC),
        "told": told(found, [lost, why, ticket.person, ticket.computer, ticket.telephone], mine=mine),
    }


async def lost_since(way: Way, found: AssistSession) -> datetime | None:
    """When the computer gave its last sign, if signs are missing."""
    if found.state not in LIVE or found.state is AssistState.ASKED:
        return None
    last: datetime | None = await way.run(way.assist.last_sign, found.id)
    return last if last is not None and datetime.now(UTC) - last > LOST else None


def told(found: AssistSession, shown: Sequence[object], *, mine: bool) -> dict[str, Any]:
    """What the page's script needs of a session; keys and code only for the one who asked. `version` tells what was drawn from what is."""
    version = hashlib.sha256(msgspec.json.encode([found, shown, mine])).hexdigest()[:16]
    told = {
        "id": found.id,
        "number": found.number,
        "state": found.state.value,
        "live": found.state in LIVE,
        "mine": mine,
        "version": version,
    }
    if not mine:
        return told
    link = TOOL_LINKS.get(found.tool, GENERIC)
    return told | {
        "commitment": found.commitment,
        "clientKey": found.client_key,
        "technicianKey": found.technician_key,
        "language": found.language,
        "code": found.code,
        "forms": msgspec.to_builtins(link.forms),
        "made": link.made,
    }


def wish_of(shown: TicketPage, sessions: Sequence[AssistSession]) -> Message | None:
    """The employee's own wish for remote help, until somebody has asked."""
    wishes = [one for one in shown.ticket.messages if one.wants == REMOTE_HELP]
    return wishes[-1] if wishes and all(one.asked < wishes[-1].created for one in sessions) else None


def newest(shown: TicketPage) -> list[dict[str, Any]]:
    """The newest public lines: the report's own words first, then messages."""
    ticket = shown.ticket
    lines = [{"by": one.by.value, "name": one.name, "text": seen(one.text), "created": one.created} for one in ticket.messages if one.text]
    if ticket.details:
        lines.insert(0, {"by": "employee", "name": ticket.person, "text": seen(ticket.details), "created": ticket.created})
    return lines[-SAID:]


ROUTES = (
    Route("GET", "/tickets/{number}/assist", "assist-before", before, EVERYONE),
    Route("GET", "/assist/{session}", "assist", session, EVERYONE),
    Route("GET", "/assist/{session}/now", "assist-now", session_now, EVERYONE, by_itself=True),
    Route("GET", "/assist/{session}/said", "assist-said", said_now, EVERYONE, by_itself=True),
    Route("GET", "/assist-words/{language}", "assist-words", words, EVERYONE),
)
