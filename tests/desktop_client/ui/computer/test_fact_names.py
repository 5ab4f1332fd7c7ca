"""Every fact that a collector may bring has a name in both languages."""

import re

import pytest
from PySide6.QtWidgets import QApplication

from desktop_client.diagnostics.catalogue import COLLECTORS
from desktop_client.ui.computer.fact_names import NAMES, translated_name
from desktop_client.ui.computer.fact_words import fact_name
from desktop_client.ui.words import use_language

KINDS = sorted({kind.name for collector in COLLECTORS for kind in collector.kinds})


def template(name: str) -> str:
    return re.sub(r"\{(?!number)\w+\}", "{name}", name)


@pytest.mark.parametrize("kind", [*KINDS, *(collector.name for collector in COLLECTORS)])
def test_every_fact_and_collector_is_named(kind: str) -> None:
    assert template(kind) in NAMES or template(kind) == "{name}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Running for", "Menyala selama"),
        ("/home files in use", "/home, jumlah file terpakai"),
        ("/ in use", "/, terpakai"),
        ("HP-LT3 job 12", "HP-LT3, tugas cetak 12"),
        ("Screen 2 size", "Layar 2, ukuran"),
        ("a {strange} disk free", "a {strange} disk, sisa"),
        ("mail.example:993", "mail.example:993"),
        ("A fact of a newer version", "A fact of a newer version"),
        ("Disk", "Disk"),
    ],
)
def test_names_in_indonesian(qapp: QApplication, name: str, said: str) -> None:
    use_language("id")
    try:
        assert fact_name(name) == said
    finally:
        use_language("en")


def test_english_says_what_the_collector_says(qapp: QApplication) -> None:
    use_language("en")
    assert [translated_name(name) for name in ("/home free", "Running for")] == ["/home free", "Running for"]
