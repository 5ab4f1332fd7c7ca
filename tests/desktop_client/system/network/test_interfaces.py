"""Interfaces and the way out."""

from pathlib import Path

import pytest

from desktop_client.system.network.interfaces import gateway, gateway_in, kind_of, own_address, read_interfaces, signals_in

ROUTES = (
    b"Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
    b"wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n"
    b"eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
    b"eth0\t000200C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
)


@pytest.mark.parametrize(
    ("text", "router"),
    [
        (ROUTES, "192.0.2.1"),
        (ROUTES.splitlines(keepends=True)[0], ""),
        (ROUTES[:100], ""),
        (b"head\ntun0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n", ""),
        (b"head\nx\t00000000\tZZ\t1\t0\t0\tx\t00000000\n", ""),
        (b"head\nx\t00000000\tFFFFFFFFFF\t1\t0\t0\t1\t00000000\n", ""),
        (b"\xff", ""),
        (b"", ""),
    ],
)
def test_the_router(text: bytes, router: str) -> None:
    assert gateway_in(text) == router


WIRELESS = (
    b"Inter-| sta-|   Quality        |   Discarded packets\n"
    b" face | tus | link level noise |  nwid  crypt\n"
    b" wlan0: 0000   54.  -56.  -256        0      0\n"
    b" wlan1: 0000   54.  200.  0           0      0\n"
)


def test_wi_fi_signals() -> None:
    assert dict(signals_in(WIRELESS)) == {"wlan0": -56, "wlan1": -56}


@pytest.mark.parametrize("text", [b"", WIRELESS[:110], b"a\nb\nwlan0: x y z", b"a\nb\nwlan0: 0 0 0.", b"a\nb\n\xff\xff"])
def test_broken_signals_are_not_known(text: bytes) -> None:
    assert dict(signals_in(text)) == {}


@pytest.mark.parametrize(
    ("name", "wireless", "kind"),
    [
        ("eth0", False, "wired"),
        ("enp3s0", False, "wired"),
        ("wlp2s0", False, "Wi-Fi"),
        ("eth1", True, "Wi-Fi"),
        ("tun0", False, "VPN"),
        ("wg-office", False, "VPN"),
        ("wwan0", False, "mobile"),
        ("something", False, ""),
    ],
)
def test_kinds(name: str, wireless: bool, kind: str, tmp_path: Path) -> None:  # noqa: FBT001 - a table
    assert kind_of(name, wireless=wireless, net=tmp_path) == kind


def test_this_machine() -> None:
    found = read_interfaces()
    assert all(not one.name.startswith("lo") for one in found)
    assert all("127.0.0.1" not in one.addresses for one in found)
    assert own_address() == "" or any(own_address() in one.addresses for one in found) or not found


def test_no_table_no_router(tmp_path: Path) -> None:
    assert gateway(tmp_path / "none") == ""
