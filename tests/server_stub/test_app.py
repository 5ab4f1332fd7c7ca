import threading
from pathlib import Path

import pytest

from contract.problems import Code
from server_stub import app
from server_stub.app import asgi, open_backend
from server_stub.refusals import DataError, RefusalError
from server_stub.settings.rows import Settings
from server_stub.version import server_version


def test_opening_makes_the_data_and_closing_leaves_no_thread(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    backend = open_backend(tmp_path, Settings())
    assert callable(asgi(backend))
    assert sorted(path.name for path in tmp_path.iterdir() if "-" not in path.name) == ["attachments", "store.db"]
    backend.close()
    backend.close()
    assert set(threading.enumerate()) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["attachments", "store.db"], "the log was written back"


def test_a_file_instead_of_a_folder_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DataError, match="can't be used: Not a directory"):
        open_backend(tmp_path / "file", Settings())


@pytest.mark.expects_log
def test_a_sweep_that_fails_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(app, "SWEEP_S", 0.01)
    swept = threading.Event()

    def fail(**_how: object) -> int:
        swept.set()
        raise OSError

    backend = open_backend(tmp_path, Settings())
    monkeypatch.setattr(backend.desk.uploads, "sweep", fail)
    assert swept.wait(10)
    assert backend.desk.list_tickets() == []
    backend.close()
    assert any(record.getMessage() == "sweep" for record in caplog.records)


@pytest.mark.expects_log
@pytest.mark.parametrize(("error", "told"), [(OSError(), ["ERROR"]), (RefusalError(Code.STORAGE_FULL), ["INFO"])])
def test_what_ends_by_itself_goes_on_after_trouble_and_tells_of_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception, told: list[str]
) -> None:
    monkeypatch.setattr(app, "TICK_S", 0.01)
    caplog.set_level("INFO")
    turns = threading.Semaphore(0)

    def fail(_now: object) -> None:
        turns.release()
        raise error

    backend = open_backend(tmp_path, Settings())
    monkeypatch.setattr(backend.assist, "tick", fail)
    for _ in range(5):
        assert turns.acquire(timeout=10)
    backend.close()
    assert [record.levelname for record in caplog.records if record.getMessage().startswith("what ends by itself")] == told


def test_the_version_is_the_distributions() -> None:
    assert server_version()[0].isdigit()
