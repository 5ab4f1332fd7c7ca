"""Problem details (RFC 9457) for every refusal, the framework's own too."""

import logging
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from contract.problems import MEDIA_TYPE, STATUS, Code, Problem
from contract.uploads import TUS_VERSION
from server_stub.refusals import RefusalError
from server_stub.web.request_body import ClientGoneError
from server_stub.web.request_log import noted

log = logging.getLogger("sigap.api")

FRAMEWORK = {404: Code.NOT_FOUND, 405: Code.METHOD_NOT_ALLOWED, 413: Code.TOO_LARGE}


def problem_reply(request: Request[Any, Any, Any], refusal: RefusalError, headers: dict[str, str] | None = None) -> Response[bytes]:
    """The answer that refuses."""
    note = noted(request.scope)
    note.problem = refusal.code.value
    status = STATUS[refusal.code]
    problem = Problem(
        title=refusal.code.value.replace("-", " ").capitalize(),
        status=status,
        detail=refusal.detail,
        code=refusal.code.value,
        request_id=note.request_id,
        number=refusal.number,
        field=refusal.field,
        limit=refusal.limit,
        uploads=refusal.uploads,
        retry_after_s=refusal.retry_after_s,
    )
    sent = {"Cache-Control": "no-store", "Problem-Code": refusal.code.value, **(headers or {})}
    if refusal.retry_after_s is not None:
        sent["Retry-After"] = str(refusal.retry_after_s)
    if refusal.code is Code.NOT_ENROLLED:
        sent["WWW-Authenticate"] = 'Bearer realm="sigap"'
    if refusal.code is Code.REVOKED:
        sent["WWW-Authenticate"] = 'Bearer realm="sigap", error="invalid_token"'
    if refusal.code is Code.TUS_VERSION:
        sent["Tus-Version"] = TUS_VERSION
    body = b"" if request.method == "HEAD" else msgspec.json.encode(problem)
    return Response(body, status_code=status, headers=sent, media_type=MEDIA_TYPE)


def on_refusal(request: Request[Any, Any, Any], error: RefusalError) -> Response[bytes]:
    """What the backend decided."""
    return problem_reply(request, error)


def on_framework(request: Request[Any, Any, Any], error: HTTPException) -> Response[bytes]:
    """What the framework refuses: no such path, no such method, a malformed request."""
    if error.status_code >= 500:
        return on_unexpected(request, error)
    code = FRAMEWORK.get(error.status_code, Code.BAD_REQUEST)
    allow = {name.title(): value for name, value in (error.headers or {}).items() if name.lower() == "allow"}
    return problem_reply(request, RefusalError(code), allow)


def on_client_gone(request: Request[Any, Any, Any], _error: ClientGoneError) -> Response[bytes]:
    """For whoever may still be there."""
    return problem_reply(request, RefusalError(Code.BAD_REQUEST, "The request did not arrive completely."))


def on_unexpected(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """An error of ours: told in the log with the request's id, and to the client by that id alone."""
    log.error("unexpected", exc_info=error, extra={"request_id": noted(request.scope).request_id})
    return problem_reply(request, RefusalError(Code.INTERNAL, "Something went wrong in the backend."))
