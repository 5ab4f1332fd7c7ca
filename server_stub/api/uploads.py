"""tus 1.0 over HTTP: creation, checksum, expiration, termination (https://tus.io/protocols/resumable-upload)."""

import asyncio
import base64
import contextlib
import hashlib
import re
from email.utils import format_datetime
from typing import Any

from litestar import Request
from litestar.types import ASGIApp

from contract.endpoints import HEAD_UPLOAD
from contract.ids import is_id
from contract.problems import Code
from contract.uploads import (
    METADATA_ID,
    METADATA_SHA256,
    OFFSET_MEDIA_TYPE,
    TUS_CHECKSUM_ALGORITHMS,
    TUS_EXTENSIONS,
    TUS_VERSION,
)
from server_stub.api.replies import empty_reply
from server_stub.api.way import Way
from server_stub.api.who import existing_id, who_asks
from server_stub.refusals import RefusalError
from server_stub.store.failpoints import pass_by
from server_stub.tickets.piece import Piece, Place
from server_stub.web.request_body import ClientGoneError, length_of, pieces
from server_stub.web.turns import Turn

TUS = {"Tus-Resumable": TUS_VERSION, "Cache-Control": "no-store"}
TOGETHER_BYTES = 512 * 1024
"""So much is collected in memory before it is handed to a thread that writes it."""


async def upload_options(_request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """What is spoken here."""
    spoken = {
        "Tus-Version": TUS_VERSION,
        "Tus-Extension": TUS_EXTENSIONS,
        "Tus-Checksum-Algorithm": TUS_CHECKSUM_ALGORITHMS,
        "Tus-Max-Size": str(way.settings.limits.file_bytes),
    }
    return empty_reply({**TUS, **spoken})


async def create_upload(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """201 the first time, 200 for the same again; both say where it is and how much is there."""
    who = await who_asks(request, way)
    refuse_other_version(request)
    length = number_in(request, "Upload-Length", Code.INVALID)
    if length == 0:
        raise RefusalError(Code.INVALID, "An empty file is not taken.", field="Upload-Length")
    upload_id, sha256 = read_metadata(request.headers.get("upload-metadata", ""))
    place = await way.run(way.desk.uploads.create, who, upload_id, length, sha256)
    location = {"Location": HEAD_UPLOAD.path.format(upload_id=upload_id)}
    return empty_reply({**told(place), **location}, 201 if place.created else 200)


async def head_upload(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """How much is there, once a piece that may still be arriving has stopped."""
    who = await who_asks(request, way)
    refuse_other_version(request)
    upload_id = existing_id(request, "upload_id")
    async with way.turns.take((who.person, upload_id)):
        place = await way.run(way.desk.uploads.look, who, upload_id)
    return empty_reply(told(place), 200)


async def patch_upload(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """The next piece. What arrived before the connection broke is kept, unless it can't be verified by its checksum."""
    who = await who_asks(request, way)
    refuse_other_version(request)
    upload_id = existing_id(request, "upload_id")
    if request.headers.get("content-type", "").lower() != OFFSET_MEDIA_TYPE:
        raise RefusalError(Code.UNSUPPORTED_MEDIA_TYPE, f"A piece is {OFFSET_MEDIA_TYPE}.", field="Content-Type")
    offset = number_in(request, "Upload-Offset", Code.BAD_REQUEST)
    checksum = read_checksum(request.headers["upload-checksum"]) if "upload-checksum" in request.headers else None
    async with way.turns.take((who.person, upload_id)) as turn:
        piece = await way.run(way.desk.uploads.begin, who, upload_id, offset, length_of(request))
        place = await receive_piece(request, way, turn, piece, checksum)
    pass_by("upload-before-reply")
    return empty_reply(told(place))


async def receive_piece(request: Request[Any, Any, Any], way: Way, turn: Turn, piece: Piece, checksum: bytes | None) -> Place:
    """Writes what arrives, and promises it. Raises `RefusalError`; nothing of the piece counts then."""
    try:
        complete = await write_all(request, way, turn, piece)
    except BaseException:
        await asyncio.shield(way.run(piece.abandon))
        raise
    if complete:
        return await way.run(piece.finish, checksum)
    await way.run(piece.abandon if checksum else piece.finish)
    raise ClientGoneError


async def write_all(request: Request[Any, Any, Any], way: Way, turn: Turn, piece: Piece) -> bool:
    """Whether the whole piece arrived, before its connection broke or somebody else wanted the turn."""
    together = bytearray()
    arriving = pieces(request)
    stopped = asyncio.ensure_future(turn.stop.wait())
    complete = False
    try:
        while not turn.stop.is_set():
            coming = asyncio.ensure_future(anext(arriving, None))
            await asyncio.wait({coming, stopped}, return_when=asyncio.FIRST_COMPLETED)
            if not coming.done():
                coming.cancel()
                await asyncio.wait({coming})
                break
            part = coming.result()
            if part is None:
                complete = True
                break
            together += part
            if len(together) >= TOGETHER_BYTES:
                await way.run(piece.write, bytes(together))
                together.clear()
    except ClientGoneError:
        complete = False
    finally:
        stopped.cancel()
        with contextlib.suppress(RuntimeError):
            await arriving.aclose()  # type: ignore[attr-defined]
    if together:
        await way.run(piece.write, bytes(together))
    return complete


async def delete_upload(request: Request[Any, Any, Any], way: Way) -> ASGIApp:
    """Gives it up."""
    who = await who_asks(request, way)
    refuse_other_version(request)
    upload_id = existing_id(request, "upload_id")
    async with way.turns.take((who.person, upload_id)):
        await way.run(way.desk.uploads.delete, who, upload_id)
    return empty_reply(TUS)


def told(place: Place) -> dict[str, str]:
    """The headers that say where an upload stands."""
    return {
        **TUS,
        "Upload-Offset": str(place.offset),
        "Upload-Length": str(place.length),
        "Upload-Expires": format_datetime(place.expires, usegmt=True),
    }


def refuse_other_version(request: Request[Any, Any, Any]) -> None:
    """Raises `RefusalError` unless the client speaks tus 1.0.0."""
    if request.headers.get("tus-resumable") != TUS_VERSION:
        raise RefusalError(Code.TUS_VERSION, f"Tus-Resumable must be {TUS_VERSION}.", field="Tus-Resumable")


def number_in(request: Request[Any, Any, Any], header: str, code: Code) -> int:
    """A header's number. Raises `RefusalError` with `code` for anything else."""
    text = request.headers.get(header.lower(), "")
    if not re.fullmatch("[0-9]{1,18}", text, re.ASCII):
        raise RefusalError(code, f"{header} must be a number of bytes.", field=header)
    return int(text)


def read_metadata(header: str) -> tuple[str, str]:
    """The id and the hash that `Upload-Metadata` names; other keys are left alone. Raises `RefusalError`."""
    found: dict[str, str] = {}
    for pair in header.split(","):
        key, _, value = pair.strip().partition(" ")
        with contextlib.suppress(ValueError):
            found[key] = base64.b64decode(value, validate=True).decode("ascii")
    upload_id, sha256 = found.get(METADATA_ID, ""), found.get(METADATA_SHA256, "")
    if not is_id(upload_id):
        raise RefusalError(Code.INVALID, "Upload-Metadata must name an id: a UUID in lower case.", field="Upload-Metadata")
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise RefusalError(Code.INVALID, "Upload-Metadata must name a sha256 in lower-case hexadecimal.", field="Upload-Metadata")
    return upload_id, sha256


def read_checksum(header: str) -> bytes:
    """The digest that `Upload-Checksum` holds. Raises `RefusalError` for another algorithm or a damaged value."""
    algorithm, _, value = header.partition(" ")
    try:
        digest = base64.b64decode(value, validate=True)
    except ValueError:
        digest = b""
    if algorithm != TUS_CHECKSUM_ALGORITHMS or len(digest) != hashlib.sha256().digest_size:
        raise RefusalError(Code.BAD_REQUEST, "Upload-Checksum must be sha256 and the digest in base64.", field="Upload-Checksum")
    return digest
