"""The small window after *Send*: saved, on its way, received; it stays honest while the computer is offline."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from desktop_client.reasons import Cause
from desktop_client.screens.after_send import AfterSendView, Stage
from desktop_client.ui import words
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.steps import DONE, FAILED, LATER, NOW, WAITING, Step
from desktop_client.ui.parts.window import Window

WIDTH = 480
DISCS = {
    Stage.SENDING: ("device-floppy", "accent"),
    Stage.WAITING: ("hourglass", "warning"),
    Stage.RECEIVED: ("check", "success"),
    Stage.REFUSED: ("alert-circle", "danger"),
}
OFFLINE = {Cause.UNREACHABLE, Cause.CONNECTION_BROKE, Cause.SLOW}
CLOCK_MS = 15_000
"""How often "in 5 minutes" is written anew."""


@dataclass(frozen=True, kw_only=True)
class AfterSendActions:
    """Functions of the window; each gets the report's id."""

    try_now: Callable[[str], object]
    edit: Callable[[str], object]
    open_ticket: Callable[[str], object]
    copy: Callable[[str], object]
    save_as_file: Callable[[str, Path], object]
    closed: Callable[[], object]


class AfterSendWindow(Window):
    """Shows one report from saved to received; `copy` gets the number as text for the clipboard."""

    def __init__(self, theme: Theme, actions: AfterSendActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view: AfterSendView | None = None
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        content = QWidget()
        body = box(theme, content, margins=(32, 28, 32, 20), spacing=0)
        self._disc = Disc(theme)
        body.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignHCenter)
        self._title = Text(theme, tier="title", wrap=True)
        self._title.setObjectName("title")
        self._text = Text(theme, ink="muted", wrap=True)
        self._text.setObjectName("text")
        body.addSpacing(theme.px(16))
        for label, gap in ((self._title, 6), (self._text, 20)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(label)
            body.addSpacing(theme.px(gap))
        body.addWidget(self._build_steps())
        body.addSpacing(theme.px(16))
        body.addWidget(self._build_urgent())
        body.addStretch(1)
        whole.addWidget(Scrolled(content), 1)
        whole.addWidget(self._build_foot())
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._say)
        self.retranslate()

    def _build_steps(self) -> QFrame:
        card, inside = frame(self.theme, "card", margins=(22, 18, 20, 18), spacing=0)
        self._steps = [Step(self.theme) for _ in range(3)]
        for step in self._steps:
            inside.addWidget(step)
        self.try_now = self._button("try_now", "", lambda view: self._actions.try_now(view.id))
        self._steps[1].aside.addWidget(self.try_now, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _build_urgent(self) -> QFrame:
        self._urgent, row = frame(self.theme, "none", margins=0, spacing=8, across=True)
        row.addStretch(1)
        row.addWidget(IconLabel(self.theme, "phone"))
        self._call = Text(self.theme, selectable=True)
        self._call.setObjectName("urgent")
        row.addWidget(self._call)
        row.addStretch(1)
        return self._urgent

    def _build_foot(self) -> QFrame:
        foot, row = frame(self.theme, "footer", margins=(24, 11, 24, 11), spacing=12, across=True)
        self.open_ticket = self._button("open_ticket", "quiet", lambda view: self._actions.open_ticket(view.id))
        self.save_as_file = self._button("save_as_file", "quiet", self._ask_for_file)
        row.addWidget(self.open_ticket)
        row.addWidget(self.save_as_file)
        row.addStretch(1)
        self.copy = self._button("copy", "", lambda view: self._actions.copy(view.number), "copy")
        self.edit = self._button("edit", "", lambda view: self._actions.edit(view.id))
        self.close_button = Button(self.theme, kind="primary", on_click=self.close)
        self.close_button.setObjectName("close")
        for button in (self.copy, self.edit, self.close_button):
            row.addWidget(button)
        return foot

    def _button(self, name: str, kind: str, on_click: Callable[[AfterSendView], object], icon_name: str = "") -> Button:
        button = Button(self.theme, kind=kind, icon_name=icon_name, on_click=lambda: on_click(self._view) if self._view else None)
        button.setObjectName(name)
        return button

    def show_view(self, view: AfterSendView) -> None:
        """The report as it is now; a new stage turns the window in place."""
        before, self._view = self._view, view
        focused = self.focusWidget()
        self._say()
        if before is None or before.id != view.id or before.stage is not view.stage:
            self.fit(WIDTH)
            if focused is None or not focused.isVisibleTo(self):
                self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        view = self._view
        if view is None:
            return
        self._disc.show_icon(*self._icon(view))
        title, text = self._headline(view)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        if view.stage is Stage.RECEIVED:
            self._say_received(view)
        else:
            self._say_saved(view)
        self._urgent.setVisible(bool(view.telephone))
        self._call.setText(self.tr("Urgent? Call {desk}: {telephone}").format(desk=words.desk(view.help_desk), telephone=view.telephone))
        received, sending = view.stage is Stage.RECEIVED, view.stage is Stage.SENDING
        for button, visible in (
            (self.open_ticket, received),
            (self.copy, received),
            (self.save_as_file, not received and not sending),
            (self.edit, not received and not sending),
            (self.try_now, view.stage is Stage.WAITING),
        ):
            button.setVisible(visible)

    @staticmethod
    def _icon(view: AfterSendView) -> tuple[str, str]:
        if view.stage is Stage.WAITING and view.reason and view.reason.cause in OFFLINE:
            return "cloud-off", "warning"
        return DISCS[view.stage]

    def _headline(self, view: AfterSendView) -> tuple[str, str]:
        match view.stage:
            case Stage.RECEIVED:
                return self.tr("{number} received").format(number=view.number), view.subject
            case Stage.WAITING:
                return self.tr("Saved. Waiting to be sent"), self.tr(
                    "Your report is saved on this computer and goes out by itself, also after a restart."
                )
            case Stage.REFUSED:
                sentence = words.say(view.reason, help_desk=view.help_desk, company=view.company, saved="report")
                return sentence.title, sentence.text
            case _:
                return self.tr("Saved on this computer"), self.tr(
                    "It is being sent now. You can close this window or switch off the computer: it goes on by itself."
                )

    def _say_saved(self, view: AfterSendView) -> None:
        first, second, third = self._steps
        first.say(DONE, self.tr("Saved"), words.when(view.saved))
        if view.stage is Stage.WAITING:
            sentence = words.say(view.reason, help_desk=view.help_desk, company=view.company, next_try=view.next_try)
            second.say(WAITING, sentence.title, sentence.text)
        elif view.stage is Stage.REFUSED:
            second.say(FAILED, self.tr("Not accepted"), self.tr("Change it and send it again, or save it as a file."))
        elif view.total_bytes:
            title = self.tr("Sending: {percent}%").format(percent=words.number(view.percent))
            sent = self.tr("{sent} of {total}").format(sent=words.size(view.sent_bytes), total=words.size(view.total_bytes))
            second.say(NOW, title, sent, progress=view.percent)
        else:
            second.say(NOW, self.tr("Sending"), "")
        third.say(LATER, self.tr("Received"), self.tr("Its number is known then."), last=True)

    def _say_received(self, view: AfterSendView) -> None:
        first, second, third = self._steps
        first.say(DONE, self.tr("Saved"), words.when(view.saved))
        following = self.tr("%n file(s) still being sent", "", view.files_left) if view.files_left else ""
        second.say(DONE, self.tr("Received"), following)
        third.say(
            NOW, self.tr("A technician reads it"), self.tr("You don't need to do anything. Sigap tells you of the answer."), last=True
        )

    def _ask_for_file(self, view: AfterSendView) -> None:
        dialog = QFileDialog(self, self.tr("Save as file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("zip (*.zip)")
        dialog.setDefaultSuffix("zip")
        dialog.selectFile("sigap-report.zip")
        dialog.fileSelected.connect(lambda file: self._actions.save_as_file(view.id, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = self.focusWidget()
            if isinstance(focused, Button) and focused is not self.close_button:
                focused.click()
            else:
                self.close()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)
        self._clock.stop()

    def closeEvent(self, event: object) -> None:
        super().closeEvent(event)
        self._actions.closed()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Your report"))
        self.try_now.setText(self.tr("Try now"))
        self.edit.setText(self.tr("Edit"))
        self.save_as_file.setText(self.tr("Save as file…"))
        self.open_ticket.setText(self.tr("Open the ticket"))
        self.copy.setText(self.tr("Copy number"))
        self.close_button.setText(self.tr("Close"))
        if self._view is not None:
            self.show_view(replace(self._view))
