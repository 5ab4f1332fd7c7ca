"""Articles in lists: without their text, one of each article's languages, the person's own first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from contract.articles import Article, ArticleKind

COLUMNS = "id, article, title, lang, kind, category, summary"
FALLBACK = "en"
RELATED = 5
OF_A_CATEGORY = 500
"""Among so many of its category an article's relations are looked for when it names none."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """An article in a list. `id` is its file's own; `article` the key that its languages share, "" when it stands alone."""

    id: str
    article: str = ""
    title: str
    lang: str
    kind: ArticleKind = ArticleKind.ARTICLE
    category: str = ""
    summary: str = ""


def tongue(lang: str) -> str:
    """The language without its region: "en" of "en-GB"."""
    return lang.replace("_", "-").partition("-")[0].strip().lower()


def heads(connection: apsw.Connection, lang: str, category: str | None, kind: ArticleKind | None, limit: int) -> tuple[Head, ...]:
    """See `Library.heads`."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM (SELECT {COLUMNS}, {_RANK} AS rank,"  # noqa: S608 - constants
        f" row_number() OVER (PARTITION BY {_GROUP} ORDER BY {_RANK}, id) AS place FROM articles"
        " WHERE NOT part AND (:category IS NULL OR category = :category) AND (:kind IS NULL OR kind = :kind))"
        " WHERE place = 1 ORDER BY rank, title COLLATE NOCASE, id LIMIT :limit",
        {"lang": tongue(lang), "category": category, "kind": kind.value if kind else None, "limit": limit},
    )
    return tuple(_head(row) for row in rows)


def categories(connection: apsw.Connection) -> tuple[tuple[str, int], ...]:
    """See `Library.categories`."""
    rows = connection.execute(
        f"SELECT category, count(DISTINCT {_GROUP}) FROM articles WHERE NOT part GROUP BY category ORDER BY 2 DESC, 1"  # noqa: S608 - the same
    )
    return tuple((str(category), int(count)) for category, count in rows)


def named(connection: apsw.Connection, names: Sequence[str], lang: str) -> tuple[Head, ...]:
    """The articles that these ids or keys name, in their order, each once and in the person's language where it has it."""
    found: dict[str, Head] = {}
    for name in names:
        row = connection.execute(
            f"SELECT {COLUMNS} FROM articles WHERE id = :name OR article = :name"  # noqa: S608 - the same
            " OR article IN (SELECT article FROM articles WHERE id = :name AND article != '')"
            f" ORDER BY {_RANK}, id = :name DESC, id LIMIT 1",
            {"name": name, "lang": tongue(lang)},
        ).fetchone()
        if row and name:
            head = _head(row)
            found.setdefault(head.id, head)
    return tuple(found.values())


def alike(connection: apsw.Connection, article: Article, lang: str) -> tuple[Head, ...]:
    """Others of its category and language, those first that share the most tags."""
    rows = connection.execute(
        f"SELECT {COLUMNS}, tags FROM articles WHERE tongue = ? AND category = ? AND category != '' AND NOT part AND id != ?"  # noqa: S608 - the same
        " AND (article = '' OR article != ?) LIMIT ?",
        (tongue(lang), article.category, article.id, article.article, OF_A_CATEGORY),
    )
    tags = set(article.tags)
    shared = [(len(tags & set(str(row[-1]).split("\n"))), _head(row[:-1])) for row in rows]
    shared.sort(key=lambda pair: (-pair[0], pair[1].title.lower(), pair[1].id))
    best = [head for count, head in shared if count] or [head for _, head in shared]
    return tuple(best[:RELATED])


def without(heads_found: Iterable[Head], article: Article) -> tuple[Head, ...]:
    """Those that aren't the article itself in one of its languages."""
    return tuple(head for head in heads_found if head.id != article.id and (not article.article or head.article != article.article))


_RANK = f"CASE WHEN tongue = :lang THEN 0 WHEN tongue = '{FALLBACK}' THEN 1 ELSE 2 END"
_GROUP = "CASE WHEN article = '' THEN 'i' || id ELSE 'a' || article END"


def _head(row: Sequence[Any]) -> Head:
    id_, article, title, lang, kind, category, summary = (str(value) for value in row)
    return Head(id=id_, article=article, title=title, lang=lang, kind=ArticleKind(kind), category=category, summary=summary)
