"""Answers of the technician's page."""

from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
from litestar.response.base import ASGIResponse

from server_stub.console.asked import Asked
from server_stub.console.drawing import drawn

HOME = "/console/"
HTML = "text/html"


def page(asked: Asked, template: str, status: int = 200, headers: dict[str, str] | None = None, **values: Any) -> ASGIResponse:
    """A whole page from a template that extends `base.html`. The template gets `asked` and these values."""
    return ASGIResponse(body=text(asked, template, **values).encode(), status_code=status, media_type=HTML, headers=headers)


def fragment(asked: Asked, template: str, status: int = 200, **values: Any) -> ASGIResponse:
    """A part of a page, which a script puts in its place."""
    return page(asked, template, status, **values)


def text(asked: Asked, template: str, **values: Any) -> str:
    """What a template says."""
    return drawn(asked.language, template, asked=asked, here=asked.request.scope["path"], **values)


def back(_asked: Asked, path: str, headers: dict[str, str] | None = None) -> ASGIResponse:
    """On to another page of ours after something was done: the browser asks for it with GET (RFC 9110, 15.4.4)."""
    return ASGIResponse(status_code=303, headers={"Location": own_path(path), **(headers or {})})


def json_answer(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> ASGIResponse:
    """A value for a script."""
    return ASGIResponse(body=msgspec.json.encode(value), status_code=status, media_type="application/json", headers=headers)


def own_path(path: str) -> str:
    """The path if it is one of the technician's page, else its beginning: an address from outside must not lead anywhere else."""
    try:
        parts = urlsplit(path)
    except ValueError:
        return HOME
    inside = path.startswith(HOME) and not parts.scheme and not parts.netloc and ".." not in unquote(parts.path).split("/")
    return path if inside and path.isascii() and path.isprintable() and "\\" not in path else HOME
