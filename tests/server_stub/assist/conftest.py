import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from server_stub.store.database import Store
from server_stub.store.engine import FILE_NAME
from tests.server_stub.assist.room import Room, quiet


@pytest.fixture(scope="session")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store, made once: making one takes longer than most of these tests."""
    folder = tmp_path_factory.mktemp("fresh")
    Store(folder, quiet).close()
    return folder / FILE_NAME


@pytest.fixture
def room(tmp_path: Path, fresh: Path) -> Iterator[Room]:
    shutil.copy(fresh, tmp_path)
    one = Room(tmp_path)
    yield one
    one.store.close()
