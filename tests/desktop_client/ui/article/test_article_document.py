"""An article's Markdown: nothing is loaded, only honest links are links, and no text holds anything up."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QTextBlock, QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication

from desktop_client.screens.article import ArticleView
from desktop_client.ui.article.article_document import CODE, PICTURE, QUOTE, ArticleDocument
from desktop_client.ui.article.article_look import ArticleLook
from desktop_client.ui.look.theme import Theme


def document(theme: Theme, body: str, *, title: str = "Title", pictures: tuple[str, ...] = ()) -> ArticleDocument:
    """The document, laid out as on a page."""
    made = ArticleDocument(ArticleView(id="x", title=title, body=body, pictures=pictures), ArticleLook(theme))
    made.setTextWidth(528)
    assert made.size().height() > 0
    return made


def links(of: QTextDocument) -> list[tuple[str, str]]:
    """Words and target of each link."""
    found = []
    for form, words in pieces(of):
        if form.isAnchor() or form.anchorHref():
            found.append((words, form.anchorHref()))
    return found


def pieces(of: QTextDocument) -> Iterator[tuple[QTextFormat, str]]:
    for block in blocks(of):
        at = block.begin()
        while not at.atEnd():
            yield at.fragment().charFormat(), at.fragment().text()
            at += 1


def blocks(of: QTextDocument) -> Iterator[QTextBlock]:
    block = of.begin()
    while block.isValid():
        yield block
        block = block.next()


class Counting(BaseHTTPRequestHandler):
    """Counts who asks for anything."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def log_message(self, *_arguments: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An HTTP server here, and every path that was asked for."""
    asked: list[str] = []
    handler = type("Handler", (Counting,), {"asked": asked})
    with HTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()


def test_nothing_is_loaded_from_anywhere(theme: Theme, server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = server
    secret = tmp_path / "secret.png"
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    image.save(str(secret))
    body = f"""
![remote]({address}/a.png) ![file](file://{secret}) ![path]({secret}) ![share](\\\\host\\share\\a.png) ![double](//127.0.0.1/b.png)
![data](data:image/png;base64,iVBORw0KGgo=) ![resource](:/qt-project.org/logos/pysidelogo.png) ![metadata](http://169.254.169.254/x)

<img src="{address}/html.png"><link rel="stylesheet" href="{address}/style.css"><iframe src="file://{secret}"></iframe>

[ref]: {address}/ref
![by reference][ref]
"""
    made = document(theme, body)
    assert asked == []
    said = made.toPlainText()
    for description in ("[remote]", "[file]", "[path]", "[data]", "[resource]"):
        assert description in said
    assert [form for form, _words in pieces(made) if form.isImageFormat()] == []
    picture = QImage(528, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    made.drawContents(painter)
    painter.end()
    red = sum(picture.pixelColor(x, y) == QColor("#FF0000") for x in range(0, 528, 4) for y in range(0, 400, 4))
    assert red == 0
    assert asked == []


def test_what_qt_asks_for_all_the_same_is_refused(theme: Theme, server: tuple[str, list[str]]) -> None:
    address, asked = server
    made = document(theme, "Text")
    for url in (f"{address}/a.png", "file:///etc/passwd", "//host/share/a.png"):
        image = made.resource(QTextDocument.ResourceType.ImageResource, QUrl(url))
        assert (image.width(), image.height()) == (1, 1)
    assert len(made.refused) == 3
    assert asked == []


def test_html_is_text(theme: Theme) -> None:
    made = document(theme, 'A <b>bold</b> <a href="https://example.com">link</a> <script>alert(1)</script>')
    assert "<script>alert(1)</script>" in made.toPlainText()
    assert links(made) == []


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox)",
        "<javascript:alert(1)>",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "[![x](javascript:1)](javascript:2)",
        "[x](file:///etc/passwd)",
        "[x](\\\\\\\\host\\\\share)",
        "[x](//host/share)",
        "[x](ms-msdt:/id)",
        "[x](search-ms:query)",
        "[x](https://bank.example@evil.example)",
        "[x](other.md)",
    ],
)
def test_hostile_link_is_text(theme: Theme, markdown: str) -> None:
    made = document(theme, f"Before {markdown}")
    assert links(made) == []
    assert made.toPlainText().startswith("Before ")


def test_honest_links_stay_and_lose_their_tooltip(theme: Theme) -> None:
    made = document(theme, '[a](kb:other "Your bank") [b](https://example.com/x "https://bank.example") [c](mailto:a@example.com "x")')
    assert [href for _words, href in links(made)] == ["kb:other", "https://example.com/x", "mailto:a@example.com"]
    assert [form.toolTip() for form, _words in pieces(made) if form.isAnchor()] == ["", "https://example.com/x", "a@example.com"]


def test_headings_have_sigaps_size_and_are_listed(theme: Theme) -> None:
    made = document(theme, "# One\n\ntext\n\n## Two *x*\n\ntext\n\n###### Six")
    assert [(heading.level, heading.text) for heading in made.headings] == [(1, "One"), (2, "Two x"), (6, "Six")]
    look = ArticleLook(theme)
    sizes = {words: form.fontPointSize() for form, words in pieces(made)}
    assert sizes["Two "] == pytest.approx(look.heading(2).pointSizeF())
    assert all(not form.hasProperty(QTextFormat.Property.FontSizeAdjustment) for form, _words in pieces(made))


def test_first_heading_that_repeats_the_title_is_left_out(theme: Theme) -> None:
    assert document(theme, "# Title\n\nText").toPlainText() == "Text"
    assert document(theme, "# Other\n\nText").toPlainText() == "Other\nText"
    assert document(theme, "# Title").toPlainText() == ""


def test_warnings_and_code_are_panels(theme: Theme) -> None:
    made = document(theme, "Text\n\n> Don't.\n>\n> Really.\n\n```\none\n  two\n```\n\n    indented\n\nEnd")
    assert [(panel.kind, panel.text) for panel in made.panels][:2] == [(QUOTE, "Don't.\nReally."), (CODE, "one\n  two")]
    assert made.panels[-1].kind == CODE
    assert "indented" in made.panels[-1].text


def test_lists_stay_lists(theme: Theme) -> None:
    made = document(theme, "1. one\n2. two\n   - inner\n\n- x")
    texts = {block.text(): block.textList() for block in blocks(made) if block.text()}
    assert all(texts.values())
    assert texts["inner"].format().indent() == 2


def test_table_has_its_cells(theme: Theme) -> None:
    made = document(theme, "| a | b |\n| - | - |\n| 1 | 2 |")
    table = made.rootFrame().childFrames()[0]
    assert (table.rows(), table.columns()) == (2, 2)
    assert table.cellAt(1, 1).firstCursorPosition().block().text() == "2"


def test_own_picture_is_asked_for_by_name_and_put_in_its_place(theme: Theme) -> None:
    made = document(theme, "![The list](my%20list.png) ![again](my%20list.png) ![gone](other.png)", pictures=("cover.png", "my list.png"))
    assert made.wanted_pictures() == (1,)
    assert "[gone]" in made.toPlainText()
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    before = made.size().height()
    made.show_picture(1, image)
    assert made.size().height() > before + 150
    assert made.resource(QTextDocument.ResourceType.ImageResource, QUrl(f"{PICTURE}1")).width() == 300
    assert made.refused == []


def test_picture_is_never_wider_than_the_text(theme: Theme) -> None:
    made = document(theme, "![x](a.png)", pictures=("a.png",))
    made.show_picture(0, QImage(528, 400, QImage.Format.Format_RGB32))
    whole = made.size().height()
    made.setTextWidth(264)
    assert made.size().width() <= 264
    assert whole - made.size().height() == pytest.approx(200, abs=4)


def test_picture_that_is_not_there_is_its_description(theme: Theme) -> None:
    made = document(theme, "Before ![The list](a.png) after", pictures=("a.png",))
    made.show_picture(0, QImage())
    assert made.toPlainText() == "Before [The list] after"


@pytest.mark.parametrize(
    "body",
    [
        "[" * 50_000,
        ">" * 20_000,
        "".join("  " * depth + "- x\n" for depth in range(2_000)),
        "|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + ("|" + "a|" * 300 + "\n") * 300,
        "*a " * 50_000,
        "a**b" * 20_000,
        "`" * 50_000,
        "![" * 30_000,
        "[a](b" * 20_000,
        "<a " * 30_000,
        "- " * 20_000,
        "&#x" * 30_000,
        "Lorem ipsum **dolor** sit `amet`.\n\n" * 150_000,
        "\u0627\u0644" * 10_000 + "\U0001f600" * 5_000,
        "",
        "\n\n\n",
        "---\ntitle: x\n---\n",
    ],
    ids=lambda body: f"{body[:6]!r} {len(body)}",
)
def test_no_text_holds_anything_up(theme: Theme, body: str) -> None:
    made = document(theme, body)
    assert made.blockCount() <= 4_100
    assert links(made) == []


def test_very_long_article_says_so(theme: Theme, qapp: QApplication) -> None:
    assert document(theme, "x\n\n" * 10).whole
    assert not document(theme, "line\n\n" * 20_000).whole
