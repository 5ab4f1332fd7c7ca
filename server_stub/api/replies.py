"""Answers that are not refusals."""

import msgspec
from litestar.response.base import ASGIResponse

NO_STORE = {"Cache-Control": "no-store"}


def json_reply(value: msgspec.Struct, status: int = 200) -> ASGIResponse:
    """A value as JSON, in the order in which the contract names its fields, never compressed."""
    return ASGIResponse(body=msgspec.json.encode(value), status_code=status, headers=NO_STORE, media_type="application/json")


def empty_reply(headers: dict[str, str], status: int = 204) -> ASGIResponse:
    """Headers alone."""
    length = {} if status == 204 else {"Content-Length": "0"}
    return ASGIResponse(status_code=status, headers={**length, **headers}, is_head_response=True)
