from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.pasted import DetailsField, Pasted


def test_only_files_of_this_computer_and_bare_pictures_are_taken(qapp: object, tmp_path: Path) -> None:
    files, pictures = [], []
    pasted = Pasted(files.append, pictures.append)
    link, text, empty = QMimeData(), QMimeData(), QMimeData()
    link.setUrls([QUrl("https://example.com/a.png")])
    text.setText("hello")
    for data in (link, text, empty):
        assert not pasted.can_take(data)
        assert not pasted.take(data)
    local = QMimeData()
    local.setUrls([QUrl.fromLocalFile(str(tmp_path / "ä b.txt")), QUrl.fromLocalFile(str(tmp_path))])
    assert pasted.take(local)
    assert files == [(tmp_path / "ä b.txt", tmp_path)]
    broken = QMimeData()
    broken.setImageData(QImage())
    assert not pasted.take(broken)
    assert pictures == []


def test_a_field_of_several_lines_takes_text_and_hands_on_the_rest(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    files: list[object] = []
    field = DetailsField(theme, Pasted(files.append, lambda _make: None))
    qtbot.addWidget(field)
    text, local = QMimeData(), QMimeData()
    text.setText("hello")
    local.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    assert field.canInsertFromMimeData(text)
    assert field.canInsertFromMimeData(local)
    field.insertFromMimeData(text)
    field.insertFromMimeData(local)
    assert (field.toPlainText(), files) == ("hello", [(tmp_path / "a.txt",)])
