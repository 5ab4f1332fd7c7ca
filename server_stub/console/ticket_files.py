"""Files of a ticket: shown or saved, and those that a technician gives an answer."""

import asyncio
import queue
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import unquote

from litestar.types import ASGIApp

from contract.problems import Code
from server_stub.blobs import StoredFile
from server_stub.console.asked import Asked
from server_stub.console.pages import back, fragment, json_answer
from server_stub.console.picture_file import picture_file
from server_stub.console.route import EVERYONE, Route
from server_stub.console.shown_values import one_line
from server_stub.console.ticket_page import kind_of
from server_stub.console.ticket_view import draft_file
from server_stub.console.way import Way
from server_stub.refusals import RefusalError
from server_stub.web.file_stream import FileStream
from server_stub.web.request_body import ClientGoneError

NAME_LETTERS = 1_000
WAITING_PIECES = 4
"""So many pieces of a file wait in memory for the disk."""


async def shown_file(asked: Asked, way: Way) -> ASGIApp:
    """A file of the report, a message or a note: a picture for the page, all else to be saved."""
    found = await way.run(way.handling.attachment, asked.number(), asked.path("file"))
    return await answer(asked, way, found.file)


async def shown_draft_file(asked: Asked, way: Way) -> ASGIApp:
    """A file of one's own draft."""
    found = await way.run(way.handling.draft_file, asked.account, asked.number(), asked.path("file"))
    return await answer(asked, way, found.file)


async def answer(asked: Asked, way: Way, file: StoredFile) -> ASGIApp:
    """The file as a picture where its bytes are one and nobody wants to save it, else as a download that nothing opens by itself."""
    if not asked.query("save"):
        try:
            return await picture_file(file, way)
        except RefusalError as refusal:
            if refusal.code is not Code.UNSUPPORTED_MEDIA_TYPE:
                raise
    name = one_line(file.name).replace("/", "_").replace("\\", "_")
    return FileStream(StoredFile(name=name, size_bytes=file.size_bytes, sha256=file.sha256, path=file.path), way.threads)


async def add_file(asked: Asked, way: Way) -> ASGIApp:
    """Takes a file for an answer, as it arrives. The row that the page shows of it."""
    number, kind = asked.number(), kind_of(asked.path("kind"))
    name = unquote(asked.request.headers.get("x-file-name", "")[: NAME_LETTERS * 12])[:NAME_LETTERS]
    said_type = asked.request.headers.get("content-type", "").partition(";")[0].strip().lower()
    pieces = Pieces()
    # On threads of their own: a few slow lines would else hold every thread, and with them everybody else.
    adding = asyncio.ensure_future(way.threads.run_waiting(way.handling.add_file, asked.account, number, kind, name, said_type, pieces))
    try:
        await pieces.fill(asked.pieces(), adding)
    finally:
        file = await adding
    return fragment(asked, "ticket_file.html", kind=kind.value, number=number, one=draft_file(asked, number, file))


class Pieces:
    """Carries what arrives on the event loop to the thread that writes it, a few pieces at a time."""

    def __init__(self) -> None:
        self._held: queue.SimpleQueue[bytes | Exception | None] = queue.SimpleQueue()
        self._room = threading.Semaphore(WAITING_PIECES)

    async def fill(self, arriving: AsyncIterator[bytes], reader: "asyncio.Future[Any]") -> None:
        """Passes everything on, until the end or until nobody reads any more. One who goes away is passed on too, so that nothing stays."""
        try:
            async for piece in arriving:
                while not self._room.acquire(blocking=False):
                    if reader.done():
                        return
                    await asyncio.sleep(0.005)
                self._held.put(piece)
                if reader.done():
                    return
            self._held.put(None)
        except BaseException as error:
            self._held.put(error if isinstance(error, Exception) else ClientGoneError())
            raise

    def __iter__(self) -> Iterator[bytes]:
        """The pieces, in a thread. Raises what ended them."""
        while (piece := self._held.get()) is not None:
            if isinstance(piece, Exception):
                raise piece
            self._room.release()
            yield piece


async def remove_file(asked: Asked, way: Way) -> ASGIApp:
    """Takes a file from an answer again. Without a script the form's text came along, and is kept."""
    number, kind = asked.number(), kind_of(asked.path("kind"))
    await way.run(way.handling.remove_file, asked.account, number, kind, asked.path("file"))
    if not asked.reads_pages:
        return json_answer({})
    sent = await asked.form()
    await way.run(way.handling.keep_draft, asked.account, number, kind, sent.get("text").replace("\r\n", "\n"))
    return back(asked, f"/console/tickets/{number}?{sent.get('way')}&kind={kind.value}#answer")


ROUTES = (
    Route("GET", "/tickets/{number}/files/{file}", "ticket-file", shown_file, EVERYONE),
    Route("GET", "/tickets/{number}/drafts/{file}", "ticket-draft-file", shown_draft_file, EVERYONE),
    Route("POST", "/tickets/{number}/files/{kind}", "ticket-file-add", add_file, EVERYONE),
    Route("POST", "/tickets/{number}/files/{kind}/{file}/remove", "ticket-file-remove", remove_file, EVERYONE),
)
