"""The third step: tickets of before have a timeline, are found by their words, and are used on."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text

from server_stub.app import open_backend
from server_stub.settings.rows import Settings
from server_stub.store.database import Store
from server_stub.store.migrate import MIGRATIONS

TICKETS = """
INSERT INTO people VALUES ('p', 0, 0);
INSERT INTO codes VALUES ('c', x'00', 0, 0, NULL, NULL);
INSERT INTO enrolments VALUES ('e', 'p', x'01', 'ana', 'Ana', 'PC-1', 'c', NULL, 0, NULL, NULL);
INSERT INTO tickets VALUES (1, 'p', 't', 1, 'e', 'The printer is on fire', '', '', 'me', 'hard', 3, 'open', 'Dewi', 'Ana', 'ana', 'PC-1',
    '', '', 10, 10, 40, NULL, NULL, x'02');
INSERT INTO tickets VALUES (2, 'p', 'u', 2, 'e', 'No coffee', 'Kafé', '', 'me', 'hard', 3, 'resolved', 'Dewi', 'Ana', 'ana', 'PC-1',
    '', '', 20, 20, 50, NULL, NULL, x'02');
INSERT INTO messages VALUES (1, 1, 'm1', 'technician', 'Dewi', 'Ada asap?', NULL, 30, 30, NULL);
INSERT INTO messages VALUES (2, 1, 'm2', 'employee', 'Ana', 'Banyak', NULL, 40, 40, x'03');
INSERT INTO messages VALUES (3, 2, 'm3', 'technician', 'Dewi', '', 'resolve', 50, 50, NULL);
UPDATE sequences SET last = 2 WHERE name = 'ticket';
"""
TIMELINE = [
    (1, 10, "employee", "Ana", "received", "{}"),
    (2, 20, "employee", "Ana", "received", "{}"),
    (1, 30, "technician", "Dewi", "message", '{"message":"m1"}'),
    (1, 40, "employee", "Ana", "message", '{"message":"m2"}'),
    (2, 50, "technician", "Dewi", "message", '{"message":"m3","action":"resolve"}'),
]


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A data folder of the second version, with two tickets."""
    migrations, data = tmp_path / "second", tmp_path / "data"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__", "0003*"))
    data.mkdir()
    Store(data, lambda _person: None, migrations).close()
    file = sqlite3.connect(data / "store.db")
    file.executescript(TICKETS)
    file.close()
    return data


def test_tickets_of_before_have_a_timeline_and_their_words(second: Path) -> None:
    backend = open_backend(second, Settings())
    told = "SELECT ticket, at, side, actor, kind, detail FROM timeline ORDER BY key"
    assert [tuple(row) for row in backend.store.read(lambda connection: connection.execute(text(told)).all())] == TIMELINE
    words = "SELECT words FROM ticket_words ORDER BY ticket"
    printer, coffee = backend.store.read(lambda connection: list(connection.scalars(text(words))))
    assert printer == " \u2022open the printer is on fire ana pc 1 ada asap banyak"
    assert coffee == " no coffee kafe ana pc 1"
    state = "SELECT unread, said, assignee FROM tickets ORDER BY key"
    held = backend.store.read(lambda connection: [tuple(row) for row in connection.execute(text(state))])
    assert held == [(0, 40, None), (0, 50, None)]
    backend.close()


def test_they_are_answered_and_found_on(second: Path) -> None:
    backend = open_backend(second, Settings())
    backend.desk.resolve("1", "Budi")
    backend.desk.reply("2", "Sudah diganti", "Budi")
    words = "SELECT rowid FROM ticket_search WHERE ticket_search MATCH :words ORDER BY rowid"

    def found(asked: str) -> list[int]:
        return backend.store.read(lambda connection: list(connection.scalars(text(words), {"words": asked})))

    assert (found("asap"), found('"\u2022open"'), found("diganti"), found("an*")) == ([1], [], [2], [1, 2])
    check = "INSERT INTO ticket_search(ticket_search, rank) VALUES ('integrity-check', 1)"
    backend.store.write(lambda work: work.connection.execute(text(check)))
    backend.close()
