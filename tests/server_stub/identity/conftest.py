from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import extract_parameters

from server_stub.identity import passwords
from server_stub.store.database import Store
from tests.server_stub.identity.room import CHEAP, Room


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", CHEAP)
    monkeypatch.setattr(passwords, "_parameters", extract_parameters(CHEAP.hash("")))


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blank")
    Store(folder, str).close()
    return folder


@pytest.fixture
def room(blank: Path, tmp_path: Path, cheap: None) -> Iterator[Room]:
    one = Room(blank, tmp_path)
    yield one
    one.store.close()
