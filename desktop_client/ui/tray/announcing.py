"""What is told on the desktop: a reply, a solved ticket, a report that had waited and arrived. A click leads to the ticket."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from desktop_client.help_desk.news import News, NewsKind

translate = QCoreApplication.translate
ASKED = "assist:"
"""Before a session's id: the key of the notification that somebody asks."""
LONGEST = 200
"""Letters of a reply that a notification shows."""


class Service(Protocol):
    """The desktop's notifications, as `system.desktop.notifications` offers them."""

    def show(self, key: str, title: str, text: str) -> None:
        """Shows one, in the place of an earlier one with the same key."""

    def close(self, key: str) -> None:
        """Takes it away."""


class Announcing:
    """Says it through the desktop's service; `wanted` is asked each time whether replies are to be told."""

    def __init__(self, service: Service, wanted: Callable[[], bool]) -> None:
        self._service, self._wanted = service, wanted
        self._told: set[str] = set()

    def news(self, told: tuple[News, ...]) -> None:
        """Replies and solved tickets, the last of each ticket; several of one ticket are one notification."""
        if not self._wanted():
            return
        for news in {one.ticket.id: one for one in told}.values():
            title, text = words_of(news)
            self._told.add(news.ticket.id)
            self._service.show(news.ticket.id, title, text)

    def received(self, ticket: str, number: str, subject: str) -> None:
        """A report has arrived while nobody was looking at it. Nothing is unread, so it stays until the person takes it away."""
        self._service.show(ticket, translate("Announcing", "{number} received.").format(number=number), subject)

    def seen(self, unread: frozenset[str]) -> None:
        """Only these tickets have something new: what was told of others is taken away."""
        for ticket in self._told - unread:
            self._service.close(ticket)
        self._told &= unread


def words_of(news: News) -> tuple[str, str]:
    """Title and text of a notification."""
    ticket = news.ticket
    under = f"{ticket.number} · {ticket.subject}"
    if news.kind is NewsKind.RESOLVED:
        title = translate("Announcing", "{number} solved. Does it work now?").format(number=ticket.number)
        said = first_line(news.message.text) if news.message else ""
        return title, f"{said}\n{under}" if said else ticket.subject
    name = news.message.name if news.message else ticket.technician
    title = translate("Announcing", "{name} replied").format(name=name)
    said = first_line(news.message.text) if news.message else ""
    return title, f"{said}\n{under}"


def first_line(text: str) -> str:
    """The first words of a reply."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
