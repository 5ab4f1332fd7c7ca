"""The panel's middle: what has to be done, what waits, and the newest tickets."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from desktop_client.screens.desk import Desk
from desktop_client.screens.panel import PanelTicket, PanelView, RefusedBox, WaitingBox
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Pill, Text, box, frame, line
from desktop_client.ui.parts.wrapping_row import WrappingRow
from desktop_client.ui.tickets.ticket_words import state_words, unread_words
from desktop_client.ui.words import say, translate, when


@dataclass(frozen=True, kw_only=True)
class MiddleActions:
    """What the middle does; each returns at once."""

    try_now: Callable[[], object]
    open_ticket: Callable[[str], object]
    open_tickets: Callable[[], object]
    register: Callable[[], object]


class PanelMiddle:
    """Builds it for a view, anew each time."""

    def __init__(self, theme: Theme, actions: MiddleActions) -> None:
        self._theme, self._actions = theme, actions

    def fill(self, middle: QBoxLayout, view: PanelView) -> None:
        """Adds everything to an empty layout."""
        if not view.enrolled:
            middle.addWidget(self._not_registered())
        if view.refused is not None:
            middle.addWidget(self._refused(view.refused, view.desk))
        if view.waiting is not None:
            middle.addWidget(self._waiting(view.waiting, view.desk))
        self._add_tickets(middle, view)

    def _not_registered(self) -> QFrame:
        made, words = self._box("accent", "key")
        words.addWidget(Text(self._theme, translate("Panel", "This computer isn't registered yet."), "label", wrap=True))
        said = translate("Panel", "You can report already. Reports are kept here and go out once it is.")
        words.addWidget(Text(self._theme, said, "small", "muted", wrap=True))
        self._add_button(words, "register", translate("Panel", "Register this computer"), self._actions.register)
        return made

    def _waiting(self, waiting: WaitingBox, desk: Desk) -> QFrame:
        made, words = self._box("warning", "clock")
        words.addWidget(Text(self._theme, translate("Panel", "Waiting to send: {n}").format(n=waiting.count), "label", wrap=True))
        if waiting.subject:
            words.addWidget(Text(self._theme, waiting.subject, "small", "muted", wrap=True))
        if waiting.sending:
            words.addWidget(Text(self._theme, translate("Panel", "Being sent now."), "small", "muted", wrap=True))
            return made
        if waiting.reason is not None:
            said = say(waiting.reason, help_desk=desk.help_desk, company=desk.company)
            words.addWidget(Text(self._theme, f"{said.title}.", "small", "muted", wrap=True))
        if waiting.next_try is not None:
            next_try = translate("Panel", "Next try {when}.").format(when=when(waiting.next_try))
            words.addWidget(Text(self._theme, next_try, "small", "muted", wrap=True))
        self._add_button(words, "try_now", translate("Panel", "Try now"), self._actions.try_now)
        return made

    def _refused(self, refused: RefusedBox, desk: Desk) -> QFrame:
        made, words = self._box("danger", "alert-circle")
        words.addWidget(Text(self._theme, translate("Panel", "Needs your attention: {n}").format(n=refused.count), "label", wrap=True))
        if refused.subject:
            words.addWidget(Text(self._theme, refused.subject, "small", "muted", wrap=True))
        if refused.reason is not None:
            said = say(refused.reason, help_desk=desk.help_desk, company=desk.company)
            words.addWidget(Text(self._theme, f"{said.title}.", "small", "muted", wrap=True))
        self._add_button(words, "open_refused", translate("Panel", "See what to do"), lambda: self._actions.open_ticket(refused.ticket))
        return made

    def _box(self, tone: str, icon: str) -> tuple[QFrame, QBoxLayout]:
        made, across = frame(self._theme, "tone", tone, margins=12, spacing=10, across=True)
        across.addWidget(IconLabel(self._theme, icon, "accent_text" if tone == "accent" else tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = box(self._theme, spacing=2)
        across.addLayout(words, 1)
        return made, words

    def _add_button(self, words: QBoxLayout, name: str, text: str, on_click: Callable[[], object]) -> None:
        button = Button(self._theme, text, on_click=on_click)
        button.setObjectName(name)
        row = box(self._theme, margins=(0, 6, 0, 0), across=True)
        row.addWidget(button)
        row.addStretch(1)
        words.addLayout(row)

    def _add_tickets(self, middle: QBoxLayout, view: PanelView) -> None:
        if not view.known:
            if view.enrolled:
                middle.addWidget(self._nothing_yet())
            return
        middle.addWidget(line())
        rows = box(self._theme, spacing=2)
        head = box(self._theme, margins=(8, 0, 0, 0), across=True)
        head.addWidget(Text(self._theme, translate("Panel", "My tickets"), "label"))
        head.addStretch(1)
        all_of_them = Button(self._theme, translate("Panel", "See all"), "quiet", on_click=self._actions.open_tickets)
        all_of_them.setObjectName("see_all")
        head.addWidget(all_of_them)
        rows.addLayout(head)
        for ticket in view.tickets:
            rows.addWidget(self._row(ticket))
        if not view.tickets:
            none = Text(self._theme, translate("Panel", "No open tickets."), "small", "muted", wrap=True)
            none.setContentsMargins(self._theme.px(8), 0, 0, self._theme.px(8))
            rows.addWidget(none)
        middle.addLayout(rows)

    def _row(self, ticket: PanelTicket) -> WrappingRow:
        state = unread_words(ticket.technician) if ticket.unread else state_words(ticket.state, ticket.technician)
        row = WrappingRow(self._theme, lambda: self._actions.open_ticket(ticket.id))
        row.setObjectName(f"ticket_{ticket.id}")
        words = box(self._theme, spacing=1)
        words.addWidget(Text(self._theme, ticket.subject, "label" if ticket.unread else "text", wrap=True))
        ink = {"accent_text": "accent" if ticket.unread else "muted"}.get(state.ink, state.ink)
        under = box(self._theme, spacing=6, across=True)
        under.addWidget(Text(self._theme, f"{ticket.number}  ·", "small", "muted"), 0, Qt.AlignmentFlag.AlignTop)
        says = Text(self._theme, state.text, "small_label" if ticket.unread else "small", ink, wrap=True)
        says.setAlignment(Qt.AlignmentFlag.AlignTop)
        under.addWidget(says, 1)
        words.addLayout(under)
        row.content.addLayout(words, 1)
        spoken = [ticket.number, ticket.subject, state.text]
        if ticket.unread:
            row.content.addWidget(Pill(self._theme, str(ticket.unread), "count"), 0, Qt.AlignmentFlag.AlignVCenter)
            spoken.append(translate("Panel", "%n unread", "", ticket.unread))
        row.setAccessibleName(", ".join(spoken))
        return row

    def _nothing_yet(self) -> QWidget:
        made = QWidget()
        words = box(self._theme, made, margins=(8, 24, 8, 24), spacing=4)
        words.addWidget(IconLabel(self._theme, "inbox", "muted", 28), 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (
            Text(self._theme, translate("Panel", "No reports yet"), "label", wrap=True),
            Text(self._theme, translate("Panel", "If something doesn't work, report it here."), "small", "muted", wrap=True),
        ):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(text)
        return made
