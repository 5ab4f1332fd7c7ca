from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from contract.diagnostics import Hidden
from desktop_client.help_desk.draft import Draft
from desktop_client.screens.report import with_item
from desktop_client.screens.review import with_fact
from desktop_client.ui.examples.report import example_draft, example_view
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import load_at_once
from desktop_client.ui.report.report_actions import ReportActions
from desktop_client.ui.report.report_window import ReportWindow
from desktop_client.ui.report.review_facts import BAR, FACT, laid_out
from desktop_client.ui.words import use_language

Open = Callable[[Draft], ReportWindow]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Open:
    """The window at its review page, with a draft that follows what is unticked, as the program does."""

    def make(draft: Draft) -> ReportWindow:
        state = {"draft": draft}

        def include(item: str, on: bool) -> None:  # noqa: FBT001 - the action's form
            state["draft"] = with_item(state["draft"], item, included=on)
            window.show_view(example_view(state["draft"]))

        def leave_out(key: str, on: bool) -> None:  # noqa: FBT001 - the action's form
            state["draft"] = with_fact(state["draft"], key, included=on)
            window.show_view(example_view(state["draft"]))

        quiet = {name: lambda *_: None for name in ReportActions.__dataclass_fields__ if name != "suggestions"}
        window = ReportWindow(theme, ReportActions(**quiet | {"include": include, "leave_out": leave_out, "load_picture": load_at_once}))
        window.state = state
        qtbot.addWidget(window, before_close_func=lambda w: setattr(w, "_view", None))
        window.show_view(example_view(draft))
        window.resize(1000, 680)
        with qtbot.waitActive(window):
            window.open()
        qtbot.mouseClick(window.footer.review_button, Qt.MouseButton.LeftButton)
        return window

    return make


def box(window: ReportWindow, name: str) -> QCheckBox:
    return window.findChild(QCheckBox, name)


def sums(window: ReportWindow) -> str:
    return window.findChild(QLabel, "sums").text()


def rows(window: ReportWindow) -> list[str]:
    model = window.review.facts.model()
    groups = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.index(row, 0, group).data() for group in groups for row in range(model.rowCount(group))]


def test_it_says_from_whom_and_to_whom(opened: Open) -> None:
    window = opened(example_draft())
    assert window.findChild(QLabel, "from").text() == "From Ayu Lestari, computer LT-FIN-0231"
    assert "To the help desk of PT Maju Bersama" in [label.text() for label in window.review.findChildren(QLabel)]


def test_words_are_those_of_the_fields_and_have_no_box(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_draft())
    qtbot.mouseClick(window.footer.back_button, Qt.MouseButton.LeftButton)
    window.words.subject.setFocus()
    window.words.subject.selectAll()
    qtbot.keyClicks(window.words.subject, "Something else")
    qtbot.mouseClick(window.footer.review_button, Qt.MouseButton.LeftButton)
    assert window.findChild(QLabel, "review_subject").text() == "Something else"
    assert window.findChild(QLabel, "review_line").text() == "Printers and scanners · my whole team · with difficulty"
    assert window.review.words_card.findChildren(QCheckBox) == []


def test_what_is_unticked_stays_and_the_sums_follow(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_draft())
    assert sums(window) == "2 pictures, 1 file, 15 details, 1.4 MB"
    qtbot.mouseClick(box(window, "include_picture-2"), Qt.MouseButton.LeftButton)
    assert sums(window).startswith("1 picture, 1 file, 15 details, ")
    assert box(window, "include_pictures").checkState() is Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(box(window, "include_pictures"), Qt.MouseButton.LeftButton)
    assert sums(window).startswith("2 pictures, ")
    qtbot.mouseClick(box(window, "include_pictures"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(box(window, "include_files"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(box(window, "include_details"), Qt.MouseButton.LeftButton)
    assert sums(window) == "only your text"
    assert [item.included for item in window.state["draft"].items] == [False, False, False]


def test_every_fact_is_there_with_its_box(opened: Open) -> None:
    draft = example_draft()
    window = opened(draft)
    assert len(rows(window)) == len(draft.diagnostics.facts) + 1
    assert "Print queue: 4 documents" in rows(window)
    assert "Wi-Fi name: Hidden: name of a Wi-Fi network" in rows(window)
    assert "battery: no answer in time" in rows(window)


def test_facts_are_ticked_with_the_keyboard(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_draft())
    tree = window.review.facts
    tree.setFocus()
    tree.setCurrentIndex(tree.model().index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert window.state["draft"].left_out == {"Printing/Default printer"}
    group = tree.model().index(0, 0)
    assert Qt.CheckState(group.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.PartiallyChecked
    assert tree.currentIndex() == tree.model().index(0, 0, group)
    qtbot.keyClick(tree, Qt.Key.Key_Up)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert window.state["draft"].left_out == frozenset()
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert window.state["draft"].left_out == {"Printing"}
    assert "12 of 15" in window.findChild(QLabel, "details_sum").text()


def test_facts_are_ticked_with_the_mouse_in_their_box_only(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_draft())
    tree = window.review.facts
    fact = tree.model().index(1, 0, tree.model().index(0, 0))
    row = tree.visualRect(fact)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 20, row.center().y()))
    assert window.state["draft"].left_out == frozenset()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.left() + 36, row.center().y()))
    assert window.state["draft"].left_out == {"Printing/Print service"}


def test_what_was_hidden_has_one_width_whatever_it_was(opened: Open) -> None:
    window = opened(example_draft())
    metrics = window.fontMetrics()
    parts = ("C:\\Users\\", Hidden.USER_NAME, "\\spool.log")
    tokens = laid_out(parts, 400, metrics, BAR)
    bars = [token for token in tokens if isinstance(token.what, Hidden)]
    assert len(bars) == 1
    after = tokens[tokens.index(bars[0]) + 1]
    assert after.x - bars[0].x == BAR + 2


def test_long_values_go_on_in_the_next_line_and_lose_nothing(opened: Open) -> None:
    window = opened(example_draft())
    text = "one two three " * 20 + "x" * 300
    tokens = laid_out((text,), 200, window.fontMetrics(), BAR)
    assert "".join(str(token.what) for token in tokens) == text
    assert max(token.x + window.fontMetrics().horizontalAdvance(str(token.what).rstrip()) for token in tokens) <= 200


def test_escape_goes_back_and_closes_only_then(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_draft())
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.words.isVisible()
    assert window.focusWidget() is window.footer.review_button


def test_without_details_there_is_no_card_for_them(opened: Open) -> None:
    window = opened(example_draft(facts=False, pictures=0, files=False))
    assert not window.review.facts.isVisible()
    assert not window.review.pictures.isVisible()


def test_it_speaks_indonesian_at_once(qtbot: QtBot, opened: Open) -> None:
    window = opened(example_draft())
    use_language("id")
    qtbot.waitUntil(lambda: "Wi-Fi, nama: Disembunyikan: nama jaringan Wi-Fi" in rows(window))
    assert window.findChild(QLabel, "from").text() == "Dari Ayu Lestari, komputer LT-FIN-0231"
    assert window.review.facts.model().index(0, 0).data() == "Pencetakan"


def test_a_fact_keeps_its_row_when_more_arrive(opened: Open) -> None:
    draft = example_draft()
    few = msgspec.structs.replace(draft, diagnostics=msgspec.structs.replace(draft.diagnostics, facts=draft.diagnostics.facts[:3]))
    window = opened(few)
    assert len(rows(window)) == 4
    window.show_view(example_view(draft))
    QApplication.processEvents()
    assert len(rows(window)) == 16
    assert window.review.facts.model().index(0, 0, window.review.facts.model().index(0, 0)).data(FACT).name == "Default printer"
