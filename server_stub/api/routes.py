"""Which function answers which endpoint of the contract, and the application made of them."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

from litestar import Litestar, Request
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.types import ASGIApp

from contract import endpoints
from contract.endpoints import Endpoint
from server_stub.api import articles, assist, enrolment, feed, refusals, service, tickets, uploads
from server_stub.api.way import Way
from server_stub.refusals import RefusalError
from server_stub.web.request_body import ClientGoneError

Handler = Callable[[Request[Any, Any, Any], Way], Awaitable[ASGIApp]]

HANDLERS: tuple[tuple[Endpoint, Handler], ...] = (
    (endpoints.HEALTH, service.health),
    (endpoints.ABOUT, service.about),
    (endpoints.ENROL, enrolment.enrol),
    (endpoints.PUT_TICKET, tickets.put_ticket),
    (endpoints.GET_TICKET, tickets.get_ticket),
    (endpoints.PUT_MESSAGE, tickets.put_message),
    (endpoints.GET_ATTACHMENT, tickets.get_attachment),
    (endpoints.FEED, feed.feed),
    (endpoints.ARTICLES, articles.articles),
    (endpoints.ARTICLE_IMAGE, articles.article_image),
    (endpoints.PUT_OPINION, articles.put_opinion),
    (endpoints.PUT_HELP_USE, articles.put_help_use),
    (endpoints.GET_ASSIST, assist.get_assist),
    (endpoints.ASSIST_PICTURE, assist.assist_picture),
    (endpoints.PUT_ASSIST_KEY, assist.put_assist_key),
    (endpoints.PUT_ASSIST_ANSWER, assist.put_assist_answer),
    (endpoints.PUT_ASSIST_STEP, assist.put_assist_step),
    (endpoints.PUT_ASSIST_CODE, assist.put_assist_code),
    (endpoints.PUT_ASSIST_ALIVE, assist.put_assist_alive),
    (endpoints.UPLOAD_OPTIONS, uploads.upload_options),
    (endpoints.CREATE_UPLOAD, uploads.create_upload),
    (endpoints.HEAD_UPLOAD, uploads.head_upload),
    (endpoints.PATCH_UPLOAD, uploads.patch_upload),
    (endpoints.DELETE_UPLOAD, uploads.delete_upload),
)


KINDS = {"image_name": "path"}
"""Parts of a path that may hold slashes, as pictures in a folder beside their article do."""


def application(way: Way) -> Litestar:
    """Litestar as router and border: its documentation pages, logging and body parsing are off."""

    @asynccontextmanager
    async def life(_app: Litestar) -> AsyncIterator[None]:
        try:
            yield
        finally:
            way.threads.close()

    return Litestar(
        [route(endpoint, handler, way) for endpoint, handler in HANDLERS],
        openapi_config=None,
        logging_config=None,
        request_max_body_size=None,  # each handler has its own bound
        lifespan=[life],
        exception_handlers={
            RefusalError: refusals.on_refusal,
            ClientGoneError: refusals.on_client_gone,
            HTTPException: refusals.on_framework,
            Exception: refusals.on_unexpected,
        },
    )


def route(endpoint: Endpoint, answer: Handler, way: Way) -> HTTPRouteHandler:
    """One endpoint, answered by one function."""

    async def handler(request: Request[Any, Any, Any]) -> ASGIApp:
        return await answer(request, way)

    path = re.sub(r"\{(\w+)\}", lambda match: f"{{{match[1]}:{KINDS.get(match[1], 'str')}}}", endpoint.path)
    return HTTPRouteHandler(path, http_method=endpoint.method, name=endpoint.name, status_code=200)(handler)  # type: ignore[arg-type]
