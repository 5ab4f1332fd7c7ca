"""A body that is too long, or that never ends, costs no more than its bound."""

import asyncio
from typing import Any

import pytest
from litestar import Request

from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.web import request_body
from server_stub.web.request_body import ClientGoneError, length_of, whole


def request(pieces: list[dict[str, Any]], length: str = "") -> Request[Any, Any, Any]:
    async def receive() -> Any:
        if not pieces:
            await asyncio.Event().wait()
        return pieces.pop(0)

    headers = [(b"content-length", length.encode())] if length else []
    return Request({"type": "http", "method": "POST", "path": "/", "headers": headers, "query_string": b""}, receive)  # type: ignore[typeddict-item, arg-type]


def body(data: bytes, *, more: bool = False) -> dict[str, Any]:
    return {"type": "http.request", "body": data, "more_body": more}


def test_pieces_become_one() -> None:
    assert asyncio.run(whole(request([body(b"ab", more=True), body(b"", more=True), body(b"c")]), 3)) == b"abc"


def test_too_much_is_refused_by_its_length_and_by_what_comes() -> None:
    for asked in (request([], "4"), request([body(b"ab", more=True), body(b"cd", more=True)])):
        with pytest.raises(RefusalError) as refused:
            asyncio.run(whole(asked, 3))
        assert (refused.value.code, refused.value.limit) == (Code.TOO_LARGE, 3)


def test_who_goes_or_says_nothing_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ClientGoneError):
        asyncio.run(whole(request([body(b"a", more=True), {"type": "http.disconnect"}]), 3))
    monkeypatch.setattr(request_body, "SILENCE_S", 0.01)
    with pytest.raises(ClientGoneError):
        asyncio.run(whole(request([body(b"a", more=True)]), 3))


@pytest.mark.parametrize(("said", "length"), [("12", 12), ("", None), ("-1", None), ("1e3", None), ("9" * 20, None), ("²", None)])
def test_a_length_is_digits(said: str, length: int | None) -> None:
    asked = request([])
    asked.scope["headers"] = [(b"content-length", said.encode("latin-1"))]
    assert length_of(asked) == length
