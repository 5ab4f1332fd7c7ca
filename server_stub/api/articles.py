"""Help articles over HTTP: what changed, pictures, and what people tell about them."""

from typing import Any

from litestar import Request
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp

from contract.articles import PutHelpUse, PutOpinion
from server_stub.api.body import decode, refuse_other_media
from server_stub.api.feed import read_after
from server_stub.api.replies import NO_STORE, json_reply
from server_stub.api.way import Way
from server_stub.api.who import new_id, who_asks
from server_stub.web.file_stream import FileStream
from server_stub.web.request_body import whole

OPINION_BYTES = 32_000
HELP_USE_BYTES = 500_000


async def articles(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """A page of changes, compressed for whoever accepts that (RFC 9110, section 12.5.3)."""
    await who_asks(request, way)
    after = read_after(request)
    zipped = accepts_gzip(request.headers.get("accept-encoding", ""))
    body = await way.run(lambda: way.library.page(after, zipped=zipped))
    encoding = {"Content-Encoding": "gzip"} if zipped else {}
    headers = {**NO_STORE, "Vary": "Accept-Encoding", **encoding}
    return ASGIResponse(body=body, headers=headers, media_type="application/json")


def accepts_gzip(header: str) -> bool:
    """Whether the client takes gzip by name."""
    for one in header.lower().split(","):
        coding, _, weight = one.partition(";")
        if coding.strip() in {"gzip", "x-gzip"}:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


async def article_image(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The bytes of a picture."""
    await who_asks(request, way)
    name = str(request.path_params["image_name"]).removeprefix("/")
    return FileStream(await way.run(way.library.image, str(request.path_params["article_id"]), name), way.threads)


async def put_opinion(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """201 the first time, 200 for the same again."""
    who = await who_asks(request, way)
    opinion_id = new_id(request, "opinion_id")
    article_id = str(request.path_params["article_id"])
    refuse_other_media(request)
    raw = await whole(request, OPINION_BYTES)
    stored, new = await way.run(lambda: way.library.put_opinion(who, article_id, opinion_id, decode(raw, PutOpinion)))
    return json_reply(stored, 201 if new else 200)


async def put_help_use(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """201 the first time, 200 for what takes the place of earlier counts."""
    who = await who_asks(request, way)
    day = str(request.path_params["day"])
    refuse_other_media(request)
    raw = await whole(request, HELP_USE_BYTES)
    stored, new = await way.run(lambda: way.library.put_help_use(who, day, decode(raw, PutHelpUse)))
    return json_reply(stored, 201 if new else 200)
