"""The first way that succeeds, and names found although a server is dead."""

import threading
import time

import pytest

from desktop_client.system.first_of import first_of
from desktop_client.system.network import patient_names
from desktop_client.system.network.dns_query import DnsAnswer
from desktop_client.system.network.names import Looked
from desktop_client.system.network.patient_names import patient_look_up
from desktop_client.system.not_known import NotKnown, Why

NEVER = threading.Event()


def test_the_first_that_is_true_wins() -> None:
    held = threading.Event()
    ways = {"slow": lambda: held.wait(20), "empty": lambda: False, "good": lambda: True}
    assert first_of(10, ways, threading.Event()) == ("good", True)
    held.set()


def test_none_in_time_and_errors_are_none() -> None:
    def breaks() -> bool:
        raise OSError

    assert first_of(10, {"a": lambda: 0, "b": breaks}, threading.Event()) is None
    held = threading.Event()
    assert first_of(0.1, {"slow": lambda: held.wait(20)}, threading.Event()) is None
    held.set()


def test_a_stop_ends_the_wait() -> None:
    stopped, held = threading.Event(), threading.Event()
    stopped.set()
    began = time.monotonic()
    assert first_of(30, {"slow": lambda: held.wait(20)}, stopped) is None
    held.set()
    assert time.monotonic() - began < 15


@pytest.fixture
def hanging_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient_names, "look_up", lambda _host, _port, limit_s: (NEVER.wait(min(limit_s, 0.5)), NotKnown(Why.TIMEOUT))[1])


def test_another_server_answers_while_the_system_waits(hanging_system: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(server: str, _name: str, kind: str, limit_s: float, **_more: object) -> DnsAnswer | NotKnown:
        if server == "dead":
            NEVER.wait(min(limit_s, 0.2))
            return NotKnown(Why.TIMEOUT)
        return DnsAnswer("NOERROR", ("2001:db8::7",) if kind == "AAAA" else (), 1.0)

    monkeypatch.setattr(patient_names, "ask_server", ask)
    told = patient_look_up("help.company.test", 443, 5, ("dead", "alive"), threading.Event())
    assert isinstance(told, Looked)
    assert [target for _, target in told.addresses] == [("2001:db8::7", 443)]


def test_no_such_name_and_no_answer(hanging_system: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient_names, "ask_server", lambda *_told, **_more: DnsAnswer("NXDOMAIN", (), 1.0))
    assert patient_look_up("help.company.test", 443, 1, ("one",), threading.Event()) == NotKnown(Why.TIMEOUT)
    monkeypatch.setattr(patient_names, "look_up", lambda *_told: NotKnown(Why.ABSENT))
    assert patient_look_up("help.company.test", 443, 1, ("one",), threading.Event()) == NotKnown(Why.ABSENT)


def test_an_address_is_no_name() -> None:
    told = patient_look_up("127.0.0.1", 443, 5, ("192.0.2.1",), threading.Event())
    assert isinstance(told, Looked)
    assert told.addresses[0][1] == ("127.0.0.1", 443)
