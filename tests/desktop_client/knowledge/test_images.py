"""Pictures: by hash, once, only those that can be, and never other bytes than the article says."""

import hashlib
import os
from pathlib import Path

from contract.articles import ArticleImage
from desktop_client.knowledge.images import MissingImage
from desktop_client.knowledge.library import Library
from tests.desktop_client.knowledge.told import article, page


def test_pictures_are_kept_by_hash_and_those_that_cannot_be_are_left_out(library: Library, tmp_path: Path) -> None:
    data = b"\x89PNG" * 10
    digest = hashlib.sha256(data).hexdigest()
    good = ArticleImage(name="a.png", type="image/png", size_bytes=len(data), sha256=digest)
    again = ArticleImage(name="copy.png", type="image/png", size_bytes=len(data), sha256=digest)
    bad = (
        ArticleImage(name="b.png", type="image/png", size_bytes=10, sha256="../../../etc/passwd"),
        ArticleImage(name="..", type="image/png", size_bytes=10, sha256="0" * 64),
        ArticleImage(name="big.png", type="image/png", size_bytes=10**12, sha256="1" * 64),
        ArticleImage(name="none.png", type="image/png", size_bytes=0, sha256="2" * 64),
        ArticleImage(name="a/../../b.png", type="image/png", size_bytes=9, sha256="3" * 64),
    )
    library.apply(page(article("vpn", images=(good, again, *bad))))
    assert library.images.missing() == (MissingImage(article="vpn", image=good),)
    assert library.images.bytes_of("vpn", "a.png") is None
    library.images.keep(good, data)
    assert library.images.missing() == ()
    assert library.images.bytes_of("vpn", "copy.png") == data
    assert library.images.bytes_of("vpn", "..") is None
    file = tmp_path / "articles" / digest
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    file.write_bytes(b"\x89PNK" * 10)
    assert library.images.bytes_of("vpn", "a.png") is None  # not what the article shows: fetched again
    assert len(library.images.missing()) == 1
    library.images.keep(good, data)
    library.apply(page(gone=("vpn",), last=11))
    library.images.sweep()
    assert list(file.parent.iterdir()) == []


def test_what_a_crash_left_is_swept_and_what_is_being_written_is_not(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    old, new = folder / f"{'a' * 64}.1.part", folder / f"{'a' * 64}.2.part"
    for file in (old, new):
        file.write_bytes(b"half")
    os.utime(old, (0, 0))
    library.images.sweep()
    assert list(folder.iterdir()) == [new]
