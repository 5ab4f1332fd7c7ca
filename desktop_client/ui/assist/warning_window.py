"""A remote tool has opened, and nobody from the help desk asked for it. It stays on top, and takes the keyboard from no other window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_client.screens.assist import WarningView
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.reasons import shown
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.parts.scrolled import Scrolled
from desktop_client.ui.parts.window import Window
from desktop_client.ui.words import desk as desk_name

WIDTH = 560
ADVICE = ("phone-off", "key-off", "headset")


@dataclass(frozen=True, kw_only=True)
class WarningActions:
    """What the window does, by the tool's key; each returns at once. `ignored`: it was closed without a word."""

    report: Callable[[str], object]
    close_tool: Callable[[str], object]
    opened_myself: Callable[[str], object]
    ignored: Callable[[str], object]


class WarningWindow(Window):
    """Fill it with `show_view`."""

    def __init__(self, theme: Theme, actions: WarningActions) -> None:
        super().__init__(theme)
        self._actions = actions
        self._view: WarningView | None = None
        self._desk = UNKNOWN
        self.setObjectName("warning_window")
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inner = QWidget()
        body = box(theme, inner, margins=(24, 24, 24, 24), spacing=20)
        top = box(theme, spacing=16, across=True)
        disc = Disc(theme)
        disc.show_icon("alert-octagon", "danger")
        top.addWidget(disc, 0, Qt.AlignmentFlag.AlignTop)
        said = box(theme, spacing=4)
        self._title = Text(theme, tier="title", wrap=True)
        self._title.setObjectName("title")
        self._text = Text(theme, tier="reading", wrap=True)
        self._text.setObjectName("text")
        said.addWidget(self._title)
        said.addWidget(self._text)
        top.addLayout(said, 1)
        body.addLayout(top)
        card, advice = frame(theme, "tone", "danger", margins=16, spacing=12)
        self._advice: list[Text] = []
        for number, icon in enumerate(ADVICE):
            row = box(theme, spacing=12, across=True)
            row.addWidget(IconLabel(theme, icon, "text" if number == len(ADVICE) - 1 else "danger"), 0, Qt.AlignmentFlag.AlignTop)
            words = Text(theme, tier="text" if number else "label", wrap=True)
            row.addWidget(words, 1)
            self._advice.append(words)
            advice.addLayout(row)
        body.addWidget(card)
        body.addStretch(1)
        whole.addWidget(Scrolled(inner), 1)
        foot, answers = frame(theme, "footer", margins=(14, 12, 24, 12), spacing=12, across=True)
        self.myself = Button(theme, kind="quiet", on_click=lambda: self._answer(actions.opened_myself))
        self.myself.setObjectName("opened_myself")
        self.close_tool = Button(theme, on_click=lambda: self._answer(actions.close_tool))
        self.close_tool.setObjectName("close_tool")
        self.report = Button(theme, kind="primary", icon_name="flag", on_click=lambda: self._answer(actions.report))
        self.report.setObjectName("report")
        answers.addWidget(self.myself)
        answers.addStretch(1)
        for button in (self.close_tool, self.report):
            answers.addWidget(button)
        whole.addWidget(foot)

    def show_view(self, view: WarningView, desk: Desk) -> None:
        """The tool that opened."""
        self._view, self._desk = view, desk
        self.retranslate()
        self.fit(WIDTH)
        # In the middle, where it is seen: a window manager would put it into a free corner.
        self.move(self.screen().availableGeometry().center() - self.rect().center())
        self.show()
        self.raise_()

    def take_away(self) -> None:
        """The program ends, or the tool has been closed."""
        self._view = None
        self.close()

    def retranslate(self) -> None:
        desk = desk_name(self._desk.help_desk)
        tool = shown(self._view.tool) if self._view is not None else ""
        self.setWindowTitle("Sigap")
        self._title.setText(self.tr("Nobody from {desk} asked for this").format(desk=desk))
        self._text.setText(self.tr("{tool} has opened. With it, somebody else can see and use this computer.").format(tool=tool))
        for label, words in zip(
            self._advice,
            (
                self.tr("Did a caller tell you to open it? Hang up."),
                self.tr("Give no code and type no password."),
                self.tr("A technician always asks through Sigap, on your ticket."),
            ),
            strict=True,
        ):
            label.setText(words)
        self.myself.setText(self.tr("I opened it myself"))
        self.close_tool.setText(self.tr("Close {tool}").format(tool=tool))
        self.report.setText(self.tr("Report"))

    def _answer(self, answer: Callable[[str], object]) -> None:
        view, self._view = self._view, None
        self.close()
        if view is not None:
            answer(view.key)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        view, self._view = self._view, None
        if view is not None:
            self._actions.ignored(view.key)
