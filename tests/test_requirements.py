"""The locks: every file by its hash, one version of each library, and no host to download from."""

import re
from pathlib import Path

import pytest

from development.lock import LOCKS

ROOT = Path(__file__).parent.parent
ENTRY = re.compile(r"^([a-z0-9][a-z0-9.-]*)==([^ ;\\]+)")


def entries(name: str) -> dict[str, str]:
    """Each locked library with its one version."""
    found: dict[str, str] = {}
    for line in (ROOT / "requirements" / f"{name}.txt").read_text("utf-8").splitlines():
        if line[:1].isalnum():
            match = ENTRY.match(line)
            assert match, line
            assert match[1] not in found, f"{match[1]} twice"
            found[match[1]] = match[2]
    return found


@pytest.mark.parametrize("name", [lock.name for lock in LOCKS])
def test_every_library_has_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split(" ")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", [lock.name for lock in LOCKS])
def test_no_lock_names_a_host(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")
    assert re.findall(r"https?:|file:|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_development_holds_the_others_in_the_same_versions() -> None:
    everything, demo, server, client = (entries(lock.name) for lock in LOCKS)
    assert client.items() <= server.items() <= demo.items() <= everything.items()


def test_what_only_a_developer_needs_is_in_no_lock_of_a_company() -> None:
    assert {"playwright", "pytest", "ruff", "mypy", "twisted"} & (set(entries("server")) | set(entries("client"))) == set()


def test_the_client_s_lock_holds_nothing_of_the_backend() -> None:
    assert {"litestar", "sqlalchemy", "alembic", "uvicorn", "pysqlite3"} & set(entries("client")) == set()


def test_a_qt_that_aborts_is_not_locked() -> None:
    assert entries("client")["pyside6-essentials"].startswith("6.11.")
