"""Searches the articles: as one types, in English and Indonesian, with slips, codes in any spelling and the beginning of the last word."""

from contract.articles import ArticleKind
from desktop_client.knowledge.asked import ask, terms_of
from desktop_client.knowledge.index import INDONESIAN, Index
from desktop_client.knowledge.ranking import Ranked, ranked
from desktop_client.knowledge.result import Found, Result
from desktop_client.knowledge.snippet import Marker, snippet
from desktop_client.knowledge.words import plain_language


def search(index: Index, words: str, *, limit: int = 20, language: str = "") -> Found:
    """The best `limit` articles for what was typed, whatever that is: never an error, and in bounded time.

    `language` is the person's: of articles that answer equally well those come first, and of one article in several languages that one.
    """
    index.look_again()
    asked = ask(index, words)
    rows = ranked(index, asked, language)[: max(0, limit)]
    markers = {indonesian: Marker(asked.wanted, terms_of(indonesian=indonesian)) for indonesian in (False, True)}
    return Found(words=words, results=tuple(_result(index, row, markers[plain_language(row.card.lang) == INDONESIAN]) for row in rows))


def _result(index: Index, row: Ranked, marker: Marker) -> Result:
    card = row.card
    shown, spans = snippet(index.body(card.number), marker, card.summary)
    return Result(
        id=card.id,
        article=card.article,
        title=card.title,
        lang=card.lang,
        kind=ArticleKind(card.kind),
        category=card.category,
        product=card.product,
        snippet=shown,
        title_marks=marker.marks(card.title),
        snippet_marks=spans,
    )
