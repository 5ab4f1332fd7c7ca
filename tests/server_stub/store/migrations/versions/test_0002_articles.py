"""The second step: data of the first version with a ticket in them are copied, migrated and used on."""

import importlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from server_stub.store.database import Store
from server_stub.store.migrate import MIGRATIONS
from tests.server_stub.knowledge.written import article, put, take_in
from tests.server_stub.served import WRITTEN, serving

STEP = importlib.import_module("server_stub.store.migrations.versions.0002_articles")
PERSON = """
INSERT INTO people VALUES ('p', 0, 0);
INSERT INTO codes VALUES ('c', x'00', 0, 0, NULL, NULL);
INSERT INTO enrolments VALUES ('e', 'p', x'01', 'ana', 'Ana', 'PC-1', 'c', NULL, 0, NULL, NULL);
INSERT INTO tickets VALUES (1, 'p', 't', 1, 'e', 'The printer is on fire', '', '', 'me', 'hard', 3, 'new', '', 'Ana', 'ana', 'PC-1', '', '',
    0, 0, 0, NULL, NULL, x'02');
UPDATE sequences SET last = 1;
"""


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A data folder of the first version, with a ticket."""
    migrations, data = tmp_path / "first", tmp_path / "data"
    shutil.copytree(MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__", "0002*", "0003*"))
    data.mkdir()
    Store(data, lambda _person: None, migrations).close()
    file = sqlite3.connect(data / "store.db")
    file.executescript(PERSON)
    file.close()
    return data


def test_data_of_the_first_version_are_copied_and_used_on(first: Path) -> None:
    with serving(first) as served:
        old = served.backend.desk.show("INC-000001")
        assert (old.subject, old.tried) == ("The printer is on fire", ())
        ana = served.person()
        tried = [{"guide": "g", "step": "s", "kind": "answer", "result": "yes", "at": WRITTEN}]
        assert served.backend.desk.show(ana.put_ticket("01a20cac-ed37-704a-a5f9-3280c485445b", tried=tried).json()["number"]).tried
        put(first.parent, "in/a.md", article("a"))
        take_in(served.backend, first.parent / "in")
        assert ana.call("GET", "/api/v1/articles").json()["last"] == 1
    copy = sqlite3.connect(first / "backup-before-0003.db")
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    assert copy.execute("SELECT count(*) FROM tickets").fetchone() == (1,)
    assert copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'articles'").fetchone() == (0,)
    copy.close()


def test_the_copy_is_the_way_back() -> None:
    with pytest.raises(NotImplementedError, match="copy"):
        STEP.downgrade()
