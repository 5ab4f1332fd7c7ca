"""The queue: which tickets there are, and what can be done with them from there."""

from litestar.types import ASGIApp

from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.pages import HOME, back, fragment, json_answer, page
from server_stub.console.refused import sentence
from server_stub.console.route import EVERYONE, Route
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.store.accounts import Account
from server_stub.store.tickets import read_number, shown_number
from server_stub.tickets.conflicts import Taken
from server_stub.tickets.queue import View

SEARCH_LETTERS = 200
MOST = 50
CHOSEN = 200
"""Most tickets that one action may take at once, and most rows that are asked for at once."""


def view_of(word: str) -> View:
    """The view that an address names. Raises `RefusalError` not-found."""
    try:
        return View(word)
    except ValueError:
        raise RefusalError(Code.NOT_FOUND) from None


async def queue(asked: Asked, way: Way) -> ASGIApp:
    """A view, whole."""
    view, search = view_of(asked.query("view", View.OPEN.value)), asked.query("search")[:SEARCH_LETTERS].strip()
    last = await way.run(way.queue.last)  # read first: what happens meanwhile is told live
    after = asked.query("after")
    found = await way.run(way.queue.page, view, asked.account.id, after, search, MOST)
    return page(asked, "queue.html", view=view, views=tuple(View), search=search, found=found, after=after, last=last)


async def more_rows(asked: Asked, way: Way) -> ASGIApp:
    """The rows after those that are shown."""
    view, search = view_of(asked.query("view", View.OPEN.value)), asked.query("search")[:SEARCH_LETTERS].strip()
    found = await way.run(way.queue.page, view, asked.account.id, asked.query("after"), search, MOST)
    return fragment(asked, "queue_more.html", view=view, search=search, found=found)


async def rows(asked: Asked, way: Way) -> ASGIApp:
    """The rows of these tickets as they are now, for a list that is open."""
    view, search = view_of(asked.query("view", View.OPEN.value)), asked.query("search")[:SEARCH_LETTERS].strip()
    numbers = chosen(asked.query("numbers").split(","))
    found = await way.run(way.queue.rows, numbers, asked.account.id)
    return fragment(asked, "queue_rows.html", view=view, search=search, rows=found)


async def counts(asked: Asked, way: Way) -> ASGIApp:
    """How many tickets each view holds."""
    found = await way.run(way.queue.page, View.OPEN, asked.account.id, "", "", 1)
    return json_answer({view.value: count for view, count in found.counts.items()})


async def handle(asked: Asked, way: Way) -> ASGIApp:
    """Takes, resolves or reopens tickets, each by itself: one that can't be is told, the others are done. What somebody else has is taken
    with `anyway` only.
    """
    sent = await asked.form()
    action = ACTIONS.get(sent.get("action"))
    numbers = chosen(sent.all("number"))
    if action is None or not numbers:
        raise RefusalError(Code.INVALID)
    refused, taken = {}, {}
    for number in numbers:
        try:
            await way.run(action, way, asked.account, number, sent.get("anyway") == "yes")
        except Taken as refusal:
            taken[number] = refusal.technician.name
        except RefusalError as refusal:
            refused[number] = sentence(asked, refusal)
    if not asked.reads_pages:
        done = [number for number in numbers if number not in refused and number not in taken]
        return json_answer({"done": done, "refused": refused, "taken": taken})
    if refused or taken:
        raise RefusalError(Code.CONFLICT)
    return back(asked, sent.get("next", HOME))


def take(way: Way, by: Account, number: str, anyway: bool) -> None:  # noqa: FBT001 - called through the table
    """The ticket is theirs."""
    way.handling.take(by, number, anyway=anyway)


def resolve(way: Way, by: Account, number: str, _anyway: bool) -> None:  # noqa: FBT001 - called through the table
    """The ticket is solved."""
    way.handling.resolve(by, number)


def reopen(way: Way, by: Account, number: str, _anyway: bool) -> None:  # noqa: FBT001 - called through the table
    """The ticket is open again."""
    way.handling.reopen(by, number)


ACTIONS = {"take": take, "resolve": resolve, "reopen": reopen}


def chosen(typed: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Numbers in their one spelling. Raises `RefusalError` for anything else, and for too many."""
    found = [read_number(one) for one in typed if one]
    if len(found) > CHOSEN or None in found:
        raise RefusalError(Code.INVALID)
    return tuple(dict.fromkeys(shown_number(number) for number in found if number is not None))


ROUTES = (
    Route("GET", "/", "queue", queue, EVERYONE),
    Route("GET", "/queue/more", "queue-more", more_rows, EVERYONE),
    Route("GET", "/queue/rows", "queue-rows", rows, EVERYONE, by_itself=True),
    Route("GET", "/queue/counts", "queue-counts", counts, EVERYONE, by_itself=True),
    Route("POST", "/queue/handle", "queue-handle", handle, EVERYONE),
)
