"""The store as the rest of the backend sees it: functions are handed in, and run inside a transaction."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from contract.problems import Code
from server_stub.refusals import DataError, RefusalError
from server_stub.store.engine import FILE_NAME, create_file, open_engine, refusals
from server_stub.store.migrate import MIGRATIONS, bring_up_to_date
from server_stub.store.tables import meta
from server_stub.store.writer import Work, Writer

Result = TypeVar("Result")


class Store:
    """One database: a writer's thread, and connections that read beside it. Everything may be called from any thread."""

    def __init__(self, folder: Path, tell: Callable[[str], None], migrations: Path = MIGRATIONS) -> None:
        """Opens, creates or migrates the data in the folder. Raises `DataError` with a sentence when it can't be used."""
        self._closed = False
        file = folder / FILE_NAME
        if not file.exists():
            create_file(file)
        self._writing = open_engine(file, writes=True)
        self._reading = open_engine(file, writes=False)
        try:
            bring_up_to_date(self._writing, folder, migrations)
            with self._writing.begin() as connection:
                self.epoch = str(connection.scalar(select(meta.c.value).where(meta.c.name == "epoch")))
                self.pepper = bytes.fromhex(str(connection.scalar(select(meta.c.value).where(meta.c.name == "pepper"))))
        except DatabaseError as error:
            self._writing.dispose()
            raise DataError(f"The data in {folder} can't be read as a database: {error.orig}.") from error
        except BaseException:
            self._writing.dispose()
            raise
        self._writer = Writer(self._writing, tell)
        self._writer.start()

    def submit(self, function: Callable[[Work], Result]) -> Future[Result]:
        """Queues a function for the writer; see `Writer.submit`."""
        return self._writer.submit(function)

    def write(self, function: Callable[[Work], Result]) -> Result:
        """Runs a function in the writer's transaction and waits until it is durable. Raises what it raises, or a `RefusalError`."""
        return self._writer.submit(function).result()

    def read(self, function: Callable[[Connection], Result]) -> Result:
        """Runs a function on one consistent view of the data. Raises `RefusalError` when the store doesn't answer."""
        if self._closed:
            raise RefusalError(Code.UNAVAILABLE, "The backend is stopping.", retry_after_s=5)
        with refusals(), self._reading.connect() as connection:
            return function(connection)

    def close(self) -> None:
        """Finishes what was submitted and closes the files."""
        self._closed = True
        self._writer.close()
        self._reading.dispose()
        self._writing.dispose()
