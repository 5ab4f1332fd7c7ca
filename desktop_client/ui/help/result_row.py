"""One answer as a button: for the few that are shown in place, in the panel, on Home and while a report is written."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.screens.articles import ArticleRow
from desktop_client.ui.help.article_words import icon_of, kind_words, sentence
from desktop_client.ui.help.marked_block import MarkedBlock, Spans
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import IconLabel, Text
from desktop_client.ui.parts.wrapping_row import WrappingRow


class MarkedText(QWidget):
    """A wrapped text with bold marks; plain, like `Text`."""

    def __init__(self, theme: Theme, text: str, marks: Spans, tier: str = "text", lines: int = 2) -> None:
        super().__init__()
        self._theme, self._text, self._marks, self._tier, self._lines = theme, text, marks, tier, lines
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """The words."""
        return self._text

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._block(width).height()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.heightForWidth(self.width() or self._theme.px(240)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._block(self.width()).draw(QPainter(self), 0, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def _block(self, width: int) -> MarkedBlock:
        return MarkedBlock(self._theme, self._text, self._marks, self._tier, width, self._lines)


class ResultRow(WrappingRow):
    """Icon, title, what it is. `set_chosen` shows that Enter in the field opens it; `kind` leaves out what it is."""

    def __init__(self, theme: Theme, row: ArticleRow, on_click: Callable[[], object], *, arrow: bool = False, kind: bool = True) -> None:
        super().__init__(theme, on_click, (8, 6, 8, 6))
        self._theme, self._chosen = theme, False
        self.row = row
        self.setObjectName(f"answer_{row.id}")
        ink = "accent_text" if row.guide else "muted"
        self.content.addWidget(IconLabel(theme, icon_of(row), ink, 18), 0, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(MarkedText(theme, row.title, row.title_marks), 1)
        if kind:
            small = Text(theme, kind_words(row), "small", "muted")
            self.content.addWidget(small, 0, Qt.AlignmentFlag.AlignTop)
        if arrow:
            self.content.addWidget(IconLabel(theme, "chevron-right", "accent_text", 16), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(sentence(row))

    def set_chosen(self, *, chosen: bool) -> None:
        """Whether the keyboard has chosen it from the field."""
        self._chosen = chosen
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._chosen:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            corner = self._theme.px(6)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
