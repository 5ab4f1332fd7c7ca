"""The control connection on Linux and macOS: control.sock, for its own account and root alone.

Its mode is 0600, and the other side's user id is asked of the kernel. Where the path is too long for a socket, or the folder can't hold
one, it lives in a 0700 runtime folder whose name stands in DIR/control.path.
"""

import contextlib
import os
import shutil
import socket
import struct
import sys
import tempfile
from pathlib import Path

from server_stub.running.frames import AT_ONCE, PATIENCE_S, FrameError

SOCKET_NAME = "control.sock"
PATH_NAME = "control.path"
LONGEST_PATH = 100
"""Bytes; the kernel takes 107 on Linux and 103 on macOS."""
LENGTH = struct.Struct("!I")


class SocketChannel:
    """A connection that puts each frame behind its length in four bytes."""

    def __init__(self, connection: socket.socket) -> None:
        connection.settimeout(PATIENCE_S)
        self._connection = connection

    def write_frame(self, body: bytes) -> None:
        """Sends one frame."""
        self._connection.sendall(LENGTH.pack(len(body)) + body)

    def read_frame(self, most: int) -> bytes:
        """Reads one frame of at most `most` bytes."""
        (length,) = LENGTH.unpack(self._read_exactly(LENGTH.size))
        if length > most:
            raise FrameError(f"a frame of {length} bytes, and {most} are allowed")
        return self._read_exactly(length)

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def _read_exactly(self, count: int) -> bytes:
        got = bytearray()
        while len(got) < count:
            if not (piece := self._connection.recv(min(count - len(got), 1 << 20))):
                raise FrameError(f"ended after {len(got)} of {count} bytes")
            got += piece
        return bytes(got)


class SocketEar:
    """The listening end. Make it while the data folder's lock is held: what an earlier backend left is removed."""

    def __init__(self, data: Path) -> None:
        self._data = data
        remove_stale(data)
        self._listening = bound(data)

    def accept(self) -> SocketChannel:
        """Waits for the next connection; one from another account is closed unheard."""
        connection, _ = self._listening.accept()
        if peer_uid(connection) not in {os.geteuid(), 0}:
            connection.close()
            raise FrameError("another account")
        return SocketChannel(connection)

    def close(self) -> None:
        """Wakes `accept` with an error and removes the socket."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        remove_stale(self._data)


def socket_path(data: Path) -> Path:
    """Where a running backend listens, or would."""
    try:
        return Path((data / PATH_NAME).read_text("utf-8").strip()) / SOCKET_NAME
    except OSError:
        return data / SOCKET_NAME


def connect(data: Path) -> SocketChannel | None:
    """A connection to the running backend; None when none listens. Raises PermissionError for another account's."""
    path = os.fspath(socket_path(data))
    if len(os.fsencode(path)) > LONGEST_PATH:
        return None
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(PATIENCE_S)
    try:
        connection.connect(path)
    except (FileNotFoundError, ConnectionRefusedError, NotADirectoryError):
        connection.close()
        return None
    except OSError:
        connection.close()
        raise
    return SocketChannel(connection)


def bound(data: Path) -> socket.socket:
    """A listening socket of mode 0600, in the data folder or in a runtime folder of its own."""
    path = data / SOCKET_NAME
    listening = socket.socket(socket.AF_UNIX)
    try:
        if len(os.fsencode(path)) > LONGEST_PATH or not try_bind(listening, path):
            path = Path(tempfile.mkdtemp(prefix="sigap-", dir=os.environ.get("XDG_RUNTIME_DIR") or None), SOCKET_NAME)
            listening.bind(os.fspath(path))
            beside = data / f"{PATH_NAME}.new"
            beside.write_text(str(path.parent), "utf-8")
            beside.replace(data / PATH_NAME)
        path.chmod(0o600)
        listening.listen(AT_ONCE)
    except OSError:
        listening.close()
        raise
    return listening


def try_bind(listening: socket.socket, path: Path) -> bool:
    """Whether the folder can hold a socket: some network folders can't."""
    before = os.umask(0o177)
    try:
        listening.bind(os.fspath(path))
    except OSError:
        return False
    finally:
        os.umask(before)
    return True


def remove_stale(data: Path) -> None:
    """Removes the socket, and the runtime folder that stands in the data folder. Only under its lock."""
    with contextlib.suppress(FileNotFoundError):
        (data / SOCKET_NAME).unlink()
    with contextlib.suppress(OSError):
        folder = Path((data / PATH_NAME).read_text("utf-8").strip())
        if folder.name.startswith("sigap-") and {file.name for file in folder.iterdir()} <= {SOCKET_NAME}:
            shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(FileNotFoundError):
        (data / PATH_NAME).unlink()


def peer_uid(connection: socket.socket) -> int:
    """The user id of the process on the other side, as the kernel knows it; -1 where it can't be asked."""
    if sys.platform == "linux":
        _, uid, _ = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
    elif sys.platform == "darwin":  # untested there: LOCAL_PEERCRED is 1 at level 0, and answers xucred: version, user id, …
        _, uid = struct.unpack_from("2I", connection.getsockopt(0, 1, 76))
    else:
        uid = -1
    return int(uid)
