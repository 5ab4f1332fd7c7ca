"""Reads a folder of article files, and makes more of them for a larger library."""

import random
from collections.abc import Iterator
from pathlib import Path

import yaml

from contract.articles import Article

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_articles(folder: Path) -> list[Article]:
    """Every Markdown file below the folder that has front matter with an id, in the order of the paths."""
    return [article for path in sorted(folder.rglob("*.md")) if (article := _read(path))]


def more_articles(articles: list[Article], count: int, seed: int = 8) -> Iterator[Article]:
    """`count` articles with ids of their own: first these, then new ones of their sentences, shuffled and with some words changed.

    The same seed gives the same articles. A made one keeps language and product of the one whose title it mutates, and takes a third of
    its paragraphs from others of that language, so that the vocabulary's curve and the length stay those of real articles.
    """
    chance = random.Random(seed)  # noqa: S311 - the same articles each time
    yield from articles[:count]
    paragraphs: dict[str, list[str]] = {}
    for article in articles:
        paragraphs.setdefault(article.lang, []).extend(article.body.split("\n\n"))
    for number in range(len(articles), count):
        base = articles[chance.randrange(len(articles))]
        own = base.body.split("\n\n")
        chance.shuffle(own)
        other = chance.choices(paragraphs[base.lang], k=max(1, len(own) // 3))
        body = "\n\n".join([*own[: max(1, len(own) - len(other))], *other])
        title = _mutated(base.title, paragraphs[base.lang], chance)
        yield Article(
            id=f"made-{number}",
            lang=base.lang,
            title=title,
            summary=_mutated(base.summary, paragraphs[base.lang], chance),
            body=body,
            product=base.product,
            category=base.category,
            tags=base.tags,
        )


def _mutated(text: str, paragraphs: list[str], chance: random.Random) -> str:
    """The text with every fourth word from somewhere else, and now and then a word of a new spelling."""
    words = text.split()
    for place in range(len(words)):
        kind = chance.random()
        if kind < 0.25:
            words[place] = chance.choice(chance.choice(paragraphs).split() or ["word"])
        elif kind < 0.28:
            words[place] = f"{words[place]}{chance.randrange(100, 999)}"
    return " ".join(words)


def _read(path: Path) -> Article | None:
    text = path.read_text("utf-8", "replace")
    if not text.startswith("---\n") or (end := text.find("\n---", 4)) < 0:
        return None
    try:
        keys = yaml.load(text[4:end], Loader=_LOADER)  # noqa: S506 - a safe loader, by libyaml where it is there
    except yaml.YAMLError:
        return None
    if not isinstance(keys, dict) or not keys.get("id"):
        return None
    body = text[end + 4 :].lstrip("\n")
    return Article(
        id=str(keys["id"]),
        article=str(keys.get("article") or ""),
        lang=str(keys.get("lang") or "en"),
        title=str(keys.get("title") or ""),
        summary=str(keys.get("summary") or ""),
        body=body,
        product=str(keys.get("product") or ""),
        category=str(keys.get("category") or ""),
        tags=_texts(keys.get("tags")),
        also=_texts(keys.get("also")),
        updated=str(keys.get("updated") or ""),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
