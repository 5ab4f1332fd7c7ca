"""A backend for each test, or one for all tests of a file that leave it as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.server_stub.served import Person, Served, serving


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(tmp_path) as one:
        yield one


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("shared")) as one:
        yield one


@pytest.fixture
def ana(shared: Served) -> Person:
    return shared.person("Ana", "PC-1")


@pytest.fixture
def budi(shared: Served) -> Person:
    return shared.person("Budi", "PC-2")
