"""What was promised, written down by the driver and not by the system under test; and what the backend has, held against it."""

import hashlib
import json
import os
import sqlite3
import threading
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from contract.uploads import Attachment
from server_stub.app import open_backend
from server_stub.settings.file import load


@dataclass
class History:
    """A file of lines, each flushed before the next thing happens. `kept` were promised for certain, `begun` perhaps."""

    file: Path
    begun: dict[str, dict[str, Any]] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, line: str) -> None:
        """One line of a client driver."""
        word, _, told = line.rstrip("\n").partition(" ")
        with self._lock:
            with self.file.open("a") as writing:
                writing.write(line)
                writing.flush()
                os.fsync(writing.fileno())
            value = json.loads(told)
            if word == "BEGIN":
                self.begun[value["id"]] = value
            elif word == "KEPT":
                self.kept.add(value)
            else:
                assert word in {"DONE", "DRAINED"}, f"the client says: {line}"


@dataclass(frozen=True)
class Stored:
    """A report or reply as the backend has it."""

    id: str
    text: str
    files: tuple[tuple[str, Path], ...]


def hold_against(history: History, data: Path) -> None:
    """Asserts that the stopped backend has everything that was kept exactly once, nothing else, and every byte of it."""
    backend = open_backend(data, load(data))
    try:
        lines = backend.desk.list_tickets()
        shown = [backend.desk.show(line.number) for line in lines]

        def files(many: tuple[Attachment, ...]) -> tuple[tuple[str, Path], ...]:
            return tuple((one.sha256, backend.desk.attachment_path(one.id)) for one in many)

        stored = [Stored(one.id, one.subject, files(one.attachments)) for one in shown]
        replies = [(one.id, message) for one in shown for message in one.messages]
        followed = {one.id: [message for message in one.messages if message.id not in history.begun] for one in shown}
        stored += [Stored(message.id, message.text, files(message.attachments)) for _, message in replies if message.id in history.begun]
        big = {ticket: [one for message in many for one in files(message.attachments)] for ticket, many in followed.items()}
        empty = [message.id for many in followed.values() for message in many if message.text or not message.attachments]
    finally:
        backend.close()
    assert [line.number for line in lines] == [f"INC-{place:06d}" for place in range(1, len(lines) + 1)], "one sequence, none skipped"
    count = Counter(one.id for one in stored)
    assert history.kept - set(count) == set(), "lost"
    assert [each for each, times in count.items() if times > 1] == [], "twice"
    assert set(count) - set(history.begun) == set(), "never written by a client"
    assert empty == [], "messages that nobody wrote"
    for one in stored:
        meant = history.begun[one.id]
        assert one.text == meant["text"]
        found = [*one.files, *big.get(one.id, ())]
        assert sorted(digest for digest, _ in found) == sorted(meant["sha256"]), meant
        assert all(hashlib.sha256(path.read_bytes()).hexdigest() == digest for digest, path in found)
    with sqlite3.connect(data / "store.db") as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    database.close()
