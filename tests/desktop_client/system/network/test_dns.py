"""Name servers."""

from pathlib import Path

import pytest

from desktop_client.system.commands import Commands
from desktop_client.system.network.dns import (
    NameServers,
    Through,
    name_servers,
    read_name_servers,
    servers_in,
    servers_of_macos,
    servers_of_windows,
)


@pytest.mark.parametrize(
    ("text", "servers"),
    [
        (b"# x\nnameserver 192.0.2.53\nnameserver fe80::1%eth0\nsearch corp\n", ("192.0.2.53", "fe80::1%eth0")),
        (b"nameserver 192.0.2.53\nnameserver 192.0.2.53", ("192.0.2.53",)),
        (b"nameserver\nnameserver x\nnameserver 999.1.1.1\n#nameserver 1.1.1.1", ()),
        (b"nameserver fec0:0:0:ffff::1\n", ()),
        (b"\xff\xfe\x00", ()),
        (b"", ()),
        (b"".join(b"nameserver 192.0.2.%d\n" % n for n in range(200)), tuple(f"192.0.2.{n}" for n in range(8))),
    ],
)
def test_servers(text: bytes, servers: tuple[str, ...]) -> None:
    assert servers_in(text) == servers


def test_behind_systemds_stub_stand_the_real_ones(tmp_path: Path) -> None:
    stub, real = tmp_path / "stub", tmp_path / "real"
    stub.write_text("nameserver 127.0.0.53\noptions edns0\n")
    assert name_servers(stub, real) == ("127.0.0.53",)
    real.write_text("nameserver 192.0.2.1\n")
    assert name_servers(stub, real) == ("192.0.2.1",)


def test_a_dangling_file_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "resolv.conf").symlink_to(tmp_path / "none")
    assert name_servers(tmp_path / "resolv.conf") == ()


def test_true_servers_of_a_plain_file_and_behind_a_stub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    file, behind = tmp_path / "resolv.conf", tmp_path / "behind"
    run = Commands(str(tmp_path)).run
    file.write_text("nameserver 192.0.2.1\nnameserver fe80::1%eth0\n", "utf-8")
    assert read_name_servers(run, file, behind) == NameServers(("192.0.2.1", "fe80::1%eth0"), Through.PROGRAMS)
    file.write_text("nameserver 127.0.0.53\n", "utf-8")
    assert read_name_servers(run, file, behind) == NameServers(("127.0.0.53",), Through.SERVICE, "127.0.0.53")
    behind.write_text("nameserver 192.0.2.7\n", "utf-8")
    assert read_name_servers(run, file, behind) == NameServers(("192.0.2.7",), Through.SERVICE, "127.0.0.53")
    assert read_name_servers(run, tmp_path / "none", behind) == NameServers((), Through.PROGRAMS)


def test_macos_from_documentation() -> None:
    text = (
        b"DNS configuration\n\nresolver #1\n  nameserver[0] : 192.168.50.1\n  nameserver[1] : 2001:db8::1\n  if_index : 6 (en0)\n"
        b"\nresolver #2\n  domain   : corp\n  nameserver[0] : 10.0.0.1\n\n"
        b"DNS configuration (for scoped queries)\n\nresolver #1\n  nameserver[0] : 172.16.0.1\n"
    )
    assert servers_of_macos(text) == ("192.168.50.1", "2001:db8::1")
    assert servers_of_macos(b"\xff") == ()


def test_windows_from_documentation() -> None:
    rows = (
        {"InterfaceIndex": 6, "AddressFamily": 2, "ServerAddresses": ["192.168.50.1", "192.168.50.2"]},
        {"InterfaceIndex": 6, "AddressFamily": 23, "ServerAddresses": ["fec0:0:0:ffff::1"]},
        {"InterfaceIndex": 9, "AddressFamily": 2, "ServerAddresses": "192.168.50.3"},
        {"InterfaceIndex": 9, "ServerAddresses": None},
    )
    assert servers_of_windows(rows) == ("192.168.50.1", "192.168.50.2", "192.168.50.3")
