"""Reaching a printer: addresses of all kinds, plugs, and one that takes a single connection."""

import socket
from pathlib import Path

import pytest

from desktop_client.system.printing.printer_connection import Target, Way, connect, connected, plugged, remotes_in, target_of


@pytest.mark.parametrize(
    ("uri", "target"),
    [
        ("socket://10.0.0.9", Target("10.0.0.9", 9100)),
        ("ipp://printer.example/ipp/print", Target("printer.example", 631)),
        ("ipps://[2001:db8::9]:8631/ipp", Target("2001:db8::9", 8631)),
        ("lpd://10.0.0.9/queue", Target("10.0.0.9", 515)),
        ("smb://user@server/share", Target("server", 445)),
        ("dnssd://Kantor._ipp._tcp.local/", None),
        ("ipp://Kantor._ipp._tcp.local/", None),
        ("implicitclass://Kantor/", None),
        ("usb://HP/LaserJet", None),
        ("socket://10.0.0.9:99999999", None),
        ("socket://[::1", None),
        ("", None),
    ],
)
def test_where_a_queue_points(uri: str, target: Target | None) -> None:
    assert target_of(uri) == target


def test_listening_refusing_and_unknown() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        uri = f"socket://127.0.0.1:{listening.getsockname()[1]}"
        assert connect(uri, 2) is Way.ANSWERS
    assert connect(uri, 2) is Way.REFUSED
    assert connect("dnssd://x/", 2) is Way.UNKNOWN
    assert connect("socket://no-such-printer.invalid", 2) is Way.NO_NAME


def test_one_that_refuses_a_second_connection_is_there() -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(1)
        port = listening.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port)):
            taken, _ = listening.accept()
            listening.close()
            with taken:
                assert connected(Target("127.0.0.1", port))
                assert connect(f"socket://127.0.0.1:{port}", 2) is Way.ANSWERS
    assert connected(Target("127.0.0.1", 1)) is False


def test_the_kernels_table_of_connections() -> None:
    lines = [
        "   0: 0100007F:1F90 0100007F:238C 01 00000000:00000000 00:00000000 00000000     0        0 1 1 0 20 4 30 10 -1",
        "   1: 0100007F:1F90 0200007F:238C 02 00000000:00000000",
        "   2: 00000000000000000000000001000000:1F90 00000000000000000000000001000000:0277 01",
        "   3: 0000000000000000FFFF00000100007F:1F90 0000000000000000FFFF00000900000A:238C 01",
        "broken",
        "   4: a b:zz 01",
    ]
    assert remotes_in(lines) == [("127.0.0.1", 9100), ("::1", 631), ("10.0.0.9", 9100)]


def test_plugs(tmp_path: Path) -> None:
    assert plugged("usb://HP/LaserJet", tmp_path / "none") is Way.UNKNOWN
    assert plugged("usb://HP/LaserJet", tmp_path) is Way.UNPLUGGED
    (tmp_path / "1-2:1.0").mkdir()
    (tmp_path / "1-2:1.0/bInterfaceClass").write_text("07\n")
    (tmp_path / "1-2").mkdir()
    (tmp_path / "1-2/serial").write_text("ABC 1\n")
    assert plugged("usb://HP/LaserJet", tmp_path) is Way.ANSWERS
    assert plugged("usb://HP/LaserJet?serial=ABC%201&interface=1", tmp_path) is Way.ANSWERS
    assert plugged("usb://HP/LaserJet?serial=OTHER", tmp_path) is Way.UNPLUGGED
