"""Which name servers this computer asks."""

import ipaddress
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_client.system import powershell
from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown
from desktop_client.system.system_bus import Place, properties

RESOLVED = Path("/run/systemd/resolve/resolv.conf")
_STUB = "127.0.0.53"
_FILLERS = tuple(f"fec0:0:0:ffff::{n}" for n in (1, 2, 3))
"""What Windows shows where no IPv6 name server is set."""
_RESOLVE1 = Place("org.freedesktop.resolve1", "/org/freedesktop/resolve1", "org.freedesktop.resolve1.Manager")
_NM_DNS = Place("org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager/DnsManager", "org.freedesktop.NetworkManager.DnsManager")


class Through(StrEnum):
    """Who asks the servers: every program by itself, in their order; or a service here, which remembers who answers."""

    PROGRAMS = "programs"
    SERVICE = "service"


@dataclass(frozen=True)
class NameServers:
    """The servers in order. `stub` is the address of the service here that asks them, "" for none."""

    servers: tuple[str, ...]
    through: Through
    stub: str = ""


def name_servers(file: Path = Path("/etc/resolv.conf"), behind_stub: Path = RESOLVED) -> tuple[str, ...]:
    """The configured name servers in order, () where not told. macOS writes this file too; Windows is not asked."""
    if sys.platform == "win32":
        return ()
    servers = _in_file(file)
    if servers == (_STUB,):
        return _in_file(behind_stub) or servers
    return servers


def read_name_servers(run: Run, file: Path = Path("/etc/resolv.conf"), behind_stub: Path = RESOLVED) -> NameServers | NotKnown:
    """The true servers, those behind a service on this computer where it tells them; the service itself where it doesn't."""
    if sys.platform == "win32":
        names = ("InterfaceIndex", "AddressFamily", "ServerAddresses")
        rows = powershell.ask(run, {"dns": powershell.cim("MSFT_DNSClientServerAddress", names, "root/StandardCimv2")})["dns"]
        return rows if isinstance(rows, NotKnown) else NameServers(servers_of_windows(rows), Through.SERVICE)
    if sys.platform == "darwin":
        told = run(("scutil", "--dns"), 1.0)
        return NameServers(servers_of_macos(told.stdout), Through.SERVICE) if told.outcome is Outcome.OK else NotKnown.of(told)
    servers = _in_file(file)
    here = [server for server in servers if ipaddress.ip_address(server.partition("%")[0]).is_loopback]
    if not here:
        return NameServers(servers, Through.PROGRAMS)
    behind = (_behind_resolved() or _in_file(behind_stub)) if _STUB in here else _behind_network_manager()
    return NameServers(behind or servers, Through.SERVICE, here[0])


def _behind_resolved() -> tuple[str, ...]:
    told = properties(_RESOLVE1)
    return () if isinstance(told, NotKnown) else servers_of_resolved(told.get("DNS"))


def _behind_network_manager() -> tuple[str, ...]:
    told = properties(_NM_DNS)
    rows = [] if isinstance(told, NotKnown) else told.get("Configuration")
    texts = [server for row in rows or () for server in row.get("nameservers", ("as", []))[1]]
    return servers_in("\n".join(f"nameserver {text}" for text in texts).encode())


def servers_of_resolved(rows: object) -> tuple[str, ...]:
    """The addresses in resolve1's `DNS`: adapter's number, family, bytes. Those of adapters stand before those of all."""
    found: dict[str, None] = {}
    told = [row for row in rows if isinstance(row, tuple) and len(row) == 3] if isinstance(rows, list | tuple) else []
    for row in sorted(told, key=lambda row: not row[0]):
        try:
            found[str(ipaddress.ip_address(bytes(row[2])))] = None
        except (ValueError, TypeError):
            continue
    return tuple(found)[:8]


def servers_of_windows(rows: powershell.Rows) -> tuple[str, ...]:
    """The addresses in rows of MSFT_DNSClientServerAddress. Written from the documented form, not run."""
    texts = []
    for row in rows:
        value = row.get("ServerAddresses")
        texts += [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str)]
    return servers_in("\n".join(f"nameserver {text}" for text in texts).encode())


def servers_of_macos(text: bytes) -> tuple[str, ...]:
    """The servers that `scutil --dns` names for everything, not for one domain only. Written from the documented form, not run."""
    general = text.decode("utf-8", "replace").partition("DNS configuration (for scoped queries)")[0]
    texts = []
    for resolver in general.split("resolver #")[1:]:
        if not re.search(r"^\s*domain\s*:", resolver, re.MULTILINE):
            texts += re.findall(r"nameserver\[\d+\] : (\S+)", resolver)
    return servers_in("\n".join(f"nameserver {text}" for text in texts).encode())


def _in_file(file: Path) -> tuple[str, ...]:
    try:
        return servers_in(file.read_bytes()[:100_000])
    except OSError:
        return ()


def servers_in(text: bytes) -> tuple[str, ...]:
    """The addresses of the `nameserver` lines, each once; what is no address is skipped."""
    found: dict[str, None] = {}
    for line in text.decode("utf-8", "replace").splitlines():
        words = line.split()
        if len(words) >= 2 and words[0] == "nameserver":
            try:
                address = ipaddress.ip_address(words[1])
            except ValueError:
                continue
            bare = str(address).partition("%")[0]
            if bare not in _FILLERS:
                found[str(address) if address.is_link_local else bare] = None
    return tuple(found)[:8]
