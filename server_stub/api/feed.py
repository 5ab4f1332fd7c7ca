"""The feed as pages, and live as server-sent events at the same address."""

import asyncio
import re
from typing import Any
from urllib.parse import parse_qs

import msgspec
from litestar import Request
from litestar.types import ASGIApp, Receive, Scope, Send

from contract.feed import HEARTBEAT_S, FeedEntry
from contract.problems import Code
from server_stub.api.replies import json_reply
from server_stub.api.way import Way
from server_stub.api.who import token_of, who_asks
from server_stub.refusals import RefusalError
from server_stub.store.people import Who
from server_stub.web.event_stream import EVENT_STREAM, HEADERS, send_event, until_gone


async def feed(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """A page, or a stream for who accepts one."""
    who = await who_asks(request, way)
    after = read_after(request, request.headers.get("last-event-id", ""))
    if EVENT_STREAM in request.headers.get("accept", "").lower():
        return FeedStream(way, who, token_of(request), after)
    return json_reply(await way.run(way.desk.news, who, after))


def read_after(request: Request[Any, Any, Any], seen: str = "") -> int:
    """The number after which to begin: what a reconnecting client says it saw last, else `after`, else 0. Raises `RefusalError`."""
    query = parse_qs(request.scope["query_string"].decode("latin-1"), keep_blank_values=True, max_num_fields=20)
    field, text = ("Last-Event-ID", seen) if seen else ("after", query.get("after", ["0"])[-1])
    if not re.fullmatch("[0-9]{1,18}", text, re.ASCII):
        raise RefusalError(Code.INVALID, f"{field} must be an entry's number.", field=field)
    return int(text)


class FeedStream:
    """The entries after a number, then each new one as it happens, until the client goes, the token is revoked or the backend stops."""

    def __init__(self, way: Way, who: Who, token: str | None, after: int) -> None:
        self._way = way
        self._who = who
        self._token = token
        self._after = after

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Streams. It listens before it reads, and asks about the token again after that, so that nothing falls between."""
        listener = self._way.events.subscribe(self._who.person, self._who.enrolment)
        going = asyncio.ensure_future(until_gone(receive))
        going.add_done_callback(lambda _: listener.end())
        try:
            await self._way.run(self._way.people.who, self._token)
            hello = await self._way.run(self._way.desk.hello, self._who)
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            await send_event(send, b"event: hello\ndata: " + msgspec.json.encode(hello))
            while not listener.ended.is_set():
                if await self._send_page(send):
                    continue
                if listener.take_articles():
                    await send_event(send, ARTICLES_CHANGED)
                if not await listener.wait(HEARTBEAT_S):
                    await send_event(send, b":")
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            going.cancel()
            self._way.events.unsubscribe(listener)

    async def _send_page(self, send: Send) -> bool:
        page = await self._way.run(self._way.desk.news, self._who, self._after)
        for entry in page.entries:
            await send_event(send, encoded(entry))
            self._after = entry.number
        return page.more


ARTICLES_CHANGED = b"event: articles\ndata: {}"
"""Not an entry: it has no number, is not kept, and who was away asks for articles anyway."""


def encoded(entry: FeedEntry) -> bytes:
    """An entry as an event; JSON has no raw line ends."""
    return b"id: %d\nevent: %s\ndata: %s" % (entry.number, entry.kind.encode(), msgspec.json.encode(entry))
