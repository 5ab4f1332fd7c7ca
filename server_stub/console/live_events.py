"""Live news for open pages, as server-sent events (WHATWG HTML, section 9.2).

`change` {number, kind, actor, side, at} for each thing that happened to a ticket, the last of several with an id; `presence` {number,
people}; `assist` {number, kind} when a session of remote help took a step; `alarm` {} when the alarms are others than before.
A comment every 25 s.
A stream ends with its session, at once.
"""

import asyncio
import re
from typing import Any

import msgspec
from litestar.types import ASGIApp, Receive, Scope, Send

from contract.feed import HEARTBEAT_S
from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.route import EVERYONE, Route
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.store.writer import DESK
from server_stub.web.event_stream import HEADERS, send_event, until_gone

MOST = 200
RETRY = b"retry: 2000"


async def live_events(asked: Asked, way: Way) -> ASGIApp:
    """The stream, after what the page shows already."""
    seen = asked.request.headers.get("last-event-id") or asked.query("after", "0")
    if not re.fullmatch("[0-9]{1,18}", seen, re.ASCII):
        raise RefusalError(Code.INVALID, "Not an event's number.", field="after")
    return LiveEvents(way, asked.session_id, int(seen))


class LiveEvents:
    """One open stream."""

    def __init__(self, way: Way, session_id: str, after: int) -> None:
        self._way = way
        self._session_id = session_id
        self._after = after
        self._people: dict[str, bytes] = {}
        self._alarms: tuple[str, ...] = ()

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Sends until the client goes, the session ends or the backend stops."""
        listener = self._way.events.subscribe(DESK, self._session_id)
        going = asyncio.ensure_future(until_gone(receive))
        going.add_done_callback(lambda _: listener.end())
        try:
            await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
            await send_event(send, RETRY)
            # It may have ended after it was asked who comes, and before anybody listened.
            goes_on = await self._way.run(self._way.web_sessions.is_open, self._session_id)
            self._alarms = await self._raised()
            while goes_on and not listener.ended.is_set():
                if await self._send_changes(send):
                    continue
                await self._send_presence(send)
                await self._send_alarms(send)
                if not await listener.wait(HEARTBEAT_S):
                    await send_event(send, b":")
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            going.cancel()
            self._way.events.unsubscribe(listener)

    async def _send_changes(self, send: Send) -> bool:
        """What happened since; True when there may be more."""
        found = await self._way.run(self._way.queue.changes, self._after, MOST)
        for place, change in enumerate(found.tickets, 1):
            if change.kind.startswith("assist"):
                await send_event(send, event("assist", {"number": change.number, "kind": change.kind}))
            # The last one alone has the number: a line that breaks in between brings them all again.
            number = b"id: %d\n" % found.last if place == len(found.tickets) else b""
            await send_event(send, number + event("change", change))
        self._after = found.last
        return found.more

    async def _send_presence(self, send: Send) -> None:
        """Who looks at which ticket, where that is other than what was told last."""
        now = {number: msgspec.json.encode(people) for number, people in self._way.presence.everywhere().items()}
        for number in now.keys() | self._people.keys():
            people = now.get(number, b"[]")
            if people != self._people.get(number, b"[]"):
                told = msgspec.json.encode({"number": number, "people": msgspec.Raw(people)})
                await send_event(send, b"event: presence\ndata: " + told)
        self._people = now

    async def _send_alarms(self, send: Send) -> None:
        raised = await self._raised()
        if raised != self._alarms:
            self._alarms = raised
            await send_event(send, event("alarm", {}))

    async def _raised(self) -> tuple[str, ...]:
        return tuple(alarm.id for alarm in await self._way.run(self._way.assist.alarms))


def event(kind: str, value: Any) -> bytes:
    """An event; JSON has no raw line ends."""
    return b"event: %s\ndata: %s" % (kind.encode(), msgspec.json.encode(value))


ROUTES = (Route("GET", "/events", "live-events", live_events, EVERYONE, by_itself=True),)
