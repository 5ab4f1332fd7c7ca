"""The ways out of this network: default routes, the best first.

Linux: /proc/net/route and /proc/net/ipv6_route (addresses in hexadecimal, those of IPv4 little-endian; net/ipv6/route.c). Windows (CIM
MSFT_NetRoute) and macOS (`route -n get default`): written from the documented form, not run.
"""

import ipaddress
import re
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_client.system import powershell
from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown

_UP, _GATEWAY, _REJECT = 0x1, 0x2, 0x200
_NO_WAY = 0xFFFFFFFF


@dataclass(frozen=True)
class Route:
    """A default route. `gateway` is "" where the wire itself leads on (a tunnel, mobile, PPP); one of IPv6 names its adapter behind %."""

    version: int
    gateway: str
    adapter: str
    metric: int = 0


def default_routes(run: Run, proc: Path = Path("/proc/net")) -> tuple[Route, ...] | NotKnown:
    """The default routes, IPv4 before IPv6, by metric; () for none."""
    if sys.platform == "win32":
        return _on_windows(run)
    if sys.platform == "darwin":
        told = run(("route", "-n", "get", "default"), 1.0)
        return routes_of_macos(told.stdout) if told.outcome is Outcome.OK else NotKnown.of(told)
    found = (*routes_in(_read(proc / "route")), *routes6_in(_read(proc / "ipv6_route")))
    return tuple(sorted(found, key=lambda route: (route.version, route.metric)))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()[:1_000_000]
    except OSError:
        return b""


def routes_in(text: bytes) -> tuple[Route, ...]:
    """The default routes in /proc/net/route."""
    found = []
    for line in text.decode("ascii", "replace").splitlines()[1:]:
        words = line.split()
        if len(words) < 8 or words[1] != "00000000" or words[7] != "00000000":
            continue
        try:
            gateway = socket.inet_ntoa(int(words[2], 16).to_bytes(4, "little"))
            flags, metric = int(words[3], 16), int(words[6])
        except (ValueError, OverflowError):
            continue
        if flags & _UP and not flags & _REJECT:
            found.append(Route(4, gateway if flags & _GATEWAY else "", words[0], metric))
    return tuple(found)


def routes6_in(text: bytes) -> tuple[Route, ...]:
    """The default routes in /proc/net/ipv6_route."""
    found = []
    for line in text.decode("ascii", "replace").splitlines():
        words = line.split()
        if len(words) < 10 or words[0] != "0" * 32 or words[1] != "00":
            continue
        try:
            gateway = ipaddress.IPv6Address(int(words[4], 16))
            metric, flags = int(words[5], 16), int(words[8], 16)
        except ValueError:
            continue
        if not flags & _UP or flags & _REJECT or metric == _NO_WAY or words[9] == "lo":
            continue
        scope = f"%{words[9]}" if gateway.is_link_local else ""
        found.append(Route(6, f"{gateway}{scope}" if flags & _GATEWAY else "", words[9], metric))
    return tuple(found)


def routes_of_macos(text: bytes) -> tuple[Route, ...]:
    """The route in the answer of `route -n get default`; a VPN's has no gateway or a `link#12`."""
    told = dict(re.findall(r"^\s*(gateway|interface): (\S+)\s*$", text.decode("utf-8", "replace"), re.MULTILINE))
    if "interface" not in told:
        return ()
    try:
        address = ipaddress.ip_address(told.get("gateway", "").partition("%")[0])
    except ValueError:
        return (Route(4, "", told["interface"]),)
    return (Route(address.version, told["gateway"], told["interface"]),)


def _on_windows(run: Run) -> tuple[Route, ...] | NotKnown:
    properties = ("DestinationPrefix", "NextHop", "InterfaceAlias", "InterfaceMetric", "RouteMetric")
    defaults = "|where DestinationPrefix -match '/0$'|select"
    block = powershell.cim("MSFT_NetRoute", properties, "root/StandardCimv2").replace("|select", defaults)
    rows = powershell.ask(run, {"routes": block})["routes"]
    return rows if isinstance(rows, NotKnown) else routes_of_windows(rows)


def routes_of_windows(rows: powershell.Rows) -> tuple[Route, ...]:
    """The default routes among rows of MSFT_NetRoute; lowest sum of both metrics first."""
    found = []
    for row in rows:
        version = {"0.0.0.0/0": 4, "::/0": 6}.get(powershell.text(row, "DestinationPrefix"))
        if version is None:
            continue
        hop = powershell.text(row, "NextHop")
        metric = (powershell.number(row, "RouteMetric") or 0) + (powershell.number(row, "InterfaceMetric") or 0)
        found.append(Route(version, "" if hop in {"", "0.0.0.0", "::"} else hop, powershell.text(row, "InterfaceAlias"), metric))  # noqa: S104
    return tuple(sorted(found, key=lambda route: (route.version, route.metric)))
