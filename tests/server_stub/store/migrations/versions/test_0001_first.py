"""The first step: what it makes besides the tables, and the only way back."""

import importlib
import uuid
from pathlib import Path

import pytest
from sqlalchemy import text

from server_stub.store.database import Store

STEP = importlib.import_module("server_stub.store.migrations.versions.0001_first")


def test_a_new_store_can_be_used_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path, lambda _person: None)
    assert uuid.UUID(store.epoch).version == 4
    assert len(store.pepper) == 16
    sequences = "SELECT name, last FROM sequences WHERE name = 'ticket'"
    assert store.read(lambda connection: connection.execute(text(sequences)).all()) == [("ticket", 0)]
    store.close()


def test_the_copy_is_the_way_back() -> None:
    with pytest.raises(NotImplementedError, match="copy"):
        STEP.downgrade()
