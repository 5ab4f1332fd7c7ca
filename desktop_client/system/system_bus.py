"""Calls on the system's D-Bus, each with a limit. By jeepney, as `notification_service.py` says why. Linux only."""

import os
import sys
from dataclasses import dataclass
from typing import Any

from desktop_client.system.not_known import NotKnown, Why

PROPERTIES = "org.freedesktop.DBus.Properties"
_DENIED = ("AccessDenied", "NotAuthorized", "PermissionDenied", "InteractiveAuthorizationRequired")
_OFF = ("ServiceUnknown", "NameHasNoOwner", "NoReply", "Spawn.")


@dataclass(frozen=True)
class Place:
    """An object of a service, and the interface that is spoken to."""

    service: str
    path: str
    interface: str


def call(place: Place, member: str, signature: str = "", body: tuple[Any, ...] = (), *, limit_s: float = 1.0) -> tuple[Any, ...] | NotKnown:
    """The answer's values; not known where the bus or the service is off, or it refuses (denied). Variants come as (signature, value)."""
    if sys.platform != "linux":
        return NotKnown(Why.UNSUPPORTED)
    from jeepney import DBusAddress, MessageType, new_method_call  # type: ignore[import-untyped] # noqa: PLC0415 - only when asked
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped] # noqa: PLC0415 - the same

    message = new_method_call(DBusAddress(place.path, place.service, place.interface), member, signature or None, body)
    try:
        connection = open_dbus_connection(bus=os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "SYSTEM")
    except Exception:  # noqa: BLE001 - jeepney's own errors of a sign-in that is refused have no common name
        return NotKnown(Why.OFF)
    try:
        reply = connection.send_and_get_reply(message, timeout=limit_s)
    except (OSError, ValueError, TypeError) as error:
        return NotKnown(Why.TIMEOUT if isinstance(error, TimeoutError) else Why.UNREADABLE)
    finally:
        connection.close()
    if reply.header.message_type is MessageType.error:
        return NotKnown(meaning_of(_error_name(reply)))
    return tuple(reply.body)


def _error_name(reply: Any) -> str:
    from jeepney import HeaderFields  # noqa: PLC0415 - only after an error

    return str(reply.header.fields.get(HeaderFields.error_name, ""))


def meaning_of(error: str) -> Why:
    """What the name of a D-Bus error says."""
    if any(word in error for word in _DENIED):
        return Why.DENIED
    return Why.OFF if any(word in error for word in _OFF) else Why.ABSENT


def properties(place: Place, *, limit_s: float = 1.0) -> dict[str, Any] | NotKnown:
    """All properties of the object's interface, without their signatures."""
    told = call(Place(place.service, place.path, PROPERTIES), "GetAll", "s", (place.interface,), limit_s=limit_s)
    if isinstance(told, NotKnown):
        return told
    if not told or not isinstance(told[0], dict):
        return NotKnown(Why.UNREADABLE)
    return {name: value[1] for name, value in told[0].items() if isinstance(value, tuple) and len(value) == 2}
