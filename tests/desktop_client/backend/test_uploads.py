"""Uploads against a tus server that is cut, forgetful, small, or lying."""

import base64
import hashlib
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from contract.ids import new_id
from desktop_client.backend.session import Session, StoppedError
from desktop_client.backend.uploads import SMALLEST_BYTES, Pace, upload
from desktop_client.reasons import Cause, Cure, RefusedError
from tests.raw_server import Asked, RawServer, answer, problem

TOKEN = "sgd_" + "a" * 43


class Tus:
    """As much of tus as a client can notice. `before` may answer in its place."""

    def __init__(self, before: Callable[["Tus", Asked, socket.socket], bytes | None] = lambda *_: None) -> None:
        self.files: dict[str, bytearray] = {}
        self.lengths: dict[str, int] = {}
        self.before = before
        self.pieces: list[int] = []

    def __call__(self, asked: Asked, line: socket.socket) -> None:
        told = self.before(self, asked, line)
        line.sendall(self.usual(asked) if told is None else told)

    def usual(self, asked: Asked) -> bytes:
        if asked.method == "POST":
            pairs = dict(pair.split(" ") for pair in asked.headers["upload-metadata"].split(","))
            upload_id = base64.b64decode(pairs["id"]).decode()
            created = upload_id not in self.files
            self.files.setdefault(upload_id, bytearray())
            self.lengths[upload_id] = int(asked.headers["upload-length"])
            return self.told(upload_id, 201 if created else 200)
        upload_id = asked.path.rpartition("/")[2]
        if upload_id not in self.files:
            return answer(404) if asked.method == "HEAD" else problem(410, "upload-gone")
        if asked.method == "DELETE":
            del self.files[upload_id]
            return answer(204, b"", "", Tus_Resumable="1.0.0")
        if asked.method == "PATCH":
            checksum = "sha256 " + base64.b64encode(hashlib.sha256(asked.body).digest()).decode()
            if asked.headers["upload-checksum"] != checksum:
                return problem(460, "checksum-mismatch")
            if int(asked.headers["upload-offset"]) != len(self.files[upload_id]):
                return problem(409, "offset-conflict")
            self.files[upload_id] += asked.body
            self.pieces.append(len(asked.body))
        return self.told(upload_id, 204)

    def told(self, upload_id: str, status: int) -> bytes:
        return answer(status, b"", "", Tus_Resumable="1.0.0", Upload_Offset=str(len(self.files[upload_id])))


@pytest.fixture
def file(tmp_path: Path) -> tuple[Path, int, str]:
    data = os.urandom(1_500_000)
    (tmp_path / "file").write_bytes(data)
    return tmp_path / "file", len(data), hashlib.sha256(data).hexdigest()


def send(tus: Tus, file: tuple[Path, int, str], upload_id: str | None = None, **options: object) -> str:
    upload_id = upload_id or new_id()
    with RawServer(tus) as server, Session(server.address, lambda: TOKEN, read_s=5) as session:
        upload(session, file[0], upload_id, file[1], file[2], **options)  # type: ignore[arg-type]
    return upload_id


def test_all_of_it_arrives_and_progress_is_told(file: tuple[Path, int, str]) -> None:
    heard: list[int] = []
    tus = Tus()
    upload_id = send(tus, file, progress=heard.append)
    assert hashlib.sha256(tus.files[upload_id]).hexdigest() == file[2]
    assert heard == sorted(heard)
    assert heard[0] == 0
    assert heard[-1] == file[1]


def test_the_same_upload_again_sends_nothing(file: tuple[Path, int, str]) -> None:
    tus = Tus()
    upload_id = send(tus, file)
    tus.pieces.clear()
    send(tus, file, upload_id)
    assert tus.pieces == []


def test_it_goes_on_where_it_broke(file: tuple[Path, int, str]) -> None:
    cuts = 8

    def cut(tus: Tus, asked: Asked, line: socket.socket) -> bytes | None:
        nonlocal cuts
        if asked.method == "PATCH" and cuts:
            cuts -= 1
            if cuts % 2:
                tus.usual(asked)  # it arrived, and only the answer is lost
            line.close()
            return b""
        return None

    tus = Tus(cut)
    upload_id = new_id()
    pace = Pace(128 * 1024)
    send(tus, file, upload_id, pace=pace)
    assert hashlib.sha256(tus.files[upload_id]).hexdigest() == file[2]
    assert sum(tus.pieces) == file[1]
    assert cuts == 0


def test_a_line_that_lets_nothing_through_is_left_to_a_later_try(file: tuple[Path, int, str]) -> None:
    asked_for: list[str] = []

    def cut(_tus: Tus, asked: Asked, line: socket.socket) -> bytes | None:
        asked_for.append(asked.method)
        if asked.method == "PATCH":
            line.close()
            return b""
        return None

    pace = Pace(128 * 1024)
    with pytest.raises(RefusedError) as refused:
        send(Tus(cut), file, pace=pace)
    assert refused.value.reason.cause is Cause.CONNECTION_BROKE
    assert asked_for == ["POST", "PATCH"] * 3
    assert pace.piece_bytes == SMALLEST_BYTES


def test_a_proxy_that_takes_small_bodies_only_gets_small_ones(file: tuple[Path, int, str]) -> None:
    def small(_tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        return answer(413, b"<html>", "text/html") if len(asked.body) > 100_000 else None

    tus = Tus(small)
    pace = Pace()
    upload_id = send(tus, file, pace=pace)
    assert len(tus.files[upload_id]) == file[1]
    assert pace.ceiling_bytes <= 100_000
    send(tus, file, pace=pace)


def test_a_proxy_that_takes_nothing_is_a_reason_not_a_loop(file: tuple[Path, int, str]) -> None:
    def none(_tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        return answer(413, b"<html>", "text/html") if asked.body else None

    with pytest.raises(RefusedError):
        send(Tus(none), file)


def test_an_upload_that_is_gone_is_made_anew(file: tuple[Path, int, str]) -> None:
    forgets = 1

    def forget(tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        nonlocal forgets
        if asked.method == "PATCH" and forgets and tus.pieces:
            forgets -= 1
            tus.files.clear()
        return None

    tus = Tus(forget)
    upload_id = send(tus, file, pace=Pace(SMALLEST_BYTES, SMALLEST_BYTES))
    assert hashlib.sha256(tus.files[upload_id]).hexdigest() == file[2]


def test_a_piece_damaged_on_the_way_is_sent_again(file: tuple[Path, int, str]) -> None:
    damages = 2

    def damage(_tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        nonlocal damages
        if asked.method == "PATCH" and damages:
            damages -= 1
            return problem(460, "checksum-mismatch")
        return None

    tus = Tus(damage)
    upload_id = send(tus, file, pace=Pace(SMALLEST_BYTES, SMALLEST_BYTES))
    assert hashlib.sha256(tus.files[upload_id]).hexdigest() == file[2]


def test_another_offset_is_believed(file: tuple[Path, int, str]) -> None:
    once = True

    def ahead(tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        nonlocal once
        if asked.method == "PATCH" and once:
            once = False
            tus.usual(asked)
            return problem(409, "offset-conflict")
        return None

    tus = Tus(ahead)
    upload_id = send(tus, file, pace=Pace(SMALLEST_BYTES))
    assert hashlib.sha256(tus.files[upload_id]).hexdigest() == file[2]


@pytest.mark.parametrize("offset", ["-1", "x", "99999999999", "", "0"])
def test_an_offset_that_cannot_be_is_not_ours(file: tuple[Path, int, str], offset: str) -> None:
    def lie(_tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        return answer(204, b"", "", Tus_Resumable="1.0.0", Upload_Offset=offset) if asked.method == "PATCH" else None

    with pytest.raises(RefusedError) as refused:
        send(Tus(lie), file)
    assert refused.value.reason.cause is Cause.NOT_OURS


def test_a_success_without_tus_is_a_portal(file: tuple[Path, int, str]) -> None:
    with pytest.raises(RefusedError) as refused:
        send(Tus(lambda *_: answer(200, b"<html>", "text/html")), file)
    assert refused.value.reason.cause is Cause.PORTAL


def test_a_local_file_that_changed_or_vanished_needs_a_person(file: tuple[Path, int, str]) -> None:
    file[0].write_bytes(b"short")
    with pytest.raises(RefusedError) as refused:
        send(Tus(), file)
    assert (refused.value.reason.cause, refused.value.reason.cure) == (Cause.FILE_CHANGING, Cure.PERSON)
    file[0].unlink()
    with pytest.raises(RefusedError) as refused:
        send(Tus(), file)
    assert refused.value.reason.cause is Cause.FILE_MISSING


def test_a_whole_that_does_not_match_is_told_apart_from_a_damaged_copy(file: tuple[Path, int, str]) -> None:
    def never(tus: Tus, asked: Asked, _line: socket.socket) -> bytes | None:
        return problem(460, "checksum-mismatch") if asked.method == "PATCH" else None

    with pytest.raises(RefusedError) as refused:
        send(Tus(never), file)
    assert refused.value.reason.cure is Cure.TIME
    data = bytearray(file[0].read_bytes())
    data[7] ^= 1
    file[0].write_bytes(data)
    with pytest.raises(RefusedError) as refused:
        send(Tus(never), file)
    assert (refused.value.reason.cause, refused.value.reason.cure) == (Cause.FILE_CHANGING, Cure.PERSON)


def test_cancelled_stops_between_pieces(file: tuple[Path, int, str]) -> None:
    tus = Tus()
    with pytest.raises(StoppedError):
        send(tus, file, pace=Pace(SMALLEST_BYTES, SMALLEST_BYTES), cancelled=lambda: len(tus.pieces) == 3)
    assert len(tus.pieces) == 3


def test_pace_suits_the_line() -> None:
    pace = Pace()
    for _ in range(9):
        pace.took(0.1)
    assert pace.piece_bytes == 4 * 1024 * 1024
    for _ in range(9):
        pace.took(60)
    assert pace.piece_bytes == SMALLEST_BYTES
