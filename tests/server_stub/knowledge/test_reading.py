"""One import with everything that can be wrong in it: what is refused, with which reason and line, and what is taken all the same."""

from pathlib import Path

import pytest

from server_stub.knowledge import reading
from server_stub.knowledge.pictures import type_of
from server_stub.knowledge.reading import read
from server_stub.knowledge.sources import opened
from server_stub.knowledge.taken import Remark
from tests.server_stub.knowledge.written import END, article, png, put

GUIDE = """---
id: {id}
article: {key}
title: A guide
lang: {lang}
first: one
steps:
  - id: one
    step: guide
    title: See the other
    guide: {leads}
---
"""


def refused(folder: Path) -> dict[str, Remark]:
    return {one.file: one for one in read(opened(folder), {}).refused}


def test_each_bad_file_has_its_reason_and_the_rest_is_taken(tmp_path: Path) -> None:
    put(tmp_path, "a.md", article("a"))
    put(tmp_path, "again.md", article("a", "Another"))
    put(tmp_path, "big.md", article("big", "x" * 5_000_001))
    put(tmp_path, "broken.md", "---\nid: b\ntitle: [x\nlang: en\n---\n")
    put(tmp_path, "empty.md", "")
    put(tmp_path, "latin.md", article("latin").encode() + b"caf\xe9")
    put(tmp_path, "notes.md", "# No front matter")
    put(tmp_path, "open.md", "---\nid: c\n")
    put(tmp_path, "wide.md", ("\ufeff" + article("wide")).encode("utf-16-le"))
    found = read(opened(tmp_path), {})
    assert [file.name for file, _ in found.files] == ["a.md", "wide.md"]
    told = {one.file: one for one in found.refused}
    assert list(told) == ["again.md", "big.md", "broken.md", "empty.md", "latin.md", "notes.md", "open.md"]
    assert "id a is that of a.md" in told["again.md"].reason
    assert told["again.md"].line == 2
    assert "larger than 5 MB" in told["big.md"].reason
    assert told["broken.md"].line in {3, 4}
    assert "not UTF-8" in told["latin.md"].reason
    assert all(one.reason.endswith(".") for one in found.refused)


def test_a_guide_that_leads_nowhere_is_refused_but_may_lead_to_one_that_is_kept(tmp_path: Path) -> None:
    for lang in ("en", "id"):
        put(tmp_path, f"first.{lang}.md", GUIDE.format(id=f"first-{lang}", key="first", lang=lang, leads="second"))
    assert set(refused(tmp_path)) == {"first.en.md", "first.id.md"}
    assert refused(tmp_path)["first.en.md"].line == 11
    other = tmp_path / "other"
    for lang in ("en", "id"):
        put(other, f"second.{lang}.md", END.format(lang))
    known = {file.article.id: file.article for file, _ in read(opened(other), {}).files}
    assert set(known) == {"second-en", "second-id"}
    assert len(read(opened(tmp_path), {}).files) == 4
    (tmp_path / "other").rename(tmp_path / ".other")
    assert len(read(opened(tmp_path), known).files) == 2


def test_pictures_come_along_and_missing_ones_are_a_warning(tmp_path: Path) -> None:
    text = "![a](pictures/a.png) ![b](b.svg) ![c](absent.png) ![d](big.png) ![e](https://example.com/e.png)"
    put(tmp_path, "x/a.md", article("a", text))
    put(tmp_path, "x/pictures/a.png", png())
    put(tmp_path, "x/b.svg", b"<svg onload='alert(1)'/>")
    put(tmp_path, "x/big.png", png() + b"x" * 10_000_000)
    found = read(opened(tmp_path), {})
    (batch,) = list(found.batches())
    (taken,) = batch
    assert [(one.name, one.type, one.data) for one in taken.pictures] == [("pictures/a.png", "image/png", png())]
    assert [(one.name, one.size_bytes) for one in taken.article.images] == [("pictures/a.png", len(png()))]
    told = " ".join(one.reason for one in found.warnings)
    assert [one.file for one in found.warnings] == ["x/a.md"] * 3
    assert "b.svg" in told
    assert "absent.png is left out. It isn't there" in told
    assert "larger than 10 MB" in told


def test_pictures_of_one_article_have_room_for_so_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PICTURES_BYTES", 2 * len(png()))
    put(tmp_path, "a.md", article("a", "![a](a.png) ![b](b.png) ![c](c.png)"))
    for name in "abc":
        put(tmp_path, f"{name}.png", png())
    found = read(opened(tmp_path), {})
    (batch,) = list(found.batches())
    assert [one.name for one in batch[0].pictures] == ["a.png", "b.png"]
    (warning,) = found.warnings
    assert warning.reason.startswith("The picture c.png is left out. The article's pictures have more")


def test_the_digest_changes_with_the_file_and_with_its_pictures(tmp_path: Path) -> None:
    def digest() -> str:
        (batch,) = list(read(opened(tmp_path), {}).batches())
        return batch[0].source

    put(tmp_path, "a.md", article("a", "![a](a.png)"))
    put(tmp_path, "a.png", png(1))
    first = digest()
    assert digest() == first
    put(tmp_path, "a.png", png(2))
    second = digest()
    put(tmp_path, "a.md", article("a", "![a](a.png)", summary="New"))
    assert len({first, second, digest()}) == 3


def test_batches_are_small_and_hold_each_file_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BATCH_FILES", 3)
    monkeypatch.setattr(reading, "BATCH_BYTES", 1000)
    for place in range(8):
        put(tmp_path, f"{place}.md", article(f"a{place}", "x" * (985 if place == 4 else 10)))
    batches = [[one.article.id for one in batch] for batch in read(opened(tmp_path), {}).batches()]
    assert batches == [["a0", "a1", "a2"], ["a3", "a4"], ["a5", "a6", "a7"]]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"<svg/>", ""),
        (b"", ""),
        (b"RIFF\0\0\0\0WAVE", ""),
    ],
)
def test_the_kind_of_a_picture_is_what_its_bytes_say(data: bytes, kind: str) -> None:
    assert type_of(data) == kind
