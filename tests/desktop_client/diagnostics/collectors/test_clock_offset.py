from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from contract.diagnostics import Fact
from desktop_client.diagnostics.collectors.clock_offset import ClockOffsetCollector
from desktop_client.diagnostics.facts import Question
from desktop_client.system.commands import run
from desktop_client.system.not_known import NotKnown, Why
from tests.desktop_client.backend.test_certificates import certificate
from tests.raw_server import RawServer, answer

HEALTH = b'{"status": "ok", "version": "1"}'


def ahead(address: str) -> float | NotKnown:
    """What is said about the server's clock."""
    last = list(ClockOffsetCollector().collect(Question(run=run, limit_s=3, address=address)))[-1]
    if isinstance(last, NotKnown):
        return last
    assert isinstance(last, Fact)
    assert (last.name, last.unit) == ("Ahead of the server", "s")
    assert isinstance(last.value, float)
    return last.value


@pytest.mark.parametrize("days", [-400, 400])
def test_a_clock_so_far_off_that_no_certificate_seems_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    middle = datetime.now(UTC) + timedelta(days=days)
    context = certificate(tmp_path, middle - timedelta(days=1), middle + timedelta(days=1))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with RawServer(answer(200, HEALTH, Date=format_datetime(middle, usegmt=True)), context=context) as server:
        told = ahead(server.address)
    assert told == pytest.approx(-days * 86400, abs=60)


def test_a_server_that_does_not_answer() -> None:
    with RawServer(b"") as server:
        address = server.address
    assert ahead(address) == NotKnown(Why.UNREACHED)
