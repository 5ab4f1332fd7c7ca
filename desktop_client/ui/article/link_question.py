"""Before a link leads out of Sigap: where to, and may it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from desktop_client.ui.article.article_links import Outside
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, frame
from desktop_client.ui.parts.worded import Worded


class LinkQuestion(Worded):
    """Hidden until `ask`. `on_open` gets the address that was agreed to, `on_close` is told when the question is over."""

    def __init__(self, theme: Theme, on_open: Callable[[str], object], on_close: Callable[[], object]) -> None:
        super().__init__()
        self._on_open, self._on_close = on_open, on_close
        self._asked: Outside | None = None
        self.setObjectName("link_question")
        whole = box(theme, self, spacing=0)
        ground, row = frame(theme, "banner", "accent", margins=(32, 8, 22, 8), spacing=10, across=True)
        ground.setFrameShape(QFrame.Shape.NoFrame)
        whole.addWidget(ground)
        self._icon = IconLabel(theme, "world", "accent_text", 20)
        row.addWidget(self._icon)
        words = box(theme, spacing=0)
        self._words = Text(theme, tier="label", wrap=True)
        self._words.setObjectName("link_words")
        self._address = Text(theme, tier="small", ink="muted", wrap=True)
        self._address.setObjectName("link_address")
        words.addWidget(self._words)
        words.addWidget(self._address)
        row.addLayout(words, 1)
        self._no = Button(theme, on_click=self.close_question)
        self._yes = Button(theme, on_click=self._open)
        for button, name in ((self._yes, "open_link"), (self._no, "leave_link")):
            button.setObjectName(name)
            button.setAutoDefault(True)
            row.addWidget(button)
        self.retranslate()
        self.hide()

    def ask(self, link: Outside) -> None:
        """Asks about one link; the keyboard goes to Open."""
        self._asked = link
        self._icon.show_icon("send" if link.mail else "world", "accent_text")
        self.retranslate()
        self.show()
        self._yes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_question(self) -> None:
        """Nothing is opened."""
        self._asked = None
        self.hide()
        self._on_close()

    def retranslate(self) -> None:
        self._yes.setText(self.tr("Open"))
        self._no.setText(self.tr("Not now"))
        link = self._asked
        if link is None:
            return
        template = self.tr("Write to {host} in the mail program?") if link.mail else self.tr("Open {host} in the browser?")
        self._words.setText(template.format(host=breakable(link.host)))
        self._address.setText(breakable(link.url if len(link.url) <= 200 else f"{link.url[:199]}…"))
        self._address.setToolTip(link.url if len(link.url) > 200 else "")
        self._address.setVisible(not link.mail)
        self.setAccessibleName(self._words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        asked, self._asked = self._asked, None
        self.hide()
        self._on_close()
        if asked is not None:
            self._on_open(asked.url)


def breakable(address: str) -> str:
    """An address that may go on in the next line, after its dots and strokes."""
    return "".join(f"{letter}\u200b" if letter in "./?&=-_@" else letter for letter in address)
