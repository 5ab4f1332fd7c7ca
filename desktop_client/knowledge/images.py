"""The pictures of articles, each once, in files that are named by their hash in a folder for this account alone."""

import contextlib
import hashlib
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from contract.articles import Article, ArticleImage
from desktop_client.backend.articles import may_be_fetched
from desktop_client.knowledge.database import Database
from desktop_client.system.durable import replace_file

log = logging.getLogger(__name__)

AHEAD_BYTES = 500_000_000
"""So much is fetched before anybody asks for it; pictures beyond are fetched when their article is read."""


LEFT_BEHIND_S = 3600.0


@dataclass(frozen=True, kw_only=True)
class MissingImage:
    """A picture whose bytes are not here."""

    article: str
    image: ArticleImage


class Images:
    """Usable by any thread and several processes. What can't be written is fetched again when it is looked at."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database, self._folder = database, folder

    def bytes_of(self, article: str, name: str) -> bytes | None:
        """The bytes of a picture by the name that the article's text gives it, None where they are not here, or not whole."""
        image = self.image(article, name)
        return self._read(image) if image else None

    def image(self, article: str, name: str) -> ArticleImage | None:
        """What an article says of a picture, None when it has none of that name, or one that can't be."""
        query = "SELECT name, type, size_bytes, sha256 FROM images WHERE article = ? AND name = ?"
        row = self._database.read(lambda connection: connection.execute(query, (article, name)).fetchone())
        return _image(row) if row else None

    def keep(self, image: ArticleImage, data: bytes) -> None:
        """Keeps the bytes of a picture, whose hash is known to be right."""
        try:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            replace_file(self._folder / image.sha256, data)
        except OSError as error:
            log.info("A picture can't be kept: %s", error.strerror)

    def missing(self) -> tuple[MissingImage, ...]:
        """Pictures to fetch ahead, small ones first, each hash once."""
        query = "SELECT min(article), name, type, size_bytes, sha256 FROM images GROUP BY sha256 ORDER BY size_bytes, sha256"
        rows = self._database.read(lambda connection: connection.execute(query).fetchall())
        here = self._here()
        found, total = [], 0
        for article, *row in rows:
            image = _image(row)
            total += image.size_bytes
            if total > AHEAD_BYTES:
                break
            if here.get(image.sha256) != image.size_bytes:
                found.append(MissingImage(article=str(article), image=image))
        return tuple(found)

    def sweep(self) -> None:
        """Removes the files that no article shows any more."""
        rows = self._database.read(lambda connection: connection.execute("SELECT DISTINCT sha256 FROM images").fetchall())
        wanted = {str(digest) for (digest,) in rows}
        for name in self._here():
            file = self._folder / name
            with contextlib.suppress(OSError):
                # A part is being written by somebody, or was left by a crash.
                if name not in wanted and (file.suffix != ".part" or time.time() - file.stat().st_mtime > LEFT_BEHIND_S):
                    file.unlink()

    @staticmethod
    def put(connection: apsw.Connection, article: Article) -> None:
        """Notes the pictures of an article, in the transaction that puts it; what can't be a picture is left out."""
        connection.execute("DELETE FROM images WHERE article = ?", (article.id,))
        for image in article.images:
            if may_be_fetched(article.id, image):
                connection.execute(
                    "INSERT OR REPLACE INTO images (article, name, type, size_bytes, sha256) VALUES (?, ?, ?, ?, ?)",
                    (article.id, image.name, image.type, image.size_bytes, image.sha256),
                )

    def _read(self, image: ArticleImage) -> bytes | None:
        file = self._folder / image.sha256
        try:
            data = file.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() == image.sha256:
            return data
        with contextlib.suppress(OSError):
            file.unlink()
        return None

    def _here(self) -> dict[str, int]:
        """The files with their sizes."""
        try:
            return {file.name: file.stat().st_size for file in self._folder.iterdir()}
        except OSError:
            return {}


def _image(row: Sequence[Any]) -> ArticleImage:
    name, kind, size_bytes, sha256 = row
    return ArticleImage(name=str(name), type=str(kind), size_bytes=int(size_bytes), sha256=str(sha256))
