"""Who decides on Linux which name servers are asked, and setting others there: NetworkManager, systemd-resolved, or a plain file.

NetworkManager lets the person in front do it until the next connect; the other two want an administrator (`resolvectl`, `cp`).
"""

import tempfile
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from desktop_client.system.administrator import Became, as_administrator
from desktop_client.system.commands import Run
from desktop_client.system.network.network_manager import Device, read_device, use_own_servers, use_servers
from desktop_client.system.not_known import NotKnown, Why

FILE = Path("/etc/resolv.conf")
_STUB = "nameserver 127.0.0.53"
_LIMIT_S = 5.0
_WHY = {Why.DENIED: Became.RIGHTS, Why.TIMEOUT: Became.TIME}


class Decides(StrEnum):
    """Who decides."""

    NETWORK_MANAGER = "networkmanager"
    RESOLVED = "resolved"
    FILE = "file"


def who_decides(adapter: str, file: Path = FILE) -> Decides | None:
    """Who it is; None where something else writes the file, whose changes would be lost or be a nuisance."""
    if isinstance(read_device(adapter), Device):
        return Decides.NETWORK_MANAGER
    text = read_file(file)
    if _STUB in text:
        return Decides.RESOLVED
    return Decides.FILE if text and not file.is_symlink() else None


def read_file(file: Path = FILE) -> str:
    """The file's text, "" where there is none."""
    try:
        return file.read_bytes()[:100_000].decode("utf-8", "surrogateescape")
    except OSError:
        return ""


def set_servers(by: Decides, adapter: str, servers: tuple[str, ...], run: Run) -> Became:
    """Asks these servers from now on."""
    if by is Decides.NETWORK_MANAGER:
        device = read_device(adapter)
        return became_of(device.why if isinstance(device, NotKnown) else use_servers(device, servers))
    if by is Decides.RESOLVED:
        return as_administrator(run, ("resolvectl", "dns", adapter, *servers), _LIMIT_S)
    return write_file(with_servers(read_file(), servers), run)


def put_servers_back(by: Decides, adapter: str, old: str, run: Run) -> Became:
    """Asks the old ones again: `old` are resolved's addresses with spaces between, or the whole file."""
    if by is Decides.NETWORK_MANAGER:
        return became_of(use_own_servers(adapter))
    if by is Decides.RESOLVED:
        return as_administrator(run, ("resolvectl", "dns", adapter, *old.split()), _LIMIT_S)
    return write_file(old, run) if read_file() != old else Became.DONE


def became_of(trouble: Why | None) -> Became:
    """What NetworkManager's answer means."""
    return Became.DONE if trouble is None else _WHY.get(trouble, Became.FAILED)


def with_servers(text: str, servers: Sequence[str]) -> str:
    """A resolv.conf with these servers instead of its own; every other line stays (resolv.conf(5))."""
    others = [line for line in text.splitlines() if line.split()[:1] != ["nameserver"]]
    return "\n".join([*others, *(f"nameserver {server}" for server in servers), ""])


def write_file(text: str, run: Run, file: Path = FILE) -> Became:
    """Writes the file in place, so that its owner and its rights stay: an administrator copies a draft that only this person can write."""
    try:
        with tempfile.TemporaryDirectory(prefix="sigap-") as folder:
            draft = Path(folder) / file.name
            draft.write_bytes(text.encode("utf-8", "surrogateescape"))
            return as_administrator(run, ("cp", "--no-preserve=mode,ownership", str(draft), str(file)), _LIMIT_S)
    except OSError:
        return Became.FAILED
