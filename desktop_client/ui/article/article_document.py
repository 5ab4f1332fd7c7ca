"""An article's Markdown as a document that is safe to show: it loads nothing by itself, and only links that lead somewhere are links.

HTML is text, remote and local images are their description, and a link's own tooltip is taken away, for it could lie. The author's text
decides on nothing but structure: fonts, sizes, colours and distances are Sigap's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
    QTextLength,
    QTextOption,
)

from desktop_client.screens.article import ArticleView, readable
from desktop_client.ui.article.article_links import Outside, target
from desktop_client.ui.article.article_look import ArticleLook

PICTURE = "article-picture:"
"""Before the number of one of the article's own images: what its place in the document is called."""
QUOTE, CODE = "quote", "code"
DEEPEST_HEADING = 3


@dataclass(frozen=True)
class Heading:
    """A heading in the text: level 1 to 6, and the position where it begins."""

    level: int
    text: str
    position: int


@dataclass
class Panel:
    """Blocks that stand on a ground of their own: a warning, or something to type. `first` and `last` are positions in the text."""

    kind: str
    first: int
    last: int
    indent: int
    text: str = ""
    fenced: bool = False


class ArticleDocument(QTextDocument):
    """The document. `refused` tells what Qt wanted to load and did not get."""

    MARKDOWN: ClassVar = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML

    def __init__(self, view: ArticleView, look: ArticleLook) -> None:
        super().__init__()
        self._look = look
        self.refused: list[str] = []
        self.pictures: tuple[str, ...] = view.pictures
        self.headings: tuple[Heading, ...] = ()
        self.panels: tuple[Panel, ...] = ()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setIndentWidth(look.indent)
        self.setDefaultFont(look.text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)
        body, self.whole = readable(view.body)
        self.setMarkdown(body, self.MARKDOWN)
        for number in range(len(self.pictures)):
            # Until the picture is there, nothing stands in its place; Qt would draw the icon of a broken file. Markdown clears resources.
            self.addResource(QTextDocument.ResourceType.ImageResource, QUrl(f"{PICTURE}{number}"), _nothing())
        self._plain = QTextCharFormat()
        self._plain.setFont(look.text)
        self._plain.setForeground(look.colour("text"))
        self._form(view.title)

    def loadResource(self, _kind: int, url: QUrl) -> object:
        """Loads nothing, whatever an article names."""
        self.refused.append(url.toString())
        return _nothing()

    def wanted_pictures(self) -> tuple[int, ...]:
        """The numbers of the article's own images that the text shows."""
        return tuple(sorted({number for place in self._images() if (number := _number(place.charFormat().toImageFormat())) is not None}))

    def show_picture(self, number: int, image: QImage) -> None:
        """Puts an image in its place; a null one leaves the description."""
        name = f"{PICTURE}{number}"
        if image.isNull():
            for place in self._images():
                form = place.charFormat().toImageFormat()
                if form.name() == name:
                    self._describe(place, form)
            return
        self.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        self.markContentsDirty(0, self.characterCount())

    # Forming

    def _form(self, title: str) -> None:
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        self._drop_title(title)
        pieces = [(block, *piece) for block in self._blocks() for piece in _pieces(block)]
        # All at once what most of it is, then what differs: each call costs.
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setCharFormat(self._plain)
        cursor.mergeBlockFormat(self._look.paragraph())
        # From the end to the beginning: what is put in place of a picture moves everything behind it.
        for block, position, length, form in reversed(pieces):
            if not _is_plain(block, form):
                self._form_piece(cursor, block, position, length, form)
        self._form_blocks(cursor)
        self._form_tables()
        cursor.endEditBlock()

    def _drop_title(self, title: str) -> None:
        """A first heading that only repeats the title says nothing."""
        first = self.begin()
        if first.blockFormat().headingLevel() != 1 or first.text().strip().casefold() != title.strip().casefold():
            return
        cursor = QTextCursor(first)
        if first.next().isValid():
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()

    def _form_piece(self, cursor: QTextCursor, block: QTextBlock, position: int, length: int, form: QTextCharFormat) -> None:
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        if form.isImageFormat():
            self._form_image(cursor, form.toImageFormat())
            return
        look = self._look
        made = QTextCharFormat(self._plain)
        level = block.blockFormat().headingLevel()
        font = look.heading(level) if level else look.text
        if form.fontFixedPitch() or _is_code(block):
            font = look.code(font, inline=not _is_code(block))
        font.setItalic(form.fontItalic())
        font.setStrikeOut(form.fontStrikeOut())
        if form.fontWeight() > font.weight():
            font.setWeight(font.Weight.DemiBold)
        made.setFont(font)
        led = target(form.anchorHref()) if form.isAnchor() else None
        if led is not None:
            made.setAnchor(True)
            made.setAnchorHref(form.anchorHref())
            made.setForeground(look.colour("accent_text"))
            made.setFontUnderline(True)
            if isinstance(led, Outside):
                made.setToolTip(led.host if led.mail else led.url)
        cursor.setCharFormat(made)

    def _form_image(self, cursor: QTextCursor, form: QTextImageFormat) -> None:
        name = QUrl.fromPercentEncoding(form.name().encode())
        if name in self.pictures:
            own = QTextImageFormat()
            own.setName(f"{PICTURE}{self.pictures.index(name)}")
            own.setProperty(QTextFormat.Property.ImageAltText, form.property(QTextFormat.Property.ImageAltText) or "")
            own.setMaximumWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
            cursor.setCharFormat(own)
            cursor.mergeBlockFormat(self._look.picture())
        else:
            self._describe(cursor, form)

    def _describe(self, cursor: QTextCursor, form: QTextImageFormat) -> None:
        """A picture that isn't shown is its description."""
        said = str(form.property(QTextFormat.Property.ImageAltText) or "").strip()
        muted = QTextCharFormat()
        font = self._look.text
        font.setItalic(True)
        muted.setFont(font)
        muted.setForeground(self._look.colour("muted"))
        cursor.insertText(f"[{said}]" if said else "", muted)

    def _form_blocks(self, cursor: QTextCursor) -> None:
        look = self._look
        headings: list[Heading] = []
        panels: list[Panel] = []
        open_panel: Panel | None = None
        for block in self._blocks():
            form = block.blockFormat()
            level = form.headingLevel()
            kind = CODE if _is_code(block) else QUOTE if form.intProperty(QTextFormat.Property.BlockQuoteLevel) else ""
            listed = block.textList()
            if listed and listed.format().indent() > look.DEEPEST:
                lists = listed.format()
                lists.setIndent(look.DEEPEST)
                listed.setFormat(lists)
            fenced = _is_fenced(block)
            if open_panel is None or open_panel.kind != kind or open_panel.fenced != fenced:
                indent = listed.format().indent() if listed else 0
                open_panel = Panel(kind, block.position(), block.position(), indent, fenced=fenced) if kind else None
                if open_panel is not None:
                    panels.append(open_panel)
            if open_panel is not None:
                open_panel.last = block.position()
                open_panel.text += ("\n" if open_panel.first != block.position() else "") + block.text()
            if kind or level or form.indent():
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(look.block(kind, level))
            if level and not kind and block.text().strip():
                headings.append(Heading(level, block.text().strip(), block.position()))
        self._form_panels(cursor, panels)
        self.headings = tuple(headings)
        self.panels = tuple(panels)

    def _form_panels(self, cursor: QTextCursor, panels: list[Panel]) -> None:
        """Room around each panel: before its first block, and behind its last one."""
        for panel in panels:
            for position, first in ((panel.first, True), (panel.last, False)):
                cursor.setPosition(position)
                form = cursor.blockFormat()
                if first:
                    form.setTopMargin(self._look.panel_gap + self._look.panel_padding)
                else:
                    form.setBottomMargin(self._look.panel_gap + self._look.panel_padding)
                cursor.setBlockFormat(form)

    def _form_tables(self) -> None:
        for frame in self.rootFrame().childFrames():
            form = frame.frameFormat()
            if form.isTableFormat():
                frame.setFrameFormat(self._look.table(form.toTableFormat()))

    # Walking

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.begin()
        while block.isValid():
            yield block
            block = block.next()

    def _images(self) -> Iterator[QTextCursor]:
        for block in list(self._blocks()):
            for position, length, form in reversed(list(_pieces(block))):
                if form.isImageFormat():
                    cursor = QTextCursor(self)
                    cursor.setPosition(position)
                    cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
                    yield cursor


def _pieces(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Position, length and format of each run of letters that look alike."""
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        yield fragment.position(), fragment.length(), fragment.charFormat()
        pieces += 1


def _is_plain(block: QTextBlock, form: QTextCharFormat) -> bool:
    """Whether nothing about these letters differs from what is read."""
    return not (
        form.isImageFormat()
        or form.isAnchor()
        or form.anchorHref()
        or form.fontFixedPitch()
        or form.fontItalic()
        or form.fontStrikeOut()
        or form.fontWeight() > QFont.Weight.Normal
        or block.blockFormat().headingLevel()
        or _is_code(block)
    )


def _is_code(block: QTextBlock) -> bool:
    form = block.blockFormat()
    return form.hasProperty(QTextFormat.Property.BlockCodeLanguage) or form.hasProperty(QTextFormat.Property.BlockCodeFence)


def _is_fenced(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _number(form: QTextImageFormat) -> int | None:
    name = form.name()
    return int(name.removeprefix(PICTURE)) if name.startswith(PICTURE) else None


def _nothing() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(0)
    return image
