"""An article on paper: black on white, in the size of print, whatever the window looks like."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QWidget

from desktop_client.screens.article import ArticleView
from desktop_client.ui.article.article_document import ArticleDocument
from desktop_client.ui.article.article_look import ArticleLook
from desktop_client.ui.look.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

PAPER_POINTS = 10.0


def for_paper(view: ArticleView, kind_line: str, pictures: Mapping[int, QImage], size: float) -> ArticleDocument:
    """The article with its title and kind line on top; `size` is the theme's text size, from which that of paper is made."""
    look = ArticleLook(Theme(size=size), round(100 * PAPER_POINTS / size))
    document = ArticleDocument(view, look)
    for number, image in pictures.items():
        document.show_picture(number, image)
    cursor = QTextCursor(document)
    title = QTextCharFormat()
    title.setFont(look.heading(1))
    block = QTextBlockFormat()
    block.setBottomMargin(look.px(4))
    small = QTextCharFormat()
    small.setFont(look.text)
    small.setForeground(look.colour("muted"))
    under = QTextBlockFormat()
    under.setBottomMargin(look.px(14))
    first = cursor.block().blockFormat()
    first_letters = cursor.charFormat()
    cursor.insertBlock(first, first_letters)
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.setBlockFormat(block)
    cursor.insertText(view.title, title)
    cursor.insertBlock(under, small)
    cursor.insertText(kind_line, small)
    return document


def print_article(document: ArticleDocument, printer: "QPagedPaintDevice") -> None:
    """Puts it on paper, or into a PDF file; pages are broken as they come."""
    document.print_(printer)


def ask_printer(page: QWidget, view: ArticleView, kind_line: str, pictures: Mapping[int, QImage], size: float) -> None:
    """Asks where to print, in the system's own dialog, then prints. Returns at once."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - loaded only when something is printed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(view.title)
    dialog = QPrintDialog(printer, page)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: print_article(for_paper(view, kind_line, pictures, size), printer))
    # `open` of the print dialog itself wants a slot by its name.
    QDialog.open(dialog)
