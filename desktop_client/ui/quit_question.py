"""Asked before quitting, only while something waits to be sent."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop_client.ui.flow_layout import FlowLayout
from desktop_client.ui.parts import Button, IconLabel, Text, box
from desktop_client.ui.theme import Theme
from desktop_client.ui.window import Window

WIDTH = 420


class QuitQuestion(Window):
    """`ask` shows it; `on_quit` is called when the person wants to quit all the same. Esc and Enter stay."""

    def __init__(self, theme: Theme, on_quit: Callable[[], object]) -> None:
        super().__init__(theme)
        self._on_quit = on_quit
        self._waiting = 1
        self.setObjectName("quit_question")
        self.setWindowFlags(Qt.WindowType.Dialog | Qt.WindowType.WindowTitleHint | Qt.WindowType.WindowCloseButtonHint)
        column = box(theme, self, margins=24, spacing=16)
        row = box(theme, spacing=12, across=True)
        row.addWidget(IconLabel(theme, "clock", "warning", 24), 0, Qt.AlignmentFlag.AlignTop)
        words = box(theme, spacing=4)
        self._title = Text(theme, tier="heading", wrap=True)
        self._title.setObjectName("quit_title")
        self._text = Text(theme, ink="muted", wrap=True)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row.addLayout(words, 1)
        column.addLayout(row)
        buttons = FlowLayout(gap=theme.px(8))
        self._stay = Button(theme, "", on_click=self.close)
        self._stay.setObjectName("stay")
        self._stay.setAutoDefault(True)
        self._quit = Button(theme, "", icon_name="power", on_click=self._go)
        self._quit.setObjectName("quit")
        buttons.addWidget(self._stay)
        buttons.addWidget(self._quit)
        column.addLayout(buttons)
        self.retranslate()

    def ask(self, waiting: int) -> None:
        """Asks; `waiting` is how many deliveries are still here."""
        self._waiting = waiting
        self.retranslate()
        self.fit(WIDTH)
        self.open()
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.setWindowTitle("Sigap")
        self._title.setText(self.tr("%n report(s) still waiting.", "", self._waiting))
        self._text.setText(self.tr("They go out when Sigap next runs."))
        self._stay.setText(self.tr("Stay"))
        self._quit.setText(self.tr("Quit"))

    def _go(self) -> None:
        self.close()
        self._on_quit()
