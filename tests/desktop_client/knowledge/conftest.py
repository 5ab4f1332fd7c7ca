"""One library of an enrolled computer, empty."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_client.knowledge.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "knowledge.db")
    library.begin("https://help.example", "siti")
    yield library
    library.close()
