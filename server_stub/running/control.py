"""How every word of `sigap-server` reaches the data: through a running backend's control connection, else under the lock itself."""

import contextlib
import inspect
import logging
import secrets
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import msgspec

from server_stub.running import named_pipe, unix_socket
from server_stub.running.frames import ANSWER_BYTES, AT_ONCE, QUESTION_BYTES, Ask, Channel, Ear, FrameError, Told
from server_stub.running.lock import DataLock, LockedError, RunningError

log = logging.getLogger(__name__)

STARTING_S = 15.0
"""How long a word waits for a backend that holds the lock and doesn't listen: it starts, it ends, or it is another word at work."""

Words = Mapping[str, Callable[..., object]]
"""What can be asked: each takes the opened backend and its own named arguments, and answers plain values."""


class Closable(Protocol):
    """An opened backend, as far as this room knows it."""

    def close(self) -> None:
        """Finishes what is being written and lets go of the data."""
        ...


class ControlDesk:
    """The running backend's end. Make it while the data folder's lock is held."""

    def __init__(self, data: Path, backend: Closable, words: Words, refusals: tuple[type[Exception], ...]) -> None:
        self._backend = backend
        self._words = words
        self._refusals = refusals
        self._turns = threading.BoundedSemaphore(AT_ONCE)
        self._closed = threading.Event()
        self._ear: Ear = named_pipe.PipeEar(data) if sys.platform == "win32" else unix_socket.SocketEar(data)
        self._thread = threading.Thread(target=self._listen, name="control", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Listens no more, and waits up to a second for the words that are being done."""
        self._closed.set()
        self._ear.close()
        self._thread.join(timeout=1)
        until = time.monotonic() + 1
        for _ in range(AT_ONCE):
            self._turns.acquire(timeout=max(0.0, until - time.monotonic()))

    def _listen(self) -> None:
        while not self._closed.is_set():
            try:
                channel = self._ear.accept()
            except FrameError as error:
                log.warning("a control connection was refused: %s", error)
                continue
            except OSError:
                if not self._closed.wait(0.1):
                    continue
                return
            self._turns.acquire()
            threading.Thread(target=self._serve, args=(channel,), name="control-word", daemon=True).start()

    def _serve(self, channel: Channel) -> None:
        try:
            channel.write_frame(msgspec.json.encode(self._told(channel.read_frame(QUESTION_BYTES))))
        except (FrameError, OSError) as error:
            log.info("a control connection ended early: %s", error)
        finally:
            channel.close()
            self._turns.release()

    def _told(self, question: bytes) -> Told:
        try:
            return run_word(self._words, self._backend, msgspec.json.decode(question, type=Ask), self._refusals)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return Told(refused="The running backend can't read what was asked: sigap-server and it are of different versions.")
        except Exception:
            ref = secrets.token_hex(4)
            log.exception("a word of the command line failed", extra={"ref": ref})
            return Told(refused=f'The backend failed at this; its log says more under "{ref}".')


def run_word(words: Words, backend: Closable, question: Ask, refusals: tuple[type[Exception], ...]) -> Told:
    """Does what was asked. An unknown word, wrong arguments and a refusal are told as sentences; anything else is raised."""
    word = words.get(question.word)
    if word is None:
        asked = question.word[:40]
        return Told(refused=f"This backend doesn't know {asked!r}: sigap-server and the running backend are of different versions.")
    try:
        inspect.signature(word).bind(backend, **question.args)
    except TypeError as error:
        return Told(refused=f"The backend can't read the arguments of {question.word!r}: {error}.")
    try:
        return Told(value=msgspec.Raw(msgspec.json.encode(word(backend, **question.args))))
    except refusals as error:
        return Told(refused=str(error))


def connect(data: Path) -> Channel | None:
    """A connection to the running backend; None when none listens."""
    return named_pipe.connect(data) if sys.platform == "win32" else unix_socket.connect(data)


def is_served(data: Path) -> bool:
    """Whether a backend listens for words here."""
    try:
        channel = connect(data)
    except OSError:
        return True
    if channel is None:
        return False
    channel.close()
    return True


def call(
    data: Path,
    question: Ask,
    open_backend: Callable[[Path], Closable],
    words: Words,
    refusals: tuple[type[Exception], ...],
) -> Any:
    """The word's value, as JSON reads it: the same from a running backend as from this process. Raises `RunningError`."""
    until = time.monotonic() + STARTING_S
    while True:
        try:
            if (channel := connect(data)) is not None:
                told = asked(channel, question)
                break
        except PermissionError:
            raise RunningError(f"The backend that works on {data} belongs to another account: run sigap-server as that one.") from None
        except BlockingIOError:  # its queue of connections is full
            time.sleep(0.05)
            continue
        try:
            lock = DataLock(data)
        except LockedError as error:
            if time.monotonic() > until:
                raise RunningError(f"{error} It doesn't answer.") from None
            time.sleep(0.05)
            continue
        with contextlib.closing(lock):
            told = alone(data, question, open_backend, words, refusals)
        break
    if told.refused is not None:
        raise RunningError(told.refused)
    return msgspec.json.decode(told.value)


def asked(channel: Channel, question: Ask) -> Told:
    """What the running backend says."""
    try:
        channel.write_frame(msgspec.json.encode(question))
        return msgspec.json.decode(channel.read_frame(ANSWER_BYTES), type=Told)
    except (FrameError, OSError, msgspec.MsgspecError):
        text = (
            "The running backend ended before it answered. Look first whether it was done (sigap-server show, computers), then try again."
        )
        raise RunningError(text) from None
    finally:
        channel.close()


def alone(data: Path, question: Ask, open_backend: Callable[[Path], Closable], words: Words, refusals: tuple[type[Exception], ...]) -> Told:
    """Does the word in this process; the lock is held."""
    try:
        with contextlib.closing(open_backend(data)) as backend:
            return run_word(words, backend, question, refusals)
    except refusals as error:
        return Told(refused=str(error))
