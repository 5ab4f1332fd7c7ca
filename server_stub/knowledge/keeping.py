"""Keeps what was imported: new articles, changed ones with a new version, and nothing for those that are there already."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Row

from server_stub.blobs import Blobs
from server_stub.knowledge.keeping_pictures import put_pictures, set_pictures
from server_stub.knowledge.taken import Kept, TakenFile
from server_stub.store import articles
from server_stub.store.database import Store
from server_stub.store.writer import Work

TOGETHER = 200
"""So many articles are written at once: others who write wait for no more than that."""


def keep(store: Store, blobs: Blobs, files: Sequence[TakenFile]) -> Kept:
    """Keeps them, a part at a time; what is answered is durable. Raises `RefusalError`, after which the earlier parts are kept."""
    imported = unchanged = 0
    for first in range(0, len(files), TOGETHER):
        kept = keep_part(store, blobs, files[first : first + TOGETHER])
        imported, unchanged = imported + kept.imported, unchanged + kept.unchanged
    return Kept(imported=imported, unchanged=unchanged)


def keep_part(store: Store, blobs: Blobs, files: Sequence[TakenFile]) -> Kept:
    """Keeps a few articles in one transaction, after their pictures lie on the disk."""
    made = put_pictures(store, blobs, files)

    def run(work: Work) -> tuple[Kept, set[str]]:
        now = datetime.now(UTC)
        held = articles.find_by_ids(work.connection, [file.article.id for file in files])
        added = [file for file in files if file.article.id not in held]
        changed = [file for file in files if file.article.id in held and differs(work, held[file.article.id], file)]
        change = articles.take_changes(work.connection, len(added) + len(changed)) if added or changed else 0
        articles.add(work.connection, [new_row(file, change + place, now) for place, file in enumerate(added)])
        for number, file in enumerate(changed, change + len(added)):
            row = held[file.article.id]
            articles.change(work.connection, row, now, **changed_row(row, file, number))
        used = set_pictures(work, [*added, *changed], made)
        return Kept(imported=len(added) + len(changed), unchanged=len(files) - len(added) - len(changed)), used

    used: set[str] = set()
    try:
        kept, used = store.write(run)
    except KeyboardInterrupt:
        used.update(made.values())  # the writer may still come to it; what it doesn't, the sweep removes
        raise
    finally:
        for blob in set(made.values()) - used:
            blobs.delete(blob)
    return kept


def differs(work: Work, row: Row[Any], file: TakenFile) -> bool:
    """Whether the file says anything else than what is kept. The same words in another spelling of the file are no change."""
    if row.source == file.source:
        return False
    same = (row.state, row.audience) == (file.state, file.audience) and same_words(row, file)
    if same:
        articles.note_source(work.connection, row.key, file.source)
    return not same


def same_words(row: Row[Any], file: TakenFile) -> bool:
    """Whether text, pictures and other keys are the same."""
    return bool(content(file, row.version) == row.content and msgspec.json.decode(row.extra) == file.extra)


def content(file: TakenFile, version: int) -> str:
    """The article as it goes to clients."""
    return msgspec.json.encode(msgspec.structs.replace(file.article, version=version)).decode()


def new_row(file: TakenFile, change: int, now: datetime) -> dict[str, Any]:
    """A row for a new article."""
    return {"id": file.article.id, "changed": now, **columns(file, change, 1), "first_shown": change if shown(file) else None}


def changed_row(row: Row[Any], file: TakenFile, change: int) -> dict[str, Any]:
    """What is new in a row. The version counts the words, not the state."""
    first_shown = change if row.first_shown is None and shown(file) else row.first_shown
    version = row.version if same_words(row, file) else row.version + 1
    return {**columns(file, change, version), "first_shown": first_shown}


def columns(file: TakenFile, change: int, version: int) -> dict[str, Any]:
    """The columns that every change sets."""
    return {
        **{name: getattr(file.article, name) for name in ("article", "lang", "title", "kind")},
        "state": file.state,
        "audience": file.audience,
        "version": version,
        "change": change,
        "source": file.source,
        "extra": msgspec.json.encode(file.extra).decode(),
        "content": content(file, version),
    }


def shown(file: TakenFile) -> bool:
    """Whether employees' clients get it."""
    return file.state == articles.PUBLISHED and file.audience == articles.EVERYONE
