"""The strip on top of a window that says what stands in the way, with one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy

from desktop_client.ui.look.theme import Theme, repolish
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box


class Banner(QFrame):
    """Title and text, perhaps a button. Hidden until there is something to say."""

    def __init__(self, theme: Theme, on_click: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "danger")
        self.setObjectName("banner")
        layout = box(theme, self, margins=(24, 10, 24, 10), spacing=12, across=True)
        self._icon = IconLabel(theme, "alert-circle", "danger", 22)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        words = box(theme, spacing=2)
        self._title = Text(theme, tier="label", wrap=True)
        self._title.setObjectName("banner_title")
        self._text = Text(theme, wrap=True)
        self._text.setObjectName("banner_text")
        for label in (self._title, self._text):
            words.addWidget(label)
        layout.addLayout(words, 1)
        self.button = Button(theme, on_click=on_click)
        self.button.setObjectName("banner_button")
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, title: str, text: str, *, button: str = "", tone: str = "danger") -> None:
        """Shows a sentence; a title of "" hides the strip."""
        self.setVisible(bool(title))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{title} {text}".strip())
        if tone != self.property("tone"):
            self.setProperty("tone", tone)
            self._icon.show_icon("alert-circle" if tone == "danger" else "info-circle", tone)
            repolish(self)
