"""A ticket's state in words, with its icon and ink: the same in the panel, in the list and above the conversation."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from contract.tickets import State
from desktop_client.screens.tickets import RowKind

translate = QCoreApplication.translate


@dataclass(frozen=True)
class StateWords:
    """What a state says, by word, icon and ink (a token) together."""

    text: str
    icon: str
    ink: str


def state_words(state: State, technician: str) -> StateWords:
    """The state of a ticket that the backend has; `technician` is who answered last, "" before the first answer."""
    if state is State.RESOLVED:
        return StateWords(translate("TicketWords", "Solved"), "circle-check", "success")
    if technician:
        return StateWords(translate("TicketWords", "Being worked on by {name}").format(name=technician), "user-check", "accent_text")
    if state is State.OPEN:
        return StateWords(translate("TicketWords", "Received: being worked on"), "user-check", "accent_text")
    return StateWords(translate("TicketWords", "Received: waiting for a technician"), "inbox", "muted")


def unread_words(technician: str) -> StateWords:
    """The state of a ticket with an answer that was not read."""
    if technician:
        return StateWords(translate("TicketWords", "{name} replied").format(name=technician), "message-reply", "accent_text")
    return StateWords(translate("TicketWords", "New reply"), "message-reply", "accent_text")


def held_words(kind: RowKind) -> StateWords:
    """The state of what has not arrived."""
    if kind is RowKind.SENDING:
        return StateWords(translate("TicketWords", "Sending"), "cloud-up", "muted")
    if kind is RowKind.REFUSED:
        return StateWords(translate("TicketWords", "Needs your attention"), "alert-circle", "danger")
    return StateWords(translate("TicketWords", "Waiting to send"), "cloud-up", "warning")
