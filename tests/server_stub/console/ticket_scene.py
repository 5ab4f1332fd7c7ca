"""What tests of a ticket's page begin with: pictures, uploads, and the page when its script has begun."""

import re
import struct
import time
import zlib
from collections.abc import Callable

from playwright.sync_api import Page, expect

from contract.ids import new_id
from tests.server_stub.served import Person, reference


def drawn(width: int, height: int) -> bytes:
    """A PNG of two colours that a browser can show."""
    rows = b"".join(b"\0" + b"".join(bytes((x * 255 // width, 90, 160)) for x in range(width)) for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def uploaded(person: Person, data: bytes, name: str, said: str = "image/png") -> dict[str, object]:
    upload = new_id()
    assert person.create(upload, data).status == 201
    assert person.patch(upload, 0, data).status == 204
    return {**reference(upload, data, name), "type": said}


def opened(page: Page, number: str) -> Page:
    page.goto(f"/console/tickets/{number}")
    expect(page.locator("html.js")).to_be_attached()
    expect(page.locator("#live")).to_have_text(re.compile("Live|Langsung"))
    return page


def eventually(fact: Callable[[], bool]) -> None:
    until = time.monotonic() + 10
    while not fact():
        assert time.monotonic() < until
        time.sleep(0.05)


def draft_kept(page: Page, kind: str) -> None:
    expect(page.locator(f"#answer-{kind} .kept")).to_have_text(re.compile(r"Draft kept \d"))
