"""Articles as files, and what people tell about them."""

import struct
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from server_stub.app import Backend
from server_stub.knowledge.reading import Reading, read
from server_stub.knowledge.sources import opened
from server_stub.knowledge.taken import Kept
from tests.server_stub.served import WRITTEN, Answer, Person, Served

OPINION: dict[str, Any] = {"helped": False, "version": 1, "written": WRITTEN}
HELP_USE: dict[str, Any] = {"searches": 7, "found_nothing": 2, "articles": [{"article": "printer", "opened": 3, "solved": 1, "ignored": 2}]}

END = """---
id: second-{0}
article: second
title: The end
lang: {0}
first: end
steps:
  - {{id: end, step: end, title: The end, outcome: report}}
---
"""
"""A guide's file for a language, of one step."""


def png(colour: int = 0) -> bytes:
    """One pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    start = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", start) + chunk(b"IDAT", zlib.compress(bytes([0, colour]))) + chunk(b"IEND", b"")


def article(article_id: str = "printer", body: str = "Look at the tray.", **front: str) -> str:
    """A file's text."""
    keys = {"id": article_id, "title": f"About {article_id}", "lang": "en", **front}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n\n{body}\n"


def put(folder: Path, name: str, data: str | bytes) -> Path:
    """Writes a file, with its folders."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def take_in(backend: Backend, path: Path) -> tuple[Kept, Reading]:
    """Imports a folder or zip."""
    reading = read(opened(path), backend.library.guides())
    kept = [backend.library.keep(batch) for batch in reading.batches()]
    return Kept(imported=sum(one.imported for one in kept), unchanged=sum(one.unchanged for one in kept)), reading


def keep_article(served: Served) -> None:
    """The article "printer" with a picture."""
    folder = served.folder / "to-import"
    put(folder, "printer.md", article(body="![The tray](pictures/tray.png)"))
    put(folder, "pictures/tray.png", png())
    take_in(served.backend, folder)


def put_opinion(person: Person, article_id: str, opinion_id: str, **values: Any) -> Answer:
    return person.call("PUT", f"/api/v1/articles/{article_id}/opinions/{opinion_id}", OPINION | values)


def put_help_use(person: Person, day: str, **values: Any) -> Answer:
    return person.call("PUT", f"/api/v1/help-use/{day}", HELP_USE | values)


def today() -> str:
    return datetime.now(UTC).date().isoformat()
