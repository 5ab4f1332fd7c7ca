"""Every example is in the gallery, under a name of its own."""

import importlib
import pkgutil

from PySide6.QtWidgets import QApplication

from desktop_client.ui import examples
from desktop_client.ui.examples import (
    after_send,
    article,
    assist,
    enrol,
    finding,
    found_in_place,
    guide,
    main_window,
    panel,
    pictures,
    report,
    tray,
)
from desktop_client.ui.gallery import EXAMPLES
from desktop_client.ui.words import use_language

MODULES = (after_send, article, assist, enrol, finding, found_in_place, guide, main_window, panel, report, tray)


def test_every_module_of_examples_is_in_the_gallery() -> None:
    found = {name for _finder, name, _package in pkgutil.iter_modules(examples.__path__)} - {"example", "pictures"}
    assert found == {module.__name__.rpartition(".")[2] for module in MODULES}
    for name in found:
        module = importlib.import_module(f"{examples.__name__}.{name}")
        assert set(module.EXAMPLES) <= set(EXAMPLES), name


def test_people_in_the_examples_speak_the_language_of_the_windows(qapp: QApplication) -> None:
    use_language("id")
    try:
        assert main_window.printer().subject == "Printer lantai 3 tidak tersedia"
        assert panel.tickets()[2].subject == "Keyboard baru"
    finally:
        use_language("en")
    assert main_window.printer().subject == "Printer on floor 3 not available"
    assert pictures.__doc__
