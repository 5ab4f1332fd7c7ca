"""Every window in every state and look: nothing cut off, nothing on top of another, enough contrast, a name for everything."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop_client.ui.examples.example import Example
from desktop_client.ui.gallery import EXAMPLES, LOOKS, Look, built, dress, picture, settle, taken_down
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.look.tokens import MARK_CONTRAST, TEXT_CONTRAST, contrast, tokens
from tests.desktop_client.ui.measured import clipped, elided, faint, ink_contrast, nameless, outside, overlapping

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MEASURES: tuple[Callable[[QWidget], Iterator[str]], ...] = (clipped, elided, outside, overlapping, nameless)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_window_looks_right(example: Example, look: Look, qapp: QApplication) -> None:
    window = built(example, dress(qapp, look))
    found = [f"{measure.__name__}: {finding}" for measure in MEASURES for finding in measure(window)]
    found += [f"faint: {finding}" for finding in faint(window, picture(window))]
    taken_down(window)
    assert found == []


def test_names_of_examples_are_file_names_and_each_is_there_once() -> None:
    names = [example.name for example in EXAMPLES]
    assert len(set(names)) == len(names)
    assert all(name.replace("-", "").isalnum() and name == name.lower() for name in names)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("accent", ["", "#2563EB", "#B3261E", "#C2410C"])
def test_tokens_keep_their_contrasts(dark: bool, accent: str) -> None:  # noqa: FBT001 - a parameter of the test
    found = tokens(dark=dark, accent=accent)
    pairs = [
        *(
            (ink, ground, TEXT_CONTRAST)
            for ink in ("text", "muted", "accent_text", "danger", "warning", "success")
            for ground in ("canvas", "surface")
        ),
        *(("text", ground, TEXT_CONTRAST) for ground in ("hover", "pressed", "accent_soft", "warning_soft", "danger_soft", "success_soft")),
        *(("muted", ground, TEXT_CONTRAST) for ground in ("hover", "accent_soft", "warning_soft", "danger_soft")),
        *((tone, f"{tone}_soft", TEXT_CONTRAST) for tone in ("danger", "warning", "success")),
        ("accent_text", "accent_soft", TEXT_CONTRAST),
        *(("on_accent", ground, TEXT_CONTRAST) for ground in ("accent", "accent_hover", "accent_pressed")),
        *(("input", ground, MARK_CONTRAST) for ground in ("canvas", "surface", "hover")),
        *(("accent", ground, MARK_CONTRAST) for ground in ("canvas", "surface", "accent_soft")),
    ]
    weak = {
        f"{ink} on {ground}": round(contrast(found[ink], found[ground]), 2)
        for ink, ground, least in pairs
        if contrast(found[ink], found[ground]) < least
    }
    assert weak == {}


# A measure that finds nothing in a wrong window is no measure.


def row(*widgets: QWidget) -> QWidget:
    window = QWidget()
    layout = QHBoxLayout(window)
    for widget in widgets:
        layout.addWidget(widget)
    window.show()
    settle()
    return window


def test_measures_find_text_that_is_cut_off(qapp: QApplication) -> None:
    dress(qapp, LOOKS[0])
    label, button, field = QLabel("a few words that need room"), QPushButton("more words than fit"), QLineEdit()
    label.setFixedWidth(40)
    button.setFixedWidth(50)
    field.setPlaceholderText("a placeholder that is far too long")
    field.setFixedWidth(60)
    wrapped = QLabel("words that would wrap into some lines")
    wrapped.setWordWrap(True)
    wrapped.setFixedSize(80, 20)
    window = row(label, button, field, wrapped)
    assert len(list(clipped(window))) == 4
    taken_down(window)


def test_measures_find_dots_children_outside_overlap_and_no_name(qapp: QApplication) -> None:
    dress(qapp, LOOKS[0])
    short = QLabel("a long na….txt")
    first, second = QPushButton("one"), QPushButton("two")
    window = row(short, first, second)
    stray = QLabel("outside", window)
    stray.setGeometry(window.width() - 10, 0, 60, 20)
    stray.show()
    bare = QPushButton(window)
    bare.show()
    settle()
    second.setGeometry(first.geometry().translated(4, 4))
    assert len(list(elided(window))) == 1
    assert any("outside" in finding for finding in outside(window))
    assert len(list(overlapping(window))) == 1
    assert len(list(nameless(window))) == 1
    taken_down(window)


def test_contrast_is_measured_in_pixels(qapp: QApplication) -> None:
    part = QImage(120, 30, QImage.Format.Format_RGB32)
    part.fill(QColor("#FFFFFF"))
    assert ink_contrast(part) is None
    painter = QPainter(part)
    painter.setPen(QColor("#BBBBBB"))
    painter.drawText(part.rect(), "grey on white")
    painter.end()
    measured = ink_contrast(part)
    assert measured is not None
    assert measured < TEXT_CONTRAST


def test_faint_words_are_found(qapp: QApplication) -> None:
    theme = Theme()
    theme.apply(qapp)
    label = QLabel("hardly to be read")
    label.setStyleSheet("color: #C8C8C8")
    window = row(label)
    assert len(list(faint(window, picture(window)))) == 1
    taken_down(window)
