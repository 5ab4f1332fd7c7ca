"""`sigap check` and `sigap guide --auto` as a person and as a program read them."""

import json
from pathlib import Path

from contract.articles import Article, ArticlesPage
from contract.guides import CHECKS, CheckStep, EndOutcome, EndStep, Guide
from desktop_client.flows.instance import Instance
from desktop_client.system.folders import open_profile
from tests.desktop_client.commands.test_diagnose import sigap

GUIDE = Guide(
    first="look",
    proof=("disk",),
    steps=(
        CheckStep(id="look", title="Room?", checks=("disk", "restart"), ok="end", found={"disk": "end", "restart": "end"}),
        EndStep(id="end", title="A technician looks", outcome=EndOutcome.REPORT),
    ),
)


def test_named_checks_as_json(tmp_path: Path) -> None:
    told = sigap(tmp_path, "check", "--json", "restart", "disk")
    assert (told.returncode, told.stderr) == (0, "")
    found = json.loads(told.stdout)
    assert [check["name"] for check in found["checks"]] == ["disk", "restart"]
    for check in found["checks"]:
        outcome, _, code = check["verdict"].partition(":")
        assert outcome in {"ok", "found", "not_possible"}
        assert outcome != "found" or code in CHECKS[check["name"]]
        assert all(set(one) == {"name", "value", "unit"} for one in check["evidence"])


def test_without_json_a_line_each_and_the_sum(tmp_path: Path) -> None:
    told = sigap(tmp_path, "check", "disk", "answers")
    assert (told.returncode, told.stderr) == (0, "")
    lines = told.stdout.splitlines()
    assert len(lines) == 3
    assert lines[-1].endswith(" not possible.")


def test_a_name_that_is_none_does_nothing(tmp_path: Path) -> None:
    told = sigap(tmp_path, "check", "nonsense")
    assert (told.returncode, told.stdout) == (2, "")
    assert "nonsense" in told.stderr


def test_a_guide_s_checks_by_key_and_by_id(tmp_path: Path) -> None:
    instance = Instance(open_profile(tmp_path))
    article = Article(id="room.en", article="room", lang="en", title="No room", body="", guide=GUIDE)
    instance.library.apply(ArticlesPage(epoch="e", last=1, articles=(article,)))
    instance.close()
    for name in ("room", "room.en"):
        found = json.loads(sigap(tmp_path, "guide", name, "--auto", "--json").stdout)
        assert (found["guide"], found["title"]) == ("room", "No room")
        assert [check["name"] for check in found["checks"]] == ["disk", "restart"]
    told = sigap(tmp_path, "guide", "room", "--auto")
    assert told.stdout.startswith("No room\n")
    assert (sigap(tmp_path, "guide", "nowhere", "--auto").returncode, sigap(tmp_path, "guide", "room").returncode) == (1, 2)
