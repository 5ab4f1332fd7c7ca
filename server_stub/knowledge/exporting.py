"""Writes articles into a folder or a zip, from which importing them again changes nothing.

An article with pictures gets a folder of its own, so that two pictures of one name don't meet.
"""

import hashlib
import os
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

from server_stub.knowledge.article_file import ArticleFile, written
from server_stub.knowledge.held import HeldArticle
from server_stub.refusals import ServerRefused

Put = Callable[[str, bytes], None]
PLAIN = re.compile(r"[a-z0-9_-][a-z0-9._-]{0,99}")
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
"""Names that Windows keeps for devices."""


def export(held: Iterable[HeldArticle], target: Path) -> int:
    """How many articles were written. Raises `ServerRefused` when the target can't be used; a zip is there whole or not at all."""
    try:
        if target.suffix.lower() == ".zip":
            return to_zip(held, target)
        return to_folder(held, target)
    except OSError as error:
        raise ServerRefused(f"{error.filename or target} can't be written: {error.strerror or error}.") from None


def to_folder(held: Iterable[HeldArticle], target: Path) -> int:
    """Into a folder that is empty or not there: what lies in it already would be imported with the rest."""
    target.mkdir(parents=True, exist_ok=True)
    if any(target.iterdir()):
        raise ServerRefused(f"{target} is not empty: name an empty folder, or a file that ends in .zip.")

    def put(name: str, data: bytes) -> None:
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    return each(held, put)


def to_zip(held: Iterable[HeldArticle], target: Path) -> int:
    """Into a zip that takes the place of an older one of its name."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside, name = tempfile.mkstemp(dir=target.parent, prefix=".sigap-")
    try:
        with os.fdopen(beside, "wb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            count = each(held, packed.writestr)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return count


def each(held: Iterable[HeldArticle], put: Put) -> int:
    """Puts every article, with its pictures, under a name of its own."""
    count = 0
    for count, one in enumerate(held, 1):  # noqa: B007 - the count is what is answered
        name = file_name(one.article.id)
        folder = f"{name}/" if one.pictures else ""
        path = f"{folder}{name}.md"
        put(path, written(ArticleFile(name=path, article=one.article, state=one.state, audience=one.audience, extra=one.extra)))
        for picture in one.pictures:
            put(str(PurePosixPath(name) / picture.name), Path(picture.source).read_bytes())
    return count


def file_name(article_id: str) -> str:
    """The id where it can be a file's name on every system, which also doesn't tell A from a; else something like it."""
    if PLAIN.fullmatch(article_id) and not RESERVED.fullmatch(article_id) and not article_id.endswith("."):
        return article_id
    readable = re.sub(r"[^a-z0-9_-]", "-", article_id.lower())[:80]
    return f"{readable}-{hashlib.sha256(article_id.encode()).hexdigest()[:12]}"
