"""An answer that is a file."""

from collections.abc import Iterator
from urllib.parse import quote

from litestar.types import Receive, Scope, Send

from server_stub.blobs import StoredFile, pieces_of
from server_stub.web.threads import Threads


class FileStream:
    """An answer that is a file, sent piece by piece. Always as a download of unknown kind: nothing opens it by itself."""

    def __init__(self, file: StoredFile, threads: Threads) -> None:
        self._file = file
        self._threads = threads

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        """Sends it."""
        pieces: Iterator[bytes] = await self._threads.run(pieces_of, self._file.path)
        name = quote(self._file.name, safe="", errors="replace")
        headers = {
            "content-type": "application/octet-stream",
            "content-length": str(self._file.size_bytes),
            "content-disposition": f"attachment; filename*=UTF-8''{name}",
            "content-security-policy": "sandbox; default-src 'none'",
            "cache-control": "no-store",
            "etag": f'"{self._file.sha256}"',
        }
        encoded = [(key.encode(), value.encode()) for key, value in headers.items()]
        await send({"type": "http.response.start", "status": 200, "headers": encoded})
        while piece := await self._threads.run(next, pieces, b""):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
