"""What an article is called beside its title, and a row as one sentence for screen readers."""

from desktop_client.screens.articles import ArticleRow
from desktop_client.ui.words import translate


def icon_of(row: ArticleRow) -> str:
    """A tool for what checks this computer, a page for what is read."""
    return "tool" if row.guide else "file-text"


def kind_words(row: ArticleRow) -> str:
    """Short: what it is."""
    if not row.guide:
        return translate("ArticleWords", "Article")
    if row.minutes:
        return translate("ArticleWords", "Guide, {n} min").format(n=row.minutes)
    return translate("ArticleWords", "Guide")


def capsule_words(row: ArticleRow) -> str:
    """What a guide does, for the capsule beside its title; "" for an article."""
    if not row.guide:
        return ""
    if row.minutes:
        return translate("ArticleWords", "Checks this computer · {n} min").format(n=row.minutes)
    return translate("ArticleWords", "Checks this computer")


def sentence(row: ArticleRow) -> str:
    """The row, as a screen reader says it."""
    return ", ".join(part for part in (row.title, kind_words(row), row.snippet) if part)
