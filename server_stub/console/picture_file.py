"""A stored file as a picture in a page, where its bytes say that it is one."""

from collections.abc import Iterator

from litestar.types import ASGIApp, Receive, Scope, Send

from contract.problems import Code
from server_stub.blobs import StoredFile, pieces_of
from server_stub.console.way import Way
from server_stub.pictures import picture_in
from server_stub.refusals import RefusalError
from server_stub.web.threads import Threads


async def picture_file(file: StoredFile, way: Way) -> ASGIApp:
    """The picture. Raises `RefusalError` unsupported-media-type for what is none."""
    picture = await way.run(picture_in, file.path)
    if picture is None:
        raise RefusalError(Code.UNSUPPORTED_MEDIA_TYPE)
    return PictureFile(file, picture.type, way.threads)


class PictureFile:
    """The answer, sent piece by piece. Opened by itself it can do nothing either."""

    def __init__(self, file: StoredFile, kind: str, threads: Threads) -> None:
        self._file = file
        self._kind = kind
        self._threads = threads

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Sends it."""
        pieces: Iterator[bytes] = await self._threads.run(pieces_of, self._file.path)
        headers = [
            (b"content-type", self._kind.encode()),
            (b"content-length", str(self._file.size_bytes).encode()),
            (b"content-disposition", b"inline"),
            (b"content-security-policy", b"sandbox; default-src 'none'"),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        while piece := await self._threads.run(next, pieces, b""):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
