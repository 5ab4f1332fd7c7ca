"""Help articles as rows: what is there now, what it was before, and its pictures. Every change of one takes a number of one sequence."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, func, insert, or_, select, update

from server_stub.store.tables import article_images, article_versions, articles, sequences

PUBLISHED = "published"
EVERYONE = "everyone"
KEPT = ("change", "state", "audience", "version", "changed", "extra", "content")
"""What an older version keeps of its row."""
LONG = ("extra", "content")

shown = and_(articles.c.state == PUBLISHED, articles.c.audience == EVERYONE)
"""What employees' clients hold."""


def last_change(connection: Connection) -> int:
    """The number of the newest change, 0 without any."""
    return connection.scalar(select(sequences.c.last).where(sequences.c.name == "article")) or 0


def take_changes(connection: Connection, count: int) -> int:
    """The first of so many numbers in a row. They are taken back when the transaction is, so none is skipped."""
    connection.execute(update(sequences).where(sequences.c.name == "article").values(last=sequences.c.last + count))
    return last_change(connection) - count + 1


def find(connection: Connection, *conditions: ColumnElement[bool]) -> Sequence[Row[Any]]:
    """The whole rows that fit, by id."""
    return connection.execute(select(articles).where(*conditions).order_by(articles.c.id)).all()


def find_by_ids(connection: Connection, ids: Iterable[str]) -> dict[str, Row[Any]]:
    """The whole rows of these files, by id."""
    return {row.id: row for row in find(connection, articles.c.id.in_(list(ids)))}


def add(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    """New articles, each with all its columns but the key."""
    if rows:
        connection.execute(insert(articles), list(rows))


def change(connection: Connection, row: Row[Any], now: datetime, **values: Any) -> None:
    """Changes an article, and keeps what it was."""
    before = {name: getattr(row, name) for name in KEPT}
    connection.execute(insert(article_versions).values(article=row.key, replaced=now, **before))
    connection.execute(update(articles).where(articles.c.key == row.key).values(changed=now, **values))


def note_source(connection: Connection, key: int, source: str) -> None:
    """Notes another file that says the same, so that it is recognised at once the next time. No change of the article."""
    connection.execute(update(articles).where(articles.c.key == key).values(source=source))


def changed_after(connection: Connection, after: int, most: int) -> Iterator[Any]:
    """Changes above a number in order, for employees: `content` where it is shown, "" where whoever asks may have it and must let go."""
    told = or_(shown, articles.c.first_shown <= after)
    query = select(articles.c.id, articles.c.change, case((shown, articles.c.content), else_="").label("content"))
    return iter(connection.execute(query.where(articles.c.change > after, told).order_by(articles.c.change).limit(most)))


def count_shown(connection: Connection) -> int:
    """How many articles employees' clients hold."""
    return connection.scalar(select(func.count()).select_from(articles).where(shown)) or 0


def after_id(connection: Connection, after: str, most_letters: int) -> list[Row[Any]]:
    """The next whole rows by id, until they hold so many letters together."""
    found: list[Row[Any]] = []
    letters = 0
    for row in connection.execute(select(articles).where(articles.c.id > after).order_by(articles.c.id)):
        letters += len(row.content)
        if found and letters > most_letters:
            break
        found.append(row)
    return found


def lines(connection: Connection) -> Sequence[Row[Any]]:
    """Every article without its text, by id."""
    held = articles.c
    short = [column for column in held if column.name not in LONG]
    return connection.execute(select(*short).order_by(held.id)).all()


def images(connection: Connection, keys: Iterable[int]) -> Sequence[Row[Any]]:
    """The pictures of articles, those of older versions too, with each article's `id`."""
    query = select(article_images, articles.c.id).join(articles, articles.c.key == article_images.c.article)
    return connection.execute(query.where(article_images.c.article.in_(list(keys)))).all()


def image(connection: Connection, article_id: str, name: str) -> Row[Any] | None:
    """The picture that a shown article has now under a name."""
    query = select(article_images).join(articles, articles.c.key == article_images.c.article)
    mine = (articles.c.id == article_id, article_images.c.name == name, article_images.c.current)
    return connection.execute(query.where(shown, *mine)).one_or_none()


def set_images(connection: Connection, key: int, new: Sequence[dict[str, Any]], current: Iterable[tuple[str, str]]) -> None:
    """Adds pictures to an article; those whose name and hash are among `current` are shown from now on, and no others."""
    if new:
        connection.execute(insert(article_images), [{"article": key, "current": False, **one} for one in new])
    mine = article_images.c.article == key
    connection.execute(update(article_images).where(mine).values(current=False))
    for name, sha256 in current:
        one = (mine, article_images.c.name == name, article_images.c.sha256 == sha256)
        connection.execute(update(article_images).where(*one).values(current=True))
