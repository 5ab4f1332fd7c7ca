"""What people think of articles, and how their search was used, as rows."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, case, delete, func, insert, select, update

from contract.articles import PutHelpUse, PutOpinion
from server_stub.store.tables import help_use, help_use_articles, opinions

DAY = timedelta(days=1)


def find_opinion(connection: Connection, person: str, opinion_id: str) -> Row[Any] | None:
    """A person's own opinion under this id."""
    return connection.execute(select(opinions).where(opinions.c.person == person, opinions.c.id == opinion_id)).one_or_none()


def add_opinion(connection: Connection, person: str, opinion_id: str, article: int, told: PutOpinion, now: datetime) -> None:
    """Keeps a new opinion."""
    said = {name: getattr(told, name) for name in ("version", "helped", "missing", "written")}
    connection.execute(insert(opinions).values(person=person, id=opinion_id, article=article, created=now, **said))


def opinions_lately(connection: Connection, person: str, now: datetime) -> tuple[int, int]:
    """How many opinions a person gave in the last 24 hours, and after how many seconds the first of them no longer counts."""
    query = select(func.count(), func.min(opinions.c.created)).where(opinions.c.person == person, opinions.c.created > now - DAY)
    count, first = connection.execute(query).one()
    return count, max(1, int((first + DAY - now).total_seconds())) if first else 1


def opinion_counts(connection: Connection) -> dict[int, tuple[int, int]]:
    """How often each article helped, and how often not, by the article's key."""
    helped = func.sum(case((opinions.c.helped, 1), else_=0))
    query = select(opinions.c.article, helped, func.count()).group_by(opinions.c.article)
    return {article: (yes, count - yes) for article, yes, count in connection.execute(query)}


def set_help_use(connection: Connection, enrolment: str, day: str, told: PutHelpUse, now: datetime) -> bool:
    """Keeps the counts of a day in the place of those that were told before; whether there were none."""
    values = {"searches": told.searches, "found_nothing": told.found_nothing, "told": now}
    mine = (help_use.c.enrolment == enrolment, help_use.c.day == day)
    new = not connection.execute(update(help_use).where(*mine).values(**values)).rowcount
    if new:
        connection.execute(insert(help_use).values(enrolment=enrolment, day=day, **values))
    held = help_use_articles.c
    connection.execute(delete(help_use_articles).where(held.enrolment == enrolment, held.day == day))
    rows = [
        {"enrolment": enrolment, "day": day, "article": one.article, "opened": one.opened, "solved": one.solved, "ignored": one.ignored}
        for one in told.articles
    ]
    if rows:
        connection.execute(insert(help_use_articles), rows)
    return new
