"""An import, as far as reading goes: every file of a folder or zip, those that can't be taken with the reason, the rest ready to be kept.

It needs no database, so that the one who reads may be another process than the one who keeps.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import msgspec

from contract.articles import ARTICLE_BYTES, IMAGE_BYTES, Article, ArticleImage
from server_stub.knowledge.article_file import ArticleFile, read_article
from server_stub.knowledge.bounds import refuse_long
from server_stub.knowledge.guide_rules import refused
from server_stub.knowledge.pictures import NAME_LETTERS, type_of
from server_stub.knowledge.sources import Sources
from server_stub.knowledge.taken import Picture, Remark, TakenFile
from server_stub.knowledge.unreadable import UnreadableError

PICTURES_BYTES = 30_000_000
"""Of one article. With its text it is one message to the running backend."""
BATCH_FILES = 500
BATCH_BYTES = 4_000_000


@dataclass
class Reading:
    """What an import found. `warnings` grows while the pictures are read, that is while `batches` are taken."""

    sources: Sources
    files: list[tuple[ArticleFile, str]] = field(default_factory=list)
    refused: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def batches(self) -> Iterator[list[TakenFile]]:
        """The files with their pictures, a few megabytes at a time, in the order of their names."""
        batch: list[TakenFile] = []
        size = 0
        for file, digest in self.files:
            taken = self._with_pictures(file, digest)
            mine = len(taken.article.body) + sum(len(one.data) for one in taken.pictures)
            if batch and (len(batch) == BATCH_FILES or size + mine > BATCH_BYTES):
                yield batch
                batch, size = [], 0
            batch.append(taken)
            size += mine
        if batch:
            yield batch

    def _with_pictures(self, file: ArticleFile, digest: str) -> TakenFile:
        pictures: list[Picture] = []
        room = PICTURES_BYTES
        for name in file.image_names:
            one = self._picture(file, name, room)
            if one is not None:
                pictures.append(one)
                room -= len(one.data)
        images = tuple(ArticleImage(name=one.name, type=one.type, size_bytes=len(one.data), sha256=one.sha256) for one in pictures)
        whole = "\n".join((digest, *(f"{one.sha256} {one.name}" for one in pictures)))
        return TakenFile(
            article=msgspec.structs.replace(file.article, images=images),
            state=file.state,
            audience=file.audience,
            extra=file.extra,
            source=hashlib.sha256(whole.encode()).hexdigest(),
            pictures=tuple(pictures),
        )

    def _picture(self, file: ArticleFile, name: str, room: int) -> Picture | None:
        """The picture, or a warning: an article is of use without it. `room` is how many bytes its article may still have."""
        place = str(PurePosixPath(file.name).parent / name)
        data, kind, why = b"", "", "It isn't there: put it beside the article."
        if len(name) <= NAME_LETTERS and self.sources.has(place):
            try:
                data = self.sources.read(place, IMAGE_BYTES)
                kind, why = type_of(data), "It is no PNG, JPEG, GIF or WebP."
                if len(data) > room:
                    kind, why = "", f"The article's pictures have more than {PICTURES_BYTES // 1_000_000} MB together: make them smaller."
            except UnreadableError as error:
                why = error.reason
        if not kind:
            self.warnings.append(Remark(file=file.name, reason=f"The picture {name} is left out. {why}"))
            return None
        return Picture(name=name, type=kind, sha256=hashlib.sha256(data).hexdigest(), data=data)


def read(sources: Sources, guides: Mapping[str, Article]) -> Reading:
    """Reads every file. `guides` are the published guides that are kept already, by id: to these the new ones may lead."""
    reading = Reading(sources, refused=[Remark(file=name, reason=reason) for name, reason in sources.unreadable])
    taken: dict[str, tuple[ArticleFile, str]] = {}
    for name in sources.names:
        try:
            data = sources.read(name, ARTICLE_BYTES)
            file = read_article(name, data)
            refuse_long(file)
        except UnreadableError as error:
            reading.refused.append(Remark(file=name, line=error.line, reason=error.reason))
            continue
        if other := taken.get(file.article.id):
            reading.refused.append(Remark(file=name, line=file.lines.get("id", 0), reason=twice(file.article.id, other[0].name)))
        else:
            taken[file.article.id] = file, hashlib.sha256(data).hexdigest()
    wrong = {one.name: one for one in refused([file for file, _ in taken.values()], guides)}
    reading.refused += [Remark(file=one.name, line=one.line, reason=one.reason) for one in wrong.values()]
    reading.files = [(file, digest) for file, digest in taken.values() if file.name not in wrong]
    reading.refused.sort(key=lambda one: one.file)
    return reading


def twice(article_id: str, first: str) -> str:
    """Why the second file with an id is refused."""
    return f"Its id {article_id} is that of {first}, which was taken: give this one an id of its own."
