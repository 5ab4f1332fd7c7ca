import errno
import hashlib
import os
from pathlib import Path

import pytest

from contract.problems import Code
from server_stub import blobs as module
from server_stub.blobs import Blobs, DiskFull, flush_file, pieces_of
from server_stub.refusals import RefusalError


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "attachments")


def put(blobs: Blobs, data: bytes) -> str:
    name = blobs.create(len(data))
    with blobs.continue_at(name, 0) as file:
        file.write(data)
        flush_file(file)
    return name


def test_bytes_are_kept_under_a_name_made_here(blobs: Blobs) -> None:
    names = {put(blobs, b"some bytes") for _ in range(20)}
    assert len(names) == 20
    for name in names:
        assert len(name) == 32
        assert blobs.size(name) == 10
        assert blobs.sha256(name) == hashlib.sha256(b"some bytes").hexdigest()
        assert b"".join(pieces_of(blobs.path(name))) == b"some bytes"
    assert set(blobs.names(float("inf"))) == names
    assert list(blobs.names(0)) == []


def test_only_this_account_can_read_them(blobs: Blobs) -> None:
    path = blobs.path(put(blobs, b"x"))
    for one in (path, path.parent, blobs.folder):
        assert one.stat().st_mode & 0o077 == 0


def test_what_was_not_promised_is_cut_away(blobs: Blobs) -> None:
    name = put(blobs, b"0123456789")
    with blobs.continue_at(name, 4) as file:
        assert blobs.size(name) == 4
        file.write(b"xy")
    assert blobs.path(name).read_bytes() == b"0123xy"


def test_deleting(blobs: Blobs) -> None:
    name = put(blobs, b"x")
    blobs.delete(name)
    blobs.delete(name)
    assert blobs.size(name) == -1
    with pytest.raises(FileNotFoundError):
        blobs.continue_at(name, 0)


def test_what_can_not_fit_is_refused_before_it_comes(blobs: Blobs) -> None:
    with pytest.raises(RefusalError) as refused:
        blobs.create(10**18)
    assert refused.value.code is Code.STORAGE_FULL
    assert list(blobs.names(float("inf"))) == []


def test_a_full_device_is_a_refusal() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device here that is always full")
    with pytest.raises(RefusalError) as refused, DiskFull():
        os.write(os.open("/dev/full", os.O_WRONLY), b"x")
    assert refused.value.code is Code.STORAGE_FULL
    with pytest.raises(FileNotFoundError), DiskFull():
        Path("/nowhere/at/all").read_bytes()


def test_bytes_are_kept_whole_or_not_at_all(blobs: Blobs, monkeypatch: pytest.MonkeyPatch) -> None:
    name = blobs.keep(b"picture" * 100_000)
    assert blobs.path(name).read_bytes() == b"picture" * 100_000

    def full(_file: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(module, "flush_file", full)
    with pytest.raises(RefusalError) as refused:
        blobs.keep(b"another")
    assert refused.value.code is Code.STORAGE_FULL
    assert [file.name for file in blobs.folder.glob("??/*")] == [name]
