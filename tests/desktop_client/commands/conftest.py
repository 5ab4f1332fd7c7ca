"""One real backend for the tests of the commands; each test enrols a profile of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.together.backend_process import BackendProcess, ClientProfile


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BackendProcess]:
    data = tmp_path_factory.mktemp("backend") / "data"
    data.mkdir()
    (data / "settings.toml").write_text('company = "Nusantara"\nhelp_desk = "Helpdesk"\n', "utf-8")
    with BackendProcess(data) as started:
        yield started


@pytest.fixture
def client(tmp_path: Path) -> ClientProfile:
    return ClientProfile(tmp_path / "profile")


@pytest.fixture
def enrolled(client: ClientProfile, backend: BackendProcess) -> ClientProfile:
    client.enrol(backend)
    return client
