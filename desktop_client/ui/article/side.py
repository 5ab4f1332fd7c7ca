"""Beside an article: what is on this page, and what is related."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from contract.articles import ArticleKind
from desktop_client.screens.article import RelatedRow
from desktop_client.ui.article.article_document import DEEPEST_HEADING, Heading
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import IconLabel, Text, box, emptied
from desktop_client.ui.parts.text_block import TextBlock
from desktop_client.ui.parts.worded import Worded
from desktop_client.ui.parts.wrapping_row import WrappingRow

MOST_HEADINGS = 40
INDENT = 12


class HeadingEntry(QPushButton):
    """A heading to jump to; a bar, weight and colour where one reads now."""

    def __init__(self, theme: Theme, heading: Heading, depth: int, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._theme, self._words, self._depth = theme, heading.text, depth
        self.setProperty("kind", "row")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(heading.text)
        self.clicked.connect(lambda _checked: on_click())

    def _block(self, width: int, *, chosen: bool) -> TextBlock:
        left = self._theme.px(16 + INDENT * self._depth)
        return TextBlock(self._words, self._theme.font("label" if chosen else "text"), width - left - self._theme.px(4))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # As high as it is in bold, so that reading on moves nothing.
        return self._block(width, chosen=True).height() + self._theme.px(14)

    def sizeHint(self) -> QSize:
        width = self.width() or self._theme.px(200)
        return QSize(self._theme.px(120), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.Polish, QEvent.Type.Resize}:
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return done

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        chosen = self.isChecked()
        if self.underMouse():
            painter.fillRect(self.rect(), theme.colour("hover"))
        bar = px(3) if chosen else 1
        painter.fillRect(QRectF(0, 0, bar, self.height()), theme.colour("accent" if chosen else "border"))
        block = self._block(self.width(), chosen=chosen)
        top = (self.height() - block.height()) // 2
        block.draw(painter, px(16 + INDENT * self._depth), top, theme.colour("accent_text" if chosen else "muted"))


class ArticleSide(Worded):
    """`on_heading` gets a heading, `on_open` an article's id."""

    def __init__(self, theme: Theme, on_heading: Callable[[Heading], object], on_open: Callable[[str], object]) -> None:
        super().__init__()
        self._theme, self._on_heading, self._on_open = theme, on_heading, on_open
        self._entries: list[tuple[Heading, HeadingEntry]] = []
        self.setObjectName("article_side")
        column = box(theme, self, spacing=6)
        self._on_page = Text(theme, tier="label", wrap=True)
        column.addWidget(self._on_page)
        self._headings = box(theme, spacing=0)
        column.addLayout(self._headings)
        self._others = QWidget()
        others = box(theme, self._others, margins=(0, 14, 0, 0), spacing=6)
        self._related_title = Text(theme, tier="label", wrap=True)
        others.addWidget(self._related_title)
        self._related = box(theme, spacing=2)
        others.addLayout(self._related)
        column.addWidget(self._others)
        column.addStretch(1)
        self.retranslate()

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """What is on this page: the upper three levels that are there."""
        emptied(self._headings)
        top = min((heading.level for heading in headings), default=1)
        kept = [heading for heading in headings if heading.level < top + DEEPEST_HEADING][:MOST_HEADINGS]
        if len(kept) < 2:
            kept = []
        self._entries = []
        for number, heading in enumerate(kept):
            entry = HeadingEntry(self._theme, heading, heading.level - top, lambda heading=heading: self._on_heading(heading))
            entry.setObjectName(f"heading_{number}")
            self._headings.addWidget(entry)
            self._entries.append((heading, entry))
        self._on_page.setVisible(bool(kept))

    def show_related(self, rows: tuple[RelatedRow, ...]) -> None:
        """What to go on with."""
        emptied(self._related)
        for row in rows:
            guide = row.kind is ArticleKind.GUIDE
            entry = WrappingRow(self._theme, lambda row=row: self._on_open(row.id), margins=(0, 4, 4, 4))
            entry.setObjectName(f"related_{row.id}")
            icon = IconLabel(self._theme, "tool" if guide else "file-text", "accent" if guide else "muted", 17)
            entry.content.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            words = Text(self._theme, row.title, wrap=True)
            entry.content.addWidget(words, 1)
            entry.setAccessibleName(self.tr("Guide: {title}").format(title=row.title) if guide else row.title)
            self._related.addWidget(entry)
        self._others.setVisible(bool(rows))

    def reading(self, position: int) -> None:
        """Which heading stands above what is read now, by its position in the text; before the first one, that."""
        passed = [entry for heading, entry in self._entries if heading.position <= position]
        if self._entries:
            (passed[-1] if passed else self._entries[0][1]).setChecked(True)

    def headings(self) -> tuple[Heading, ...]:
        """What is on the list."""
        return tuple(heading for heading, _entry in self._entries)

    def entries(self) -> list[QWidget]:
        """What the keyboard reaches, from top to bottom."""
        related = (self._related.itemAt(number).widget() for number in range(self._related.count()))
        return [*(entry for _heading, entry in self._entries), *related]

    def anything(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._entries) or self._related.count() > 0

    def retranslate(self) -> None:
        self._on_page.setText(self.tr("On this page"))
        self._related_title.setText(self.tr("Related"))
