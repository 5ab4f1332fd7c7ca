"""Home and Help articles in their states, and the answers that panel and report show."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from contract.articles import ArticleKind
from contract.tickets import State
from desktop_client.knowledge.result import Found, Result
from desktop_client.screens.articles import ArticleRow, ArticlesView, Filter, LibraryState, QuickAnswers, article_row, articles_view
from desktop_client.screens.home import HomeView, home_view
from desktop_client.ui.examples.example import Example
from desktop_client.ui.examples.main_window import at, rows, said, waiting, window
from desktop_client.ui.examples.panel import DESK, english
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.main_window import HEIGHT, WIDTH, Page

LIBRARY = LibraryState(articles=2400, whole=True)
MINUTES = {"printer-guide": 2, "queue-guide": 1}
TOPICS = {"printing": ("Printers and scanners", "Printer dan scanner"), "network": ("Internet and Wi-Fi", "Internet dan Wi-Fi")}


def query() -> str:
    """What was typed."""
    return said("printer not avail", "printer tidak terse")


def _marks(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    found = []
    for word in words:
        place = text.lower().find(word)
        while place >= 0:
            found.append((place, place + len(word)))
            place = text.lower().find(word, place + 1)
    return tuple(sorted(found))


def _result(article: str, title: str, snippet: str, kind: ArticleKind = ArticleKind.ARTICLE, category: str = "printing") -> Result:
    words = ("printer", "not avail") if english() else ("printer", "tidak terse")
    return Result(
        id=article,
        title=title,
        lang="en" if english() else "id",
        kind=kind,
        category=category,
        snippet=snippet,
        title_marks=_marks(title, *words),
        snippet_marks=_marks(snippet, *words),
    )


def results() -> tuple[Result, ...]:
    """Five answers about a printer."""
    return (
        _result(
            "printer-guide",
            said("Printer is not available: check and fix", "Printer tidak tersedia: periksa dan perbaiki"),
            said(
                "Looks whether your printer answers, whether documents are stuck, and which printer is your default. Fixes what it can, and"
                " asks first.",
                "Memeriksa apakah printer menjawab, apakah ada dokumen yang macet, dan printer mana yang utama. Memperbaiki yang bisa,"
                " setelah bertanya.",
            ),
            ArticleKind.GUIDE,
        ),
        _result(
            "error-709",
            said("Error 0x00000709 when you set the default printer", "Kode 0x00000709 saat mengatur printer utama"),
            said(
                "Windows says the printer is not available or its name is not valid. Switch off “Let Windows manage my default printer”,"
                " then choose it again.",
                "Windows menyebut printer tidak tersedia atau namanya tidak valid. Matikan “Biarkan Windows mengelola printer utama”,"
                " lalu pilih lagi.",
            ),
        ),
        _result(
            "floors",
            said("Printers on each floor, and their names", "Printer di tiap lantai dan namanya"),
            said(
                "Floor 3: HP-LT3-Ruang-Keuangan, A4 and A3, colour. When it is not available, use HP-LT3-Lorong opposite the lift.",
                "Lantai 3: HP-LT3-Ruang-Keuangan, A4 dan A3, warna. Jika printer itu tidak tersedia, pakai HP-LT3-Lorong di depan lift.",
            ),
        ),
        _result(
            "queue-guide",
            said("Documents stay in the print queue", "Dokumen tertahan di antrean cetak"),
            said(
                "Finds the document that blocks the queue, shows you the list, and removes only what you agree to. Use it when the printer"
                " is on but silent.",
                "Menemukan dokumen yang menahan antrean, memperlihatkan daftarnya, dan menghapus hanya yang Anda setujui. Pakai saat"
                " printer menyala tetapi diam.",
            ),
            ArticleKind.GUIDE,
        ),
        _result(
            "vpn-print",
            said("Print from home over VPN", "Mencetak dari rumah lewat VPN"),
            said(
                "Office printers are not available from outside. Connect the VPN first, or send the file to the shared queue.",
                "Printer kantor tidak tersedia dari luar. Sambungkan VPN dulu, atau kirim file ke antrean bersama.",
            ),
            category="network",
        ),
    )


def view(found: Found | None = None, show: Filter = Filter.ALL, library: LibraryState = LIBRARY) -> ArticlesView:
    """What the page shows for this."""
    topics = {key: names[0 if english() else 1] for key, names in TOPICS.items()}
    heads = tuple(result_without_marks(result) for result in results())
    return articles_view(found=found, heads=heads, show=show, library=library, topics=topics, minutes=MINUTES)


def result_without_marks(result: Result) -> Result:
    """As an article is listed while nothing is looked for."""
    return Result(id=result.id, title=result.title, lang=result.lang, kind=result.kind, category=result.category, snippet=result.snippet)


def answered(words: str = "", count: int = 5) -> Found:
    """Answers to what was typed."""
    return Found(words=words or query(), results=results()[:count])


def articles(
    make: Callable[[], ArticlesView], *, words: Callable[[], str] = lambda: "", chosen: str = "", connected: bool = True
) -> Callable[[Theme], QWidget]:
    """Help articles."""

    def build(theme: Theme) -> QWidget:
        made = window(theme)
        made.show_desk(DESK, connected=connected)
        made.go(Page.HELP, focus=True)
        made.help.search.look_for(words())
        made.help.search.show_view(make())
        if chosen:
            made.help.search.results.choose(chosen)
        return made

    return build


def quick(words: str) -> QuickAnswers:
    """The first answers, as they stand in panel and Home."""
    found = tuple(article_row(result, MINUTES) for result in results())
    return QuickAnswers(words=words, rows=found[:4], count=len(found))


def suggestions() -> tuple[ArticleRow, ...]:
    """What may help with the report of the examples."""
    return tuple(article_row(result_without_marks(result), MINUTES) for result in results()[:2])


def home(make: Callable[[], HomeView], words: Callable[[], str] = lambda: "") -> Callable[[Theme], QWidget]:
    """Home."""

    def build(theme: Theme) -> QWidget:
        made = window(theme)
        made.go(Page.HOME)
        made.show_unread(2)
        made.home.show_view(make())
        made.home.focus()
        if words():
            made.home.finder.field.put(words())
            made.home.finder.show_answers(quick(words()))
        return made

    return build


def full_home() -> HomeView:
    """Three of four tickets, checked yesterday."""
    return home_view(
        person="Ayu Lestari",
        computer="LT-FIN-0231",
        tickets=[row for row in rows() if row.ticket.state is not State.RESOLVED],
        deliveries=[waiting()],
        desk=DESK,
        checked=at(9, 30) - timedelta(days=0),
    )


def _whole(name: str, build: Callable[[Theme], QWidget]) -> Example:
    return Example(name, build, WIDTH, HEIGHT)


NOTHING = "plotter kertas A0"
FETCHING = LibraryState(done=300, total=2400)
GROWING = LibraryState(articles=1200, done=1200, total=2400)

EXAMPLES = (
    _whole("home", home(full_home)),
    _whole("home-new", home(lambda: HomeView(name="Ayu", computer="LT-FIN-0231", desk=DESK))),
    _whole("home-no-open", home(lambda: HomeView(computer="LT-FIN-0231", desk=DESK, known=True, checked=at(9, 30)))),
    _whole("home-search", home(full_home, query)),
    Example("home-narrow", home(full_home), 480, 640),
    _whole("articles", articles(lambda: view(answered()), words=query, chosen="error-709")),
    _whole("articles-browse", articles(view)),
    _whole("articles-guides", articles(lambda: view(answered(), Filter.GUIDES), words=query)),
    _whole("articles-growing", articles(lambda: view(answered(), library=GROWING), words=query)),
    _whole("articles-none", articles(lambda: view(Found(words=NOTHING)), words=lambda: NOTHING)),
    _whole("articles-fetching", articles(lambda: view(library=FETCHING))),
    _whole("articles-offline", articles(lambda: view(library=LibraryState()), connected=False)),
    _whole("articles-empty", articles(lambda: view(library=LibraryState(whole=True)))),
    Example("articles-narrow", articles(lambda: view(answered()), words=query, chosen="error-709"), 480, 640),
)
