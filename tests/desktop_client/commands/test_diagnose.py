"""`sigap diagnose` as a person and as a program read it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from contract.diagnostics import Diagnostics, Fact, NotCollected
from desktop_client.commands.diagnose import as_text, as_values

ROOT = Path(__file__).parents[3]


def sigap(profile: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "SIGAP_PROFILE": str(profile)}
    command = [sys.executable, "-m", "desktop_client", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    told = sigap(tmp_path, "diagnose", "--json")
    assert (told.returncode, told.stderr) == (0, "")
    found = json.loads(told.stdout)
    assert list(found) == ["facts", "not_collected", "took_s"]
    assert len(found["facts"]) >= 20
    assert all(set(fact) == {"group", "name", "value", "unit"} for fact in found["facts"])
    assert all(set(missing) == {"collector", "reason"} for missing in found["not_collected"])
    assert isinstance(found["took_s"], float)


def test_without_json_it_is_read_by_a_person(tmp_path: Path) -> None:
    told = sigap(tmp_path, "diagnose")
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert lines[0] == "System"
    assert "  Kernel: " in told.stdout
    assert lines[-1].endswith(" not known.")


def test_an_unknown_option_does_nothing(tmp_path: Path) -> None:
    told = sigap(tmp_path, "diagnose", "--everything")
    assert (told.returncode, told.stdout) == (2, "")
    assert "--everything" in told.stderr


FOUND = Diagnostics(
    facts=(
        Fact(group="Disk", name="/ free", value=3.5, unit="GB"),
        Fact(group="Battery", name="On mains", value=True),
        Fact(group="Battery", name="Battery", value="none"),
    ),
    not_collected=(
        NotCollected(collector="Printers", reason="slow: no answer in 2 s"),
        NotCollected(collector="Displays", reason="failed: not present"),
        NotCollected(collector="Recent errors", reason="redaction"),
    ),
    collected=datetime(2026, 11, 24, tzinfo=UTC),
    took_s=1.5,
)


def test_the_sentence_counts_details_and_what_is_not_known() -> None:
    assert as_text(FOUND).splitlines() == [
        "Disk",
        "  / free: 3.5 GB",
        "Battery",
        "  On mains: yes",
        "  Battery: none",
        "Not known",
        "  Printers: no answer in 2 s",
        "  Displays: not present",
        "  Recent errors: could not be cleaned of secrets, so it was left out",
        "3 details, 3 not known.",
    ]
    one = Diagnostics(facts=FOUND.facts[:1], collected=FOUND.collected, took_s=0.0)
    assert as_text(one).splitlines()[-1] == "1 detail, 0 not known."


def test_the_object_has_what_the_help_promises() -> None:
    assert as_values(FOUND)["facts"] == [
        {"group": "Disk", "name": "/ free", "value": 3.5, "unit": "GB"},
        {"group": "Battery", "name": "On mains", "value": True, "unit": ""},
        {"group": "Battery", "name": "Battery", "value": "none", "unit": ""},
    ]
