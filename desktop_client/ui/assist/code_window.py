"""The code that brings both sides together: pasted from the tool, or shown large to be typed into it. Stop is always within reach."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_client.screens.assist import CodeView
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.assist_words import where
from desktop_client.ui.assist.two_words import LargeText
from desktop_client.ui.look.theme import Theme, repolish
from desktop_client.ui.parts.parts import Button, Text, box, frame
from desktop_client.ui.parts.window import Window
from desktop_client.ui.words import say

WIDTH = 520
LONGEST_CODE = 200
GROUP = 3
"""Letters of a code that is shown, between two spaces: so it is read and typed without losing one's place."""


@dataclass(frozen=True, kw_only=True)
class CodeActions:
    """What the window does; each returns at once. `code` gets what was pasted."""

    code: Callable[[str], object]
    stop: Callable[[], object]


class CodeWindow(Window):
    """Fill it with `show_view`. Closing it only puts it away: the bar brings it back."""

    def __init__(self, theme: Theme, actions: CodeActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view: CodeView | None = None
        self._desk = UNKNOWN
        self._sent = ""
        self.setObjectName("code_window")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = box(theme, margins=(24, 20, 24, 20), spacing=8)
        self._title = Text(theme, tier="heading", wrap=True)
        self._title.setObjectName("title")
        self._where = Text(theme, ink="muted", wrap=True)
        body.addWidget(self._title)
        body.addWidget(self._where)
        self._row = QWidget()
        row = box(theme, self._row, margins=(0, 4, 0, 0), spacing=8, across=True)
        self.field = QLineEdit()
        self.field.setObjectName("code")
        self.field.setMaxLength(LONGEST_CODE)
        self.field.returnPressed.connect(self._send)
        self.field.textChanged.connect(self._changed)
        row.addWidget(self.field, 1)
        self.paste = Button(theme, icon_name="clipboard", on_click=self._paste)
        self.paste.setObjectName("paste_code")
        row.addWidget(self.paste)
        body.addWidget(self._row)
        self._refused = Text(theme, tier="small", ink="danger", wrap=True)
        self._refused.setObjectName("code_refused")
        body.addWidget(self._refused)
        self._large = LargeText(theme)
        self._large.setObjectName("shown_code")
        self._large.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._large.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.addWidget(self._large)
        body.addStretch(1)
        whole.addLayout(body, 1)
        foot, answers = frame(theme, "footer", margins=(24, 12, 24, 12), spacing=12, across=True)
        self.stop = Button(theme, kind="stop", icon_name="player-stop", on_click=actions.stop)
        self.stop.setObjectName("stop")
        self.copy = Button(theme, icon_name="copy", on_click=self._copy)
        self.copy.setObjectName("copy_code")
        self.send = Button(theme, kind="primary", on_click=self._send)
        self.send.setObjectName("send_code")
        answers.addWidget(self.stop)
        answers.addStretch(1)
        for button in (self.copy, self.send):
            answers.addWidget(button)
        whole.addWidget(foot)

    def show_view(self, view: CodeView, desk: Desk) -> None:
        """The code as it is now; what was typed stays. A new one, or a code that was not taken, comes to the front."""
        before, self._view, self._desk = self._view, view, desk
        fresh = before is None or (before.session, before.wanted, before.code) != (view.session, view.wanted, view.code)
        if fresh:
            self._sent = ""
            self.field.clear()
        refused_anew = not fresh and before is not None and view.refused is not None and view.refused != before.refused
        if refused_anew:
            self._sent = ""
        if view == before:
            return
        self.retranslate()
        if fresh or refused_anew:
            self.bring()

    def bring(self) -> None:
        """To the front, with the keyboard where the code goes."""
        self.fit(WIDTH)
        self.open()
        (self.field if self._view is not None and self._view.wanted else self.copy).setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The session goes on without it, or is over: the window goes, and the code with it."""
        self._view = None
        self.field.clear()
        self._large.setText("")
        self.close()

    def retranslate(self) -> None:
        self.stop.setText(self.tr("Stop"))
        self.paste.setText(self.tr("Paste"))
        self.copy.setText(self.tr("Copy"))
        self.send.setText(self.tr("Send code"))
        view = self._view
        if view is None:
            return
        tool, name = shown(view.tool), shown(view.name)
        self.setWindowTitle(tool)
        if view.wanted:
            self._title.setText(self.tr("Paste the {tool} code.").format(tool=tool))
            found = self.tr("You find it {where}. Only {name} receives it.").format(where=where(view.where, view.tool), name=name)
            self._where.setText(found)
        else:
            self._title.setText(self.tr("Type this code into {tool}.").format(tool=tool))
            self._where.setText(self.tr("It is from {name}. Tell it to nobody else.").format(name=name))
        self.field.setAccessibleName(self._title.text())
        self.field.setAccessibleDescription(self._where.text())
        self._row.setVisible(view.wanted)
        self.send.setVisible(view.wanted)
        self.copy.setVisible(not view.wanted)
        self._large.setVisible(not view.wanted)
        self._large.setText(grouped(shown(view.code)))
        self._show_refused()

    def _show_refused(self) -> None:
        refused = self._view.refused if self._view is not None and not self._sent else None
        wrong = refused is not None and bool(self._view and self._view.wanted)
        if refused is not None:
            self._refused.setText(say(refused, help_desk=self._desk.help_desk, company=self._desk.company).whole())
        self._refused.setVisible(wrong)
        self.field.setProperty("wrong", wrong)
        repolish(self.field)
        self._changed()

    def _changed(self) -> None:
        typed = bool(self.field.text().strip())
        self.send.setEnabled(typed and self.field.text() != self._sent)

    def _paste(self) -> None:
        self.field.setText(" ".join(QGuiApplication.clipboard().text().split())[:LONGEST_CODE])
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        if self._view is not None:
            QGuiApplication.clipboard().setText(self._view.code)

    def _send(self) -> None:
        typed = self.field.text().strip()
        if typed and self.send.isEnabled():
            self._sent = self.field.text()
            self._show_refused()
            self._actions.code(typed)


def grouped(code: str) -> str:
    """A code of letters and digits alone, with a space after every few; any other as it is."""
    if not code.isalnum():
        return code
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))
