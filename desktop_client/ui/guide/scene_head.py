"""The words on top of a scene: what it is about, at a glance. The title takes the keyboard, so that a screen reader says it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Text, box
from desktop_client.ui.parts.verdict_mark import MUTED, paint_mark


class ToneDisc(QWidget):
    """The mark of a verdict on a soft disc."""

    SIDE, MARK = 48, 24

    def __init__(self, theme: Theme, tone: str) -> None:
        super().__init__()
        self._theme, self._tone = theme, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(self.SIDE), self._theme.px(self.SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour("text") if theme.high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover" if self._tone == MUTED else f"{self._tone}_soft"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        mark = theme.px(self.MARK)
        paint_mark(painter, theme, self._tone, QRectF((self.width() - mark) / 2, (self.height() - mark) / 2, mark, mark))


class SceneHead(QWidget):
    """`above` is small and stands over the title; `tone` "" leaves the disc out. Title and text are plain, whoever wrote them."""

    def __init__(self, theme: Theme, title: str, text: str = "", *, tone: str = "", above: str = "") -> None:
        super().__init__()
        row = box(theme, self, spacing=16, across=True)
        if tone:
            row.addWidget(ToneDisc(theme, tone), 0, Qt.AlignmentFlag.AlignTop)
        words = box(theme, spacing=4)
        if above:
            over = Text(theme, above, tier="small", ink="muted", wrap=True)
            over.setObjectName("above")
            words.addWidget(over)
        self.title = Text(theme, title, tier="title", wrap=True)
        self.title.setObjectName("scene_title")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setAccessibleName(". ".join(part for part in (title.removesuffix("."), text) if part))
        words.addWidget(self.title)
        for number, paragraph in enumerate(part for part in text.split("\n") if part.strip()):
            said = Text(theme, paragraph.strip(), tier="reading", wrap=True)
            said.setObjectName(f"scene_text_{number}")
            words.addWidget(said)
        words.addStretch(1)
        row.addLayout(words, 1)
