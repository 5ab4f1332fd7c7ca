"""Which tool: a card each where there are several, and below them what the chosen one can do and what Sigap can't limit in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QWidget

from desktop_client.screens.assist import ToolView
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.reasons import shown
from desktop_client.ui.assist.assist_words import ABILITY_ICONS, asks, in_order, limits, short
from desktop_client.ui.look.theme import Theme, repolish
from desktop_client.ui.parts.kept_focus import kept_focus, order_tabs
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, emptied
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.words import desk as desk_name
from desktop_client.ui.words import listed, say


class ToolCard(QFrame):
    """One tool to choose; a click anywhere on it chooses. A tool that can't be used says why, and where it is to be had."""

    def __init__(self, theme: Theme, tool: ToolView, desk: Desk, download_words: str, download: Callable[[str], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.tool = tool
        column = box(theme, self, margins=(12, 8, 12, 8), spacing=2)
        self.radio = QRadioButton(shown(tool.name))
        self.radio.setObjectName(f"tool_{tool.key}")
        self.radio.setFont(theme.font("label"))
        self.radio.setEnabled(tool.missing is None)
        column.addWidget(self.radio)
        if tool.missing is None:
            below = listed([short(ability) for ability in in_order(tool.can)])
        else:
            below = say(tool.missing, help_desk=desk.help_desk, company=desk.company).whole()
        words = Text(theme, below, "small", "muted", wrap=True)
        words.setContentsMargins(theme.px(26), 0, 0, 0)
        column.addWidget(words)
        self.radio.setAccessibleDescription(below)
        if tool.missing is not None and tool.download:
            button = Button(theme, download_words, icon_name="download", on_click=lambda: download(tool.download))
            button.setObjectName(f"download_{tool.key}")
            row = box(theme, margins=(26, 4, 0, 4), across=True)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def show_chosen(self, *, chosen: bool) -> None:
        """Marks the card."""
        tone = "accent" if chosen else ""
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            repolish(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.setChecked(True)
        super().mousePressEvent(event)


class ToolChoice(Worded):
    """The cards and the words about the chosen tool. `chosen()` is its key, "" while none can be used; `chose` tells of another."""

    chose = Signal()

    def __init__(self, theme: Theme, download: Callable[[str], object]) -> None:
        super().__init__()
        self._theme, self._download = theme, download
        self._tools: tuple[ToolView, ...] = ()
        self._name, self._desk, self._chosen, self._known = "", UNKNOWN, "", False
        self._cards: list[ToolCard] = []
        self._group = QButtonGroup(self)
        column = box(theme, self, spacing=12)
        self._choose = Text(theme, tier="label", wrap=True)
        column.addWidget(self._choose)
        self._list = box(theme, spacing=8)
        column.addLayout(self._list)
        self._about = box(theme, spacing=6)
        column.addLayout(self._about)

    def show_tools(self, tools: tuple[ToolView, ...], name: str, desk: Desk, *, known: bool) -> None:
        """The tools that the company allows, in its order; `name` is the technician's. What was chosen stays chosen while it can be.

        `known`: it has been looked which tools there are.
        """
        if (tools, name, desk, known) == (self._tools, self._name, self._desk, self._known):
            return
        self._tools, self._name, self._desk, self._known = tools, name, desk, known
        usable = [tool.key for tool in tools if tool.missing is None]
        if self._chosen not in usable:
            self._chosen = next(iter(usable), "")
        self.retranslate()

    def chosen(self) -> str:
        """The key of the tool."""
        return self._chosen

    def retranslate(self) -> None:
        self._choose.setText(self.tr("With which tool?"))
        with kept_focus(self):
            self._fill_cards()
        self._fill_about()
        order_tabs(self.window())

    def _fill_cards(self) -> None:
        emptied(self._list)
        self._cards = []
        self._group = QButtonGroup(self)
        alone = len(self._tools) == 1 and self._tools[0].missing is None
        self._choose.setVisible(len(self._tools) > 1)
        for tool in () if alone else self._tools:
            words = self.tr("Download {tool}").format(tool=shown(tool.name))
            card = ToolCard(self._theme, tool, self._desk, words, self._download)
            card.radio.setChecked(tool.key == self._chosen)
            card.show_chosen(chosen=tool.key == self._chosen)
            card.radio.toggled.connect(lambda on, key=tool.key: self._choose_tool(key) if on else None)
            self._group.addButton(card.radio)
            self._cards.append(card)
            self._list.addWidget(card)

    def _choose_tool(self, key: str) -> None:
        self._chosen = key
        for card in self._cards:
            card.show_chosen(chosen=card.tool.key == key)
        self._fill_about()
        self.chose.emit()

    def _fill_about(self) -> None:
        emptied(self._about)
        tool = next((tool for tool in self._tools if tool.key == self._chosen), None)
        if tool is None:
            if not self._tools:
                none = self.tr("Your company allows no tool for this on this computer. Ask {desk}.")
                looks = self.tr("Looking which tools are on this computer…")
                words = none.format(desk=desk_name(self._desk.help_desk)) if self._known else looks
                self._about.addWidget(Text(self._theme, words, ink="" if self._known else "muted", wrap=True))
            return
        for ability in in_order(tool.can):
            self._about.addWidget(self._line(ABILITY_ICONS[ability], asks(ability, self._name), "text"))
        for sentence in limits(tool, self._name, desk_name(self._desk.help_desk)):
            self._about.addWidget(self._line("info-circle", sentence, "muted"))
        if tool.closes:
            self._about.addWidget(self._line("player-stop", self.tr("You can stop at any time."), "muted"))

    def _line(self, icon: str, words: str, ink: str) -> QWidget:
        line = QWidget()
        row = box(self._theme, line, spacing=12, across=True)
        row.addWidget(IconLabel(self._theme, icon, "accent" if ink == "text" else "muted"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(self._theme, words, "text" if ink == "text" else "small", "" if ink == "text" else "muted", wrap=True), 1)
        return line
