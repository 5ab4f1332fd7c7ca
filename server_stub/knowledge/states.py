"""Publishes and retires what is kept."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Row

from contract.articles import Article, ArticleKind
from server_stub.knowledge.article_file import STATES, ArticleFile
from server_stub.knowledge.guide_rules import refused
from server_stub.refusals import ServerRefused
from server_stub.store import articles, tables
from server_stub.store.database import Store
from server_stub.store.writer import Work


def set_state(store: Store, article_id: str, state: str) -> list[str]:
    """Publishes or retires one file, or all languages of an article by its key; the ids that changed. Raises `ServerRefused`."""
    if state not in STATES:
        raise ServerRefused(f"An article can't be {state[:60]}.")

    def run(work: Work) -> list[str]:
        held = tables.articles.c
        rows = articles.find(work.connection, held.id == article_id) or articles.find(work.connection, held.article == article_id)
        if not rows or not article_id:
            raise ServerRefused(f"There is no article {article_id[:60]}.")
        changing = [row for row in rows if row.state != state]
        if not changing:
            raise ServerRefused(f"{article_id[:60]} is {state} already.")
        if state == articles.PUBLISHED:
            refuse_unfinished(work.connection, changing)
        now = datetime.now(UTC)
        first = articles.take_changes(work.connection, len(changing))
        for change, row in enumerate(changing, first):
            shown = state == articles.PUBLISHED and row.audience == articles.EVERYONE
            first_shown = change if shown and row.first_shown is None else row.first_shown
            articles.change(work.connection, row, now, state=state, change=change, first_shown=first_shown)
        return [row.id for row in changing]

    return store.write(run)


def published_guides(connection: Connection) -> dict[str, Article]:
    """The published guides by id: what others may lead to."""
    held = tables.articles.c
    rows = articles.find(connection, held.state == articles.PUBLISHED, held.kind == ArticleKind.GUIDE.value)
    return {row.id: article_of(row) for row in rows}


def article_of(row: Row[Any]) -> Article:
    """A row's article."""
    return msgspec.json.decode(row.content, type=Article)


def refuse_unfinished(connection: Connection, rows: Sequence[Row[Any]]) -> None:
    """Raises `ServerRefused` for a guide that was imported as a draft and is not yet what a published one must be."""
    files = [
        ArticleFile(name=row.id, article=article_of(row), audience=row.audience) for row in rows if row.kind == ArticleKind.GUIDE.value
    ]
    for one in refused(files, published_guides(connection)):
        raise ServerRefused(f"{one.name} can't be published yet. {one.reason}")
