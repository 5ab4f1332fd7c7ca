"""The article reader, with the keys and clicks that a person makes."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QWidget

from contract.articles import ArticleKind
from desktop_client.screens.article import ArticleView, RelatedRow
from desktop_client.ui.article.article_actions import ArticleActions
from desktop_client.ui.article.article_bar import ArticleBar
from desktop_client.ui.article.article_page import ArticlePage
from desktop_client.ui.article.article_text import ArticleText
from desktop_client.ui.article.find_bar import FindBar, found_in
from desktop_client.ui.article.finding import Finding
from desktop_client.ui.article.link_question import LinkQuestion, breakable
from desktop_client.ui.article.opinion import Opinion
from desktop_client.ui.article.side import ArticleSide, HeadingEntry
from desktop_client.ui.article.whole_text import WholeText
from desktop_client.ui.gallery import settle, taken_down
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import box
from desktop_client.ui.parts.window import Window
from desktop_client.ui.words import use_language
from tests.desktop_client.ui.asked import Asked

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BODY = (
    "First words, see [other](kb:other) and [outside](https://example.com/page).\n\n"
    "## One\n\n"
    + "Some words about the printer.\n\n" * 30
    + "## Two\n\n```\nping 10.0.0.1\n```\n\n"
    + "More words, no Printer.\n\n" * 30
    + "## Three\n\nThe end, [up](#one), [trick](javascript:x).\n"
)
VIEW = ArticleView(
    id="a",
    title="Title of it",
    category="Printing",
    updated=date(2026, 11, 3),
    body=BODY,
    other_language="id",
    related=(RelatedRow(id="g", title="Guide to it", kind=ArticleKind.GUIDE), RelatedRow(id="b", title="Another")),
)


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def page(theme: Theme, asked: Asked) -> Iterator[ArticlePage]:
    """The page in a window with the keyboard, showing the article."""
    window = Window(theme)
    made = ArticlePage(theme, asked.actions(ArticleActions))
    box(theme, window).addWidget(made)
    made.show_view(VIEW)
    window.resize(860, 640)
    window.open()
    QTest.qWaitForWindowActive(window)
    settle()
    made.focus()
    yield made
    taken_down(window)


def part(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def words(page: QWidget, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def keys(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """To whatever has the keyboard."""
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    settle()


def scrolled(page: ArticlePage) -> int:
    return page.findChild(QScrollArea, "article_scroll").verticalScrollBar().value()


def text(page: ArticlePage) -> ArticleText:
    return page.findChild(ArticleText)


def click_link(page: ArticlePage, link: str) -> None:
    """Clicks where the words of a link are."""
    browser = text(page)
    found = browser.document().find(link)
    place = browser.cursorRect(found).center() - QPoint(6, 0)
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place)


def chosen(page: ArticlePage) -> list[str]:
    return [entry.accessibleName() for entry in page.findChildren(HeadingEntry) if entry.isChecked()]


# What is shown


def test_title_kind_and_bar(page: ArticlePage) -> None:
    assert words(page, "article_title") == "Title of it"
    assert words(page, "article_kind") == "Article · Printing · updated 3 November 2026"
    assert part(page, "back").text() == "Results"
    assert part(page, "other_language").text() == "Read in Indonesian"
    assert part(page, "other_language").isVisible()


def test_what_is_not_known_is_left_out(page: ArticlePage) -> None:
    page.show_view(ArticleView(id="b", title="Other", body="Text", from_results=False, kind=ArticleKind.GUIDE))
    assert words(page, "article_kind") == "Guide"
    assert part(page, "back").text() == "Back"
    assert not part(page, "other_language").isVisible()
    assert not part(page, "other_language_small").isVisible()
    assert page.findChildren(HeadingEntry) == [] or not any(entry.isVisible() for entry in page.findChildren(HeadingEntry))


def test_language_shows_its_icon_only_where_there_is_no_room(page: ArticlePage, asked: Asked) -> None:
    page.window().resize(340, 640)
    settle()
    assert not part(page, "other_language").isVisible()
    assert part(page, "other_language_small").accessibleName() == "Read in Indonesian"
    bar = page.findChild(ArticleBar)
    assert all(one.geometry().right() <= bar.width() for one in bar.findChildren(QPushButton) if one.isVisible())
    click(part(page, "other_language_small"))
    assert asked.names() == ["other_language"]


def test_language_changes_everything_at_once(page: ArticlePage, asked: Asked) -> None:
    use_language("id")
    settle()
    assert words(page, "article_kind") == "Artikel · Printing · diperbarui 3 November 2026"
    assert part(page, "back").text() == "Hasil"
    assert words(page, "did_this_help") == "Apakah ini membantu?"
    assert asked.names() == []


def test_another_article_begins_at_its_top_and_the_same_stays(page: ArticlePage) -> None:
    keys(Qt.Key.Key_End)
    assert scrolled(page) > 0
    before = scrolled(page)
    page.show_view(ArticleView(**{**{f: getattr(VIEW, f) for f in VIEW.__dataclass_fields__}, "answered": True}))
    assert scrolled(page) == before
    page.show_view(ArticleView(id="b", title="Other", body=BODY))
    assert scrolled(page) == 0


# Going back, and elsewhere


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)]
)
def test_back_by_keyboard(page: ArticlePage, asked: Asked, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    keys(key, modifier)
    assert asked.names() == ["back"]


def test_back_and_other_language_by_mouse(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "back"))
    click(part(page, "other_language"))
    assert asked.names() == ["back", "other_language"]


def test_backspace_in_a_field_deletes_and_does_not_leave(page: ArticlePage, asked: Asked) -> None:
    keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "ab")
    keys(Qt.Key.Key_Backspace)
    assert page.findChild(QLineEdit, "find_words").text() == "a"
    assert asked.names() == []


def test_related_open_by_click(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "related_g"))
    assert asked.of("open") == [("g",)]
    assert part(page, "related_g").accessibleName() == "Guide: Guide to it"


# Links


def test_link_to_an_article_opens_it(page: ArticlePage, asked: Asked) -> None:
    click_link(page, "other")
    assert asked.of("open") == [("other",)]


def test_link_outside_is_asked_for_first(page: ArticlePage, asked: Asked) -> None:
    click_link(page, "outside")
    assert asked.names() == []
    assert words(page, "link_words").replace("\u200b", "") == "Open example.com in the browser?"
    assert words(page, "link_address").replace("\u200b", "") == "https://example.com/page"
    assert QApplication.focusWidget() is part(page, "open_link")
    keys(Qt.Key.Key_Return)
    assert asked.of("open_outside") == [("https://example.com/page",)]
    assert page.findChild(LinkQuestion).isHidden()


@pytest.mark.parametrize("how", ["escape", "button"])
def test_link_outside_is_not_opened_when_declined(page: ArticlePage, asked: Asked, how: str) -> None:
    click_link(page, "outside")
    if how == "escape":
        keys(Qt.Key.Key_Escape)
    else:
        click(part(page, "leave_link"))
    assert page.findChild(LinkQuestion).isHidden()
    assert asked.names() == []
    assert QApplication.focusWidget() is text(page)


def test_links_by_keyboard_alone(page: ArticlePage, asked: Asked) -> None:
    keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_Return)
    assert asked.of("open") == [("other",)]
    keys(Qt.Key.Key_Tab)
    keys(Qt.Key.Key_Return)
    assert words(page, "link_words").replace("\u200b", "") == "Open example.com in the browser?"


def test_link_to_a_heading_jumps_there(page: ArticlePage) -> None:
    keys(Qt.Key.Key_End)
    click_link(page, "up")
    settle()
    assert chosen(page) == ["One"]


def test_trick_is_no_link(page: ArticlePage, asked: Asked) -> None:
    keys(Qt.Key.Key_End)
    click_link(page, "trick")
    assert asked.names() == []
    assert page.findChild(LinkQuestion).isHidden()


def test_tab_goes_through_text_copies_side_and_foot(page: ArticlePage) -> None:
    names = []
    for _step in range(12):
        keys(Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    order = list(dict.fromkeys(names))
    assert order[:6] == ["article_text", "copy_code", "heading_0", "related_g", "related_b", "helped"]


def test_tab_begins_in_the_bar(page: ArticlePage) -> None:
    part(page, "back").setFocus()
    names = []
    for _step in range(5):
        keys(Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
    assert names == ["find", "text_size", "copy", "print", "other_language"]
    keys(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is text(page)


def test_address_breaks_after_its_dots() -> None:
    assert breakable("a.example/x") == "a.\u200bexample/\u200bx"


# Find


def test_find_counts_marks_and_steps(page: ArticlePage) -> None:
    keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "printer")
    assert words(page, "find_count") == "1 of 60"
    assert len(text(page).extraSelections()) == 60
    keys(Qt.Key.Key_F3)
    assert words(page, "find_count") == "2 of 60"
    keys(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    keys(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert words(page, "find_count") == "60 of 60"
    assert scrolled(page) > 0
    keys(Qt.Key.Key_Return)
    assert words(page, "find_count") == "1 of 60"
    keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert words(page, "find_count") == "60 of 60"


def test_found_place_is_in_view(page: ArticlePage) -> None:
    keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "the end")
    settle()
    browser, scroll = text(page), page.findChild(QScrollArea, "article_scroll")
    at = browser.mapTo(scroll.viewport(), browser.place_of(browser.document().find("The end").position()).center())
    assert 0 <= at.y() <= scroll.viewport().height()


def test_nothing_found_is_said_and_escape_closes(page: ArticlePage) -> None:
    keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "zebra")
    assert words(page, "find_count") == "Not on this page"
    assert not part(page, "find_next").isEnabled()
    keys(Qt.Key.Key_Escape)
    assert page.findChild(FindBar).isHidden()
    assert text(page).extraSelections() == []
    assert QApplication.focusWidget() is text(page)


def test_f3_opens_find_where_nothing_is_looked_for(page: ArticlePage) -> None:
    keys(Qt.Key.Key_F3)
    assert page.findChild(FindBar).isVisible()


def test_find_is_not_open_by_itself_and_goes_on_in_the_next_article(page: ArticlePage) -> None:
    assert page.findChild(FindBar).isHidden()
    keys(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "zebra")
    page.show_view(ArticleView(id="z", title="Zoo", body="A zebra and a Zebra."))
    assert words(page, "find_count") == "1 of 2"


def test_next_place_comes_into_view_by_itself(theme: Theme) -> None:
    shown: list[object] = []
    browser = ArticleText(theme, shown.append, shown.append, shown.append)
    browser.setPlainText("one two one")
    finding = Finding(theme, browser, shown.append, lambda: shown.append("closed"))
    finding.bar.field.setText("one")
    finding.next(1)
    assert len(shown) == 2
    assert finding.bar.isVisible()
    finding.bar.close_bar()
    assert shown[-1] == "closed"
    assert browser.extraSelections() == []


def test_found_in_gives_every_place(page: ArticlePage) -> None:
    assert len(found_in(text(page).document(), "printer")) == 60
    assert found_in(text(page).document(), "") == []


# Text size


def test_size_by_keys_is_kept_through_an_action(page: ArticlePage, asked: Asked) -> None:
    before = text(page).document().defaultFont().pointSizeF()
    keys(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    keys(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert asked.of("keep_size") == [(110,), (125,)]
    assert text(page).document().defaultFont().pointSizeF() == pytest.approx(before * 1.25)
    keys(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    keys(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert asked.of("keep_size") == [(110,), (125,), (110,), (100,)]


def test_size_stops_at_both_ends(page: ArticlePage, asked: Asked) -> None:
    for _step in range(20):
        keys(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert asked.of("keep_size")[-1] == (80,)
    page.use_size(10_000)
    assert part(page, "text_size").toolTip() == "Text size: 250%"


def test_size_by_wheel(page: ArticlePage, asked: Asked) -> None:
    viewport = text(page).viewport()
    at = QPointF(viewport.rect().center())
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(viewport.rect().center())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    assert asked.of("keep_size") == [(110,)]


def test_size_handed_in_is_not_handed_back(page: ArticlePage, asked: Asked) -> None:
    page.use_size(150)
    assert asked.of("keep_size") == []


def test_one_goes_on_reading_where_one_was(page: ArticlePage) -> None:
    bar = page.findChild(QScrollArea, "article_scroll").verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    page.use_size(200)
    settle()
    assert 0.4 < bar.value() / bar.maximum() < 0.6


# Contents


def test_contents_jump_and_follow(page: ArticlePage) -> None:
    assert chosen(page) == ["One"]
    click(part(page, "heading_1"))
    settle()
    assert scrolled(page) > 0
    assert chosen(page) == ["Two"]
    keys(Qt.Key.Key_End)
    assert chosen(page) == ["Three"]
    keys(Qt.Key.Key_Home)
    assert chosen(page) == ["One"]


def test_keys_scroll_the_page(page: ArticlePage) -> None:
    keys(Qt.Key.Key_PageDown)
    first = scrolled(page)
    keys(Qt.Key.Key_Space)
    assert scrolled(page) > first > 0
    keys(Qt.Key.Key_PageUp)
    keys(Qt.Key.Key_Up)
    keys(Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert scrolled(page) == 0


def test_side_column_goes_below_where_there_is_no_room(page: ArticlePage) -> None:
    side = page.findChild(ArticleSide)
    assert side.mapTo(page, QPoint(0, 0)).x() > text(page).mapTo(page, QPoint(0, 0)).x() + text(page).width()
    page.window().resize(560, 640)
    settle()
    below = text(page).mapTo(page, QPoint(0, 0)).y() + text(page).height()
    assert side.mapTo(page, QPoint(0, 0)).y() >= below
    page.window().resize(860, 640)
    settle()
    assert side.mapTo(page, QPoint(0, 0)).x() > text(page).width()


# Copying, pictures, the whole


def test_copy_takes_the_whole_text(page: ArticlePage) -> None:
    click(part(page, "copy"))
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Title of it\n\nFirst words")
    assert copied.rstrip().endswith("trick.")


def test_copy_of_what_is_to_be_typed(page: ArticlePage) -> None:
    click(part(page, "copy_code"))
    assert QGuiApplication.clipboard().text() == "ping 10.0.0.1"
    assert part(page, "copy_code").accessibleName() == "Copy: ping 10.0.0.1"


def test_selection_by_mouse_is_copied_by_keys(page: ArticlePage) -> None:
    browser = text(page)
    cursor = browser.document().find("First words")
    browser.setTextCursor(cursor)
    keys(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "First words"
    assert QTextCursor(cursor).hasSelection()


def test_picture_is_asked_for_once_and_one_of_another_article_is_dropped(page: ArticlePage, asked: Asked) -> None:
    page.show_view(ArticleView(id="p", title="P", body="![x](a.png)", pictures=("a.png",)))
    ((name, widest, done),) = asked.of("picture")
    assert name == "a.png"
    assert widest >= 400
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6E6E"))
    before = text(page).height()
    done(image)
    assert text(page).height() > before + 80
    page.use_size(150)
    assert len(asked.of("picture")) == 1
    page.show_view(VIEW)
    height = text(page).height()
    done(image)
    assert text(page).height() == height


def test_very_long_article_can_be_read_whole(page: ArticlePage) -> None:
    body = "Line that is there.\n\n" * 20_000 + "x" * 100_000 + "\nLast line."
    page.show_view(ArticleView(id="l", title="Long", body=body))
    assert part(page, "show_whole").isVisible()
    click(part(page, "show_whole"))
    plain = page.findChild(QPlainTextEdit, "plain")
    assert plain.isVisible()
    assert plain.toPlainText().endswith("Last line.")
    assert QApplication.focusWidget() is plain
    keys(Qt.Key.Key_Escape)
    assert page.findChild(WholeText).isHidden()
    assert text(page).isVisible()
    click(part(page, "copy"))
    assert "Last line." in QGuiApplication.clipboard().text()


# Did this help?


def test_yes_is_told_once(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "helped"))
    assert asked.of("opinion") == [(True, "")]
    assert words(page, "did_this_help") == "Thank you. This helps the next reader."
    assert not part(page, "helped").isVisible()


def test_no_asks_what_was_missing_and_may_stay_empty(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "not_helped"))
    assert asked.names() == []
    assert QApplication.focusWidget() is page.findChild(QLineEdit, "missing")
    click(part(page, "send_opinion"))
    assert asked.of("opinion") == [(False, "")]


def test_what_was_missing_goes_along(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "not_helped"))
    QTest.keyClicks(QApplication.focusWidget(), "  the  name of the queue ")
    keys(Qt.Key.Key_Return)
    assert asked.of("opinion") == [(False, "the name of the queue")]


def test_no_can_be_taken_back(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "not_helped"))
    keys(Qt.Key.Key_Escape)
    assert part(page, "helped").isVisible()
    assert asked.names() == []


def test_answered_before_is_not_asked_again(page: ArticlePage) -> None:
    page.show_view(ArticleView(id="z", title="Z", body="Text", answered=True))
    assert not part(page, "helped").isVisible()
    page.show_view(VIEW)
    assert part(page, "helped").isVisible()
    assert page.findChild(Opinion).isVisible()


def test_report_is_asked_for(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "report"))
    assert asked.names() == ["report"]


def test_sizes_in_a_menu(page: ArticlePage, asked: Asked) -> None:
    click(part(page, "text_size"))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert asked.of("keep_size") == [(110,)]
