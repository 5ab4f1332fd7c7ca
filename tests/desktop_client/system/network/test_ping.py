"""Pings and knocks: lines of each system, and real ones on this machine."""

import shutil
import socket
import threading

import pytest

from desktop_client.system.commands import CommandResult, Outcome, run
from desktop_client.system.network.ping import Pinged, knock, knocks, ping, replies_in, replies_of_windows
from desktop_client.system.not_known import NotKnown, Why

LINUX = (
    b"PING 192.0.2.1 (192.0.2.1) 56(84) bytes of data.\n"
    b"64 bytes from 192.0.2.1: icmp_seq=1 ttl=64 time=0.489 ms\n"
    b"64 bytes from 192.0.2.1: icmp_seq=3 ttl=64 time=203 ms\n"
    b"64 bytes from 192.0.2.1: icmp_seq=3 ttl=64 time=204 ms (DUP!)\n"
    b"From 192.0.2.2 icmp_seq=4 Destination Host Unreachable\n\n"
    b"--- 192.0.2.1 ping statistics ---\n4 packets transmitted, 2 received, 50% packet loss, time 3004ms\n"
)


def test_linux_as_recorded() -> None:
    told = replies_in(LINUX, 4)
    assert (told, told.lost, told.median_ms) == (Pinged(4, (0.489, 203.0)), 2, 101.7)


def test_macos_and_busybox_from_documentation() -> None:
    assert replies_in(b"64 bytes from 192.0.2.1: icmp_seq=0 ttl=64 time=1.234 ms\n", 1) == Pinged(1, (1.234,))
    assert replies_in(b"64 bytes from 192.0.2.1: seq=0 ttl=64 time=1.234 ms\n", 1) == Pinged(1, (1.234,))


@pytest.mark.parametrize("text", [b"", b"\xff" * 1000, b"icmp_seq=x time=y ms", b"ping: connect: Network is unreachable\n"])
def test_nothing_came_back(text: bytes) -> None:
    told = replies_in(text, 40)
    assert (told.lost, told.median_ms) == (40, None)


@pytest.mark.parametrize(
    "text",
    [
        b"Antwort von 192.168.1.1: Bytes=32 Zeit=2ms TTL=64\r\nZeit\xfcberschreitung der Anforderung.\r\n",
        b"Reply from 192.168.1.1: bytes=32 time=2ms TTL=64\r\nRequest timed out.\r\n",
        b"Balasan dari 192.168.1.1: byte=32 waktu=2ms TTL=64\r\n",
    ],
)
def test_windows_in_any_language_from_documentation(text: bytes) -> None:
    assert replies_of_windows(text, 2) == Pinged(2, (2.0,))


def test_windows_destination_unreachable_is_no_answer() -> None:
    assert replies_of_windows(b"Reply from 192.168.1.5: Destination host unreachable.\r\n", 1) == Pinged(1, ())


@pytest.mark.skipif(shutil.which("ping") is None, reason="needs ping")
def test_a_real_ping() -> None:
    told = ping("127.0.0.1", run, count=3, every_s=0.1)
    assert isinstance(told, Pinged)
    assert (told.sent, told.lost) == (3, 0)


def test_without_a_ping_nothing_is_known() -> None:
    missing = CommandResult(b"", b"", None, Outcome.MISSING)
    assert ping("127.0.0.1", lambda _argv, _limit: missing) == NotKnown(Why.MISSING)
    refused = CommandResult(b"", b"ping: socket: Operation not permitted", 2, Outcome.OK)
    assert ping("127.0.0.1", lambda _argv, _limit: refused) == NotKnown(Why.DENIED)


def test_a_knock_is_answered_opened_or_refused() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert knock("127.0.0.1", port) is not None
    assert knock("127.0.0.1", port) is not None
    assert knock("nonsense", 80) is None


def test_many_knocks_and_a_stop() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        told = knocks("127.0.0.1", port, count=5, every_s=0.01, stopped=threading.Event())
        assert (told.sent, told.lost) == (5, 0)
        stopped = threading.Event()
        stopped.set()
        assert knocks("127.0.0.1", port, count=5, every_s=0.01, stopped=stopped).sent == 0


def test_two_rounds_together() -> None:
    assert Pinged(40, (1.0,)).and_then(Pinged(40, (3.0,))) == Pinged(80, (1.0, 3.0))
