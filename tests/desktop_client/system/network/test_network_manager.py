"""NetworkManager's answers, from a service of this test's own on a real bus with values as version 1.42 gave them.

The real one is asked in `tests/faults/test_network_fixes.py`, where it is installed.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jeepney import HeaderFields, Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from desktop_client.system.network import network_manager
from desktop_client.system.network.dns import servers_of_resolved
from desktop_client.system.network.network_manager import (
    Device,
    has_automatic_address,
    read_device,
    read_manager,
    reconnect,
    use_servers,
    with_servers,
)
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.system_bus import Place, call, meaning_of, properties

NAME = "org.freedesktop.NetworkManager"
DEVICE = "/org/freedesktop/NetworkManager/Devices/2"
ACTIVE = "/org/freedesktop/NetworkManager/ActiveConnection/1"
SETTINGS: dict[str, dict[str, tuple[str, Any]]] = {
    "connection": {"id": ("s", "Office"), "type": ("s", "802-3-ethernet")},
    "ipv4": {"method": ("s", "auto"), "dns-data": ("as", ["192.0.2.1"]), "address-data": ("aa{sv}", [])},
    "ipv6": {"method": ("s", "disabled"), "addresses": ("a(ayuay)", [])},
}
PROPERTIES: dict[str, dict[str, tuple[str, Any]]] = {
    NAME: {"NetworkingEnabled": ("b", True), "WirelessEnabled": ("b", False), "WirelessHardwareEnabled": ("b", True), "Metered": ("u", 3)},
    f"{NAME}.Device": {"State": ("u", 70), "ActiveConnection": ("o", ACTIVE), "Interface": ("s", "eth0")},
    f"{NAME}.Connection.Active": {"Id": ("s", "Kantor: lantai 3"), "Connection": ("o", "/settings/1"), "State": ("u", 2)},
}


class Service:
    """Answers as NetworkManager; `asked` is what was asked to be changed."""

    def __init__(self, address: str) -> None:
        self.refuses = ""
        self.asked: list[tuple[str, Any]] = []
        self._connection = open_dbus_connection(bus=address)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stop.set()
        self._thread.join()
        self._connection.close()

    def _serve(self) -> None:
        while not self._stop.is_set():
            with contextlib.suppress(TimeoutError):
                message = self._connection.receive(timeout=0.1)
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self._answer(message))

    def _answer(self, message: Message) -> Message:
        member = message.header.fields[HeaderFields.member]
        if self.refuses and member in {"Reapply", "ActivateConnection"}:
            return new_error(message, self.refuses, "s", ("no",))
        answers: dict[str, Callable[[], Message]] = {
            "GetAll": lambda: new_method_return(message, "a{sv}", (PROPERTIES[message.body[0]],)),
            "GetDeviceByIpIface": lambda: self._device(message),
            "GetAppliedConnection": lambda: new_method_return(message, "a{sa{sv}}t", (SETTINGS, 7)),
            "Reapply": lambda: self._done(message),
            "ActivateConnection": lambda: self._done(message, "o", (ACTIVE,)),
        }
        return answers[member]()

    def _device(self, message: Message) -> Message:
        if message.body[0] != "eth0":
            return new_error(message, f"{NAME}.UnknownDevice", "s", ("no such device",))
        return new_method_return(message, "o", (DEVICE,))

    def _done(self, message: Message, signature: str | None = None, body: tuple[Any, ...] = ()) -> Message:
        self.asked.append((message.header.fields[HeaderFields.member], message.body))
        return new_method_return(message, signature, body)


@pytest.fixture
def service(bus_address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus_address)
    made = Service(bus_address)
    yield made
    made.close()


def test_switches_and_who_pays(service: Service) -> None:
    told = read_manager()
    assert not isinstance(told, NotKnown)
    assert (told.networking_on, told.wifi_on, told.metered) == (True, False, True)


def test_an_adapter_on_its_way(service: Service) -> None:
    told = read_device("eth0")
    assert isinstance(told, Device)
    assert (told.network, told.on_its_way) == ("Kantor: lantai 3", True)
    assert read_device("eth9") == NotKnown(Why.ABSENT)


def test_reconnecting(service: Service) -> None:
    device = read_device("eth0")
    assert isinstance(device, Device)
    assert reconnect(device, 5) is None
    assert service.asked == [("ActivateConnection", ("/settings/1", DEVICE, "/"))]
    service.refuses = f"{NAME}.PermissionDenied"
    assert reconnect(device, 5) is Why.DENIED


def test_reconnecting_that_ends_in_nothing(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    device = read_device("eth0")
    assert isinstance(device, Device)
    monkeypatch.setitem(PROPERTIES, f"{NAME}.Connection.Active", {"State": ("u", 4)})
    assert reconnect(device, 5) is Why.UNREACHED
    monkeypatch.setitem(PROPERTIES, f"{NAME}.Connection.Active", {"State": ("u", 1)})
    assert reconnect(device, 0.3) is Why.TIMEOUT
    began = time.monotonic()
    assert reconnect(device, 30, lambda _seconds: True) is Why.TIMEOUT
    assert time.monotonic() - began < 5


def test_other_servers(service: Service) -> None:
    device = read_device("eth0")
    assert isinstance(device, Device)
    assert use_servers(device, ("198.51.100.54",)) is None
    member, (settings, version, flags) = service.asked[0]
    assert (member, version, flags) == ("Reapply", 7, 0)
    assert settings["ipv4"]["ignore-auto-dns"] == ("b", True)
    assert "dns-data" not in settings["ipv4"]
    assert settings["connection"]["id"] == ("s", "Office")
    service.refuses = "org.freedesktop.DBus.Error.AccessDenied"
    assert use_servers(device, ("198.51.100.54",)) is Why.DENIED


def test_addresses_as_networkmanager_writes_them() -> None:
    both = SETTINGS | {"ipv6": {"method": ("s", "auto")}}
    changed = with_servers(both, ("198.51.100.54", "2001:db8::35"))
    assert changed["ipv4"]["dns"][1][0].to_bytes(4, "little") == bytes((198, 51, 100, 54))
    assert changed["ipv6"]["dns"] == ("aay", [bytes.fromhex("20010db8000000000000000000000035")])
    assert "dns" not in with_servers(SETTINGS, ("2001:db8::35",))["ipv6"]
    assert SETTINGS["ipv4"].keys() == {"method", "dns-data", "address-data"}


def test_who_gives_the_address() -> None:
    assert has_automatic_address(SETTINGS)
    assert not has_automatic_address({"ipv4": {"method": ("s", "manual")}})


def test_without_a_bus_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert read_manager() == NotKnown(Why.OFF)
    assert read_device("eth0") == NotKnown(Why.OFF)
    assert network_manager.use_own_servers("eth0") is Why.OFF


def test_a_service_that_is_off_or_silent(bus_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus_address)
    assert properties(Place("org.example.Nobody", "/x", "org.example.X")) == NotKnown(Why.OFF)
    with open_dbus_connection(bus=bus_address) as silent:
        silent.send_and_get_reply(message_bus.RequestName("org.example.Silent"))
        assert call(Place("org.example.Silent", "/x", "org.example.X"), "Get", limit_s=0.2) == NotKnown(Why.TIMEOUT)


@pytest.mark.parametrize(
    ("error", "why"),
    [
        ("org.freedesktop.DBus.Error.AccessDenied", Why.DENIED),
        ("org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", Why.DENIED),
        ("org.freedesktop.DBus.Error.ServiceUnknown", Why.OFF),
        ("org.freedesktop.DBus.Error.UnknownMethod", Why.ABSENT),
        ("", Why.ABSENT),
    ],
)
def test_what_errors_mean(error: str, why: Why) -> None:
    assert meaning_of(error) is why


@pytest.mark.parametrize(
    ("rows", "servers"),
    [
        ([(0, 2, [10, 255, 255, 53]), (3, 2, [192, 0, 2, 53])], ("192.0.2.53", "10.255.255.53")),
        ([(2, 10, [0x20, 1, 0xD, 0xB8, *[0] * 11, 0x35])], ("2001:db8::35",)),
        ([(1, 2, [1]), "x", (1, 2)], ()),
        (None, ()),
    ],
)
def test_what_resolved_asks_as_recorded(rows: object, servers: tuple[str, ...]) -> None:
    assert servers_of_resolved(rows) == servers
