"""The article reader in its states."""

from datetime import date

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QPushButton

from contract.articles import ArticleKind
from desktop_client.screens.article import ArticleView, RelatedRow
from desktop_client.ui.article.article_actions import ArticleActions
from desktop_client.ui.article.article_links import Outside
from desktop_client.ui.article.article_page import ArticlePage
from desktop_client.ui.article.link_question import LinkQuestion
from desktop_client.ui.examples.example import Example
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import language

WIDTH, HEIGHT = 840, 700

BODY = {
    True: r"""# Error 0x00000709 when you set the default printer

Windows shows `0x00000709` when it chooses your default printer by itself and the last one is gone. Your documents are safe.

## What you can do

1. Open **Settings**, then **Bluetooth & devices**, then **Printers**.
2. Switch off **Let Windows manage my default printer**.
3. Choose your printer and press **Set as default**.

> Don't remove the printer from the list. Only the help desk can add it again.

## If it is not in the list

Add it by its name. Press the Windows key and R, and type:

    \\print01\HP-LT3-Ruang-Keuangan

See [printers on each floor](kb:printers-floors) for the other names. The name of the nearest one is also on its front, below the screen.

## After an update

Windows may take its own choice again. Repeat the three steps, then print one page:

- from another program, if it was one program only
- from the [page of the maker](https://support.example.com/printers), if the driver is old

| Floor | Printer | Colour |
| --- | --- | --- |
| 2 | HP-LT2-Lobi | no |
| 3 | HP-LT3-Ruang-Keuangan | yes |

## Still not solved?

Report it, and say which of the steps you tried.
""",
    False: r"""# Kesalahan 0x00000709 saat mengatur printer bawaan

Windows menampilkan `0x00000709` jika printer bawaan dipilih sendiri oleh Windows dan printer terakhir sudah tidak ada. Dokumen Anda aman.

## Yang bisa Anda lakukan

1. Buka **Pengaturan**, lalu **Bluetooth & perangkat**, lalu **Printer**.
2. Matikan **Izinkan Windows mengelola printer bawaan saya**.
3. Pilih printer Anda, lalu tekan **Jadikan bawaan**.

> Jangan hapus printer dari daftar. Hanya tim TI yang bisa menambahkannya lagi.

## Jika tidak ada di daftar

Tambahkan dengan namanya. Tekan tombol Windows dan R, lalu ketik:

    \\print01\HP-LT3-Ruang-Keuangan

Lihat [printer di tiap lantai](kb:printers-floors) untuk nama lainnya. Nama printer terdekat juga tertulis di bagian depannya.

## Setelah pembaruan

Windows bisa memilih sendiri lagi. Ulangi ketiga langkah itu, lalu cetak satu halaman:

- dari aplikasi lain, jika hanya satu aplikasi yang bermasalah
- dari [halaman pembuatnya](https://support.example.com/printers), jika drivernya lama

| Lantai | Printer | Warna |
| --- | --- | --- |
| 2 | HP-LT2-Lobi | tidak |
| 3 | HP-LT3-Ruang-Keuangan | ya |

## Masih belum beres?

Laporkan, dan sebutkan langkah mana yang sudah dicoba.
""",
}
"""By whether it is English."""


def nothing(*_values: object) -> None:
    """An action that does nothing."""


def english() -> bool:
    """Whether the example speaks English."""
    return language() == "en"


def said(en: str, indonesian: str) -> str:
    """What an author wrote, in the language of the example."""
    return en if english() else indonesian


def drawn_picture() -> QImage:
    """A picture as an article may have one."""
    image = QImage(420, 180, QImage.Format.Format_RGB32)
    image.fill(QColor("#DCE8F2"))
    painter = QPainter(image)
    painter.fillRect(24, 24, 372, 36, QColor("#0B6E6E"))
    for number in range(3):
        painter.fillRect(24, 76 + number * 30, 240 - 40 * number, 14, QColor("#556070"))
    painter.end()
    return image


def article_view(body: str = "", *, answered: bool = False, from_results: bool = True, pictures: tuple[str, ...] = ()) -> ArticleView:
    """The article about the printer, or another text under its title."""
    return ArticleView(
        id="err-0x00000709",
        title=said("Error 0x00000709 when you set the default printer", "Kesalahan 0x00000709 saat mengatur printer bawaan"),
        lang="en" if english() else "id",
        category=said("Printing", "Mencetak"),
        updated=date(2026, 11, 3),
        body=body or BODY[english()],
        pictures=pictures,
        other_language="id" if english() else "en",
        related=(
            RelatedRow(
                id="printer-guide",
                title=said("Printer is not available: check and fix", "Printer tidak tersedia: periksa dan perbaiki"),
                kind=ArticleKind.GUIDE,
            ),
            RelatedRow(id="queue", title=said("Documents stay in the queue", "Dokumen tertahan di antrean")),
            RelatedRow(id="printers-floors", title=said("Printers on each floor", "Printer di tiap lantai")),
        ),
        from_results=from_results,
        answered=answered,
    )


def page(theme: Theme, view: ArticleView | None = None) -> ArticlePage:
    """The page with an article, outside of any window."""
    made = ArticlePage(
        theme,
        ArticleActions(
            back=nothing,
            open=nothing,
            open_outside=nothing,
            other_language=nothing,
            opinion=nothing,
            report=nothing,
            keep_size=nothing,
            picture=lambda _name, _widest, done: done(drawn_picture()),
        ),
    )
    made.setMinimumSize(1, 1)
    made.show_view(view or article_view())
    return made


def _reading(theme: Theme) -> ArticlePage:
    return page(theme)


def _answered(theme: Theme) -> ArticlePage:
    return page(theme, article_view(answered=True, from_results=False))


def _missing(theme: Theme) -> ArticlePage:
    made = page(theme)
    made.findChild(QPushButton, "not_helped").click()
    return made


def _finding(theme: Theme) -> ArticlePage:
    made = page(theme)
    made.show()
    made.findChild(QPushButton, "find").click()
    made.findChild(QLineEdit, "find_words").setText("printer")
    return made


def _asking(theme: Theme) -> ArticlePage:
    made = page(theme)
    made.findChild(LinkQuestion).ask(Outside("https://support.example.com/printers", "support.example.com"))
    return made


def _picture(theme: Theme) -> ArticlePage:
    text = said(
        "Press **Printers**:\n\n![The list of printers](list.png)\n\nThen choose yours.",
        "Tekan **Printer**:\n\n![Daftar](list.png)\n\nLalu pilih.",
    )
    return page(theme, article_view(text, pictures=("list.png",)))


def _long(theme: Theme) -> ArticlePage:
    line = said("A line of a log that nobody shortened.", "Sebaris catatan yang tidak dipendekkan.")
    made = page(theme, article_view("\n\n".join([line] * 2600)))
    made.resize(theme.px(WIDTH), theme.px(HEIGHT))
    return made


EXAMPLES = (
    Example("article", _reading, WIDTH, HEIGHT),
    Example("article-narrow", _reading, 560, 700),
    Example("article-answered", _answered, WIDTH, HEIGHT),
    Example("article-missing", _missing, WIDTH, HEIGHT),
    Example("article-find", _finding, WIDTH, HEIGHT),
    Example("article-link", _asking, WIDTH, HEIGHT),
    Example("article-picture", _picture, WIDTH, 480),
    Example("article-long", _long, WIDTH, 480),
)
