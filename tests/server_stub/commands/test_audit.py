"""`sigap-server audit`: what was changed behind the backend's back comes out, beside a running one and without one."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.server_stub.commands.conftest import Done, Running, run

Serve = Callable[..., Running]
PASSWORD = b"kucing hitam 9\n"
BUDI = ("user", "add", "budi", "--name", "Budi Santoso", "--role", "technician")


@pytest.mark.parametrize(
    ("words", "why"),
    [(("audit",), "WORD"), (("audit", "list", "--after", "-1"), "--after"), (("audit", "verify", "--last", "abc"), "--last")],
)
def test_what_can_not_be_meant_is_a_sentence(kept: Path, said: Callable[..., Done], words: tuple[str, ...], why: str) -> None:
    assert why in said(*words, "--data", str(kept)).sentence(2)


def test_an_empty_audit(kept: Path, said: Callable[..., Done], tmp_path: Path) -> None:
    assert said("audit", "list", "--data", str(kept)).out == "No entries.\n"
    assert said("audit", "verify", "--data", str(kept)).out == "The audit has no entries yet.\n"
    assert "no backend's data" in said("audit", "verify", "--data", str(tmp_path)).sentence()


def test_audit_verify_finds_what_was_changed_behind_its_back(tmp_path: Path, serve: Serve) -> None:
    data = tmp_path / "data"
    serving = serve(data)
    for words in (BUDI, ("user", "disable", "budi"), ("user", "enable", "budi")):
        assert run(*words, "--data", str(data), typed=PASSWORD).code == 0
    noted = run("audit", "verify", "--json", "--data", str(data)).json()["last_hash"]
    serving.end()
    with sqlite3.connect(data / "store.db") as connection:
        connection.execute("DROP TRIGGER audit_no_update")
        connection.execute("DROP TRIGGER audit_no_delete")
        connection.execute("DELETE FROM audit WHERE number = 3")
        connection.execute("UPDATE meta SET value = (SELECT number || ' ' || hash FROM audit WHERE number = 2) WHERE name = 'audit'")
    connection.close()
    assert run("audit", "verify", "--data", str(data)).code == 0, "the newest entry and its mark went together"
    told = run("audit", "verify", "--last", noted, "--data", str(data))
    assert (told.code, told.err) == (
        1,
        "The audit is broken at entry 3. No entry has the hash that was written down: entries were cut off, or all were written anew.\n",
    )
    with sqlite3.connect(data / "store.db") as connection:
        connection.execute("UPDATE audit SET actor = 'somebody' WHERE number = 1")
    connection.close()
    serve(data)
    for words in (("audit", "verify"), ("audit", "verify", "--json")):
        told = run(*words, "--data", str(data))
        assert (told.code, told.err) == (1, "The audit is broken at entry 1. Entry 1 was changed.\n")
