"""What every test shares: a warning in the log that no test expects is a failure, as warnings and Qt's messages are."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test in which something at warning or above was logged, unless it carries the marker `expects_log`."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    loud = [record for phase in ("setup", "call", "teardown") for record in caplog.get_records(phase) if record.levelno >= logging.WARNING]
    assert not loud, [f"{record.name}: {record.getMessage()}" for record in loud]
