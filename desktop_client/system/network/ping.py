"""Pings by the system's own `ping`: ordinary people have no raw sockets on Debian 12. Where a host ignores them, connections are timed.

Linux (iputils, busybox) and macOS: the same lines. Windows' words follow its language, but "=32 TTL=", the time and the lines' number hold:
written from the documented form, not run.
"""

import contextlib
import re
import socket
import statistics
import sys
import threading
import time
from dataclasses import dataclass

from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown, Why

_LINE = re.compile(rb"(?:icmp_)?seq=(\d+).*?time[=<]([\d.,]+) ?ms")
_WINDOWS_LINE = re.compile(rb"[=<](\d+) ?ms.*TTL=\d+", re.IGNORECASE)
_LAST_WAIT_S = 1
CONNECT_S = 0.95
"""Shorter than the second in which TCP repeats a lost first packet: a connection that needs longer has lost one."""


@dataclass(frozen=True)
class Pinged:
    """`times_ms` of those that came back, in order; `sent` is all."""

    sent: int
    times_ms: tuple[float, ...]

    @property
    def lost(self) -> int:
        """How many did not come back."""
        return self.sent - len(self.times_ms)

    @property
    def median_ms(self) -> float | None:
        """Half are faster; None when none came back."""
        return round(statistics.median(self.times_ms), 1) if self.times_ms else None

    def and_then(self, later: "Pinged") -> "Pinged":
        """Both together."""
        return Pinged(self.sent + later.sent, self.times_ms + later.times_ms)


def ping(address: str, run: Run, *, count: int = 1, every_s: float = 1.0, limit_s: float | None = None) -> Pinged | NotKnown:
    """Pings an address, at most `limit_s` seconds (by default as long as `count` need)."""
    needs_s = count * every_s + _LAST_WAIT_S
    limit_s = needs_s + 1 if limit_s is None else limit_s
    if sys.platform == "win32":
        told = run(("ping", "-n", str(count), "-w", str(1000 * _LAST_WAIT_S), address), limit_s + count)
        return replies_of_windows(told.stdout, count) if told.outcome is Outcome.OK else NotKnown.of(told)
    # No -w: with it, iputils goes on until `count` have come back, however many were lost. macOS' -W counts milliseconds.
    last_wait = str(1000 * _LAST_WAIT_S if sys.platform == "darwin" else _LAST_WAIT_S)
    told = run(("ping", "-n", "-c", str(count), "-i", f"{every_s:g}", "-W", last_wait, address), limit_s)
    if told.outcome not in {Outcome.OK, Outcome.TIMEOUT} or told.exit not in {0, 1, None}:
        return NotKnown.of(told) if told.outcome is not Outcome.OK else NotKnown(Why.DENIED)
    return replies_in(told.stdout, count)


def replies_in(text: bytes, sent: int) -> Pinged:
    """The answers among the lines of a ping; one that came twice counts once."""
    times: dict[int, float] = {}
    for number, time_ms in _LINE.findall(text):
        with contextlib.suppress(ValueError):
            times.setdefault(int(number), float(time_ms.replace(b",", b".")))
    return Pinged(sent, tuple(times.values())[:sent])


def replies_of_windows(text: bytes, sent: int) -> Pinged:
    """The answers among the lines of Windows' ping in any language."""
    return Pinged(sent, tuple(float(found) for found in _WINDOWS_LINE.findall(text))[:sent])


def knock(address: str, port: int, limit_s: float = CONNECT_S) -> float | None:
    """Milliseconds until an address answers a connection, opened or refused; None when it doesn't answer. Nothing is sent over it."""
    started = time.monotonic()
    try:
        family, kind, protocol, _, target = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)[0]
        with socket.socket(family, kind, protocol) as asking:
            asking.settimeout(limit_s)
            asking.connect(target)
    except ConnectionRefusedError:
        pass
    except (OSError, UnicodeError):
        return None
    return round(1000 * (time.monotonic() - started), 1)


def knocks(address: str, port: int, *, count: int, every_s: float, stopped: threading.Event) -> Pinged:
    """The same many times, side by side, as pings are."""
    times: list[float | None] = [None] * count

    def one(number: int) -> None:
        times[number] = knock(address, port)

    threads = []
    for number in range(count):
        if stopped.is_set():
            break
        threads.append(threading.Thread(target=one, args=(number,), name="knock", daemon=True))
        threads[-1].start()
        stopped.wait(every_s)
    for thread in threads:
        thread.join(CONNECT_S + 1)
    return Pinged(len(threads), tuple(value for value in times if value is not None))
