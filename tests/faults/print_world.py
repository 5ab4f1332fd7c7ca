"""A print service of a test's own: a real cupsd with its own folders and socket, and printers that are sockets of this process."""

import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.faults.checked import somebody

CUPSD = shutil.which("cupsd", path="/usr/sbin:/usr/bin:/sbin")
READY_S = 15.0

_FILES = """
User lp
Group lp
SystemGroup root
ServerRoot {root}
ServerBin {root}/bin
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/tmp
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
ServerKeychain {root}/ssl
Printcap
"""
_SETTINGS = """
LogLevel warn
Listen {root}/cups.sock
Browsing No
WebInterface No
MultipleOperationTimeout 60
JobRetryInterval 5
DefaultAuthType Basic
<Location />
  Order allow,deny
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Set-Job-Attributes Cancel-Job Cancel-My-Jobs Close-Job CUPS-Move-Job>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit CUPS-Add-Modify-Printer CUPS-Delete-Printer CUPS-Set-Default Pause-Printer Resume-Printer Enable-Printer Disable-Printer \
Hold-New-Jobs Release-Held-New-Jobs Deactivate-Printer Activate-Printer CUPS-Accept-Jobs CUPS-Reject-Jobs Purge-Jobs>
    AuthType Default
    Require user @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


_JAM = """#!/bin/sh
[ $# -gt 0 ] || { echo 'direct jam "Unknown" "A printer with jammed paper"'; exit 0; }
echo 'STATE: +media-jam-error' >&2
exec sleep 600
"""
"""A backend (backend(7)) that says what a printer with jammed paper says."""


class FakePrinter:
    """A socket that takes connections. The first `deaf` of them it never reads; the others it takes and hangs up, as printers do."""

    def __init__(self, deaf: int) -> None:
        self._deaf = deaf
        self._listening = socket.socket()
        # Little room, so that a document that nobody reads can't be handed over.
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._listening.bind(("127.0.0.1", 0))
        self._listening.listen(8)
        self.port: int = self._listening.getsockname()[1]
        self.taken = 0
        self._held: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def uri(self) -> str:
        return f"socket://127.0.0.1:{self.port}"

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self._held.append(connection)
            if len(self._held) > self._deaf:
                threading.Thread(target=self._read, args=(connection,), daemon=True).start()

    def _read(self, connection: socket.socket) -> None:
        try:
            while piece := connection.recv(65536):
                self.taken += len(piece)
            connection.close()
        except OSError:
            return

    def close(self) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for connection in self._held:
            connection.close()
        self._thread.join(5)


DEAF = 1_000_000
"""A printer that never reads."""


def refused_uri() -> str:
    """An address at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"socket://127.0.0.1:{probe.getsockname()[1]}"


class PrintWorld:
    """Use as a context manager; everything in it is ended and removed."""

    def __init__(self) -> None:
        # Not pytest's folder: a socket's path must be short, and lp must get there.
        self._folder = tempfile.TemporaryDirectory(prefix="sigap-cups-")
        self.root = Path(self._folder.name)
        self.home = self.root / "home"
        self.person = somebody()
        self.server: subprocess.Popen[bytes] | None = None
        self._printers: list[FakePrinter] = []

    def __enter__(self) -> Self:
        for name in ("cache", "state", "spool", "tmp", "log", "ssl", "home"):
            (self.root / name).mkdir()
        for place in (self.root, self.root / "ssl", self.home):
            place.chmod(0o755)
        for name in ("cache", "state", "spool", "tmp", "log"):
            shutil.chown(self.root / name, "root", "lp")
            (self.root / name).chmod(0o770)
        self._backends()
        os.chown(self.home, self.person.uid, self.person.gid)
        (self.root / "cups-files.conf").write_text(_FILES.format(root=self.root))
        (self.root / "cupsd.conf").write_text(_SETTINGS.format(root=self.root))
        try:
            self.start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _backends(self) -> None:
        """The system's own filters and backends, and the one that jams."""
        (self.root / "bin/backend").mkdir(parents=True)
        for place in (self.root / "bin", self.root / "bin/backend"):
            place.chmod(0o755)
        for place in Path("/usr/lib/cups").iterdir():
            if place.name != "backend":
                (self.root / "bin" / place.name).symlink_to(place)
        for backend in Path("/usr/lib/cups/backend").iterdir():
            (self.root / "bin/backend" / backend.name).symlink_to(backend)
        (self.root / "bin/backend/jam").write_text(_JAM)
        (self.root / "bin/backend/jam").chmod(0o755)

    @property
    def socket(self) -> Path:
        return self.root / "cups.sock"

    @property
    def environment(self) -> dict[str, str]:
        """Of a person whose print service this is."""
        return {"CUPS_SERVER": str(self.socket), "HOME": str(self.home), "USER": self.person.name, "LOGNAME": self.person.name}

    def start(self) -> None:
        words = [str(CUPSD), "-f", "-c", str(self.root / "cupsd.conf"), "-s", str(self.root / "cups-files.conf")]
        with (self.root / "log" / "out").open("wb") as out:
            self.server = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        self.wait_for(self._answers, "cupsd")

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.socket))
            except OSError:
                return False
        return True

    def stop(self) -> None:
        server, self.server = self.server, None
        if server is not None:
            server.terminate()
            try:
                server.wait(5)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()

    def close(self) -> None:
        self.stop()
        for printer in self._printers:
            printer.close()
        self._folder.cleanup()

    def run(self, *words: str, person: bool = False) -> str:
        """One of CUPS' own commands, as root or as the person."""
        environment = (
            {**os.environ, **self.environment} if person else {**os.environ, "CUPS_SERVER": str(self.socket), "HOME": "/nonexistent"}
        )
        done = subprocess.run(
            words,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
            cwd="/",
            **(self.person.arguments if person else {}),
        )
        assert done.returncode == 0, (words, done.stdout, done.stderr)
        return done.stdout

    def printer(self, *, deaf: int = 0) -> FakePrinter:
        printer = FakePrinter(deaf)
        self._printers.append(printer)
        return printer

    def queue(self, name: str, uri: str, *, place: str = "") -> None:
        """A new queue; whatever had that name is gone with its documents."""
        self.run("lpadmin", "-p", name, "-v", uri, "-E", *(["-L", place] if place else []))

    def clean(self) -> None:
        """No queue, no document and no choice of the person is left."""
        for line in self.run("lpstat", "-e").splitlines():
            self.run("cancel", "-a", "-x", line)
            self.run("lpadmin", "-x", line)
        shutil.rmtree(self.home / ".cups", ignore_errors=True)

    def print(self, queue: str, size: int = 3_000_000, *, person: bool = True, title: str = "Laporan") -> int:
        """Hands a document over; gives its number."""
        document = self.root / "document"
        document.write_bytes(b"x" * size)
        document.chmod(0o644)
        told = self.run("lp", "-d", queue, "-o", "raw", "-t", title, str(document), person=person)
        return int(told.split(f"{queue}-")[1].split()[0])

    def documents(self, queue: str) -> list[int]:
        """The numbers of what isn't done there."""
        lines = self.run("lpstat", "-o", queue).splitlines()
        return [int(line.split()[0].rpartition("-")[2]) for line in lines]

    def wait_for(self, look: Callable[[], bool], what: str, limit_s: float = READY_S) -> None:
        until = time.monotonic() + limit_s
        while not look():
            if time.monotonic() > until:
                log = "".join(path.read_text("utf-8", "replace")[-2000:] for path in (self.root / "log").glob("*"))
                raise TimeoutError(f"{what} did not happen\n{log}")
            time.sleep(0.05)
