"""An article opened, read and judged, with a real library; and back to the search as it was left."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_client.flows.instance import Instance
from desktop_client.ui.article.article_page import ArticlePage
from desktop_client.ui.background import Background
from desktop_client.ui.help import reading
from desktop_client.ui.help.guides_here import GuidesHere
from desktop_client.ui.look.theme import Theme
from tests.desktop_client.ui.help.small_library import shelve
from tests.desktop_client.ui.help.test_helping import Helped


@pytest.fixture
def helped(instance: Instance, theme: Theme, pool: Background, qtbot: QtBot) -> Iterator[Helped]:
    shelve(instance)
    made = Helped(instance, theme, pool, qtbot)
    yield made
    made.helping.close()


def title(helped: Helped) -> str:
    """Of the article that is shown, "" for none."""
    for page in helped.page.findChildren(ArticlePage):
        if page.isVisible():
            return page.findChild(QLabel, "article_title").text()
    return ""


def opened(helped: Helped, article: str, *, from_report: bool = False) -> ArticlePage:
    helped.helping.open(article, from_report=from_report)
    helped.qtbot.waitUntil(lambda: not helped.page.searching())
    [page] = [page for page in helped.page.findChildren(ArticlePage) if page.isVisible()]
    return page


def test_opens_by_id_and_by_key_and_goes_back_to_the_words(helped: Helped, qtbot: QtBot) -> None:
    helped.type("vpn")
    qtbot.waitUntil(lambda: helped.rows() == ["vpn-en"])
    opened(helped, "vpn-en")
    assert title(helped) == "VPN doesn't connect"
    helped.helping.reading.back()
    assert helped.page.searching()
    assert (helped.page.search.field.text(), helped.rows()) == ("vpn", ["vpn-en"])
    opened(helped, "vpn")
    assert title(helped) == "VPN doesn't connect"


def test_the_other_language_at_one_click(helped: Helped, qtbot: QtBot) -> None:
    page = opened(helped, "vpn-en")
    page._actions.other_language()
    qtbot.waitUntil(lambda: title(helped) == "VPN tidak tersambung")
    page._actions.other_language()
    qtbot.waitUntil(lambda: title(helped) == "VPN doesn't connect")


def test_another_article_from_inside_one(helped: Helped, qtbot: QtBot) -> None:
    page = opened(helped, "mail")
    page._actions.open("vpn")
    qtbot.waitUntil(lambda: title(helped) == "VPN doesn't connect")


@pytest.mark.parametrize(("from_report", "helps", "told"), [(True, True, 1), (True, False, 0), (False, True, 0)])
def test_what_one_thinks_is_kept_and_the_report_hears_that_it_helped(
    helped: Helped,
    qtbot: QtBot,
    from_report: bool,  # noqa: FBT001 - a parameter of the test
    helps: bool,  # noqa: FBT001 - the same
    told: int,
) -> None:
    page = opened(helped, "vpn-en", from_report=from_report)
    page._actions.opinion(helps, "" if helps else "the picture")
    qtbot.waitUntil(lambda: len(helped.instance.library.opinions.waiting()) == 1)
    assert helped.calls.count(("solved", None)) == told
    qtbot.waitUntil(lambda: helped.fetches == 1)


def test_reports_with_the_article_s_title(helped: Helped) -> None:
    opened(helped, "mail")._actions.report()
    assert helped.calls[-1] == ("report", "Mail asks for the password")


def test_the_text_size_is_there_again_in_the_next_start(helped: Helped, theme: Theme, pool: Background, qtbot: QtBot) -> None:
    page = opened(helped, "mail")
    page._actions.keep_size(150)
    file = helped.instance.profile.root / "reading-size"
    qtbot.waitUntil(lambda: file.exists() and file.read_text() == "150")
    again = Helped(helped.instance, theme, pool, qtbot)
    fresh = opened(again, "mail")
    qtbot.waitUntil(lambda: fresh._percent == 150)
    again.helping.close()


@pytest.mark.parametrize(
    ("address", "goes"),
    [
        ("https://example.com/a", True),
        ("mailto:help@example.com", True),
        ("file:///etc/passwd", False),
        ("javascript:alert(1)", False),
        ("sigap://article/x", False),
        ("", False),
    ],
)
def test_only_browser_and_mail_are_opened(monkeypatch: pytest.MonkeyPatch, address: str, goes: bool) -> None:  # noqa: FBT001 - a parameter of the test
    went: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: went.append(url.toString()))
    reading._open_outside(address)
    assert bool(went) == goes


def test_a_guide_is_played_where_something_plays_it(helped: Helped, qtbot: QtBot) -> None:
    class Player(GuidesHere):
        def __init__(self) -> None:
            self.played: list[str] = []

        def open(self, key: str, _place: object) -> None:
            self.played.append(key)

        def close(self) -> None:
            self.played.append("closed")

    player = Player()
    helped.helping.reading.guides = player
    helped.helping.open("print-en", from_report=True)
    qtbot.waitUntil(lambda: player.played == ["print"])
    helped.helping.reading.solved()
    assert helped.calls[-1] == ("solved", None)
    helped.helping.close()
    assert player.played == ["print", "closed"]
