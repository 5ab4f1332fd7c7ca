"""News for one person, in one order: read as pages, or live as server-sent events (WHATWG HTML, section 9.2) at the same address.

`GET /api/v1/feed?after=N` answers the entries whose number is above N. With `Accept: text/event-stream` the same entries come as events
(`id:` the number, `event:` the kind, `data:` the entry), after a first event `hello` that holds `FeedHello`, with a comment as heartbeat
every 25 s; an event `articles` without a number says that help articles changed (`contract/articles.py`). When the epoch is another than
the client's, its numbers mean nothing any more: it starts again at 0.
"""

from contract.assist import AssistSession
from contract.tickets import Message, TicketSummary
from contract.wire import Part, Reply, Utc

HEARTBEAT_S = 25
PAGE_ENTRIES = 200


class FeedEntry(Part, frozen=True, kw_only=True):
    """Something that happened. Kinds today: "ticket" (it changed), "message" (it was said), "assist" (a session of remote help took a
    step); a client skips kinds that it doesn't know.
    """

    number: int
    at: Utc
    kind: str
    ticket: TicketSummary | None = None
    message: Message | None = None
    assist: AssistSession | None = None


class FeedPage(Reply, frozen=True, kw_only=True):
    """Entries in order; `last` is the number to ask from next, `more` says that there is more at once."""

    epoch: str
    entries: tuple[FeedEntry, ...] = ()
    last: int
    more: bool = False


class FeedHello(Reply, frozen=True, kw_only=True):
    """The first event of a stream."""

    epoch: str
    last: int
