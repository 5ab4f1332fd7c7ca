import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from server_stub.app import open_backend
from server_stub.refusals import DataError
from server_stub.settings.rows import Settings
from server_stub.store.database import Store
from server_stub.store.migrate import MIGRATIONS
from server_stub.store.tables import metadata

NEXT = '''
"""A step that a later version might take."""

from alembic import op
import sqlalchemy as sa

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("codes", sa.Column("note", sa.Text()))
    op.execute("UPDATE codes SET note = 'from before'")
'''


def quiet(_person: str) -> None:
    return


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """The migrations of a later version."""
    folder = tmp_path / "later"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "0004_later.py").write_text(NEXT)
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


def test_the_steps_make_exactly_the_tables(data: Path) -> None:
    store = Store(data, quiet)
    options = {"include_name": lambda name, kind, _: not (kind == "table" and name.startswith("ticket_search"))}
    assert store.read(lambda connection: compare_metadata(MigrationContext.configure(connection, opts=options), metadata)) == []
    indexes = "SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    found = store.read(lambda connection: list(connection.scalars(text(indexes))))
    assert found == sorted(str(index.name) for table in metadata.tables.values() for index in table.indexes)
    store.close()


def test_steps_are_one_line_numbered() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    revisions = [script.revision for script in scripts.walk_revisions()]
    assert revisions == [f"{number:04d}" for number in range(len(revisions), 0, -1)]


def test_a_new_store_has_an_epoch_of_its_own_and_keeps_it(tmp_path: Path) -> None:
    epochs = []
    for name in ("a", "b", "a"):
        (tmp_path / name).mkdir(exist_ok=True)
        store = Store(tmp_path / name, quiet)
        epochs.append((store.epoch, store.pepper))
        store.close()
    assert epochs[0] == epochs[2]
    assert epochs[0][0] != epochs[1][0]
    assert epochs[0][1] != epochs[1][1]


def test_older_data_is_copied_then_migrated(data: Path, later: Path) -> None:
    backend = open_backend(data, Settings())
    backend.people.make_code(True, None)
    backend.close()
    store = Store(data, quiet, later)
    assert store.read(lambda connection: connection.scalar(text("SELECT note FROM codes"))) == "from before"
    store.close()
    assert [path.name for path in data.glob("*backup*")] == ["backup-before-0004.db"]
    copy = sqlite3.connect(data / "backup-before-0004.db")
    assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert copy.execute("SELECT version_num FROM alembic_version").fetchone() == ("0003",)
    assert copy.execute("SELECT count(*) FROM codes").fetchone() == (1,)
    assert "note" not in [row[1] for row in copy.execute("PRAGMA table_info(codes)")]
    copy.close()


def test_the_copy_opens_as_the_old_version(data: Path, later: Path, tmp_path: Path) -> None:
    Store(data, quiet).close()
    Store(data, quiet, later).close()
    back = tmp_path / "back"
    back.mkdir()
    shutil.copy(data / "backup-before-0004.db", back / "store.db")
    Store(back, quiet).close()


def test_newer_data_is_refused_and_left_alone(data: Path, later: Path) -> None:
    Store(data, quiet, later).close()
    before = (data / "store.db").read_bytes()
    with pytest.raises(DataError, match=r"written by a newer version of Sigap \(data 0004\)"):
        open_backend(data, Settings())
    assert (data / "store.db").read_bytes() == before
    assert list(data.glob("backup*")) == []


def test_a_step_that_fails_changes_nothing(data: Path, later: Path) -> None:
    Store(data, quiet).close()
    (later / "versions" / "0004_later.py").write_text(NEXT + "    op.drop_table('nowhere')\n")
    with pytest.raises(DataError, match=r"could not be brought .* \(no such table: nowhere\); nothing was changed"):
        Store(data, quiet, later)
    Store(data, quiet).close()
    file = sqlite3.connect(data / "store.db")
    assert "note" not in [row[1] for row in file.execute("PRAGMA table_info(codes)")]
    file.close()


def test_somebody_elses_database_is_left_alone(data: Path) -> None:
    other = sqlite3.connect(data / "store.db")
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    with pytest.raises(DataError, match="not made by Sigap"):
        open_backend(data, Settings())


def test_what_is_no_database_is_refused_with_a_sentence(data: Path) -> None:
    (data / "store.db").write_bytes(b"this is no database at all " * 100)
    with pytest.raises(DataError, match="can't be read as a database"):
        open_backend(data, Settings())
    assert (data / "store.db").read_bytes().startswith(b"this is no database")


def test_damaged_data_is_refused_with_a_sentence_and_left_alone(data: Path) -> None:
    Store(data, quiet).close()
    whole = (data / "store.db").read_bytes()
    damaged = whole[:8192] + b"\xa5" * (len(whole) - 8192)
    (data / "store.db").write_bytes(damaged)
    with pytest.raises(DataError, match="can't be read as a database"):
        open_backend(data, Settings())
    assert (data / "store.db").read_bytes() == damaged


def test_a_start_that_was_cut_off_begins_again(data: Path) -> None:
    (data / "store.db").touch()
    Store(data, quiet).close()


def test_a_folder_that_is_absent_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="can't be used"):
        open_backend(tmp_path / "nowhere", Settings())
