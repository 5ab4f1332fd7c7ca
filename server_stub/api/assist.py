"""Remote help over HTTP, from the employee's side: how a session stands, and what the client says to it."""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from litestar import Request
from litestar.types import ASGIApp

from contract.assist import AssistReply, AssistSession, PutAssistAlive, PutAssistAnswer, PutAssistCode, PutAssistKey, PutAssistStep
from contract.problems import Code
from server_stub.api.body import decode, refuse_other_media
from server_stub.api.replies import json_reply
from server_stub.api.way import Way
from server_stub.api.who import existing_id, who_asks
from server_stub.refusals import RefusalError
from server_stub.store.failpoints import pass_by
from server_stub.store.people import Who
from server_stub.web.file_stream import FileStream
from server_stub.web.request_body import whole

BODY_BYTES = 8 * 1024
Said = TypeVar("Said", bound=msgspec.Struct)


async def get_assist(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """How one of one's own sessions stands."""
    who = await who_asks(request, way)
    return json_reply(AssistReply(session=await way.run(way.assist.own, who, existing_id(request, "session_id"))))


async def assist_picture(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The bytes of the technician's picture."""
    who = await who_asks(request, way)
    return FileStream(await way.run(way.assist.picture, who, existing_id(request, "session_id")), way.threads)


async def put_assist_key(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The client's public key."""
    return await said(request, way, PutAssistKey, way.assist.key)


async def put_assist_answer(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The employee's answer."""
    return await said(request, way, PutAssistAnswer, way.assist.answer)


async def put_assist_step(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """How far the tool is."""
    return await said(request, way, PutAssistStep, way.assist.step)


async def put_assist_code(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """A code for the technician."""
    return await said(request, way, PutAssistCode, way.assist.code)


async def put_assist_alive(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """A sign of life."""
    return await said(request, way, PutAssistAlive, lambda who, session_id, _alive: way.assist.alive(who, session_id))


async def said(request: Request[Any, Any, Any], way: Way, kind: type[Said], do: Callable[[Who, str, Said], AssistSession]) -> ASGIApp:
    """Reads what the client says, does it, and answers how the session stands then."""
    who = await who_asks(request, way)
    session_id = existing_id(request, "session_id")
    refuse_other_media(request)
    raw = await whole(request, BODY_BYTES)

    def run() -> AssistSession:
        value = decode(raw, kind)
        refuse_unknown_state(raw, value)
        return do(who, session_id, value)

    session = await way.run(run)
    pass_by("assist-before-reply")
    return json_reply(AssistReply(session=session))


def refuse_unknown_state(raw: bytes, value: msgspec.Struct) -> None:
    """Raises `RefusalError` for a state that this backend doesn't know. Replies read such a one as the end; a request must not be."""
    if isinstance(value, PutAssistStep) and msgspec.json.decode(raw)["state"] != value.state.value:
        raise RefusalError(Code.INVALID, "There is no such state.", field="state")
