"""Articles and guides on the wire: what a newer backend adds is read, and what is written reads back."""

import msgspec

from contract.about import About, ServiceKind
from contract.articles import Article, ArticleKind, ArticlesPage
from contract.guides import AskStep, Guide

GUIDE = {
    "first": "ask",
    "steps": [
        {"step": "ask", "id": "ask", "title": "T", "answers": [{"text": "Yes", "go": "end"}], "unknown": "end"},
        {"step": "end", "id": "end", "title": "T", "outcome": "report"},
    ],
}


def test_an_article_with_steps_is_a_guide() -> None:
    plain = Article(id="a", lang="en", title="A", body="")
    guide = msgspec.structs.replace(plain, guide=msgspec.convert(GUIDE, Guide))
    assert (plain.kind, guide.kind) == (ArticleKind.ARTICLE, ArticleKind.GUIDE)
    assert guide.guide is not None
    assert isinstance(guide.guide.steps[0], AskStep)
    assert msgspec.json.decode(msgspec.json.encode(guide), type=Article) == guide


def test_a_page_of_a_newer_backend_is_read_without_what_is_new() -> None:
    article = {"id": "a", "lang": "en", "title": "A", "body": "", "mood": "good"}
    page = msgspec.convert({"epoch": "e", "last": 1, "articles": [article], "colour": "red"}, ArticlesPage)
    assert page.articles[0].title == "A"
    assert ArticleKind("video") is ArticleKind.ARTICLE


def test_a_service_of_a_newer_kind_is_reached_like_a_page() -> None:
    service = {"key": "k", "name": {"en": "K"}, "host": "h", "port": 1, "kind": "satellite"}
    about = msgspec.convert({"version": "9", "company": "C", "services": [service]}, About)
    assert about.services[0].kind is ServiceKind.WEB
