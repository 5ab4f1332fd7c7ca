"""The main window with what fills it: made together, filled together."""

from pytestqt.qtbot import QtBot

from contract.about import About
from desktop_client.flows.instance import Instance
from desktop_client.flows.sync_articles import ArticleSync
from desktop_client.help_desk.conversation import TicketRow
from desktop_client.reasons import Cause, Reason
from desktop_client.screens.now import Now
from desktop_client.ui.background import Background
from desktop_client.ui.computer.checking import Checking
from desktop_client.ui.help.helping import Helping, HelpingActions
from desktop_client.ui.instance_help import Help
from desktop_client.ui.instance_work import Tickets
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.main_parts import MainParts, Pages
from desktop_client.ui.main_window import Page
from desktop_client.ui.settings.changing import Changing
from desktop_client.ui.tickets.following import Following, FollowingActions
from tests.desktop_client.ui.asked import Asked
from tests.small_backend import summary


def unexpected(_error: Exception) -> Reason:
    return Reason(Cause.UNEXPECTED, {"ref": "1"})


def test_every_page_is_filled_and_help_comes_to_the_front(
    instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot
) -> None:
    asked = Asked()
    sync = ArticleSync(instance)
    pages = Pages(
        following=Following(pool, disk, Tickets(instance, lambda: None).work(), asked.actions(FollowingActions)),
        helping=Helping(theme, pool, Help(instance, sync.progress, sync.look_now).work(), asked.actions(HelpingActions)),
        checking=Checking(pool, lambda _told, _stop: (_ for _ in ()).throw(ValueError), lambda: ("pc", "10.0.0.1"), unexpected),
        changing=Changing(pool, instance.preferences, lambda _on: None, lambda: None, unexpected),
    )
    parts = MainParts(theme, pages, lambda: None)
    qtbot.addWidget(parts.window)
    about = About(version="1", company="Contoh", help_desk="tim IT", telephone="1500")
    parts.show_now(Now(person="Ari W", computer="pc", about=about, tickets=(TicketRow(ticket=summary("t1"), unread=1),)), connected=True)
    assert parts.window.page() is Page.HOME
    assert parts.window.home._view.name == "Ari"
    assert [row.id for row in parts.window.home._view.tickets] == ["t1"]
    assert parts.help_page() is parts.window.help
    assert parts.window.page() is Page.HELP
    qtbot.waitUntil(lambda: not pages.helping._looking)
    pages.helping.close()
