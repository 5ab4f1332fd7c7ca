"""Checking this computer, whole: redacted, in time, and light until somebody asks."""

import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import msgspec
import pytest

from contract.diagnostics import Diagnostics
from desktop_client.diagnostics.catalogue import COLLECTORS
from desktop_client.diagnostics.collectors import printers as collectors_printers
from desktop_client.diagnostics.collectors.processor import ProcessorCollector
from desktop_client.flows.diagnose import diagnose
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.printing import printers
from desktop_client.system.programs import processes
from desktop_client.system.programs.front_program import FrontProgram

ROOT = Path(__file__).parents[3]


def values(found: Diagnostics) -> dict[str, object]:
    return {f"{fact.group}/{fact.name}": fact.value for fact in found.facts}


def test_facts_of_this_machine_cross_the_wire_unchanged() -> None:
    found = diagnose(address=None)
    assert len(found.facts) >= 20
    assert msgspec.json.decode(msgspec.json.encode(found), type=Diagnostics) == found
    assert found.took_s >= 0
    assert found.collected.tzinfo is not None


def test_what_was_in_front_comes_with_the_question() -> None:
    found = diagnose(address=None, front=FrontProgram("Kasir", "kasir-bin"))
    told = values(found)
    assert told["Programs/Program in front"] == "Kasir"
    assert told["Programs/Program in front, process"] == "kasir-bin"
    found = diagnose(address=None, front=NotKnown(Why.UNSUPPORTED))
    assert ("Program in front", "failed: not possible on this system") in {(one.collector, one.reason) for one in found.not_collected}


def test_the_programs_own_secret_is_hidden_wherever_it_turns_up() -> None:
    found = diagnose(address=None, front=FrontProgram("tool Zq7kettleMorgen"), known_secrets=lambda: ("Zq7kettleMorgen",))
    assert values(found)["Programs/Program in front"] == "tool [hidden: access-key]"


def test_before_enrolment_no_backend_is_asked() -> None:
    found = diagnose(address=None)
    assert not any(name.startswith("Connection/") for name in values(found))


def test_a_backend_that_is_away_is_told_with_the_companys_hosts() -> None:
    told = values(diagnose(address="http://127.0.0.1:9", hosts=("localhost:9", "no-such-name.invalid:443", "nonsense")))
    assert told["Connection/Help desk server"] == "refused"
    assert told["Connection/localhost:9"] == "refused"
    assert told["Connection/no-such-name.invalid:443"] in {"name not found", "name server does not answer", "no answer in time"}
    assert "Connection/nonsense" not in told


def test_progress_ends_with_all_of_them() -> None:
    told: list[tuple[int, int]] = []
    diagnose(address=None, on_progress=lambda done, total: told.append((done, total)))
    assert told[0] == (0, len(COLLECTORS))
    assert told[-1] == (len(COLLECTORS), len(COLLECTORS))
    assert [done for done, _ in told] == sorted(done for done, _ in told)


def test_after_its_limit_the_rest_is_named_and_what_came_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(processes, "_samples", lambda: release.wait(60) and {})
    found = diagnose(address=None, limit_s=2.0)
    release.set()
    assert ("Heaviest programs", "slow: no answer in 2 s") in {(one.collector, one.reason) for one in found.not_collected}
    assert "Memory/Total" in values(found)


def test_cancelled_it_gives_what_has_come() -> None:
    cancelled = threading.Event()
    cancelled.set()
    found = diagnose(address=None, cancelled=cancelled)
    assert {one.reason.partition(":")[0] for one in found.not_collected} <= {"slow", "failed"}


def test_a_collector_that_breaks_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_self: ProcessorCollector, _question: object) -> None:
        raise ValueError("password=planted")

    monkeypatch.setattr(ProcessorCollector, "collect", broken)
    found = diagnose(address=None)
    assert [(one.collector, one.reason) for one in found.not_collected if one.collector == "Processor"] == [
        ("Processor", "failed: ValueError")
    ]
    assert "planted" not in repr(found)


def test_without_a_print_service_the_rest_is_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nothing = partial(printers.read_printing, (tmp_path / "none",), (), tmp_path / "none")
    monkeypatch.setattr(collectors_printers, "read_printing", nothing)
    told = values(diagnose(address=None))
    assert told["Printing/Print service"] == "not installed"
    assert "Memory/Total" in told


def test_nothing_heavy_is_loaded_before_somebody_asks() -> None:
    script = "import sys, desktop_client.flows.diagnose; print('\\n'.join(sys.modules))"
    loaded = set(subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split())
    heavy = {"psutil", "mss", "requests", "ssl", "http.client", "truststore", "keyring", "PySide6", "xml.etree.ElementTree"}
    assert loaded & heavy == set()
    assert not any(
        name.startswith(("desktop_client.diagnostics.collectors.", "desktop_client.diagnostics.redaction.rules")) for name in loaded
    )
