"""Who asks: the device token as bearer (RFC 6750)."""

from typing import Any

from litestar import Request

from contract.ids import is_id
from contract.problems import Code
from server_stub.api.way import Way
from server_stub.identity.tokens import read_bearer
from server_stub.refusals import RefusalError
from server_stub.store.people import Who
from server_stub.web.request_log import noted


def token_of(request: Request[Any, Any, Any]) -> str | None:
    """The token that came with the request."""
    return read_bearer(request.headers.get("authorization"))


async def who_asks(request: Request[Any, Any, Any], way: Way) -> Who:
    """The enrolment that asks. Raises `RefusalError`."""
    who = await way.run(way.people.who, token_of(request))
    noted(request.scope).enrolment = who.enrolment
    return who


def address_of(request: Request[Any, Any, Any]) -> str:
    """Where the request comes from; the server has put a trusted proxy's client there already."""
    client = request.scope.get("client")
    return client[0] if client else ""


def existing_id(request: Request[Any, Any, Any], name: str) -> str:
    """An id in the path of something that should be there. Anything else than an id is answered like an id that isn't there."""
    found = str(request.path_params[name])
    if not is_id(found):
        raise RefusalError(Code.NOT_FOUND)
    return found


def new_id(request: Request[Any, Any, Any], name: str) -> str:
    """An id in the path under which something is put. Raises `RefusalError` for what is not a canonical UUID."""
    found = str(request.path_params[name])
    if not is_id(found):
        raise RefusalError(Code.INVALID, "The id must be a UUID in lower case.", field=name)
    return found
