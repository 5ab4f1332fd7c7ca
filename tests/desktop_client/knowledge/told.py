"""Articles and pages for tests of what keeps them."""

from datetime import UTC, datetime

from contract.articles import Article, ArticlesPage, PutOpinion
from contract.guides import EndOutcome, EndStep, Guide

OPINION = PutOpinion(helped=False, missing="Which button?", version=3, written=datetime(2026, 11, 24, tzinfo=UTC))


def article(id_: str, lang: str = "en", **more: object) -> Article:
    return Article(**{"id": id_, "lang": lang, "title": id_.title(), "body": f"About {id_}.", **more})  # type: ignore[arg-type]


def page(*articles: Article, epoch: str = "one", last: int = 10, more: bool = False, gone: tuple[str, ...] = ()) -> ArticlesPage:
    return ArticlesPage(epoch=epoch, articles=articles, gone=gone, last=last, more=more, total=len(articles))


def part(id_: str) -> Article:
    end = EndStep(id="end", title="End", outcome=EndOutcome.SOLVED)
    return article(id_, guide=Guide(first="end", part=True, steps=(end,)))
