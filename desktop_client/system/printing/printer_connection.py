"""Whether a printer can be reached from here: a connection of our own without any data, or its plug in a socket of this computer."""

import ipaddress
import re
import socket
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop_client.system.network.connections import Reached, Trouble, reach
from desktop_client.system.network.names import look_up
from desktop_client.system.not_known import NotKnown

PORTS = {"socket": 9100, "ipp": 631, "ipps": 631, "lpd": 515, "http": 80, "https": 443, "smb": 445}
USB_DEVICES = Path("/sys/bus/usb/devices")
TCP_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_USB_PRINTER = "07"
_ESTABLISHED = "01"


class Way(StrEnum):
    """How a connection to a printer went. `UNKNOWN`: it can't be tried from here (found by name on the network, a class, a filter)."""

    ANSWERS = "answers"
    REFUSED = "refused"
    SILENT = "no answer"
    NO_NAME = "name not found"
    UNPLUGGED = "not plugged in"
    UNKNOWN = "not known"


GONE = frozenset({Way.REFUSED, Way.SILENT, Way.NO_NAME, Way.UNPLUGGED})


@dataclass(frozen=True)
class Target:
    """Where a printer listens."""

    host: str
    port: int


def target_of(uri: str) -> Target | None:
    """Host and port of a queue's address; None where it has none."""
    try:
        parts = urlsplit(uri)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not parts.hostname or parts.hostname.endswith("._tcp.local"):
        return None
    return Target(unquote(parts.hostname), port or PORTS[parts.scheme])


def connect(uri: str, limit_s: float) -> Way:
    """Tries it once, at most `limit_s` seconds; nothing is sent. One that refuses while a document goes through takes only one."""
    if scheme_of(uri) == "usb":
        return plugged(uri)
    target = target_of(uri)
    if target is None:
        return Way.UNKNOWN
    reached = reach(target.host, target.port, limit_s)
    if isinstance(reached, Reached):
        return Way.ANSWERS
    if reached is Trouble.REFUSED:
        return Way.ANSWERS if connected(target) else Way.REFUSED
    return Way.NO_NAME if reached in {Trouble.NO_SUCH_NAME, Trouble.NO_NAME_SERVER} else Way.SILENT


def scheme_of(uri: str) -> str:
    """The kind of an address, in lower case."""
    return uri.partition(":")[0].lower()


def plugged(uri: str, devices: Path = USB_DEVICES) -> Way:
    """Whether a printer is plugged in, by the serial number in its address where one is told, else any printer (Linux)."""
    if not sys.platform.startswith("linux"):
        return Way.UNKNOWN
    serial = unquote(next(iter(re.findall(r"[?&]serial=([^&]*)", uri)), ""))
    found = False
    for interface in devices.glob("*:*/bInterfaceClass"):
        if _read(interface) == _USB_PRINTER:
            found = True
            theirs = _read(devices / interface.parent.name.partition(":")[0] / "serial")
            if not serial or not theirs or serial == theirs:
                return Way.ANSWERS
    return Way.UNPLUGGED if found or devices.exists() else Way.UNKNOWN


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def connected(target: Target, tables: tuple[Path, ...] = TCP_TABLES) -> bool:
    """Whether this computer holds a connection there, such as the print service's (Linux)."""
    looked = look_up(target.host, target.port, 1.0)
    if isinstance(looked, NotKnown):
        return False
    addresses = {str(address[0]).partition("%")[0] for _, address in looked.addresses}
    for table in tables:
        try:
            lines = table.read_text("ascii", "replace").splitlines()[1:]
        except OSError:
            continue
        if any(remote in {(address, target.port) for address in addresses} for remote in remotes_in(lines)):
            return True
    return False


def remotes_in(lines: list[str]) -> list[tuple[str, int]]:
    """The other ends of established connections in a table of the kernel (proc(5)): words of 32 bits in this computer's byte order."""
    remotes = []
    for line in lines:
        words = line.split()
        if len(words) < 4 or words[3] != _ESTABLISHED:
            continue
        address, _, port = words[2].partition(":")
        try:
            raw = b"".join(int(address[at : at + 8], 16).to_bytes(4, sys.byteorder) for at in range(0, len(address), 8))
            family = socket.AF_INET if len(raw) == 4 else socket.AF_INET6
            parsed = ipaddress.ip_address(socket.inet_ntop(family, raw))
            mapped = parsed.ipv4_mapped if isinstance(parsed, ipaddress.IPv6Address) else None
            remotes.append((str(mapped or parsed), int(port, 16)))
        except (ValueError, OverflowError, OSError):
            continue
    return remotes
