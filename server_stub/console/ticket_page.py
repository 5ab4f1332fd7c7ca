"""The page of one ticket: read whole, or again in the parts that may have changed."""

from functools import partial
from typing import Any

import msgspec
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp

from contract.ids import new_id
from contract.problems import Code
from contract.uploads import Attachment, Kind
from server_stub.console.asked import Asked
from server_stub.console.pages import back, fragment, json_answer, page
from server_stub.console.route import EVERYONE, Route
from server_stub.console.ticket_view import Shown, WayBack, box, shown
from server_stub.console.way import Way
from server_stub.pictures import Picture, picture_in
from server_stub.refusals import RefusalError
from server_stub.store.drafts import DraftKind
from server_stub.tickets.conflicts import Newer, Taken
from server_stub.tickets.queue import View
from server_stub.tickets.ticket_page import TicketPage

AROUND = 200
"""So far down a view its tickets are known to their neighbours."""

SEARCH_LETTERS = 200


class Sign(msgspec.Struct, forbid_unknown_fields=True):
    """That a page is looked at, and what is being written on it; `gone` that it was closed."""

    writing: DraftKind | None = None
    gone: bool = False


async def ticket(asked: Asked, way: Way) -> ASGIApp:
    """The page."""
    last = await way.run(way.queue.last)  # read first: what happens meanwhile is told live
    return await whole_page(asked, way, last=last, open_kind=kind_of(asked.query("kind", DraftKind.PUBLIC.value)))


async def whole_page(
    asked: Asked,
    way: Way,
    *,
    last: int,
    open_kind: DraftKind,
    status: int = 200,
    typed: str | None = None,
    refused: str = "",
    newer: Newer | None = None,
) -> ASGIResponse:
    """The page with the form of `open_kind` open, and in it what was typed, why it was refused, and who was faster."""
    number = asked.number()

    def run() -> tuple[TicketPage, Shown, WayBack]:
        found = way.handling.whole(asked.account, number)
        return found, shown_page(asked, way, found), way_back(asked, way, number)

    found, values, around = await way.run(run)
    boxes = []
    for kind in DraftKind:
        mine = kind is open_kind
        draft = found.drafts[kind]
        if mine and typed is not None:
            draft = msgspec.structs.replace(draft, text=typed)
        about: dict[str, Any] = {"refused": refused, "newer": newer} if mine else {}
        boxes.append(box(asked, number, kind, draft, id_=new_id(), expected=found.last, **about))
    return page(
        asked,
        "ticket.html",
        status,
        shown=values,
        boxes=boxes,
        around=around,
        open_kind=open_kind.value,
        last=last,
        limits=way.settings.limits,
    )


async def parts(asked: Asked, way: Way) -> ASGIApp:
    """What may have changed, for a page that is open."""
    number = asked.number()
    values = await way.run(lambda: shown_page(asked, way, way.handling.whole(asked.account, number)))
    return fragment(asked, "ticket_parts.html", shown=values)


def shown_page(asked: Asked, way: Way, found: TicketPage) -> Shown:
    """A ticket's values. Blocks."""
    number = found.ticket.number
    return shown(asked, found, way.assist.on_ticket(number), partial(picture_of, way, number), way.settings)


def picture_of(way: Way, number: str, one: Attachment) -> Picture | None:
    """What a file shows, if it is a picture. Only those are looked into that somebody calls one."""
    if one.kind is not Kind.SCREENSHOT and not one.type.startswith("image/"):
        return None
    try:
        return picture_in(way.handling.attachment(number, one.id).file.path)
    except (RefusalError, OSError):
        return None


def way_back(asked: Asked, way: Way, number: str) -> WayBack:
    """The view that the address names, or that of all open tickets, with the ticket's neighbours in it."""
    search = asked.query("search")[:SEARCH_LETTERS].strip()
    named = asked.query("view")
    view = View(named) if named in set(View) else View.OPEN
    found = way.queue.page(view, asked.account.id, "", search, AROUND)
    numbers = [row.number for row in found.rows]
    if number not in numbers:
        return WayBack(view=view.value, search=search)
    place = numbers.index(number)
    count = found.counts[view]
    total = f"{count.number}{'+' if count.more else ''}" if not search else f"{len(numbers)}{'+' if found.next else ''}"
    here = WayBack(view=view.value, search=search)

    def address(at: int) -> str:
        return f"/console/tickets/{numbers[at]}?{here.query}" if 0 <= at < len(numbers) else ""

    return WayBack(view=view.value, search=search, position=place + 1, total=total, previous=address(place - 1), next=address(place + 1))


async def take(asked: Asked, way: Way) -> ASGIApp:
    """The ticket is theirs. Somebody else's is taken only from the one whose name stood on the page."""
    sent = await asked.form()
    number, held_by = asked.number(), sent.get("holder")

    def run() -> None:
        try:
            way.handling.take(asked.account, number)
        except Taken as taken:
            if taken.technician.id != held_by:
                raise
            way.handling.take(asked.account, number, anyway=True)

    return await done(asked, way, run)


async def release(asked: Asked, way: Way) -> ASGIApp:
    """The ticket is nobody's."""
    return await done(asked, way, partial(way.handling.release, asked.account, asked.number()))


async def resolve(asked: Asked, way: Way) -> ASGIApp:
    """The ticket is resolved."""
    return await done(asked, way, partial(way.handling.resolve, asked.account, asked.number()))


async def reopen(asked: Asked, way: Way) -> ASGIApp:
    """The ticket is open again."""
    return await done(asked, way, partial(way.handling.reopen, asked.account, asked.number()))


async def done(asked: Asked, way: Way, what: Any) -> ASGIApp:
    """Does something, and shows the page that it was done on."""
    await way.run(what)
    return await after(asked)


async def after(asked: Asked) -> ASGIApp:
    """Back to the page for a person, a word for a script."""
    if not asked.reads_pages:
        return json_answer({})
    query = (await asked.form()).get("way") if asked.sends_form else ""
    return back(asked, f"/console/tickets/{asked.number()}" + (f"?{query}" if query else ""))


async def read(asked: Asked, way: Way) -> ASGIApp:
    """What the employee said last has been seen."""
    await way.run(way.handling.read, asked.account, asked.number())
    return json_answer({})


async def presence(asked: Asked, way: Way) -> ASGIApp:
    """A sign that somebody looks, or that they went."""
    sent: Sign = await asked.json(kind=Sign)
    number = asked.number()
    if sent.gone:
        way.presence.gone(asked.session_id, number)
    else:
        if not await way.run(way.queue.rows, (number,), asked.account.id):
            raise RefusalError(Code.NOT_FOUND)
        way.presence.looking(asked.account, asked.session_id, number, sent.writing.value if sent.writing else None)
    return json_answer({})


def kind_of(word: str) -> DraftKind:
    """For whom it is written. Raises `RefusalError` invalid for any other word."""
    try:
        return DraftKind(word)
    except ValueError:
        raise RefusalError(Code.INVALID, "Neither public nor internal.", field="kind") from None


ROUTES = (
    Route("GET", "/tickets/{number}", "ticket", ticket, EVERYONE),
    Route("GET", "/tickets/{number}/parts", "ticket-parts", parts, EVERYONE, by_itself=True),
    Route("POST", "/tickets/{number}/take", "ticket-take", take, EVERYONE),
    Route("POST", "/tickets/{number}/release", "ticket-release", release, EVERYONE),
    Route("POST", "/tickets/{number}/resolve", "ticket-resolve", resolve, EVERYONE),
    Route("POST", "/tickets/{number}/reopen", "ticket-reopen", reopen, EVERYONE),
    Route("POST", "/tickets/{number}/read", "ticket-read", read, EVERYONE, by_itself=True),
    Route("POST", "/tickets/{number}/presence", "ticket-presence", presence, EVERYONE, by_itself=True),
)
