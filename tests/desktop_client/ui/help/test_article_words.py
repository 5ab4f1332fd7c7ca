"""What an article is called, in short and as a sentence."""

import pytest

from desktop_client.screens.articles import ArticleRow
from desktop_client.ui.help.article_words import capsule_words, icon_of, kind_words, sentence
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language

ARTICLE = ArticleRow(id="a", title="VPN", snippet="Restart it.")
GUIDE = ArticleRow(id="g", title="Printer", guide=True)
TIMED = ArticleRow(id="g", title="Printer", guide=True, minutes=2)


@pytest.mark.parametrize(
    ("row", "kind", "capsule", "icon", "spoken"),
    [
        (ARTICLE, "Article", "", "file-text", "VPN, Article, Restart it."),
        (GUIDE, "Guide", "Checks this computer", "tool", "Printer, Guide"),
        (TIMED, "Guide, 2 min", "Checks this computer · 2 min", "tool", "Printer, Guide, 2 min"),
    ],
)
def test_words(theme: Theme, row: ArticleRow, kind: str, capsule: str, icon: str, spoken: str) -> None:
    assert (kind_words(row), capsule_words(row), icon_of(row), sentence(row)) == (kind, capsule, icon, spoken)


def test_words_in_indonesian(theme: Theme) -> None:
    use_language("id")
    assert (kind_words(TIMED), capsule_words(TIMED)) == ("Panduan, 2 mnt", "Memeriksa komputer ini · 2 mnt")
