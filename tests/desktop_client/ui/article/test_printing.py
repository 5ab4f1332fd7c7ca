"""An article on paper: into a PDF file, black on white, whatever the window looks like."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from desktop_client.screens.article import ArticleView
from desktop_client.ui.article.printing import ask_printer, for_paper, print_article
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.look.tokens import TEXT_CONTRAST, contrast

VIEW = ArticleView(
    id="a", title="Wi-Fi in the office", body="Text.\n\n> Careful.\n\n![x](a.png)\n\n" + "Words.\n\n" * 300, pictures=("a.png",)
)


def test_article_is_printed_with_its_title(theme: Theme, tmp_path: Path) -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#0B6E6E"))
    document = for_paper(VIEW, "Article · Network", {0: image}, theme.size)
    assert document.toPlainText().startswith("Wi-Fi in the office\nArticle · Network\nText.")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    print_article(document, printer)
    data = (tmp_path / "a.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") >= 3


def test_paper_is_the_same_for_large_text(qapp: QApplication) -> None:
    sizes = []
    for size in (10, 20):
        Theme(size=size, dark=size == 20).apply(qapp)
        document = for_paper(VIEW, "Article", {}, size)
        sizes.append(round(document.defaultFont().pointSizeF(), 1))
        ink = document.find("Words").charFormat().foreground().color()
        assert contrast(ink, QColor("white")) >= TEXT_CONTRAST
    Theme().apply(qapp)
    assert sizes[0] == sizes[1]


def test_printer_is_asked_for_without_waiting(theme: Theme) -> None:
    page = QWidget()
    page.show()
    ask_printer(page, VIEW, "Article", {}, theme.size)
    dialog = page.findChild(QPrintDialog)
    assert dialog is not None
    dialog.reject()
    page.close()
