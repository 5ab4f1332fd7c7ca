"""Scripts, sheets and drawings of the page: read once, and served under an address that names their content, so that browsers keep them.

The address is one hash of all of them, since scripts import each other by relative names.
"""

import hashlib
from functools import cache
from pathlib import Path

from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp

from contract.problems import Code
from server_stub.console.asked import Asked
from server_stub.console.icons import sprite
from server_stub.console.route import Route
from server_stub.console.way import Way
from server_stub.refusals import RefusalError

FOLDER = Path(__file__).parent / "static"
SPRITE = "icons.svg"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}


@cache
def files() -> dict[str, bytes]:
    """Everything that is served, by name."""
    found = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.suffix in TYPES}
    return {**found, SPRITE: sprite().encode()}


@cache
def whole_hash() -> str:
    """Of all names and contents."""
    whole = hashlib.sha256()
    for name, content in files().items():
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:16]


def address(name: str) -> str:
    """Where a file is served. Raises KeyError for one that doesn't exist."""
    if name not in files():
        raise KeyError(name)
    return f"/console/static/{whole_hash()}/{name}"


async def static_file(asked: Asked, _way: Way) -> ASGIApp:
    """One file. What an older page asks for by another hash isn't there any more."""
    content = files().get(asked.path("name"))
    if content is None or asked.path("hash") != whole_hash():
        raise RefusalError(Code.NOT_FOUND)
    kind = TYPES[Path(asked.path("name")).suffix]
    return ASGIResponse(body=content, media_type=kind, headers=KEPT)


ROUTES = (Route("GET", "/static/{hash}/{name}", "static-file", static_file, None),)
