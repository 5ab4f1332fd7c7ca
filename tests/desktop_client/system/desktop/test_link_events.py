"""A link that macOS gives to the running program, as Qt tells of it."""

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from pytestqt.qtbot import QtBot

from desktop_client.system.desktop.link_events import LinkEvents
from desktop_client.system.links import message_of_link


def test_a_link_is_told_and_nothing_else(qtbot: QtBot, qapp: QCoreApplication) -> None:
    told: list[str] = []
    links = LinkEvents(qapp, told.append)
    for url in ("sigap://article/printer-jam", "sigap://guide/x", "file:///etc/passwd", "https://example.com"):
        QCoreApplication.sendEvent(qapp, QFileOpenEvent(QUrl(url)))
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.User))
    assert told == ["article:printer-jam"]
    qapp.removeEventFilter(links)
    links.setParent(None)


def test_what_a_link_says() -> None:
    assert message_of_link("sigap://article/printer-jam") == "article:printer-jam"
    assert message_of_link("SIGAP://Article/Printer_Jam.2") == "article:Printer_Jam.2"
    others = ("", "sigap:article/a", "sigap://article/a b", "sigap://article/..", f"sigap://article/{'x' * 201}", "sigap://article/a\n")
    assert [message_of_link(url) for url in (*others, "xsigap://article/a", "sigap://article/a/b")] == [None] * 8
