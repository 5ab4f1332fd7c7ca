"""Default routes, as each system tells them."""

from pathlib import Path

import pytest

from desktop_client.system import powershell
from desktop_client.system.commands import run
from desktop_client.system.network.routes import Route, default_routes, routes6_in, routes_in, routes_of_macos, routes_of_windows
from desktop_client.system.not_known import NotKnown

FOURTH = (
    b"Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
    b"wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
    b"tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0\n"
    b"eth0\t00000000\t010200C0\t0203\t0\t0\t1\t00000000\t0\t0\t0\n"
    b"eth0\t000200C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
)
NONE = b"0" * 32
SIXTH = (
    b"%(n)s 00 %(n)s 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003     eth0\n"
    b"%(n)s 00 %(n)s 00 fd000000000000000000000000000001 00000400 00000001 00000000 00000003     eth1\n"
    b"%(n)s 00 %(n)s 00 %(n)s ffffffff 00000001 00000000 00200200       lo\n"
    b"fd000000000000000000000000000000 40 %(n)s 00 %(n)s 00000100 00000001 00000000 00000001     eth1\n"
) % {b"n": NONE}


def test_fourth() -> None:
    assert routes_in(FOURTH) == (Route(4, "192.168.1.1", "wlan0", 600), Route(4, "", "tun0", 50))


def test_sixth() -> None:
    assert routes6_in(SIXTH) == (Route(6, "fe80::1%eth0", "eth0", 1024), Route(6, "fd00::1", "eth1", 1024))


@pytest.mark.parametrize(
    "text", [b"", b"\xff\n\xfe", FOURTH[:100], SIXTH[:60], b"a b c d e f g h i j\n" * 3, NONE + b" 00 x x x x x x x x\n"]
)
def test_broken_tables_have_no_routes(text: bytes) -> None:
    assert routes_in(text) == ()
    assert routes6_in(text) == ()


def test_both_tables_in_order(tmp_path: Path) -> None:
    (tmp_path / "route").write_bytes(FOURTH)
    (tmp_path / "ipv6_route").write_bytes(SIXTH)
    told = default_routes(run, tmp_path)
    assert not isinstance(told, NotKnown)
    assert [route.adapter for route in told] == ["tun0", "wlan0", "eth0", "eth1"]
    assert default_routes(run, tmp_path / "none") == ()


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (b"   route to: default\n    gateway: 192.168.0.1\n  interface: en0\n", (Route(4, "192.168.0.1", "en0"),)),
        (b"    gateway: link#12\n  interface: utun3\n", (Route(4, "", "utun3"),)),
        (b"route: writing to routing socket: not in table\n", ()),
        (b"\xff", ()),
    ],
)
def test_macos_from_documentation(text: bytes, routes: tuple[Route, ...]) -> None:
    assert routes_of_macos(text) == routes


def test_windows_from_documentation() -> None:
    line = (
        b'{"n":"routes","e":null,"v":[{"DestinationPrefix":"0.0.0.0/0","NextHop":"192.168.1.1","InterfaceAlias":"WLAN",'
        b'"InterfaceMetric":50,"RouteMetric":0},{"DestinationPrefix":"0.0.0.0/0","NextHop":"0.0.0.0","InterfaceAlias":"Firmen-VPN",'
        b'"InterfaceMetric":1,"RouteMetric":0},{"DestinationPrefix":"10.0.0.0/8","NextHop":"10.0.0.1"}]}'
    )
    rows = powershell.answers_in(line)["routes"]
    assert not isinstance(rows, NotKnown)
    assert routes_of_windows(rows) == (Route(4, "", "Firmen-VPN", 1), Route(4, "192.168.1.1", "WLAN", 50))
