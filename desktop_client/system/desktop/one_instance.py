"""One tray for each profile: a lock on a file says who is first, and the first listens to the bell that later ones ring."""

import contextlib
import logging
import os
import socket
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from desktop_client.system import bell
from desktop_client.system.file_lock import FileLock
from desktop_client.system.folders import Profile

CALLERS = 8
"""At a time; the oldest is hung up on when another comes."""
START_S = 3.0
"""How long the first may take from its lock to its bell."""

log = logging.getLogger(__name__)


class OneInstance:
    """Belongs to the thread of Qt, whose events it lives on."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._lock = FileLock(profile.instance_lock)
        self._listener: _SocketListener | _PipeListener | None = None

    def first(self) -> bool:
        """Whether this process is the one tray of the profile, from now until it ends. OSError where the profile can't be written."""
        return self._lock.acquire()

    def ring(self, message: str) -> bool:
        """Rings the first (a word that `bell.known` knows) and says whether it heard; one that is just starting is waited for."""
        return bell.ring_starting(self._profile, message, START_S)

    def on_ring(self, callback: Callable[[str], None]) -> None:
        """Listens, as the first; calls back in Qt's thread. Where nothing can be listened at, only the bell is missing (logged)."""
        if not self._lock.held:
            raise RuntimeError("only the first instance has a bell")
        try:
            self._listener = _PipeListener(self._profile, callback) if sys.platform == "win32" else _SocketListener(self._profile, callback)
        except OSError as error:
            log.warning("No bell: %s", error.strerror)

    def close(self) -> None:
        """Stops listening and lets another be the first."""
        if self._listener:
            self._listener.close()
            self._listener = None
        self._lock.release()


class _SocketListener:
    """Listens at the socket of the profile, without waiting anywhere."""

    def __init__(self, profile: Profile, callback: Callable[[str], None]) -> None:
        self._profile = profile
        self._callback = callback
        self._parent = QObject()
        self._callers: dict[int, tuple[socket.socket, QSocketNotifier, bytearray]] = {}
        path = bell.prepare_socket(profile)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._socket.setblocking(False)
            # Only this person can reach into its folder, so no moment is lost between these two.
            self._socket.bind(os.fsencode(path))
            path.chmod(0o600)
            self._socket.listen(CALLERS)
        except OSError:
            self._socket.close()
            raise
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self._parent)
        self._notifier.activated.connect(self._accept)

    def close(self) -> None:
        self._notifier.setEnabled(False)
        for number in tuple(self._callers):
            self._hang_up(number)
        self._socket.close()
        bell.remove_socket(self._profile)
        self._parent.deleteLater()

    def _accept(self) -> None:
        try:
            line, _ = self._socket.accept()
        except OSError:
            return
        line.setblocking(False)
        if len(self._callers) >= CALLERS:
            self._hang_up(next(iter(self._callers)))
        number = line.fileno()
        notifier = QSocketNotifier(number, QSocketNotifier.Type.Read, self._parent)
        self._callers[number] = (line, notifier, bytearray())
        notifier.activated.connect(lambda: self._read(number))

    def _read(self, number: int) -> None:
        if number not in self._callers:
            return
        line, _, said = self._callers[number]
        try:
            piece = line.recv(bell.LONGEST_MESSAGE)
        except BlockingIOError:
            return
        except OSError:
            piece = b""
        said += piece
        message = said.partition(b"\n")[0].decode("ascii", "replace")
        if b"\n" in said and bell.known(message):
            with contextlib.suppress(OSError):
                line.sendall(bell.HEARD)
            self._hang_up(number)
            # Not from within the notifier: what the bell starts may take its time.
            QTimer.singleShot(0, self._parent, lambda: self._callback(message))
        elif not piece or b"\n" in said or len(said) > bell.LONGEST_MESSAGE:
            self._hang_up(number)

    def _hang_up(self, number: int) -> None:
        line, notifier, _ = self._callers.pop(number)
        notifier.setEnabled(False)
        notifier.deleteLater()
        line.close()


class _PipeListener:
    """Windows: a named pipe for this account only. Written from Qt's documentation, not tried on a real machine yet."""

    def __init__(self, profile: Profile, callback: Callable[[str], None]) -> None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - heavy, and Windows only

        self._callback = callback
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        if not self._server.listen(bell.pipe_name(profile)):
            raise OSError(0, self._server.errorString())

    def close(self) -> None:
        self._server.close()

    def _accept(self) -> None:
        line = self._server.nextPendingConnection()

        def read() -> None:
            if not line.canReadLine():
                return
            message = bytes(line.readLine(bell.LONGEST_MESSAGE).data()).decode("ascii", "replace").strip()
            if bell.known(message):
                line.write(bell.HEARD)
                line.flush()
                QTimer.singleShot(0, self._server, lambda: self._callback(message))
            line.disconnectFromServer()

        line.disconnected.connect(line.deleteLater)
        line.readyRead.connect(read)
        read()
