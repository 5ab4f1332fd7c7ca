"""Name servers."""

from pathlib import Path

import pytest

from desktop_client.system.dns import name_servers, servers_in


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
