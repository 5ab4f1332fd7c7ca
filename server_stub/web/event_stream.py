"""Server-sent events (WHATWG HTML, section 9.2) as an answer."""

from litestar.types import Receive, Send

EVENT_STREAM = "text/event-stream"

HEADERS = [
    (b"content-type", EVENT_STREAM.encode()),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),  # nginx would hold events back
]


async def send_event(send: Send, event: bytes) -> None:
    """One event. Waits while the client's connection is full, so that a slow client holds one event and no more."""
    await send({"type": "http.response.body", "body": event + b"\n\n", "more_body": True})


async def until_gone(receive: Receive) -> None:
    """Returns when the client has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
