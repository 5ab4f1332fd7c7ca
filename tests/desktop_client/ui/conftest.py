"""Windows without a display: Qt's offscreen platform, one appearance, and English unless a test asks for other."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_client.flows.instance import Instance
from desktop_client.system.folders import open_profile
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language
from development.translations import FOLDER, compile_all

MANY_OBJECTS = 100_000
"""So many new ones, and circles are looked for after the test."""


def pytest_configure(config: pytest.Config) -> None:
    # Qt's offscreen platform says this of every window that has a smallest size or comes to the front; it means nothing here.
    config.addinivalue_line("qt_log_ignore", r"This plugin does not support (propagateSizeHints|raise)\(\)")


@pytest.fixture(scope="session", autouse=True)
def compiled_translations() -> None:
    """The translations as they are in the code, not as they were compiled last."""
    for source in FOLDER.glob("*.ts"):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime_ns < source.stat().st_mtime_ns:
            compile_all()


@pytest.fixture(autouse=True)
def collecting_in_qt_thread() -> Iterator[None]:
    """As the program has it: a window in a circle of references is destroyed in Qt's thread, not in one beside it."""
    was_on = gc.isenabled()
    gc.disable()
    yield
    if gc.get_count()[0] > MANY_OBJECTS:
        gc.collect()
    if was_on:
        gc.enable()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """Light, at 10 points, in English."""
    made = Theme()
    made.apply(qapp)
    use_language("en")
    yield made
    use_language("en")
    Theme().apply(qapp)


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    """A profile of the test's own, with everything in it."""
    opened = Instance(open_profile(tmp_path / "profile"))
    yield opened
    opened.close()


@pytest.fixture
def pool(qapp: QApplication) -> Iterator[Background]:
    """Threads beside Qt's, as the program has them."""
    made = Background()
    yield made
    made.close()


@pytest.fixture
def disk(qapp: QApplication) -> Iterator[Background]:
    """The one thread that keeps things in order."""
    made = Background(workers=1)
    yield made
    made.finish(10)
    made.close()
