"""A small window with one sentence and two answers; Esc is no answer and changes nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.disc import Disc
from desktop_client.ui.parts.parts import Button, Text, box, frame
from desktop_client.ui.parts.window import Window

WIDTH = 440


class Question(Window):
    """`first` is the filled button, `second` the other; each closes the window. `dismissed` is told when neither was chosen."""

    def __init__(
        self, theme: Theme, first: Callable[[], object], second: Callable[[], object], dismissed: Callable[[], object] | None = None
    ) -> None:
        super().__init__(theme)
        self._dismissed, self._answered = dismissed, False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = box(theme, margins=(24, 24, 24, 20), spacing=16, across=True)
        self.disc = Disc(theme)
        body.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        said = box(theme, spacing=4)
        self.title = Text(theme, tier="heading", wrap=True)
        self.title.setObjectName("title")
        self.text = Text(theme, ink="muted", wrap=True)
        self.text.setObjectName("text")
        said.addWidget(self.title)
        said.addWidget(self.text)
        said.addStretch(1)
        body.addLayout(said, 1)
        whole.addLayout(body, 1)
        foot, row = frame(theme, "footer", margins=(24, 11, 24, 11), spacing=12, across=True)
        row.addStretch(1)
        self.second = Button(theme, on_click=lambda: self._answer(second))
        self.first = Button(theme, kind="primary", on_click=lambda: self._answer(first))
        for button in (self.second, self.first):
            row.addWidget(button)
            button.setAutoDefault(True)
        whole.addWidget(foot)
        self.retranslate()
        self.fit(WIDTH)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, answer: Callable[[], object]) -> None:
        self._answered = True
        self.close()
        answer()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        answered, self._answered = self._answered, False
        if not answered and self._dismissed is not None:
            self._dismissed()
