"""The printing protocol (IPP 1.1, RFC 8010 and 8011), as much of it as asking a print service about printers and jobs
needs, and holding, releasing, moving or cancelling one's own.

Its answers are numbers and keywords in every language, which the text of `lpstat` is not.
"""

import struct
from collections.abc import Iterator, Sequence
from urllib.parse import quote

CUPS_GET_DEFAULT = 0x4001
CUPS_GET_PRINTERS = 0x4002
GET_JOBS = 0x000A
CANCEL_JOB = 0x0008
HOLD_JOB = 0x000C
RELEASE_JOB = 0x000D
CUPS_MOVE_JOB = 0x400D
NOT_FOUND = 0x0406

_OPERATION, _JOB, _END, _PRINTER = 0x01, 0x02, 0x03, 0x04
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_CHARSET, _LANGUAGE, _URI, _KEYWORD, _NAME = 0x47, 0x48, 0x45, 0x44, 0x42

Value = int | bool | str
Group = dict[str, tuple[Value, ...]]


class IppError(ValueError):
    """The bytes are no whole IPP answer."""


class RefusedError(IppError):
    """The service wants somebody who may more."""


def request(operation: int, attributes: tuple[str, ...] = (), uri: str = "", extra: tuple[tuple[str, str], ...] = ()) -> bytes:
    """A request for `attributes`, about `uri` where the operation needs one; `extra` are further keywords."""
    keywords = [(_KEYWORD, name, value.encode()) for name, value in extra]
    return _whole(operation, [*_begin(uri), *keywords, *_wanted(attributes)])


def request_for_jobs(attributes: tuple[str, ...], user: str, *, completed: bool = False, own: bool = False, most: int = 0) -> bytes:
    """Get-Jobs of all printers, asked as `user`: unfinished ones, or the `completed`; `most` of them, the newest completed first."""
    fields = [
        *_begin("ipp://localhost/"),
        (_NAME, "requesting-user-name", user.encode()),
        (_KEYWORD, "which-jobs", b"completed" if completed else b"not-completed"),
        (_BOOLEAN, "my-jobs", b"\1" if own else b"\0"),
    ]
    if most:
        fields.append((_INTEGER, "limit", struct.pack(">i", most)))
    return _whole(GET_JOBS, [*fields, *_wanted(attributes)])


def request_about_job(operation: int, job: int, user: str, destination: str = "") -> bytes:
    """Hold, release, cancel or move one job; `destination` is the queue to which it moves."""
    fields = [
        *_begin(""),
        (_URI, "job-uri", f"ipp://localhost/jobs/{job}".encode()),
        (_NAME, "requesting-user-name", user.encode()),
    ]
    moved = [(_URI, "job-printer-uri", f"ipp://localhost/printers/{quote(destination)}".encode())] if destination else []
    return _whole(operation, fields, moved)


_Field = tuple[int, str, bytes]


def _begin(uri: str) -> list[_Field]:
    fields = [(_CHARSET, "attributes-charset", b"utf-8"), (_LANGUAGE, "attributes-natural-language", b"en")]
    return [*fields, (_URI, "printer-uri", uri.encode())] if uri else fields


def _wanted(attributes: tuple[str, ...]) -> list[_Field]:
    return [(_KEYWORD, "requested-attributes" if number == 0 else "", name.encode()) for number, name in enumerate(attributes)]


def _whole(operation: int, fields: list[_Field], about_job: Sequence[_Field] = ()) -> bytes:
    body = b"".join(_field(tag, name.encode(), value) for tag, name, value in fields)
    if about_job:
        body += bytes((_JOB,)) + b"".join(_field(tag, name.encode(), value) for tag, name, value in about_job)
    return struct.pack(">BBHI", 1, 1, operation, 1) + bytes((_OPERATION,)) + body + bytes((_END,))


def _field(tag: int, name: bytes, value: bytes) -> bytes:
    return struct.pack(">BH", tag, len(name)) + name + struct.pack(">H", len(value)) + value


def answer(text: bytes) -> tuple[int, list[Group]]:
    """Status and groups (of printers or jobs, the operation's own left out) of an answer; raises IppError when it is cut or no IPP."""
    try:
        _, _, status, _ = struct.unpack_from(">BBHI", text)
        return status, list(_groups(text, 8))
    except (struct.error, IndexError) as error:
        raise IppError("cut short") from error


def _groups(text: bytes, at: int) -> Iterator[Group]:
    group: Group | None = None
    name = ""
    while True:
        tag = text[at]
        at += 1
        if tag <= 0x0F:
            if group is not None:
                yield group
            if tag == _END:
                return
            group = {} if tag in {_PRINTER, _JOB} else None
            continue
        (length,) = struct.unpack_from(">H", text, at)
        own_name = text[at + 2 : at + 2 + length]
        at += 2 + length
        (length,) = struct.unpack_from(">H", text, at)
        value = text[at + 2 : at + 2 + length]
        if len(value) < length:
            raise IppError("cut short")
        at += 2 + length
        name = own_name.decode("utf-8", "replace") or name
        if group is not None and name and (told := _value(tag, value)) is not None:
            group[name] = (*group.get(name, ()), told)


def _value(tag: int, value: bytes) -> Value | None:
    if tag in {_INTEGER, _ENUM} and len(value) == 4:
        return int.from_bytes(value, "big", signed=True)
    if tag == _BOOLEAN and len(value) == 1:
        return value != b"\0"
    if tag in {0x35, 0x36} and len(value) >= 4:  # text or name with its language in front
        (length,) = struct.unpack_from(">H", value)
        return value[4 + length :].decode("utf-8", "replace")
    return value.decode("utf-8", "replace") if 0x41 <= tag <= 0x4A else None
