"""What employees tell about articles: whether one helped, and, with their consent, how often search did."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from contract.articles import HelpUseStored, OpinionStored, PutHelpUse, PutOpinion
from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.settings.rows import Settings
from server_stub.store import article_feedback, articles, tables
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.store.writer import Work
from server_stub.wire_checks import check_values

OLDEST_DAY = timedelta(days=400)
"""Counts of earlier days are not taken: no computer keeps them so long, and each day is a row."""
NEWEST_DAY = timedelta(days=2)
"""The same day has another name elsewhere, and some clocks are fast."""


@dataclass(frozen=True)
class Opinions:
    """Takes opinions and counts."""

    store: Store
    settings: Settings

    def put_opinion(self, who: Who, article_id: str, opinion_id: str, told: PutOpinion) -> tuple[OpinionStored, bool]:
        """The stored opinion, and whether it is new. Raises `RefusalError`; not-found for an article that no employee ever had."""
        check_values(told)

        def run(work: Work) -> tuple[OpinionStored, bool]:
            article = articles.find_by_ids(work.connection, [article_id]).get(article_id)
            if article is None or article.first_shown is None:
                raise RefusalError(Code.NOT_FOUND)
            there = article_feedback.find_opinion(work.connection, who.person, opinion_id)
            if there is not None:
                refuse_another(there, article.key, told)
                return OpinionStored(id=opinion_id, article=article_id), False
            now = datetime.now(UTC)
            count, free_in_s = article_feedback.opinions_lately(work.connection, who.person, now)
            if count >= (most := self.settings.reports_per_day):
                raise RefusalError(Code.LIMIT_REACHED, "Too many opinions in one day.", limit=most, retry_after_s=free_in_s)
            article_feedback.add_opinion(work.connection, who.person, opinion_id, article.key, told, now)
            return OpinionStored(id=opinion_id, article=article_id), True

        return self.store.write(run)

    def put_help_use(self, who: Who, day: str, told: PutHelpUse) -> tuple[HelpUseStored, bool]:
        """The day, and whether it is told for the first time. Raises `RefusalError` for what is no day that can be told of now."""
        check_values(told)
        check_day(day)
        if len({one.article for one in told.articles}) < len(told.articles):
            raise RefusalError(Code.INVALID, "An article is named twice.", field="articles")
        now = datetime.now(UTC)
        new = self.store.write(lambda work: article_feedback.set_help_use(work.connection, who.enrolment, day, told, now))
        return HelpUseStored(day=day), new


def refuse_another(there: Row[Any], article: int, told: PutOpinion) -> None:
    """Raises a `RefusalError` when an id comes again with something else."""
    written = tables.UtcTime().process_bind_param(told.written, None), tables.UtcTime().process_bind_param(there.written, None)
    same = (there.article, there.version, there.helped, there.missing) == (article, told.version, told.helped, told.missing)
    if not same or written[0] != written[1]:
        raise RefusalError(Code.CONFLICT, "This id was used for another opinion.")


def check_day(day: str) -> None:
    """Raises a `RefusalError` unless it is a date in its one spelling (ISO 8601), of the last year or so."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        found = date.min
    today = datetime.now(UTC).date()
    if found.isoformat() != day or not today - OLDEST_DAY <= found <= today + NEWEST_DAY:
        raise RefusalError(Code.INVALID, "The day must be a date such as 2026-01-31, of the last 400 days.", field="day")
