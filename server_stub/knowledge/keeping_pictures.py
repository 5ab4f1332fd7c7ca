"""Pictures of imported articles: their bytes become files before the transaction, their rows are part of it."""

from collections.abc import Sequence

from sqlalchemy import Connection

from server_stub.blobs import Blobs
from server_stub.knowledge.pictures import named
from server_stub.knowledge.taken import TakenFile
from server_stub.store import articles
from server_stub.store.database import Store
from server_stub.store.writer import Work

Place = tuple[str, str, str]
"""An article's id, a picture's name and its hash."""


def put_pictures(store: Store, blobs: Blobs, files: Sequence[TakenFile]) -> dict[Place, str]:
    """The blobs made for pictures that no article has yet. Raises `RefusalError` and leaves none when the disk is full."""
    if not any(file.pictures for file in files):
        return {}
    ids = [file.article.id for file in files]

    def known_places(connection: Connection) -> set[Place]:
        keys = [row.key for row in articles.find_by_ids(connection, ids).values()]
        return {(row.id, row.name, row.sha256) for row in articles.images(connection, keys)}

    known = store.read(known_places)
    made: dict[Place, str] = {}
    try:
        for file in files:
            for one in file.pictures:
                place = (file.article.id, one.name, one.sha256)
                if place not in known and place not in made:
                    made[place] = blobs.keep(one.data)
    except BaseException:
        for blob in made.values():
            blobs.delete(blob)
        raise
    return made


def set_pictures(work: Work, files: Sequence[TakenFile], new: dict[Place, str]) -> set[str]:
    """Gives the articles their pictures; the blobs that found a use."""
    rows = articles.find_by_ids(work.connection, [file.article.id for file in files])
    there = {(row.id, row.name, row.sha256) for row in articles.images(work.connection, [row.key for row in rows.values()])}
    with_old = {article_id for article_id, _, _ in there}
    used: set[str] = set()
    for file in files:
        mine = {(file.article.id, one.name, one.sha256): one for one in file.pictures}
        made = [
            {"name": one.name, "sha256": one.sha256, "type": one.type, "size_bytes": len(one.data), "blob": new[place]}
            for place, one in mine.items()
            if place not in there
        ]
        used.update(str(one["blob"]) for one in made)
        if made or file.article.id in with_old:
            articles.set_images(work.connection, rows[file.article.id].key, made, named(file.article.images))
    return used
