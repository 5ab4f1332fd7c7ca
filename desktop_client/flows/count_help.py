"""Counts how help articles are used, where the person or the company has agreed: on this computer first, by day, never what was typed.

Each may be called by any thread but Qt's: it blocks on the disk.
"""

from collections.abc import Iterable

from desktop_client.flows.fetch_articles import today
from desktop_client.flows.instance import Instance


def count_search(instance: Instance, *, found_nothing: bool) -> None:
    """A search has come to its end: typing rested, or something was opened."""
    if _agreed(instance):
        instance.library.counts.searched(today(), found_nothing=found_nothing)


def count_opened(instance: Instance, article: str) -> None:
    """An article was opened, from a suggestion or a search."""
    _count(instance, article, opened=1)


def count_solved(instance: Instance, article: str) -> None:
    """It solved the problem: the person said so, or a guide proved it."""
    _count(instance, article, solved=1)


def count_ignored(instance: Instance, articles: Iterable[str]) -> None:
    """Suggestions that were shown and not opened when the report was sent."""
    for article in articles:
        _count(instance, article, ignored=1)


def _count(instance: Instance, article: str, *, opened: int = 0, solved: int = 0, ignored: int = 0) -> None:
    if _agreed(instance):
        instance.library.counts.used(today(), article, opened=opened, solved=solved, ignored=ignored)


def _agreed(instance: Instance) -> bool:
    return instance.preferences.values().count_help
