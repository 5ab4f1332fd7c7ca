"""Tickets and messages over HTTP."""

from typing import Any

from litestar import Request
from litestar.types import ASGIApp

from contract.tickets import PutMessage, PutTicket
from server_stub.api.body import decode, refuse_other_media
from server_stub.api.replies import json_reply
from server_stub.api.way import Way
from server_stub.api.who import existing_id, new_id, who_asks
from server_stub.store.failpoints import pass_by
from server_stub.web.file_stream import FileStream
from server_stub.web.request_body import whole

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
    return FileStream(await way.run(way.desk.own_attachment, who, *ids), way.threads)
