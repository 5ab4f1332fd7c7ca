"""Folders and zips, honest and hostile."""

import errno
import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from server_stub.knowledge import sources
from server_stub.knowledge.sources import FolderSources, ZipSources, opened
from server_stub.knowledge.unreadable import UnreadableError
from server_stub.refusals import ServerRefused
from tests.server_stub.knowledge.written import put


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return path


def test_a_folder_is_read_with_everything_below_it(tmp_path: Path) -> None:
    for name in ("b.md", "a/deep/er.MARKDOWN", "notes.txt", ".hidden.md", ".git/config.md", "a/picture.png"):
        put(tmp_path, name, name)
    found = opened(tmp_path)
    assert found.names == ["a/deep/er.MARKDOWN", "b.md"]
    assert found.read("a/deep/er.MARKDOWN", 100) == b"a/deep/er.MARKDOWN"
    assert found.has("a/picture.png")
    assert not found.has("a/other.png")


def test_one_article_is_read_with_what_lies_beside_it(tmp_path: Path) -> None:
    for name in ("a.md", "b.md", "pictures/x.png"):
        put(tmp_path, name, name)
    found = opened(tmp_path / "b.md")
    assert (found.names, found.has("pictures/x.png")) == (["b.md"], True)
    assert found.read("b.md", 10) == b"b.md"


def test_links_to_folders_are_not_followed_and_what_is_no_file_is_said(tmp_path: Path) -> None:
    put(tmp_path, "inside/a.md", "a")
    (tmp_path / "inside/again").symlink_to(tmp_path / "inside", target_is_directory=True)
    (tmp_path / "inside/nowhere.md").symlink_to(tmp_path / "absent")
    os.mkfifo(tmp_path / "inside/pipe.md")
    found = FolderSources(tmp_path / "inside")
    assert found.names == ["a.md", "nowhere.md", "pipe.md"]
    for name in ("nowhere.md", "pipe.md"):
        with pytest.raises(UnreadableError, match="not a file"):
            found.read(name, 10)


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "closed/a.md", "a")
    put(tmp_path, "b.md", "b")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)  # root could read it
    found = FolderSources(tmp_path)
    assert found.names == ["b.md"]
    assert found.unreadable == [("closed", "The folder can't be read: Permission denied.")]
    with pytest.raises(ServerRefused, match="can't be read: Permission denied"):
        FolderSources(tmp_path / "closed")


def test_a_zip_is_read_without_unpacking(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("inner.md", b"inner")
    path = zipped(tmp_path / "a.zip", {"x/b.md": b"bb", "a.md": b"a", "__MACOSX/a.md": b"", ".x/a.md": b"", "inner.zip": inner.getvalue()})
    found = opened(path)
    assert found.names == ["a.md", "x/b.md"]
    assert found.read("x/b.md", 2) == b"bb"
    with pytest.raises(UnreadableError, match="larger than"):
        found.read("x/b.md", 1)
    assert found.has("inner.zip")
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("name", ["../a.md", "/etc/a.md", "x/../../a.md", "C:/a.md", "..\\a.md", "a\n.md"])
def test_names_that_lead_out_of_a_zip_are_refused_by_name(tmp_path: Path, name: str) -> None:
    found = ZipSources(zipped(tmp_path / "a.zip", {name: b"a", "good.md": b"g"}))
    assert found.names == ["good.md"]
    assert [one for one, _ in found.unreadable] == [name]


def test_a_bomb_is_refused_as_a_whole(tmp_path: Path) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {f"{place}.md": b"\0" * 6_000_000 for place in range(10)})
    with pytest.raises(ServerRefused, match="would unpack to 60,000,000 bytes"):
        ZipSources(bomb)


def test_a_size_that_is_a_lie_is_not_believed(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.md": b"a" * 100_000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<I", 100_000), struct.pack("<I", 10)))
    with pytest.raises(UnreadableError):
        ZipSources(path).read("a.md", 50_000)


def test_damaged_and_locked_files_in_a_zip_are_refused_by_file(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.md": b"a" * 1000, "b.md": b"b"}, zipfile.ZIP_STORED)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"a" * 1000, b"a" * 999 + b"x"))
    found = ZipSources(path)
    with pytest.raises(UnreadableError, match="damaged"):
        found.read("a.md", 2000)
    assert found.read("b.md", 10) == b"b"
    locked = zipped(tmp_path / "locked.zip", {"a.md": b"a"})
    with zipfile.ZipFile(locked) as packed:
        flags = packed.infolist()[0].flag_bits
    flagged = bytearray(locked.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", flagged, flagged.index(mark) + offset, flags | 1)
    locked.write_bytes(flagged)
    with pytest.raises(UnreadableError, match="encrypted"):
        ZipSources(locked).read("a.md", 10)


def test_what_is_no_zip_is_a_sentence(tmp_path: Path) -> None:
    put(tmp_path, "a.zip", b"PK\x03\x04 but no more")
    with pytest.raises(ServerRefused, match=r"a\.zip is not a zip"):
        opened(tmp_path / "a.zip")
    with pytest.raises(ServerRefused, match="isn't there"):
        opened(tmp_path / "absent")
    with pytest.raises(ServerRefused, match="neither"):
        opened(Path("/dev/null"))


def test_more_files_than_may_be_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_FILES", 2)
    for place in range(3):
        put(tmp_path, f"{place}.md", "a")
    with pytest.raises(ServerRefused, match="in parts"):
        opened(tmp_path)
    packed = zipped(tmp_path / "a.zip", {f"{place}.md": b"a" for place in range(3)})
    with pytest.raises(ServerRefused, match="in parts"):
        opened(packed)
