"""What a report or reply that has not arrived says in its conversation: why, what is safe, when it is tried again, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame

from desktop_client.help_desk.delivery import Delivery, DeliveryKind, DeliveryState
from desktop_client.screens.desk import Desk
from desktop_client.ui.look.theme import Theme, repolish
from desktop_client.ui.parts.flow_layout import FlowLayout
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied
from desktop_client.ui.parts.progress_line import ProgressLine
from desktop_client.ui.words import number, say, when


@dataclass(frozen=True, kw_only=True)
class HeldActions:
    """What can be done with a delivery, by its id."""

    try_now: Callable[[str], object]
    edit: Callable[[str], object]
    save_as_file: Callable[[str], object]


class HeldBox(QFrame):
    """The box. Hidden while everything has arrived."""

    def __init__(self, theme: Theme, actions: HeldActions) -> None:
        super().__init__()
        self._theme, self._actions = theme, actions
        self.setObjectName("held_box")
        self.setProperty("role", "tone")
        self._row = box(theme, self, margins=(12, 10, 12, 10), spacing=10, across=True)
        self.hide()

    def show_delivery(self, held: Delivery | None, desk: Desk) -> None:
        """Another delivery, or none."""
        with kept_focus(self):
            row = emptied(self._row)
            self.setVisible(held is not None)
            if held is not None:
                self._fill(row, held, desk)
            if self.window().layout() is not None:
                order_tabs(self.window())

    def _fill(self, row: QBoxLayout, held: Delivery, desk: Desk) -> None:
        theme = self._theme
        refused = held.state is DeliveryState.REFUSED
        sending = held.state is DeliveryState.SENDING
        tone = "danger" if refused else ("accent" if sending else "warning")
        self.setProperty("tone", tone)
        repolish(self)
        icon = "alert-circle" if refused else ("cloud-up" if sending else "clock")
        row.addWidget(IconLabel(theme, icon, "accent_text" if sending else tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = box(theme, spacing=4)
        title, text = self._words(held, desk)
        heading = Text(theme, title, "label", wrap=True)
        heading.setObjectName("held_title")
        words.addWidget(heading)
        if text:
            rest = Text(theme, text, wrap=True)
            rest.setObjectName("held_text")
            words.addWidget(rest)
        self.setAccessibleName(f"{title} {text}".strip())
        if sending:
            progress = ProgressLine(theme)
            progress.show_progress(held.sent_bytes, held.total_bytes)
            words.addSpacing(theme.px(4))
            words.addWidget(progress)
        else:
            buttons = FlowLayout(gap=theme.px(8))
            for name, label, do in self._buttons(held):
                button = Button(theme, label, on_click=do)
                button.setObjectName(name)
                buttons.addWidget(button)
            words.addSpacing(theme.px(4))
            words.addLayout(buttons)
        row.addLayout(words, 1)

    def _words(self, held: Delivery, desk: Desk) -> tuple[str, str]:
        if held.state is DeliveryState.SENDING:
            percent = round(100 * held.sent_bytes / held.total_bytes) if held.total_bytes else 0
            return self.tr("Saved on this computer. Sending: {percent}%").format(percent=number(percent)), ""
        if held.reason is None:
            again = self.tr("Next try {when}.").format(when=when(held.next_try)) if held.next_try else ""
            return self.tr("Waiting to send. It is saved on this computer."), again
        kind = "report" if held.kind is DeliveryKind.REPORT else "reply"
        said = say(held.reason, help_desk=desk.help_desk, company=desk.company, saved=kind, next_try=held.next_try)
        return f"{said.title}.", said.text

    def _buttons(self, held: Delivery) -> list[tuple[str, str, Callable[[], object]]]:
        try_now = ("held_try_now", self.tr("Try now"), lambda: self._actions.try_now(held.id))
        edit = ("held_edit", self.tr("Edit"), lambda: self._actions.edit(held.id))
        save = ("held_save", self.tr("Save as file…"), lambda: self._actions.save_as_file(held.id))
        return [edit, save, try_now] if held.state is DeliveryState.REFUSED else [try_now, edit, save]
