"""`sigap-server user`, beside a running backend and without one."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server_stub.commands.conftest import Done, Running, run

Serve = Callable[..., Running]
PASSWORD = b"kucing hitam 9\n"
BUDI = ("user", "add", "budi", "--name", "Budi Santoso", "--role", "technician")


def png(width: int = 64) -> bytes:
    head = struct.pack(">IIBBBBB", width, 64, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))


@pytest.fixture
def at(tmp_path: Path) -> Callable[..., Done]:
    """A word on data of this test's own."""
    return lambda *words, **more: run(*words, "--data", str(tmp_path / "data"), **more)


def test_an_account_from_its_first_day_to_its_last(at: Callable[..., Done], tmp_path: Path, serve: Serve) -> None:
    serve(tmp_path / "data")
    picture = tmp_path / "budi.png"
    picture.write_bytes(png())
    told = at(*BUDI, "--title", "Service Desk", "--picture", str(picture), "--language", "id", "--json", typed=PASSWORD).json()
    assert {name: told[name] for name in ("login", "name", "title", "role", "disabled", "language")} == {
        "login": "budi",
        "name": "Budi Santoso",
        "title": "Service Desk",
        "role": "technician",
        "disabled": False,
        "language": "id",
    }
    assert len(told["picture_sha256"]) == 64
    assert "budi is taken" in at(*BUDI, typed=PASSWORD).sentence()
    assert at("user", "password", "BUDI", typed=b"seekor burung 7\r\n").out == "budi has a new password, and is signed out everywhere.\n"
    assert at("user", "disable", "budi").out == "budi is disabled, and signed out everywhere.\n"
    lines = at("user", "list").out.splitlines()
    assert lines[0].split() == ["LOGIN", "ROLE", "STATE", "SESSIONS", "LAST", "SEEN", "NAME", "TITLE"]
    assert lines[1].split() == ["budi", "technician", "disabled", "0", "never", "Budi", "Santoso", "Service", "Desk"]
    assert at("user", "enable", "budi").out == "budi can sign in again.\n"
    assert [one["login"] for one in at("user", "list", "--json").json()["users"]] == ["budi"]
    entries = at("audit", "list", "--json").json()["entries"]
    assert [one["what"] for one in entries] == ["user-added", "user-password", "user-disabled", "user-enabled"]
    assert [one["number"] for one in at("audit", "list", "--after", "2", "--json").json()["entries"]] == [3, 4]
    told = at("audit", "verify", "--json").json()
    assert (told["count"], told["last_hash"], told["broken"]) == (4, entries[-1]["hash"], None)
    assert "is that of entry 2" in at("audit", "verify", "--last", entries[1]["hash"].upper()).out


def test_accounts_without_a_running_backend(at: Callable[..., Done]) -> None:
    assert at(*BUDI, typed=PASSWORD).out == "budi can sign in, as a technician.\n"
    assert at("user", "list").out.splitlines()[1].split()[:3] == ["budi", "technician", "active"]
    assert at("audit", "list").out.splitlines()[1].split()[3:5] == ["sigap-server", "user-added"]


@pytest.mark.parametrize(
    ("words", "typed", "code", "why"),
    [
        (BUDI, b"short\n", 1, "at least 10"),
        (BUDI, b"budibudibudi\n", 1, "almost the login"),
        ((*BUDI[:-1], "admin"), PASSWORD, 2, "admin"),
        ((*BUDI, "--language", "de"), PASSWORD, 2, "de"),
        ((*BUDI, "--picture", ""), PASSWORD, 2, "empty"),
        ((*BUDI, "--picture", "/nowhere/x.png"), PASSWORD, 1, "can't be read"),
        ((*BUDI, "--picture", "/"), PASSWORD, 1, "can't be read"),
        ((*BUDI, "--picture", "/dev/zero"), PASSWORD, 1, "2,000,000 bytes"),
        ((*BUDI, "--picture", __file__), PASSWORD, 1, "no PNG, JPEG or WebP"),
        (("user", "add", "bu di", "--name", "B", "--role", "lead"), PASSWORD, 1, "A login has"),
        (("user", "add", "budi", "--name", " ", "--role", "lead"), PASSWORD, 1, "one line"),
        (("user", "add", "budi", "--role", "lead"), PASSWORD, 2, "--name"),
        (("user", "disable", "nobody"), b"", 1, "nobody"),
        (("user", "enable", "nobody"), b"", 1, "nobody"),
        (("user", "password", "nobody"), PASSWORD, 1, "nobody"),
        (("user",), b"", 2, "WORD"),
    ],
)
def test_what_can_not_be_done_is_a_sentence(
    kept: Path, said: Callable[..., Done], words: tuple[str, ...], typed: bytes, code: int, why: str
) -> None:
    assert why in said(*words, "--data", str(kept), typed=typed).sentence(code)


def test_with_nobody_it_says_what_to_do(kept: Path, said: Callable[..., Done]) -> None:
    assert said("user", "list", "--data", str(kept)).out == "Nobody can sign in yet: sigap-server user add.\n"


def test_without_any_data_there_is_nobody_to_list(tmp_path: Path, said: Callable[..., Done]) -> None:
    assert "no backend's data" in said("user", "list", "--data", str(tmp_path)).sentence()
