"""The body of a request, read within bounds."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from litestar import Request

from contract.problems import Code
from server_stub.refusals import RefusalError

SILENCE_S = 60
"""A client that sends nothing for so long is taken for gone."""


class ClientGoneError(Exception):
    """The client went away, or stopped sending; nobody may be there to read the answer."""


async def pieces(request: Request[Any, Any, Any]) -> AsyncIterator[bytes]:
    """The body as it arrives. Raises `ClientGoneError`."""
    more = True
    while more:
        try:
            message: Any = await asyncio.wait_for(request.receive(), SILENCE_S)
        except TimeoutError:
            raise ClientGoneError from None
        if message["type"] == "http.disconnect":
            raise ClientGoneError
        if piece := message.get("body"):
            yield piece
        more = message.get("more_body", False)


async def whole(request: Request[Any, Any, Any], limit: int) -> bytes:
    """The body at once. Raises `RefusalError` too-large before more than `limit` bytes are kept."""
    refusal = RefusalError(Code.TOO_LARGE, f"More than {limit} bytes.", limit=limit)
    if (announced := length_of(request)) is not None and announced > limit:
        raise refusal
    kept = bytearray()
    async for piece in pieces(request):
        kept += piece
        if len(kept) > limit:
            raise refusal
    return bytes(kept)


def length_of(request: Request[Any, Any, Any]) -> int | None:
    """The length that the client announced."""
    text = request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
