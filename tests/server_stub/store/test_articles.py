"""The one sequence of changes, and feedback as counts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from server_stub.app import open_backend
from server_stub.settings.rows import Settings
from server_stub.store import article_feedback, articles
from server_stub.store.writer import Work
from tests.server_stub.knowledge.written import article, put, take_in


def test_numbers_are_taken_back_with_their_transaction(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())

    def taken_and_refused(work: Work) -> None:
        assert articles.take_changes(work.connection, 5) == 1
        raise ValueError

    with pytest.raises(ValueError):
        backend.store.write(taken_and_refused)
    assert backend.store.read(articles.last_change) == 0
    assert backend.store.write(lambda work: articles.take_changes(work.connection, 2)) == 1
    assert backend.store.write(lambda work: articles.take_changes(work.connection, 1)) == 3
    assert backend.store.read(articles.last_change) == 3
    backend.close()


def test_nothing_said_is_nothing_counted(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    backend = open_backend(tmp_path / "data", Settings())
    put(tmp_path, "in/a.md", article("a"))
    take_in(backend, tmp_path / "in")
    assert backend.store.read(article_feedback.opinion_counts) == {}
    assert backend.store.read(lambda connection: article_feedback.opinions_lately(connection, "p", datetime.now(UTC))) == (0, 1)
    backend.close()
