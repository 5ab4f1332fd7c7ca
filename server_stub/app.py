"""Builds the backend: opens its data, and makes the web application on it."""

import logging
import threading
from datetime import UTC, datetime
from pathlib import Path

from litestar.types import ASGIApp

from server_stub.api.routes import application
from server_stub.api.way import Way
from server_stub.assist.desk import AssistDesk
from server_stub.blobs import Blobs
from server_stub.console.face import Console, is_ours
from server_stub.console.way import Way as ConsoleWay
from server_stub.events import Events
from server_stub.identity.accounts import Accounts
from server_stub.identity.audit import Audit
from server_stub.identity.people import People
from server_stub.identity.web_sessions import WebSessions
from server_stub.knowledge.library import Library
from server_stub.refusals import DataError, RefusalError
from server_stub.settings.rows import Settings
from server_stub.store.database import Store
from server_stub.tickets.desk import Desk
from server_stub.tickets.handling import Handling
from server_stub.tickets.presence import Presence
from server_stub.tickets.queue import Queue
from server_stub.web.faces import Faces
from server_stub.web.request_log import RequestLog
from server_stub.web.threads import Threads

SWEEP_S = 3600
TICK_S = 1
ATTACHMENTS = "attachments"
log = logging.getLogger("sigap.backend")


class Backend:
    """An opened data folder, with everything that can be done on it. Made by `open_backend`."""

    def __init__(self, data: Path, settings: Settings) -> None:
        self.settings = settings
        self.events = Events()
        self.blobs = Blobs(data / ATTACHMENTS)
        self.store = Store(data, tell=self.events.wake)
        self.people = People(self.store, self.events, settings)
        self.accounts = Accounts(self.store, self.blobs, self.events)
        self.web_sessions = WebSessions(self.store, self.events, settings)
        self.audit = Audit(self.store)
        self.desk = Desk(self.store, self.blobs, settings)
        self.queue = Queue(self.store)
        self.handling = Handling(self.store, self.blobs, settings)
        self.presence = Presence(self.events)
        self.library = Library(self.store, self.blobs, settings, self.events.articles_changed)
        self.assist = AssistDesk(self.store, self.blobs, settings)
        self._ending = threading.Event()
        self._sweep_once(alone=True)
        self._sweeper = threading.Thread(target=self._sweep, name="sweeper", daemon=True)
        self._sweeper.start()
        self._ticker = threading.Thread(target=self._tick, name="assist", daemon=True)
        self._ticker.start()

    def close(self) -> None:
        """Ends streams, finishes what is being written, and closes the files."""
        self.events.close()
        self._ending.set()
        self._sweeper.join()
        self._ticker.join()
        self.store.close()

    def _sweep(self) -> None:
        while not self._ending.wait(SWEEP_S):
            self._sweep_once(alone=False)

    def _tick(self) -> None:
        """Tells of trouble once, not each second for as long as it lasts."""
        failed = False
        while not self._ending.wait(TICK_S):
            try:
                self.assist.tick(datetime.now(UTC))
                self.web_sessions.end_old()
                failed = False
            except RefusalError as refusal:
                if not failed:
                    log.info("what ends by itself has to wait: %s", refusal.code.value)
                failed = True
            except Exception:
                if not failed:
                    log.exception("what ends by itself")
                failed = True

    def _sweep_once(self, *, alone: bool) -> None:
        """Its failure, such as on a full disk, stops nothing: what it left is swept next time."""
        try:
            self.desk.uploads.sweep(alone=alone)
        except Exception:
            log.exception("sweep")


def open_backend(data: Path, settings: Settings) -> Backend:
    """Opens the data folder, which the caller has locked: makes or migrates what is in it. Raises `DataError` with a sentence."""
    try:
        return Backend(data, settings)
    except OSError as error:
        raise DataError(f"The data folder {data} can't be used: {error.strerror or error}.") from error


def asgi(backend: Backend) -> ASGIApp:
    """The application that a server runs: one process, one event loop."""
    threads = Threads()
    api = Way(backend.desk, backend.library, backend.people, backend.events, backend.settings, backend.assist, threads)
    page = ConsoleWay(
        desk=backend.desk,
        queue=backend.queue,
        handling=backend.handling,
        assist=backend.assist,
        accounts=backend.accounts,
        web_sessions=backend.web_sessions,
        events=backend.events,
        settings=backend.settings,
        presence=backend.presence,
        threads=threads,
    )
    return RequestLog(Faces(application(api), Console(page), is_ours))
