"""Text with bold marks: measured as it is drawn, wrapped, and never cut without a sign."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_client.ui.help.marked_block import DOTS, MarkedBlock
from desktop_client.ui.look.theme import Theme

LONG = "Looks whether your printer answers, whether documents are stuck, and which printer is your default."


def drawn(block: MarkedBlock) -> QImage:
    image = QImage(block.width + 60, block.height() + 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    block.draw(painter, 30, 30)
    painter.end()
    return image


def inked(image: QImage) -> tuple[int, int, int, int]:
    """The box of what is drawn."""
    white = QColor("white").rgb()
    places = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) != white]
    return min(x for x, _ in places), min(y for _, y in places), max(x for x, _ in places), max(y for _, y in places)


@pytest.mark.parametrize("width", [90, 160, 400])
@pytest.mark.parametrize("lines", [0, 1, 2])
def test_what_is_drawn_stays_in_what_was_measured(theme: Theme, width: int, lines: int) -> None:
    block = MarkedBlock(theme, LONG, ((19, 26), (74, 81)), "text", width, lines)
    left, top, right, bottom = inked(drawn(block))
    assert left >= 29
    assert right <= 30 + width + 1
    assert top >= 30
    assert bottom <= 30 + block.height()


def test_dots_end_what_has_no_room_and_marks_are_cut_with_it(theme: Theme) -> None:
    block = MarkedBlock(theme, LONG, ((19, 26), (74, 81)), "text", 160, 2)
    assert block.shown().endswith(DOTS)
    assert LONG.startswith(block.shown().removesuffix(DOTS))
    assert block.height() < MarkedBlock(theme, LONG, (), "text", 160).height()


def test_everything_is_there_where_there_is_room(theme: Theme) -> None:
    assert MarkedBlock(theme, LONG, ((0, 5),), "text", 4000, 1).shown() == LONG


@pytest.mark.parametrize("marks", [((-1, 3),), ((5, 5),), ((90, 9999),), ((9999, 10000),), ((3, 1),)])
def test_bent_marks_do_no_harm(theme: Theme, marks: tuple[tuple[int, int], ...]) -> None:
    assert MarkedBlock(theme, LONG, marks, "text", 200).height() > 0


def test_a_word_without_end_is_broken(theme: Theme) -> None:
    assert MarkedBlock(theme, "x" * 300, (), "text", 100).height() > 3 * MarkedBlock(theme, "x", (), "text", 100).height()


def test_marks_are_another_ink(theme: Theme) -> None:
    plain, marked = (drawn(MarkedBlock(theme, "printer", marks, "text", 200)) for marks in ((), ((0, 7),)))
    assert plain != marked
