"""One question to one name server: a real one on loopback that answers, lies, is silent, or sends rubbish."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from desktop_client.system.network.dns_query import DnsAnswer, ask_server
from desktop_client.system.not_known import NotKnown, Why

Says = Callable[[dns.message.Message], list[bytes]]


@contextmanager
def name_server(says: Says) -> Iterator[int]:  # noqa: C901 - two small servers in one
    """Answers by UDP and TCP on one port; every packet that `says` gives is sent."""
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        port = tcp.getsockname()[1]
        udp.bind(("127.0.0.1", port))

        def by_udp() -> None:
            while True:
                try:
                    packet, sender = udp.recvfrom(65535)
                except OSError:
                    return
                if not packet:
                    return
                for answer in says(dns.message.from_wire(packet)):
                    udp.sendto(answer, sender)

        def by_tcp() -> None:
            try:
                connection, _ = tcp.accept()
            except OSError:
                return
            with connection:
                length = int.from_bytes(connection.recv(2), "big")
                for answer in says(dns.message.from_wire(connection.recv(length))):
                    connection.sendall(len(answer).to_bytes(2, "big") + answer)

        threads = [threading.Thread(target=work, daemon=True) for work in (by_udp, by_tcp)]
        for thread in threads:
            thread.start()
        yield port
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as ending:
            ending.sendto(b"", ("127.0.0.1", port))
        tcp.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(5)


def answer(query: dns.message.Message, *addresses: str, code: str = "NOERROR") -> bytes:
    made = dns.message.make_response(query)
    made.set_rcode(dns.rcode.from_text(code))
    if addresses:
        kind = "AAAA" if ":" in addresses[0] else "A"
        made.answer.append(dns.rrset.from_text(query.question[0].name, 60, "IN", kind, *addresses))
    return made.to_wire()


@pytest.mark.parametrize("tcp", [False, True])
def test_an_address(tcp: bool) -> None:  # noqa: FBT001 - a table
    with name_server(lambda query: [answer(query, "192.0.2.7", "192.0.2.8")]) as port:
        told = ask_server("127.0.0.1", "help.company.test", "A", 5, tcp=tcp, port=port)
    assert isinstance(told, DnsAnswer)
    assert (told.code, tuple(sorted(told.addresses)), told.does_its_work) == ("NOERROR", ("192.0.2.7", "192.0.2.8"), True)


def test_an_address_of_ipv6() -> None:
    with name_server(lambda query: [answer(query, "2001:db8::7")]) as port:
        told = ask_server("127.0.0.1", "help.company.test", "AAAA", 5, port=port)
    assert isinstance(told, DnsAnswer)
    assert told.addresses == ("2001:db8::7",)


@pytest.mark.parametrize(("code", "works"), [("NXDOMAIN", True), ("NOERROR", True), ("SERVFAIL", False), ("REFUSED", False)])
def test_that_there_is_no_such_name_is_an_answer(code: str, works: bool) -> None:  # noqa: FBT001 - a table
    with name_server(lambda query: [answer(query, code=code)]) as port:
        told = ask_server("127.0.0.1", "help.company.test", "A", 5, port=port)
    assert isinstance(told, DnsAnswer)
    assert (told.code, told.does_its_work) == (code, works)


def test_rubbish_and_answers_to_others_are_passed_over() -> None:
    def says(query: dns.message.Message) -> list[bytes]:
        other = dns.message.make_query("bank.test", "A", id=(query.id + 1) % 65536)
        return [b"\xff" * 3, b"", answer(other, "203.0.113.66"), answer(query, "192.0.2.7")]

    with name_server(says) as port:
        told = ask_server("127.0.0.1", "help.company.test", "A", 5, port=port)
    assert isinstance(told, DnsAnswer)
    assert told.addresses == ("192.0.2.7",)


def test_silence_a_closed_port_and_rubbish_by_tcp() -> None:
    with name_server(lambda _query: []) as port:
        assert ask_server("127.0.0.1", "a.test", "A", 0.3, port=port) == NotKnown(Why.TIMEOUT)
    assert ask_server("127.0.0.1", "a.test", "A", 0.3, port=port) == NotKnown(Why.DENIED)
    with name_server(lambda _query: [b"\xff" * 9]) as port:
        assert ask_server("127.0.0.1", "a.test", "A", 5, tcp=True, port=port) == NotKnown(Why.UNREADABLE)


def test_a_stop_ends_the_wait() -> None:
    stopped = threading.Event()
    stopped.set()
    with name_server(lambda _query: []) as port:
        assert ask_server("127.0.0.1", "a.test", "A", 60, stopped=stopped, port=port) == NotKnown(Why.TIMEOUT)


@pytest.mark.parametrize("name", ["a" * 64 + ".test", "a..b", "x" * 300, "\udcff.test"])
def test_what_can_be_no_name(name: str) -> None:
    assert ask_server("127.0.0.1", name, "A", 0.2) == NotKnown(Why.UNSUPPORTED)


def test_what_is_no_server() -> None:
    assert ask_server("nonsense", "a.test", "A", 0.2) == NotKnown(Why.UNREACHED)
