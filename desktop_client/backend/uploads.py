"""Files on their way to the backend: tus 1.0 with a checksum for each piece, resumed where it broke, in pieces that suit the line."""

import base64
import hashlib
import time
from collections.abc import Callable
from pathlib import Path

from contract.endpoints import CREATE_UPLOAD, DELETE_UPLOAD, HEAD_UPLOAD, PATCH_UPLOAD
from contract.problems import Code
from contract.uploads import CHUNK_BYTES, METADATA_ID, METADATA_SHA256, OFFSET_MEDIA_TYPE
from desktop_client.backend import refusals
from desktop_client.backend.session import Answer, AnsweredError, Session, StoppedError
from desktop_client.reasons import Cause, RefusedError, refused
from desktop_client.system.durable import hash_file
from desktop_client.system.failpoints import passing

SMALLEST_BYTES = 64 * 1024
FIRST_BYTES = 256 * 1024
QUICK_S, SLOW_S = 3.0, 12.0
"""A piece that took less lets the next be bigger, one that took more makes it smaller: a line that breaks every minute still gets on."""

ROUNDS = 3
"""How often one call makes an upload anew, or sends a damaged piece again, before it leaves that to a later try."""

BREAKS = 3
"""How often in a row the connection may break without a byte arriving, before one call leaves the rest to a later try."""


class Pace:
    """The size of the next piece for one backend, kept from file to file. `ceiling_bytes` is what a proxy on the way lets through."""

    def __init__(self, piece_bytes: int = FIRST_BYTES, ceiling_bytes: int = CHUNK_BYTES) -> None:
        self.piece_bytes = piece_bytes
        self.ceiling_bytes = ceiling_bytes
        self.arrived = 0
        """Pieces so far, of all files."""

    def took(self, seconds: float) -> None:
        """A piece arrived."""
        self.arrived += 1
        if seconds < QUICK_S:
            self.piece_bytes = min(self.piece_bytes * 2, self.ceiling_bytes)
        elif seconds > SLOW_S:
            self.broke()

    def broke(self) -> None:
        """A piece didn't arrive."""
        self.piece_bytes = max(self.piece_bytes // 2, SMALLEST_BYTES)

    def too_large(self) -> bool:
        """A proxy refused the piece; False when it was the smallest already."""
        if self.piece_bytes <= SMALLEST_BYTES:
            return False
        self.broke()
        self.ceiling_bytes = self.piece_bytes
        return True


def upload(
    session: Session,
    path: Path,
    upload_id: str,
    size: int,
    sha256: str,
    *,
    progress: Callable[[int], None] = lambda _sent: None,
    cancelled: Callable[[], bool] = lambda: False,
    pace: Pace | None = None,
) -> None:
    """Brings the file to the backend under its id, from wherever an earlier try came to; returns when all of it is there.

    `progress` hears the bytes that are safely there; `cancelled` is asked before each piece and ends with StoppedError, to be resumed.
    """
    pace = pace or Pace()
    one = _Upload(session, path, upload_id, size, sha256)
    for _ in range(ROUNDS):
        try:
            _send_on(one, pace, progress, cancelled)
        except AnsweredError as error:
            if _is_gone(error):
                continue
            if _code(error) is Code.CHECKSUM_MISMATCH:
                _check_own_file(path, size, sha256)
                one.give_up()
                continue
            raise
        passing("upload-complete")
        return
    raise RefusedError(refusals.in_time(Cause.SERVER_PROBLEM, ref=""))


def _send_on(one: "_Upload", pace: Pace, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
    """All pieces. A line that breaks and is there again a moment later costs a piece, not a wait."""
    reached, breaks = -1, 0
    while True:
        try:
            offset = one.create()
            passing("upload-created")
            if offset > reached:
                reached, breaks = offset, 0
            return _send_pieces(one, offset, pace, progress, cancelled)
        except RefusedError as error:
            breaks += 1
            if error.reason.cause is not Cause.CONNECTION_BROKE or breaks >= BREAKS:
                raise


def _send_pieces(one: "_Upload", offset: int, pace: Pace, progress: Callable[[int], None], cancelled: Callable[[], bool]) -> None:
    damaged = 0
    progress(offset)
    while offset < one.size:
        if cancelled():
            raise StoppedError
        started = time.monotonic()
        try:
            offset = one.send(offset, pace.piece_bytes, progress)
        except AnsweredError as error:
            if error.status == 413 and pace.too_large():
                continue
            if _code(error) is Code.OFFSET_CONFLICT and damaged < ROUNDS:
                damaged += 1
                offset = one.offset()
                continue
            if _code(error) is Code.CHECKSUM_MISMATCH and damaged < ROUNDS and offset + pace.piece_bytes < one.size:
                damaged += 1
                continue
            raise
        except RefusedError:
            pace.broke()
            raise
        pace.took(time.monotonic() - started)
        passing("upload-chunk-sent")
        progress(offset)


class _Upload:
    """One upload's own endpoints."""

    def __init__(self, session: Session, path: Path, upload_id: str, size: int, sha256: str) -> None:
        self.size = size
        self._session = session
        self._path = path
        self._id = upload_id
        self._sha256 = sha256

    def create(self) -> int:
        """Announces it, which changes nothing if it is known, and gives what is there already."""
        metadata = f"{METADATA_ID} {_base64(self._id.encode())},{METADATA_SHA256} {_base64(self._sha256.encode())}"
        answer = self._session.call(
            CREATE_UPLOAD,
            body=b"",
            headers={"Upload-Length": str(self.size), "Upload-Metadata": metadata, "Content-Type": OFFSET_MEDIA_TYPE},
        )
        if "upload-offset" in answer.headers:
            return self._offset_in(answer, 0)
        return self.offset()

    def offset(self) -> int:
        """What is there, as the backend says."""
        return self._offset_in(self._session.call(HEAD_UPLOAD, path={"upload_id": self._id}), 0)

    def send(self, offset: int, piece_bytes: int, progress: Callable[[int], None]) -> int:
        """Sends the next piece and gives the new offset."""
        piece = self._read(offset, min(piece_bytes, self.size - offset))
        headers = {
            "Content-Type": OFFSET_MEDIA_TYPE,
            "Upload-Offset": str(offset),
            "Upload-Checksum": f"sha256 {_base64(hashlib.sha256(piece).digest())}",
        }
        answer = self._session.call(
            PATCH_UPLOAD, path={"upload_id": self._id}, body=piece, headers=headers, progress=lambda sent: progress(offset + sent)
        )
        return self._offset_in(answer, offset + 1)

    def give_up(self) -> None:
        """Lets the backend forget it."""
        try:
            self._session.call(DELETE_UPLOAD, path={"upload_id": self._id})
        except AnsweredError as error:
            if not _is_gone(error):
                raise

    def _read(self, offset: int, length: int) -> bytes:
        try:
            with self._path.open("rb") as file:
                file.seek(offset)
                piece = file.read(length)
        except OSError:
            raise refused(Cause.FILE_MISSING, file=self._path.name) from None
        if len(piece) != length:
            raise refused(Cause.FILE_CHANGING, file=self._path.name)
        return piece

    def _offset_in(self, answer: Answer, least: int) -> int:
        text = answer.headers.get("upload-offset", "")
        if not (text.isascii() and text.isdigit() and len(text) < 16 and least <= int(text) <= self.size):
            raise RefusedError(refusals.in_time(Cause.NOT_OURS, host=self._session.host))
        return int(text)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _code(error: AnsweredError) -> Code | None:
    return next((code for code in Code if error.problem and code.value == error.problem.code), None)


def _is_gone(error: AnsweredError) -> bool:
    # The answer to HEAD has no body, so that its status is all there is.
    return _code(error) in {Code.UPLOAD_GONE, Code.NOT_FOUND} or (error.problem is None and error.status in {404, 410})


def _check_own_file(path: Path, size: int, sha256: str) -> None:
    try:
        unchanged = hash_file(path) == (size, sha256)
    except OSError:
        raise refused(Cause.FILE_MISSING, file=path.name) from None
    if not unchanged:
        raise refused(Cause.FILE_CHANGING, file=path.name)
