"""PUT /enrolments/{id}: a person on a computer becomes known."""

from typing import Any

from litestar import Request
from litestar.types import ASGIApp

from contract.enrolment import PutEnrolment
from server_stub.api.body import decode, refuse_other_media
from server_stub.api.replies import json_reply
from server_stub.api.way import Way
from server_stub.api.who import address_of, new_id, token_of
from server_stub.store.failpoints import pass_by
from server_stub.web.request_body import whole

BODY_BYTES = 16 * 1024


async def enrol(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """201 the first time, 200 for the same again."""
    enrolment_id = new_id(request, "enrolment_id")
    refuse_other_media(request)
    raw = await whole(request, BODY_BYTES)
    address, vouching = address_of(request), token_of(request)
    enrolled, new = await way.run(lambda: way.people.enrol(enrolment_id, decode(raw, PutEnrolment), address, vouching))
    pass_by("enrolled-before-reply")
    return json_reply(enrolled, 201 if new else 200)
