"""Tickets and messages over HTTP."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from litestar import Request
from litestar.types import ASGIApp, Receive, Scope, Send

from contract.tickets import PutMessage, PutTicket
from server_stub.api.body import decode, refuse_other_media, whole
from server_stub.api.replies import json_reply
from server_stub.api.way import Way
from server_stub.api.who import existing_id, new_id, who_asks
from server_stub.blobs import pieces_of
from server_stub.store.failpoints import pass_by
from server_stub.tickets.files import StoredFile

TICKET_BYTES = 4_000_000
MESSAGE_BYTES = 1_000_000


async def put_ticket(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """201 the first time, 200 for the same again."""
    who = await who_asks(request, way)
    ticket_id = new_id(request, "ticket_id")
    refuse_other_media(request)
    raw = await whole(request, TICKET_BYTES)
    stored, new = await way.run(lambda: way.desk.put_ticket(who, ticket_id, decode(raw, PutTicket)))
    pass_by("ticket-before-reply")
    return json_reply(stored, 201 if new else 200)


async def put_message(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """201 the first time, 200 for the same again."""
    who = await who_asks(request, way)
    ticket_id = existing_id(request, "ticket_id")
    message_id = new_id(request, "message_id")
    refuse_other_media(request)
    raw = await whole(request, MESSAGE_BYTES)
    stored, new = await way.run(lambda: way.desk.put_message(who, ticket_id, message_id, decode(raw, PutMessage)))
    pass_by("message-before-reply")
    return json_reply(stored, 201 if new else 200)


async def get_ticket(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """One of one's own tickets."""
    who = await who_asks(request, way)
    return json_reply(await way.run(way.desk.own_ticket, who, existing_id(request, "ticket_id")))


async def get_attachment(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The bytes of an attachment."""
    who = await who_asks(request, way)
    ids = existing_id(request, "ticket_id"), existing_id(request, "attachment_id")
    return FileStream(await way.run(way.desk.own_attachment, who, *ids), way)


class FileStream:
    """An answer that is a file, sent piece by piece. Always as a download of unknown kind: nothing opens it by itself."""

    def __init__(self, file: StoredFile, way: Way) -> None:
        self._file = file
        self._way = way

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Sends it."""
        pieces: Iterator[bytes] = await self._way.run(pieces_of, self._file.path)
        name = quote(self._file.name, safe="", errors="replace")
        headers = {
            "content-type": "application/octet-stream",
            "content-length": str(self._file.size_bytes),
            "content-disposition": f"attachment; filename*=UTF-8''{name}",
            "content-security-policy": "sandbox; default-src 'none'",
            "cache-control": "no-store",
            "etag": f'"{self._file.sha256}"',
        }
        encoded = [(key.encode(), value.encode()) for key, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": encoded})
        while piece := await self._way.run(next, pieces, b""):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
