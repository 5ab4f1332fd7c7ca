"""The outermost layer: a request id for every request, one log line about it, and headers that every answer has.

The line holds nothing secret or private: no address of a ticket, no header, no text; the path as the contract writes it.
"""

import asyncio
import contextlib
import logging
import re
import time
import uuid
from dataclasses import dataclass
from typing import Any

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("sigap.requests")
SANE_ID = re.compile("[A-Za-z0-9._-]{8,64}", re.ASCII)
DRAIN_BYTES = 16 * 1024 * 1024
DRAIN_S = 15
KEY = "sigap"
HEADERS = [(b"x-content-type-options", b"nosniff"), (b"referrer-policy", b"no-referrer")]


@dataclass
class Noted:
    """What is known of a request while it is answered."""

    request_id: str
    enrolment: str = ""
    problem: str = ""
    status: int = 0
    received_bytes: int = 0
    sent_bytes: int = 0
    more_body: bool = True


def noted(scope: Any) -> Noted:
    """What is noted of the request that this scope belongs to."""
    found = scope[KEY]
    assert isinstance(found, Noted)  # noqa: S101 - put there below
    return found


class RequestLog:
    """Wraps the application."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the life of the application."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        began = time.monotonic()
        note = Noted(request_id_of(scope["headers"]))
        scope[KEY] = note  # type: ignore[literal-required]

        async def counted_receive() -> Any:
            message = await receive()
            note.received_bytes += len(message.get("body", b""))  # type: ignore[arg-type]
            note.more_body = message["type"] == "http.request" and bool(message.get("more_body"))
            return message

        async def counted_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                note.status = message["status"]
                if note.status >= 400:
                    await drain(scope, note, counted_receive)
                message["headers"] = [*message["headers"], *HEADERS, (b"x-request-id", note.request_id.encode())]
            elif message["type"] == "http.response.body":
                note.sent_bytes += len(message["body"])
            await send(message)

        try:
            await self._app(scope, counted_receive, counted_send)
        finally:
            write_line(scope, note, time.monotonic() - began)


def request_id_of(headers: Any) -> str:
    """The client's request id when it is a sane one, else a fresh one."""
    given = next((value.decode("latin-1") for name, value in headers if name == b"x-request-id"), "")
    return given if SANE_ID.fullmatch(given) else str(uuid.uuid4())


async def drain(scope: Any, note: Noted, receive: Any) -> None:
    """Reads what a refused client is still sending, so that it gets to read the answer instead of a broken connection. Not without bound,
    and not when the client waits for a word before it sends.
    """
    has_body = any(name in {b"content-length", b"transfer-encoding"} and value != b"0" for name, value in scope["headers"])
    if not has_body or any(name == b"expect" for name, _ in scope["headers"]):
        return
    most = note.received_bytes + DRAIN_BYTES
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(DRAIN_S):
            while note.more_body and note.received_bytes < most:
                await receive()


def write_line(scope: Any, note: Noted, took_s: float) -> None:
    """One line about a request that is over."""
    told = {
        "request_id": note.request_id,
        "method": scope["method"] if scope["method"].isalpha() else "?",
        "path": path_template(scope),
        "status": note.status,
        "took_ms": round(took_s * 1000, 1),
        "received_bytes": note.received_bytes,
        "sent_bytes": note.sent_bytes,
    }
    if note.enrolment:
        told["enrolment"] = note.enrolment
    if note.problem:
        told["problem"] = note.problem
    log.info("request", extra=told)


def path_template(scope: Any) -> str:
    """The path as the contract writes it; the real one may hold ids, or anything."""
    template = scope.get("path_template")
    return re.sub(r"\{(\w+):\w+\}", r"{\1}", template) if template else "(unknown)"
