"""Adapters: what counts as one that a person has plugged something into, and its switch, link and addresses."""

from pathlib import Path

import pytest

from desktop_client.system.network.adapters import Adapter, adapter_kind, read_adapters, sorted_addresses, vpn_is_up, wifi_switched_off


def adapter(kind: str = "wired", *networks: str, link: bool | None = True, on: bool = True) -> Adapter:
    return Adapter("eth0", kind, on, link, networks)


@pytest.mark.parametrize(
    ("files", "name", "kind"),
    [
        ({}, "eth0", "wired"),
        ({"uevent": "DEVTYPE=wlan\n"}, "strange0", "Wi-Fi"),
        ({"uevent": "DEVTYPE=bridge\n"}, "br0", "joined"),
        ({"uevent": "INTERFACE=x\nDEVTYPE=wireguard\n"}, "office", "VPN"),
        ({"uevent": "DEVTYPE=wwan\n"}, "wwp0", "mobile"),
        ({"tun_flags": "0x1001", "type": "65534"}, "work", "VPN"),
        ({"tun_flags": "0x1002", "type": "1"}, "eth0", "wired"),
        ({}, "ppp0", "mobile"),
        ({"uevent": "\xff\x00"}, "eth1", "wired"),
    ],
)
def test_what_an_adapter_is(tmp_path: Path, files: dict[str, str], name: str, kind: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    for file, text in files.items():
        (folder / file).write_bytes(text.encode("latin-1"))
    assert adapter_kind(name, folder) == kind


@pytest.mark.parametrize(
    ("addresses", "networks", "others"),
    [
        ([("10.0.0.5", "255.255.255.0")], ("10.0.0.5/24",), ()),
        ([("169.254.3.4", "255.255.0.0")], (), ("169.254.3.4",)),
        ([("fe80::1%eth0", "ffff:ffff:ffff:ffff::")], (), ()),
        ([("2001:db8::5", "ffff:ffff:ffff:ffff::"), ("127.0.0.1", None)], ("2001:db8::5/64",), ()),
        ([("2001:db8::5", None)], ("2001:db8::5/128",), ()),
        ([("nonsense", None), ("10.0.0.5", "x")], (), ()),
    ],
)
def test_addresses(addresses: list[tuple[str, str | None]], networks: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert sorted_addresses(addresses) == (networks, others)


def test_what_is_on_the_own_wire_needs_no_gateway() -> None:
    one = adapter("wired", "10.0.0.5/24", "2001:db8::5/64")
    assert one.holds("10.0.0.9")
    assert one.holds("fe80::1%eth0")
    assert not one.holds("10.0.1.9")
    assert not one.holds("help.company.test")
    assert one.families == {4, 6}


def test_wi_fi_is_off_only_when_all_of_it_is(tmp_path: Path) -> None:
    assert not wifi_switched_off(tmp_path / "none")
    for number, soft in enumerate("10"):
        folder = tmp_path / f"rfkill{number}"
        folder.mkdir()
        for file, text in (("type", "wlan"), ("soft", soft), ("hard", "0")):
            (folder / file).write_text(text, "utf-8")
    assert not wifi_switched_off(tmp_path)
    (tmp_path / "rfkill1" / "hard").write_text("1", "utf-8")
    assert wifi_switched_off(tmp_path)


def test_a_vpn_is_up_with_an_address_only() -> None:
    assert vpn_is_up([adapter("wired", "10.0.0.5/24"), adapter("VPN", "10.8.0.2/24")])
    assert not vpn_is_up([adapter("VPN"), adapter("wired", "10.0.0.5/24")])


def test_this_machine() -> None:
    found = read_adapters()
    assert all(not one.name.startswith(("lo", "veth", "docker")) for one in found)
