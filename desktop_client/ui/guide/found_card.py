"""What Sigap found: the measured values behind a verdict, what they were before, and the raw ones for who wants them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QWidget

from desktop_client.screens.guide_view import EvidenceRow, SaidVerdict, Tone
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.parts import Button, IconLabel, Text, box, line
from desktop_client.ui.parts.verdict_mark import VerdictMark


@dataclass(frozen=True, kw_only=True)
class FoundWords:
    """The card's own words, in the language of now."""

    details: str
    less: str
    before: str
    now: str


class FoundCard(QFrame):
    """`title` heads it. The first verdict's evidence is shown, the others one line each."""

    def __init__(self, theme: Theme, title: str, verdicts: Sequence[SaidVerdict], words: FoundWords) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "card")
        self.setObjectName("found_card")
        if theme.high_contrast:
            self.setFrameShape(QFrame.Shape.Box)
        column = box(theme, self, margins=(16, 10, 16, 14), spacing=6)
        head = box(theme, spacing=8, across=True)
        head.addWidget(Text(theme, title, tier="label", wrap=True), 1)
        details = "\n\n".join(verdict.details for verdict in verdicts if verdict.details)
        self._words = words
        self._button = Button(theme, words.details, kind="quiet", on_click=self._turn_details)
        self._button.setObjectName("technical_details")
        self._button.setVisible(bool(details))
        head.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        first, *others = verdicts
        rows = [*first.rows, *(EvidenceRow(label=one.name, value=one.title, tone=one.tone) for one in others)]
        if any(row.before for row in rows):
            self._add_before_and_now(column, rows)
        elif rows:
            self._add_rows(column, rows)
        self._details = Text(theme, details, tier="small", wrap=True, selectable=True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.font("small").pointSizeF())
        self._details.setFont(font)
        self._details.setObjectName("details")
        self._details.setAccessibleName(words.details)
        self._details.hide()
        column.addWidget(self._details)

    def _add_rows(self, column: QBoxLayout, rows: list[EvidenceRow]) -> None:
        grid = self._grid()
        marked = any(row.tone is not Tone.PLAIN for row in rows)
        for number, row in enumerate(rows):
            if marked:
                grid.addWidget(self._mark(row.tone), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self._theme, row.label, ink="muted", wrap=True), number, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(self._theme, row.value, wrap=True), number, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        column.addLayout(grid)

    def _add_before_and_now(self, column: QBoxLayout, rows: list[EvidenceRow]) -> None:
        grid = self._grid()
        for place, words in ((2, self._words.before), (4, self._words.now)):
            grid.addWidget(Text(self._theme, words, tier="small", ink="muted"), 0, place)
        for number, row in enumerate(rows):
            at = 2 * number + 1
            if number:
                grid.addWidget(line(), at - 1, 0, 1, 5)
            grid.addWidget(self._mark(row.tone), at, 0)
            grid.addWidget(Text(self._theme, row.label, ink="muted", wrap=True), at, 1)
            if row.before:
                grid.addWidget(Text(self._theme, row.before, ink="muted", wrap=True), at, 2)
                grid.addWidget(IconLabel(self._theme, "arrow-right", "muted", 16), at, 3)
            grid.addWidget(Text(self._theme, row.value, tier="label" if row.before else "text", wrap=True), at, 4)
        for place, share in ((1, 5), (2, 4), (4, 5)):
            grid.setColumnStretch(place, share)
        column.addLayout(grid)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._theme.px(10))
        grid.setVerticalSpacing(self._theme.px(8))
        return grid

    def _mark(self, tone: Tone) -> QWidget:
        return VerdictMark(self._theme, tone) if tone is not Tone.PLAIN else IconLabel(self._theme, "info-circle", "muted", 18)

    def _turn_details(self) -> None:
        shown = self._details.isHidden()
        self._details.setVisible(shown)
        self._button.setText(self._words.less if shown else self._words.details)


def anything_in(verdicts: Sequence[SaidVerdict]) -> bool:
    """Whether a card about them has anything in it."""
    return any(chain.from_iterable((one.rows, one.details) for one in verdicts)) or len(verdicts) > 1
