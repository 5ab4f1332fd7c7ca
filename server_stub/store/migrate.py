"""Brings the data to this version's form, after a copy of the old; refuses data that a newer version wrote."""

import logging
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlalchemy.exc import DatabaseError, DBAPIError

from server_stub.refusals import DataError
from server_stub.store.engine import copy_to

MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine, folder: Path, migrations: Path = MIGRATIONS) -> None:
    """Migrates the database in place; the old data stays as `backup-before-REVISION.db` beside it. Raises `DataError`."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head()
    try:
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_revision()
            empty = not inspect(connection).get_table_names()
    except DatabaseError as error:
        raise DataError(f"The data in {folder} can't be read as a database: {error.orig}.") from error
    if found == head:
        return
    if not empty:
        refuse_foreign(found, {script.revision for script in scripts.walk_revisions()}, folder)
        copy_to(engine, folder / f"backup-before-{head}.db")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except DBAPIError as error:
        raise DataError(f"The data in {folder} could not be brought to this version ({error.orig}); nothing was changed.") from error


def refuse_foreign(found: str | None, known: set[str], folder: Path) -> None:
    """Raises `DataError` for data of a newer version, or of something else."""
    if found is None:
        raise DataError(f"The database in {folder} was not made by Sigap, so it is left alone.")
    if found not in known:
        raise DataError(
            f"The data in {folder} was written by a newer version of Sigap (data {found}): install that version, or a newer one."
        )
