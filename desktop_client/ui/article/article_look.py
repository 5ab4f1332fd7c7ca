"""How an article looks: fonts, colours and distances, from the theme, in the size in which the person reads."""

from typing import ClassVar

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextFrameFormat, QTextLength, QTextTableFormat

from desktop_client.ui.look.theme import Theme

READING = 1.1
"""What is read at length is a tenth larger than the text of windows: 11 points at 10."""
WIDTH = 528
"""Of the text at 100 %: about 70 letters."""


class ArticleLook:
    """For one theme and one text size in percent."""

    DEEPEST: ClassVar = 6
    """Lists deeper than this are not indented further."""
    HEADINGS: ClassVar = {1: 1.25, 2: 1.15, 3: 1.05}

    def __init__(self, theme: Theme, percent: int = 100) -> None:
        self._theme, self._percent = theme, percent
        self._text = theme.font("text")
        self._text.setPointSizeF(self._text.pointSizeF() * READING * percent / 100)
        # Made once: an article may have thousands.
        self._headings = {level: QFont(self._text) for level in range(1, 7)}
        for level, font in self._headings.items():
            font.setPointSizeF(font.pointSizeF() * self.HEADINGS.get(level, 1.0))
            font.setWeight(QFont.Weight.DemiBold)
        self.width = self.px(WIDTH)
        self.indent = self.px(24)
        self.panel_padding, self.panel_gap = self.px(8), self.px(14)
        self.panel_side, self.panel_icon = self.px(16), self.px(18)
        self.quote_indent = self.panel_side + self.panel_icon + self.px(10)

    def px(self, length: float) -> int:
        """A length at 10 point text and 100 %."""
        return max(1, round(self._theme.px(length * 100) * self._percent / 10_000)) if length else 0

    def colour(self, token: str) -> QColor:
        """A token of the theme."""
        return self._theme.colour(token)

    @property
    def text(self) -> QFont:
        """What is read."""
        return QFont(self._text)

    def heading(self, level: int) -> QFont:
        """A heading of level 1 to 6."""
        return QFont(self._headings[level])

    def code(self, beside: QFont, *, inline: bool) -> QFont:
        """What is typed as it stands, a little smaller than the text beside it; no ligatures."""
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(beside.pointSizeF() * (0.9 if inline else 0.87))
        fixed.setWeight(beside.weight())
        return fixed

    def paragraph(self) -> QTextBlockFormat:
        """What every paragraph gets, to be merged into what it is."""
        made = QTextBlockFormat()
        made.setTopMargin(0)
        made.setBottomMargin(self.px(10))
        made.setLeftMargin(0)
        made.setRightMargin(0)
        made.setNonBreakableLines(False)
        made.setLineHeight(148.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def picture(self) -> QTextBlockFormat:
        """What a paragraph with a picture gets: no room above and below in proportion to its height."""
        made = QTextBlockFormat()
        made.setLineHeight(100.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def block(self, kind: str, level: int) -> QTextBlockFormat:
        """What a panel's or a heading's paragraph gets besides; `kind` is "code", "quote" or ""."""
        made = QTextBlockFormat()
        made.setIndent(0)
        height = 0.0
        if kind == "code":
            height = 135.0
            made.setBottomMargin(0)
            made.setLeftMargin(self.panel_side)
            made.setRightMargin(self.panel_side + self.px(28))
        elif kind == "quote":
            made.setBottomMargin(self.px(6))
            made.setLeftMargin(self.quote_indent)
            made.setRightMargin(self.panel_side)
        elif level:
            height = 125.0
            made.setTopMargin(self.px(18))
            made.setBottomMargin(self.px(8))
        if height:
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return made

    def table(self, form: QTextTableFormat) -> QTextTableFormat:
        """A table with thin lines, as wide as the text at most."""
        form.setBorder(1)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorderBrush(self.colour("border"))
        form.setBorderCollapse(True)
        form.setCellPadding(self.px(8))
        form.setCellSpacing(0)
        form.setTopMargin(self.px(10))
        form.setBottomMargin(self.px(14))
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return form
