"""Pictures when two imports meet."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from server_stub.app import Backend, open_backend
from server_stub.blobs import Blobs
from server_stub.knowledge import keeping
from server_stub.knowledge.keeping_pictures import Place, put_pictures
from server_stub.knowledge.taken import TakenFile
from server_stub.settings.rows import Settings
from server_stub.store.database import Store
from tests.server_stub.knowledge.written import article, png, put, take_in


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    yield backend
    backend.close()


def test_an_import_between_the_files_and_the_rows_of_another(backend: Backend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "in/a.md", article("a", "![x](x.png)"))
    put(tmp_path, "in/x.png", png())

    def put_then_overtaken(store: Store, blobs: Blobs, files: Sequence[TakenFile]) -> dict[Place, str]:
        made = put_pictures(store, blobs, files)
        assert len(made) == 1
        monkeypatch.setattr(keeping, "put_pictures", put_pictures)
        assert take_in(backend, tmp_path / "in")[0].imported == 1
        return made

    monkeypatch.setattr(keeping, "put_pictures", put_then_overtaken)
    kept, _ = take_in(backend, tmp_path / "in")
    assert (kept.imported, kept.unchanged) == (0, 1)
    assert backend.library.image("a", "x.png").path.read_bytes() == png()
    assert len(list(backend.blobs.folder.glob("??/*"))) == 1, "the file that nobody needs is gone"
