r"""The control connection on Windows (written by the book, untested there): a named pipe that only who can read the data folder may use.

The pipe's name is made of the folder's; both sides prove that they know the random key in DIR\control.key.
"""

import contextlib
import hashlib
import os
import secrets
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from server_stub.running.frames import FrameError

KEY_NAME = "control.key"


class PipeChannel:
    """A connection; the pipe keeps frames apart by itself."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def write_frame(self, body: bytes) -> None:
        """Sends one frame."""
        self._connection.send_bytes(body)

    def read_frame(self, most: int) -> bytes:
        """Reads one frame of at most `most` bytes."""
        try:
            return self._connection.recv_bytes(most)
        except EOFError:
            raise FrameError("ended early") from None

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()


class PipeEar:
    """The listening end. Make it while the data folder's lock is held."""

    def __init__(self, data: Path) -> None:
        self._key = data / KEY_NAME
        self._key.unlink(missing_ok=True)
        file = os.open(self._key, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        key = secrets.token_bytes(32)
        os.write(file, key)
        os.close(file)
        self._listening = Listener(pipe_name(data), "AF_PIPE", authkey=key)

    def accept(self) -> PipeChannel:
        """Waits for the next connection; one that doesn't know the key is closed unheard."""
        try:
            return PipeChannel(self._listening.accept())
        except (AuthenticationError, EOFError):
            raise FrameError("doesn't know the key") from None

    def close(self) -> None:
        """Listens no more, and removes the key."""
        self._listening.close()
        with contextlib.suppress(OSError):
            self._key.unlink()


def pipe_name(data: Path) -> str:
    """One name for one folder."""
    return rf"\\.\pipe\sigap-{hashlib.sha256(os.fsencode(os.path.realpath(data))).hexdigest()[:32]}"


def connect(data: Path) -> PipeChannel | None:
    """A connection to the running backend; None when none listens."""
    try:
        return PipeChannel(Client(pipe_name(data), "AF_PIPE", authkey=(data / KEY_NAME).read_bytes()))
    except (FileNotFoundError, ConnectionError, EOFError):
        return None
