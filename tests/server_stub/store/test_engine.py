from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy.exc import DBAPIError

from contract.ids import new_id
from contract.problems import Code
from server_stub.refusals import DataError, RefusalError
from server_stub.store import engine
from server_stub.store.engine import create_file, open_engine, refusal_for, wal_is_safe
from tests.server_stub.served import serving


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ("3.7.0", False),
        ("3.40.1", False),
        ("3.44.5", False),
        ("3.44.6", True),
        ("3.45.0", False),
        ("3.50.4", False),
        ("3.50.6", False),
        ("3.50.7", True),
        ("3.51.0", False),
        ("3.51.2", False),
        ("3.51.3", True),
        ("3.53.4", True),
        ("4.0.0", True),
    ],
)
def test_which_sqlite_has_the_wal_reset_bug(version: str, *, safe: bool) -> None:
    assert wal_is_safe(tuple(int(part) for part in version.split("."))) is safe


def pragmas(folder: Path, *, writes: bool) -> dict[str, object]:
    file = folder / "x.db"
    if not file.exists():
        create_file(file)
    opened = open_engine(file, writes=writes)
    with opened.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "query_only", "busy_timeout")
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names}
    opened.dispose()
    return found


def test_every_connection_is_safe_against_power_cuts(tmp_path: Path) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    assert pragmas(tmp_path, writes=True) == {**wanted, "query_only": 0}
    assert pragmas(tmp_path, writes=False) == {**wanted, "query_only": 1}


def test_without_pysqlite3_the_standard_library_is_used_without_wal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "brought", None)
    wanted = {"journal_mode": "delete", "synchronous": 3, "foreign_keys": 1, "busy_timeout": 5000}
    assert pragmas(tmp_path, writes=True) == {**wanted, "query_only": 0}
    assert pragmas(tmp_path, writes=False) == {**wanted, "query_only": 1}


def test_the_whole_backend_works_on_the_standard_library_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "brought", None)
    with serving(tmp_path) as served:
        ana = served.person()
        with ThreadPoolExecutor(16) as pool:
            answers = list(pool.map(lambda _: (ana.put_ticket(new_id()).status, ana.call("GET", "/api/v1/feed").status), range(48)))
        assert answers == [(201, 200)] * 48
        ana.ticket(attachments=[ana.upload(b"picture")])
    with serving(tmp_path) as again:
        assert len(again.backend.desk.list_tickets()) == 49
    assert not (tmp_path / "store.db-wal").exists()


def test_a_vulnerable_sqlite_is_refused_with_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "brought", SimpleNamespace(sqlite_version="3.51.2"))
    with pytest.raises(DataError, match=r"SQLite 3\.51\.2 can damage its database.*install pysqlite3"):
        open_engine(tmp_path / "x.db", writes=True)


def test_the_data_is_for_this_account_alone(tmp_path: Path) -> None:
    create_file(tmp_path / "x.db")
    assert (tmp_path / "x.db").stat().st_mode & 0o077 == 0


class EngineTrouble(Exception):  # noqa: N818 - stands for a driver's own
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_FULL", Code.STORAGE_FULL),
        ("SQLITE_BUSY", Code.UNAVAILABLE),
        ("SQLITE_BUSY_SNAPSHOT", Code.UNAVAILABLE),
        ("SQLITE_IOERR_WRITE", Code.UNAVAILABLE),
        ("SQLITE_CORRUPT", Code.UNAVAILABLE),
        ("SQLITE_READONLY_DBMOVED", Code.UNAVAILABLE),
        ("SQLITE_ERROR", None),
        ("SQLITE_CONSTRAINT_UNIQUE", None),
    ],
)
def test_troubles_of_the_engine(name: str, code: Code | None) -> None:
    error = DBAPIError("SELECT 1", {}, EngineTrouble(name))
    refusal = refusal_for(error)
    assert refusal.code is code if isinstance(refusal, RefusalError) else refusal is error and code is None
