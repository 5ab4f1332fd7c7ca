"""`serve`: takes the lock, opens the data, listens for words and for clients, and lets go of everything in the opposite order."""

import contextlib
import logging
import logging.config
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from server_stub.running.control import ControlDesk, Words, is_served
from server_stub.running.listening import Address, bind, listen, tls
from server_stub.running.lock import DataLock, LockedError, RunningError
from server_stub.running.log import log_config
from server_stub.settings.rows import Settings

log = logging.getLogger(__name__)

WORD_S = 10.0
"""How long `serve` waits for a word of the command line to end."""


class Events(Protocol):
    """What the open streams wait for."""

    def close(self) -> None:
        """Ends them."""
        ...


class Servable(Protocol):
    """An opened backend."""

    @property
    def events(self) -> Events:
        """Who needs to know."""
        ...

    def close(self) -> None:
        """Finishes what is being written and lets go of the data."""
        ...


Opened = TypeVar("Opened", bound=Servable)


@dataclass(frozen=True)
class Program(Generic[Opened]):
    """What the rows above give: how to open the data, the web application on it, the words, and which errors are sentences."""

    open_backend: Callable[[Path, Settings], Opened]
    asgi: Callable[[Opened], Any]
    words: Words
    refusals: tuple[type[Exception], ...]


def serve(
    data: Path,
    settings: Settings,
    program: Program[Opened],
    *,
    host: str,
    port: int,
    certificate: Path | None,
    key: Path | None,
    announce: Callable[[Address], None],
) -> None:
    """Serves until SIGTERM or SIGINT. Raises `RunningError` when it can't begin."""
    context = tls(certificate, key) if certificate else None
    logging.config.dictConfig(log_config())
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.closing(locked(data)))
        bound = stack.enter_context(contextlib.closing(bind(host, port)))
        stack.enter_context(early_signals())
        backend = stack.enter_context(contextlib.closing(opened(data, settings, program)))
        stack.enter_context(contextlib.closing(ControlDesk(data, backend, program.words, program.refusals)))
        listen(
            program.asgi(backend),
            bound,
            context=context,
            trusted_proxies=settings.trusted_proxies,
            announce=announce,
            ending=backend.events.close,
        )


def locked(data: Path) -> DataLock:
    """The data folder's lock. A word of the command line that is at work there is waited for, a backend that serves is not."""
    until = time.monotonic() + WORD_S
    while True:
        try:
            return DataLock(data)
        except LockedError:
            if time.monotonic() > until or is_served(data):
                raise
            time.sleep(0.05)


def opened(data: Path, settings: Settings, program: Program[Opened]) -> Opened:
    """The backend; a refusal of the store becomes a `RunningError`."""
    try:
        return program.open_backend(data, settings)
    except program.refusals as error:
        raise RunningError(str(error)) from None


@contextlib.contextmanager
def early_signals() -> Any:
    """SIGTERM while the data is still being opened ends the process in order too."""

    def leave(_number: int, _frame: object) -> None:
        raise SystemExit(0)

    before = {number: signal.signal(number, leave) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
