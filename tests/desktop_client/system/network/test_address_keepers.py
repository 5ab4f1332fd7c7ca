"""Who asks for an address where NetworkManager doesn't."""

import socket
from pathlib import Path

import pytest

from desktop_client.system.network.address_keepers import Keeper, is_automatic_in, keeper_of


@pytest.mark.parametrize(
    ("text", "automatic"),
    [
        ("auto eth0\niface eth0 inet dhcp\n", True),
        ("iface eth0 inet static\n  address 192.0.2.5\n", False),
        ("iface eth0 inet6 auto\n", True),
        ("iface eth1 inet dhcp\n", False),
        ("iface eth0\n\xff", False),
        ("", False),
    ],
)
def test_interfaces(text: str, automatic: bool) -> None:  # noqa: FBT001 - a table
    assert is_automatic_in(text, "eth0") is automatic


def test_ifupdown_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "etc/network/interfaces.d").mkdir(parents=True)
    (tmp_path / "etc/network/interfaces").write_text("source /etc/network/interfaces.d/*\n", "utf-8")
    assert keeper_of("nothing0", tmp_path) is None
    (tmp_path / "etc/network/interfaces.d/nothing0").write_text("iface nothing0 inet dhcp\n", "utf-8")
    assert keeper_of("nothing0", tmp_path) is Keeper.IFUPDOWN


@pytest.mark.parametrize(("network", "keeper"), [("[Network]\nDHCP = yes\n", Keeper.NETWORKD), ("[Network]\nAddress=192.0.2.5/24\n", None)])
def test_networkd(tmp_path: Path, network: str, keeper: Keeper | None) -> None:
    links = tmp_path / "run/systemd/netif/links"
    links.mkdir(parents=True)
    number = socket.if_nametoindex("lo")
    (links / str(number)).write_text("ADMIN_STATE=configured\nNETWORK_FILE=/etc/systemd/network/1.network\n", "utf-8")
    folder = tmp_path / "etc/systemd/network"
    folder.mkdir(parents=True)
    (folder / "1.network").write_text(network, "utf-8")
    assert keeper_of("lo", tmp_path) is keeper
