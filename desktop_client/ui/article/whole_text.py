"""An article that is too long to be laid out, as plain text."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, box, frame
from desktop_client.ui.parts.worded import Worded

LINE = 1000
"""Letters; longer lines go on in the next, or laying them out would hold up everything else."""


class WholeText(Worded):
    """Hidden until it is needed; `on_back` leads back to the article as it is laid out."""

    def __init__(self, theme: Theme, on_back: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("whole_text")
        column = box(theme, self, spacing=0)
        ground, inner = frame(theme, "plain", margins=(32, 16, 16, 0), spacing=8)
        self._back = Button(theme, icon_name="arrow-left", on_click=on_back)
        self._back.setObjectName("back_to_article")
        inner.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.text = QPlainTextEdit()
        self.text.setObjectName("plain")
        self.text.setReadOnly(True)
        self.text.setProperty("bare", True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setUndoRedoEnabled(False)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        inner.addWidget(self.text, 1)
        column.addWidget(ground)
        self.hide()
        self.retranslate()

    def show_text(self, title: str, text: str) -> None:
        """The words as their author wrote them."""
        self.text.setAccessibleName(title)
        self.text.setPlainText("\n".join(_short_lines(text.replace("\0", "").encode("utf-8", "replace").decode())))

    def focus(self) -> None:
        """The keyboard goes to the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self._back.setText(self.tr("Back to the article"))


def _short_lines(text: str) -> list[str]:
    return [line[start : start + LINE] for line in text.split("\n") for start in range(0, max(len(line), 1), LINE)]
