"""What may be thrown away: old temporary files, caches and the bin; never links, others' files, mail or what is open."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from desktop_client.system.storage import removable, volumes
from desktop_client.system.storage.personal_folders import folder_in, personal_folder
from desktop_client.system.storage.temporary import temporary_folder

OLD = time.time() - 8 * 86400


def unread(told: os.stat_result) -> bool:
    """`removable.old` without when the file came here, which no test can set."""
    return told.st_mtime < OLD + 1


def file(path: Path, size: int = 20_000, *, old: bool = False) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    if old:
        os.utime(path, (OLD, OLD))
    return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_old_files_go_and_new_ones_stay(home: Path) -> None:
    gone, kept = file(home / "t/a/old", old=True), file(home / "t/a/new")
    assert removable.measure((home / "t",), unread).files == 1
    told = removable.remove((home / "t",), unread)
    assert (told.files, told.bytes >= 20_000, gone.exists(), kept.exists()) == (1, True, False, True)


def test_what_was_unpacked_today_is_not_old_whatever_times_it_brought_along(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = file(home / "t/a", old=True).stat()
    assert not removable.old(told)
    monkeypatch.setattr(time, "time", lambda: told.st_ctime + removable.OLD_S + 1)
    assert removable.old(told)


def test_a_folder_in_which_a_program_works_stays_whole(home: Path) -> None:
    kept, inner, gone = file(home / "t/work/data", old=True), file(home / "t/work/deep/x", old=True), file(home / "t/other/x", old=True)
    with subprocess.Popen([sys.executable, "-c", "input()"], cwd=home / "t/work", stdin=subprocess.PIPE) as program:
        removable.remove((home / "t",))
        assert (kept.exists(), inner.exists(), gone.exists()) == (True, True, False)
        program.communicate(b"\n")


def test_what_is_open_is_known_by_its_true_path(home: Path) -> None:
    path = file(home / "disk/caches/dipakai/a")
    (home / ".cache").symlink_to(home / "disk/caches")
    (home / "t").symlink_to(home / "disk")
    with path.open("rb"):
        assert removable.cache_places() == ()
        assert (
            removable.remove((home / "t/caches",)).files == removable.remove_one(home / "t/caches/dipakai/a", removable.identity(path)) == 0
        )
    assert removable.remove((home / "t/caches",)).files == 1


def test_nothing_goes_from_what_is_mounted_inside(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, gone = file(home / "t/bound/letters/a"), file(home / "t/a")
    (home / "t/bound/empty").mkdir()
    file(home / ".cache/drive/a")
    monkeypatch.setattr(removable, "mount_points", lambda: frozenset({f"{home}/t/bound", f"{home}/.cache/drive"}))
    removable.remove((home / "t",))
    assert (kept.exists(), (home / "t/bound/empty").exists(), gone.exists(), removable.cache_places()) == (True, True, False, ())


def test_the_system_s_own_among_temporary_files_stays(home: Path) -> None:
    kept = file(home / "t/systemd-private-1/tmp/a", old=True)
    removable.remove((home / "t",))
    assert kept.exists()


def test_a_full_disk_has_temporary_folders_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "gettempdir", lambda: 1 / 0)
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, "not/whole")
    monkeypatch.setenv("HOME", "/home/rina")
    assert temporary_folder() in removable.temporary_places()
    assert str(temporary_folder()) in volumes.own_places()
    assert temporary_folder().is_absolute()


def test_a_file_with_two_names_gives_no_room(home: Path) -> None:
    os.link(file(home / "kept"), file(home / "t/a").with_name("b"))
    assert removable.measure((home / "t",)).bytes < 40_000
    assert removable.remove((home / "t",)).files == 2
    assert (home / "kept").exists()


def test_links_lead_nowhere(home: Path) -> None:
    precious = file(home / "precious/a", old=True)
    (home / "t").mkdir()
    (home / "t/link").symlink_to(precious)
    (home / "t/folder").symlink_to(home / "precious")
    (home / "place").symlink_to(home / "precious")
    assert removable.remove((home / "t", home / "place")).files == 0
    assert precious.exists()


def test_what_is_open_stays(home: Path) -> None:
    path = file(home / "t/open", old=True)
    with path.open("rb"):
        assert removable.remove((home / "t",)).files == 0
    assert removable.remove((home / "t",)).files == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="needs root to give a file away")
def test_others_files_stay(home: Path) -> None:
    theirs = file(home / "t/theirs", old=True)
    os.chown(theirs, 65534, 65534)
    inner = file(home / "t/folder/a", old=True)
    os.chown(inner.parent, 65534, 65534)
    assert removable.remove((home / "t",)).files == 0
    assert theirs.exists()
    assert inner.exists()


def test_empty_folders_go_too(home: Path) -> None:
    file(home / "t/a/b/c")
    removable.remove((home / "t",))
    assert (home / "t").is_dir()
    assert list((home / "t").iterdir()) == []


def test_caches_but_not_browsers_mail_or_those_in_use(home: Path) -> None:
    for name in ("toko", "mozilla", "evolution", "dipakai"):
        file(home / ".cache" / name / "a")
    (home / ".cache/link").symlink_to(home)
    with (home / ".cache/dipakai/a").open("rb"):
        assert [path.name for path in removable.cache_places()] == ["toko"]


def test_the_bin_and_temporary_folders(home: Path) -> None:
    file(home / ".local/share/Trash/files/lama")
    assert removable.measure(removable.bin_places()).files == 1
    assert all(path.is_absolute() for path in removable.temporary_places())


def test_a_home_is_never_a_place_to_clean(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(home))
    assert home not in removable.temporary_places()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home.parent))
    assert removable.cache_places() == ()
    file(home / "Surat/penting")
    monkeypatch.chdir(home)
    monkeypatch.setenv("XDG_CACHE_HOME", "Surat")
    monkeypatch.setenv("XDG_DATA_HOME", "Surat")
    assert removable.cache_places() == ()
    assert home / ".local/share/Trash/files" in removable.bin_places()


def test_time_that_is_up(home: Path) -> None:
    file(home / "t/a")
    assert removable.measure((home / "t",), enough=lambda: True).files == 0
    assert removable.remove((home / "t", home / "none"), enough=lambda: True).files == 0


def test_one_file_that_the_person_ticked(home: Path) -> None:
    path = file(home / "Downloads/film")
    assert [(found.name, size >= 20_000) for found, size in removable.biggest_files(home / "Downloads", 1000, 5)] == [("film", True)]
    assert removable.biggest_files(home / "Downloads", 10_000_000, 5) == removable.biggest_files(home / "none", 1, 5) == ()
    (home / "link").symlink_to(path)
    assert removable.remove_one(home / "link", removable.identity(home / "link")) == 0
    seen = removable.identity(path)
    path.unlink()
    another = file(path, 30_000)
    assert (removable.remove_one(path, seen), removable.remove_one(path, ""), another.exists()) == (0, 0, True)
    seen = removable.identity(path)
    assert removable.remove_one(path, seen) >= 20_000
    assert removable.remove_one(path, seen) == removable.remove_one(path, "") == 0
    # A name that is no text can be told to nobody.
    (home / "Downloads" / os.fsdecode(b"\xff")).write_bytes(b"x" * 20_000)
    assert removable.biggest_files(home / "Downloads", 1000, 5) == ()


def test_downloads_under_another_name(home: Path) -> None:
    assert personal_folder("DOWNLOAD") is None
    (home / "Downloads").mkdir()
    assert personal_folder("DOWNLOAD") == home / "Downloads"
    (home / ".config").mkdir()
    (home / "Unduhan").mkdir()
    (home / ".config/user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/"\nXDG_DOWNLOAD_DIR="$HOME/Unduhan"\n')
    assert personal_folder("DOWNLOAD") == home / "Unduhan"
    # A desktop that is the home itself is none.
    assert personal_folder("DESKTOP") is None
    assert folder_in(b'XDG_DESKTOP_DIR="/srv/meja"', "DESKTOP", home) == Path("/srv/meja")
    assert folder_in(b'XDG_DESKTOP_DIR="meja"\n\xff', "DESKTOP", home) is None
