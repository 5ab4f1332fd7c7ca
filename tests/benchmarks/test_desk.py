from pathlib import Path

import pytest
from sqlalchemy import text

from benchmarks import desk
from benchmarks.desk_data import RARE, make_desk
from server_stub.tickets.queue import Queue, View


def test_the_command_measures_every_step_on_both_desks(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "ROUNDS", 1)
    monkeypatch.setattr(desk, "FEW", 40)
    assert desk.main(["--tickets", "80"]) in {0, 1}
    shown = capsys.readouterr().out
    assert shown.splitlines()[0].split()[-3:] == ["40", "80", "ratio"]
    for name in ("deep page, open", "search, a common word, all", "ticket with 200 messages"):
        assert name in shown


def test_the_desk_is_as_the_backend_would_have_written_it(tmp_path: Path) -> None:
    made = make_desk(tmp_path, 60)
    try:
        queue = Queue(made.store)
        assert len(queue.page(View.ALL, made.me.id, most=200).rows) == 60
        assert len(queue.page(View.ALL, made.me.id, search=RARE).rows) == 5
        check = "INSERT INTO ticket_search(ticket_search, rank) VALUES ('integrity-check', 1)"
        made.store.write(lambda work: work.connection.execute(text(check)))
        assert queue.last() == 60 + 200 + 59 * 3
    finally:
        made.store.close()
