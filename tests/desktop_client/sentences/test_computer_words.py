"""Every verdict, plan and choice of this computer's checks and fixes has words, and says nothing that isn't there."""

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contract.guides import CHECKS, Evidence
from desktop_client.guides.checks.computer import COMPUTER_CHECKS
from desktop_client.guides.fix import Choice, Doing
from desktop_client.guides.fixes.computer import COMPUTER_FIXES
from desktop_client.guides.verdict import Seen, Verdict, found
from desktop_client.sentences import computer_checks, computer_fixes
from desktop_client.sentences.verdicts import say_choice, say_verdict

FIXES = Path(__file__).parents[3] / "desktop_client" / "guides" / "fixes"


def said(check: str, seen: Seen) -> str:
    return say_verdict(Verdict(check=check, seen=seen, at=datetime.now(UTC))).whole()


def test_each_check_and_fix_has_its_table() -> None:
    assert [check.name for check in COMPUTER_CHECKS] == list(computer_checks.WORDS)
    assert [fix.name for fix in COMPUTER_FIXES] == list(computer_fixes.WORDS)


@pytest.mark.parametrize("name", list(computer_checks.WORDS))
def test_each_finding_reads_without_any_evidence(name: str) -> None:
    words = computer_checks.WORDS[name]
    assert words.verdicts.keys() >= {"ok", *(f"found:{code}" for code in CHECKS[name])}
    for code in CHECKS[name]:
        sentence = said(name, found(code))
        assert sentence
        assert not re.search(r"[{}–]", sentence), sentence


def test_evidence_stands_in_the_sentence() -> None:
    evidence = (Evidence(name="drive", value="/home"), Evidence(name="available", value=1.25, unit="GB"))
    assert said("disk", found("full", *evidence)).startswith("The disk is full: 1.2")
    reason = Evidence(name="reason", value="media-jam")
    assert "paper is jammed" in said("printer", found("needs-hand", Evidence(name="printer", value="Lantai3"), reason))


@pytest.mark.parametrize("fix", list(computer_fixes.WORDS))
def test_each_line_of_a_plan_has_words_and_each_word_a_line(fix: str) -> None:
    tree = ast.parse((FIXES / f"{fix.replace('-', '_')}.py").read_text("utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Doing"]
    keys = {call.args[0].value for call in calls if isinstance(call.args[0], ast.Constant)}
    if fix == "free":
        keys |= {"choice-temporary", "choice-caches", "choice-bin"}
    assert keys == computer_fixes.WORDS[fix].doing.keys()


def test_a_choice_is_a_name_or_a_sentence() -> None:
    assert say_choice("end-program", Choice("end", "Tabel")) == "Tabel"
    assert say_choice("end-program", Choice("wait", "", says=Doing("choice-wait", {"n": 2}))) == "Wait 2 minutes"
    assert say_choice("end-program", Choice("wait", "Tabel", says=Doing("unknown"))) == "Tabel"
