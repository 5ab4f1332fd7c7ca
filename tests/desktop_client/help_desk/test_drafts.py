"""Drafts: kept through kills, with every kind of file that a person can give or a system can have."""

import hashlib
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from contract.about import Limits
from contract.diagnostics import Diagnostics, Fact
from contract.uploads import Kind
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.files import CancelledError, shown_name
from desktop_client.reasons import Cause, Reason, RefusedError
from tests.desktop_client.help_desk.test_outbox import NOW

LIMITS = Limits(file_bytes=1_000_000, report_bytes=1_500_000, attachments=3)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    (tmp_path / "drafts").mkdir(mode=0o700)
    return Drafts(tmp_path / "drafts")


def refusal(drafts: Drafts, source: Path, limits: Limits = LIMITS) -> Reason:
    draft = drafts.new()
    with pytest.raises(RefusedError) as refused:
        drafts.add_file(draft, source, limits)
    assert not any(path.is_file() for path in drafts.folder.rglob("*"))
    return refused.value.reason


def test_what_is_saved_comes_back(drafts: Drafts) -> None:
    draft = msgspec.structs.replace(
        drafts.new(),
        subject="Printer",
        left_out=frozenset({"Disk"}),
        diagnostics=Diagnostics(collected=NOW, took_s=1.0),
        no_picture=Reason(Cause.CAPTURE_REFUSED),
    )
    drafts.save(draft)
    assert drafts.all() == (draft,)
    assert (drafts.folder / draft.id).stat().st_mode & 0o777 == 0o700
    assert (drafts.folder / draft.id / "draft.json").stat().st_mode & 0o777 == 0o600
    drafts.delete(draft.id)
    drafts.delete(draft.id)
    assert drafts.all() == ()
    assert list(drafts.folder.iterdir()) == []


def test_half_characters_do_not_keep_the_rest_from_being_saved(drafts: Drafts) -> None:
    found = Diagnostics(facts=(Fact(group="g", name="\udcff", value="\ud800"),), collected=NOW, took_s=1)
    drafts.save(msgspec.structs.replace(drafts.new(), subject="a\ud800b", details="all the rest", diagnostics=found))
    assert (drafts.all()[0].subject, drafts.all()[0].details) == ("a?b", "all the rest")


def test_the_newest_change_comes_first_and_what_cannot_be_read_stays(drafts: Drafts) -> None:
    one, two, damaged = (msgspec.structs.replace(drafts.new(), changed=NOW.replace(microsecond=n)) for n in (1, 2, 3))
    for draft in (one, two, damaged):
        drafts.save(draft)
    (drafts.folder / damaged.id / "draft.json").write_bytes(b"{")
    (drafts.folder / "something else").mkdir()
    assert drafts.all() == (two, one)
    assert (drafts.folder / damaged.id / "draft.json").exists()


def test_a_file_is_copied_hashed_and_typed(drafts: Drafts, tmp_path: Path) -> None:
    source = tmp_path / "Laporan Q3.pdf"
    data = os.urandom(900_000)
    source.write_bytes(data)
    heard: list[tuple[int, int]] = []
    draft = drafts.add_file(drafts.new(), source, LIMITS, progress=lambda done, of: heard.append((done, of)))
    source.unlink()
    item = draft.items[0]
    assert (item.name, item.type, item.size_bytes, item.kind) == ("Laporan Q3.pdf", "application/pdf", 900_000, Kind.FILE)
    assert item.sha256 == hashlib.sha256(data).hexdigest()
    assert drafts.path(draft, item).read_bytes() == data
    assert heard[-1] == (900_000, 900_000)
    assert drafts.all() == (draft,)


def test_bytes_are_a_picture_with_its_screen(drafts: Drafts) -> None:
    draft = drafts.add_bytes(drafts.new(), "Screen 1.png", "image/png", Kind.SCREENSHOT, b"png", screen=1, width=2, height=3)
    item = draft.items[0]
    assert (item.screen, item.width, item.height, item.included) == (1, 2, 3, True)
    assert drafts.path(draft, item).read_bytes() == b"png"
    left = drafts.remove(draft, item.id)
    assert left.items == ()
    assert not drafts.path(draft, item).exists()


def test_missing_empty_folder_and_too_large(drafts: Drafts, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(5_000_000_000)
    assert refusal(drafts, tmp_path / "none") == Reason(Cause.FILE_MISSING, {"file": "none"})
    assert refusal(drafts, tmp_path / "empty" / "x") == Reason(Cause.FILE_MISSING, {"file": "x"})
    assert refusal(drafts, tmp_path / "empty").cause is Cause.FILE_EMPTY
    assert refusal(drafts, tmp_path).cause is Cause.FILE_FOLDER
    assert refusal(drafts, Path("/")).cause is Cause.FILE_FOLDER
    assert refusal(drafts, tmp_path / "sparse").data == {"file": "sparse", "size_bytes": 5_000_000_000, "limit_bytes": 1_000_000}
    assert refusal(drafts, Path("nul\0byte")).cause is Cause.FILE_MISSING
    assert refusal(drafts, Path("x" * 5000)).cause is Cause.FILE_MISSING
    (tmp_path / "dangling").symlink_to(tmp_path / "none")
    assert refusal(drafts, tmp_path / "dangling").cause is Cause.FILE_MISSING
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert refusal(drafts, tmp_path / "round").cause in {Cause.FILE_MISSING, Cause.FILE_UNREADABLE}


@pytest.mark.skipif(os.name == "nt", reason="POSIX has these")
def test_what_is_no_ordinary_file_is_never_waited_for(drafts: Drafts, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    (tmp_path / "link").symlink_to(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(tmp_path)  # a socket's path must be short
        listening.bind("socket")
        os.chdir(here)
        for path in ("/dev/zero", "/dev/null", "/dev/tty", tmp_path / "fifo", tmp_path / "link", tmp_path / "socket"):
            assert refusal(drafts, Path(path)).cause is Cause.FILE_NOT_REGULAR
    # Endless in truth, and without a size.
    assert refusal(drafts, Path("/proc/self/status")).cause is Cause.FILE_EMPTY


def test_a_growing_file_is_refused(drafts: Drafts, tmp_path: Path) -> None:
    source = tmp_path / "growing.log"
    source.write_bytes(b"x" * 900_000)
    with source.open("ab", buffering=0) as file:
        draft = drafts.new()
        with pytest.raises(RefusedError) as refused:
            drafts.add_file(draft, source, LIMITS, progress=lambda _done, _of: file.write(b"more") and None)
    assert refused.value.reason == Reason(Cause.FILE_CHANGING, {"file": "growing.log"})


def test_a_file_that_shrinks_or_vanishes_while_it_is_read(drafts: Drafts, tmp_path: Path) -> None:
    limits = Limits(file_bytes=10_000_000)
    source = tmp_path / "shrinking"
    source.write_bytes(b"x" * 3_000_000)
    with pytest.raises(RefusedError) as refused:
        drafts.add_file(drafts.new(), source, limits, progress=lambda _done, _of: os.truncate(source, 10))
    assert refused.value.reason.cause is Cause.FILE_CHANGING
    source.write_bytes(b"x" * 3_000_000)
    draft = drafts.add_file(drafts.new(), source, limits, progress=lambda _done, _of: source.unlink(missing_ok=True))
    assert draft.items[0].size_bytes == 3_000_000


def test_too_many_and_too_much_together(drafts: Drafts, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"x" * 800_000)
    draft = drafts.add_file(drafts.new(), source, LIMITS)
    with pytest.raises(RefusedError) as refused:
        drafts.add_file(draft, source, LIMITS)
    assert refused.value.reason.cause is Cause.REPORT_TOO_LARGE
    source.write_bytes(b"x")
    draft = drafts.add_file(drafts.add_file(draft, source, LIMITS), source, LIMITS)
    with pytest.raises(RefusedError) as refused:
        drafts.add_file(draft, source, LIMITS)
    assert refused.value.reason == Reason(Cause.TOO_MANY_FILES, {"limit": 3})
    assert drafts.all() == (draft,)
    assert len(list((drafts.folder / draft.id).iterdir())) == 4


def test_cancelling_leaves_nothing(drafts: Drafts, tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"x" * 800_000)
    draft = drafts.new()
    with pytest.raises(CancelledError):
        drafts.add_file(draft, source, LIMITS, cancelled=lambda: True)
    assert list((drafts.folder / draft.id).iterdir()) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="becomes another account")
def test_an_unreadable_file_of_another_account(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for folder in tmp_path.parents:
        if folder == Path("/tmp"):  # noqa: S108 - where the test's own folder lies
            break
        folder.chmod(0o755)
    (tmp_path / "secret").write_text("x")
    (tmp_path / "secret").chmod(0o600)
    mine = tmp_path / "mine"
    mine.mkdir()
    os.chown(mine, 65534, 65534)
    # It becomes the other account once everything is imported: that account may not be able to read the checkout.
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom contract.about import Limits\nfrom desktop_client.reasons import RefusedError\n"
        "from desktop_client.help_desk.drafts import Drafts\n"
        "import desktop_client.help_desk.files, secrets, hashlib, mimetypes\n"
        "os.setgroups([]); os.setresgid(65534, 65534, 65534); os.setresuid(65534, 65534, 65534)\n"
        "drafts = Drafts(Path(sys.argv[1]))\n"
        "try: drafts.add_file(drafts.new(), Path(sys.argv[2]), Limits())\n"
        "except RefusedError as error: print(error.reason.cause.value)"
    )
    told = subprocess.run(
        [sys.executable, "-B", "-c", code, str(mine), str(tmp_path / "secret")],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={"PYTHONPATH": str(Path.cwd())},
    )
    assert told.stdout == "file-unreadable\n", told.stderr


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("report.txt", "report.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\siti\\a.txt", "a.txt"),
        ("..", "file"),
        (". . .", "file"),
        ("", "file"),
        ("a\0b", "a_b"),
        ("a\nb\x1b[31m.txt", "a_b_[31m.txt"),
        ("gpj.\u202eexe", "gpj._exe"),
        ("\udcff.txt", "_.txt"),
        ("-rf", "-rf"),
        ("=cmd.xlsx", "=cmd.xlsx"),
        ("👩\u200d💻.png", "👩\u200d💻.png"),
    ],
)
def test_names_are_data_and_one_line(name: str, shown: str) -> None:
    assert shown_name(name) == shown
    shown_name(name).encode()


def test_a_long_name_keeps_its_ending() -> None:
    assert len(shown_name("x" * 500 + ".pdf")) == 255
    assert shown_name("x" * 500 + ".pdf").endswith("x.pdf")


def test_a_hostile_name_is_on_no_disk_of_ours(drafts: Drafts, tmp_path: Path) -> None:
    source = tmp_path / os.fsdecode(b"a\xff\n\xe2\x80\xaegpj.exe")
    source.write_bytes(b"x")
    draft = drafts.add_file(drafts.new(), source, LIMITS)
    item = draft.items[0]
    assert item.file == item.id
    assert item.name == "a___gpj.exe"
    assert drafts.all() == (draft,)


TYPING = """
import sys, msgspec
from pathlib import Path
from desktop_client.help_desk.drafts import Drafts
drafts = Drafts(Path(sys.argv[1]))
draft = drafts.new()
for number in range(1, 100000):
    draft = msgspec.structs.replace(draft, subject=str(number), details="x" * (number % 50) * 500)
    drafts.save(draft)
    print(number, flush=True)
"""


@pytest.fixture
def typing(drafts: Drafts) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen([sys.executable, "-c", TYPING, str(drafts.folder)], stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.kill()


@pytest.mark.parametrize("pause", [0.0, 0.013, 0.037, 0.2])
def test_kill_9_while_typing_keeps_the_last_saved_word(drafts: Drafts, typing: "subprocess.Popen[str]", pause: float) -> None:
    saved: list[int] = []
    assert typing.stdout is not None
    output = typing.stdout
    reader = threading.Thread(target=lambda: saved.extend(int(line) for line in output))
    reader.start()
    while not saved:
        time.sleep(0.01)
    time.sleep(pause)
    typing.kill()
    reader.join(10)
    found = drafts.all()
    assert len(found) == 1
    # The one that was being saved may be there, too.
    assert saved[-1] <= int(found[0].subject) <= saved[-1] + 1


def test_a_full_disk_keeps_the_draft_as_it_was(tmp_path: Path) -> None:
    mount = tmp_path / "small"
    mount.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(mount)], check=False, capture_output=True).returncode:
        pytest.skip("no right to mount here")
    try:
        drafts = Drafts(mount)
        draft = msgspec.structs.replace(drafts.new(), subject="kept")
        drafts.save(draft)
        for grow in (
            lambda: drafts.save(msgspec.structs.replace(draft, details="x" * 3_000_000)),
            lambda: too_big(drafts, tmp_path, draft),
        ):
            with pytest.raises(RefusedError) as refused:
                grow()
            assert refused.value.reason.cause is Cause.DISK_FULL
            assert drafts.all() == (draft,)
            assert [path.name for path in (mount / draft.id).iterdir()] == ["draft.json"]
    finally:
        subprocess.run(["umount", str(mount)], check=True)


def too_big(drafts: Drafts, tmp_path: Path, draft: object) -> None:
    (tmp_path / "big").write_bytes(b"x" * 3_000_000)
    drafts.add_file(draft, tmp_path / "big", Limits())  # type: ignore[arg-type]
