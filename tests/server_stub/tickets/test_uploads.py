"""Uploads below HTTP: what is promised when, and what a crash in between leaves."""

import hashlib
from pathlib import Path

import pytest

from contract.ids import new_id
from contract.problems import Code
from server_stub.app import Backend, open_backend
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store.people import Who, add_person
from server_stub.tickets.piece import Piece
from server_stub.tickets.uploads import Uploads

DATA = b"0123456789" * 1_000
SHA256 = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def backend(tmp_path: Path) -> Backend:
    return open_backend(tmp_path, Settings())


@pytest.fixture
def who(backend: Backend) -> Who:
    from datetime import UTC, datetime  # noqa: PLC0415 - only here

    person = backend.store.write(lambda work: add_person(work.connection, datetime.now(UTC)))
    return Who(enrolment=new_id(), person=person, account="ana", display_name="", computer="PC-1")


def begun(uploads: Uploads, who: Who) -> str:
    upload_id = new_id()
    assert uploads.create(who, upload_id, len(DATA), SHA256).created
    return upload_id


def send(uploads: Uploads, who: Who, upload_id: str, offset: int, data: bytes) -> int:
    piece = uploads.begin(who, upload_id, offset, len(data))
    piece.write(data)
    return piece.finish().offset


def test_what_was_written_but_not_promised_does_not_count(backend: Backend, who: Who) -> None:
    uploads = backend.desk.uploads
    upload_id = begun(uploads, who)
    assert send(uploads, who, upload_id, 0, DATA[:4_000]) == 4_000
    cut_off = uploads.begin(who, upload_id, 4_000, None)
    cut_off.write(b"garbage that a crash leaves")
    cut_off._file.close()
    assert uploads.look(who, upload_id).offset == 4_000
    assert send(uploads, who, upload_id, 4_000, DATA[4_000:]) == len(DATA)
    (file,) = backend.blobs.folder.glob("??/*")
    assert file.read_bytes() == DATA
    backend.close()


def test_two_pieces_at_one_offset_count_once(backend: Backend, who: Who) -> None:
    uploads = backend.desk.uploads
    upload_id = begun(uploads, who)
    one, other = uploads.begin(who, upload_id, 0, None), uploads.begin(who, upload_id, 0, None)
    one.write(DATA[:100])
    other.write(DATA[:100])
    assert one.finish().offset == 100
    with pytest.raises(RefusalError) as refused:
        other.finish()
    assert refused.value.code is Code.OFFSET_CONFLICT
    assert uploads.look(who, upload_id).offset == 100
    backend.close()


def test_an_upload_that_is_swept_while_a_piece_arrives_is_gone(backend: Backend, who: Who) -> None:
    uploads = backend.desk.uploads
    upload_id = begun(uploads, who)
    piece = uploads.begin(who, upload_id, 0, None)
    piece.write(DATA[:100])
    uploads.delete(who, upload_id)
    with pytest.raises(RefusalError) as refused:
        piece.finish()
    assert refused.value.code is Code.UPLOAD_GONE
    backend.close()


def test_a_piece_given_up_leaves_no_trace(backend: Backend, who: Who) -> None:
    uploads = backend.desk.uploads
    upload_id = begun(uploads, who)
    piece = uploads.begin(who, upload_id, 0, None)
    assert isinstance(piece, Piece)
    piece.write(DATA)
    piece.abandon()
    (file,) = backend.blobs.folder.glob("??/*")
    assert file.stat().st_size == 0
    backend.close()


def test_a_start_sweeps_files_that_no_row_names(backend: Backend, who: Who, tmp_path: Path) -> None:
    begun(backend.desk.uploads, who)
    orphan = backend.blobs.create(1)
    backend.close()
    again = open_backend(tmp_path, Settings())
    assert again.blobs.size(orphan) == -1
    assert len(list(again.blobs.folder.glob("??/*"))) == 1
    again.close()
