"""What Sigap found: the measured values behind a verdict, what they were before, and the raw ones for who wants them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop_client.screens.guide_view import EvidenceRow, SaidVerdict, Tone
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, line
from desktop_client.ui.parts.verdict_mark import VerdictMark

NARROW = 460


@dataclass(frozen=True, kw_only=True)
class FoundWords:
    """The card's own words, in the language of now."""

    details: str
    less: str
    before: str
    now: str


class RawDetails(Text):
    """Codes and raw values, in letters of one width."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, text, tier="small", ink="muted", wrap=True, selectable=True)
        self._use_fixed()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._use_fixed()

    def _use_fixed(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self._theme.font("small").pointSizeF())
        self.setFont(font)


class FoundCard(QFrame):
    """`title` heads it. The first verdict's evidence is shown, the others one line each."""

    def __init__(self, theme: Theme, title: str, verdicts: Sequence[SaidVerdict], words: FoundWords) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._compared: list[tuple[QWidget, ...]] = []
        self._heads: list[QWidget] = []
        self._grid, self._narrow = QGridLayout(), False
        self.setProperty("role", "card")
        self.setObjectName("found_card")
        if theme.high_contrast:
            self.setFrameShape(QFrame.Shape.Box)
        column = box(theme, self, margins=(16, 10, 6, 14), spacing=6)
        head = box(theme, spacing=8, across=True)
        head.addWidget(Text(theme, title, tier="label", wrap=True), 1)
        details = "\n\n".join(verdict.details for verdict in verdicts if verdict.details)
        self._button = Button(theme, words.details, kind="quiet", on_click=self._turn_details)
        self._button.setObjectName("technical_details")
        head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self._button.setVisible(bool(details))
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setContentsMargins(0, 0, theme.px(10), 0)
        column.addLayout(self._grid)
        first, *others = verdicts
        if any(row.before for row in first.rows):
            self._add_compared(first.rows)
        else:
            self._add_rows(first.rows, others)
        self._details = RawDetails(theme, details)
        self._details.setObjectName("details")
        self._details.setAccessibleName(words.details)
        self._details.setContentsMargins(0, theme.px(8), theme.px(10), 0)
        self._details.hide()
        column.addWidget(self._details)

    def _add_rows(self, rows: Sequence[EvidenceRow], others: Sequence[SaidVerdict]) -> None:
        said = [*((row.label, row.value, row.tone, False) for row in rows), *((one.name, one.title, one.tone, True) for one in others)]
        marked = any(tone is not Tone.PLAIN or judged for _label, _value, tone, judged in said)
        for number, (label, value, tone, judged) in enumerate(said):
            # A value that is only measured has no mark; a check that could not look has one.
            if marked and (judged or tone is not Tone.PLAIN):
                self._grid.addWidget(VerdictMark(self._theme, tone), number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(self._theme, label, ink="muted", wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Text(self._theme, value, wrap=True), number, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 3)

    def _add_compared(self, rows: Sequence[EvidenceRow]) -> None:
        self._heads = [Text(self._theme, words, tier="small", ink="muted") for words in (self._words.before, self._words.now)]
        for row in rows:
            self._compared.append(
                (
                    line(),
                    VerdictMark(self._theme, row.tone),
                    Text(self._theme, row.label, ink="muted", wrap=True),
                    Text(self._theme, row.before, ink="muted", wrap=True),
                    IconLabel(self._theme, "arrow-right", "muted", 16),
                    Text(self._theme, row.value, tier="label" if row.before else "text", wrap=True),
                )
            )
        self._place_compared()

    def _place_compared(self) -> None:
        """Before and now beside each other, or below each other where the card is narrow."""
        narrow = self._narrow = self.width() < self._theme.px(NARROW)
        grid = self._grid
        while grid.takeAt(0) is not None:
            pass
        for words, at in zip(self._heads, (2, 4), strict=True):
            grid.addWidget(words, 0, at)
            words.setVisible(not narrow)
        for number, (rule, mark, label, before, arrow, now) in enumerate(self._compared):
            at = 1 + 4 * number
            grid.addWidget(rule, at, 0, 1, 5)
            grid.addWidget(mark, at + 1, 0)
            if narrow:
                places = ((label, at + 1, 1, 4), (before, at + 2, 2, 3), (arrow, at + 3, 1, 1), (now, at + 3, 2, 3))
            else:
                places = ((label, at + 1, 1, 1), (before, at + 1, 2, 1), (arrow, at + 1, 3, 1), (now, at + 1, 4, 1))
            for widget, row, place, wide in places:
                grid.addWidget(widget, row, place, 1, wide)
            # Only now: what is in no layout yet would be shown as a window of its own.
            rule.setVisible(number > 0)
            for widget in (before, arrow):
                widget.setVisible(bool(before.text()))
        for place, share in ((1, 0), (2, 1), (3, 0), (4, 1)) if narrow else ((1, 4), (2, 3), (3, 0), (4, 5)):
            grid.setColumnStretch(place, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._compared and self._narrow != (event.size().width() < self._theme.px(NARROW)):
            self._place_compared()

    def _turn_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._button.setText(self._words.less if shown else self._words.details)


def anything_in(verdicts: Sequence[SaidVerdict]) -> bool:
    """Whether a card about them has anything in it."""
    return any(chain.from_iterable((one.rows, one.details) for one in verdicts)) or len(verdicts) > 1
