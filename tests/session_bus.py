"""A D-Bus session bus of a test's own, reached by nobody else."""

import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from development.virtual_screen import end

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
"""No service is started on demand: what a test needs on the bus, it puts there."""


class SessionBus:
    """Use as a context manager; `address` is what DBUS_SESSION_BUS_ADDRESS takes."""

    address: str

    def __enter__(self) -> Self:
        self._folder = tempfile.TemporaryDirectory(prefix="sigap-bus-")
        settings = Path(self._folder.name, "session.conf")
        settings.write_text(CONFIGURATION.format(folder=self._folder.name), "utf-8")
        self._daemon = subprocess.Popen(
            ["dbus-daemon", f"--config-file={settings}", "--nofork", "--print-address"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._daemon.stdout
        self.address = self._daemon.stdout.readline().decode("ascii").strip()
        assert self.address, "dbus-daemon did not start: python3 dev.py setup"
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        end(self._daemon)
        self._folder.cleanup()
