"""A big file over a line that breaks: it goes on where it was, and neither side holds it in memory."""

import hashlib
import json
import random
from pathlib import Path

import psutil
import pytest

from contract.uploads import CHUNK_BYTES
from tests.together.backend_process import BackendProcess, ClientProfile
from tests.together.chaos_proxy import ChaosProxy, Fault

QUIET = ("--no-screenshot", "--no-diagnostics")


@pytest.mark.slow
def test_no_break_costs_more_than_a_piece(tmp_path: Path) -> None:
    seed = random.randrange(2**32)
    print(f"seed {seed}")
    size = 40_000_000
    big = tmp_path / "trace.bin"
    big.write_bytes(random.Random(seed).randbytes(size))
    faults = {Fault.HALF_REQUEST: 0.15, Fault.LOSE_ANSWER: 0.15}
    with BackendProcess(tmp_path / "data") as backend, ChaosProxy(backend.port, {}, seed) as network:
        client = ClientProfile(tmp_path / "profile")
        client.enrol(backend, network.address)
        network.worsen(faults)
        told = client.json("report", "--subject", "big", "--attach", str(big), *QUIET, "--wait", "120")
        assert told["state"] == "delivered"
        ticket = backend.command("show", told["number"], "--files", str(tmp_path / "out"), "--json").json()
        (message,) = ticket["messages"]
        arrived = Path(message["attachments"][0]["path"]).read_bytes()
        assert hashlib.sha256(arrived).hexdigest() == hashlib.sha256(big.read_bytes()).hexdigest()
        assert backend.end() == 0
    broken = network.happened[Fault.HALF_REQUEST] + network.happened[Fault.LOSE_ANSWER]
    lines = [json.loads(line) for line in backend.log.read_text("utf-8").splitlines()]
    received = sum(line["received_bytes"] for line in lines if line.get("method") == "PATCH")
    print(f"{broken} breaks, {received - size} bytes more than the file")
    assert received <= size + broken * CHUNK_BYTES


@pytest.mark.slow
def test_backend_holds_no_file_in_memory(tmp_path: Path) -> None:
    small, big = tmp_path / "small.bin", tmp_path / "big.bin"
    small.write_bytes(random.Random(1).randbytes(6_000_000))
    big.write_bytes(random.Random(2).randbytes(90_000_000))
    with BackendProcess(tmp_path / "data") as backend:
        client = ClientProfile(tmp_path / "profile")
        client.enrol(backend)
        client.json("report", "--subject", "first", "--attach", str(small), *QUIET, "--wait", "60")
        assert backend.process is not None
        before = psutil.Process(backend.process.pid).memory_info().rss
        client.json("report", "--subject", "second", "--attach", str(big), *QUIET, "--wait", "120")
        grown = psutil.Process(backend.process.pid).memory_info().rss - before
        print(f"grown by {grown} bytes")
        assert grown < 16_000_000
