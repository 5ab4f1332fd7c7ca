"""Every verdict and every line of a fix of the network has its words, and they hold only what is measured."""

import re

import pytest

from contract.guides import CHECKS
from desktop_client.guides.checks.network import NETWORK_CHECKS
from desktop_client.guides.fixes.network import NETWORK_FIXES
from desktop_client.sentences.network_checks import WORDS
from desktop_client.sentences.network_fixes import WORDS as FIX_WORDS

DOING = {"renew": {"renew", "cut"}, "switch-dns": {"company", "network", "until-reconnect", "by-itself"}}


@pytest.mark.parametrize("check", [check.name for check in NETWORK_CHECKS])
def test_every_finding_has_a_title_and_says_what_to_do(check: str) -> None:
    words = WORDS[check]
    assert set(words.verdicts) >= {"ok", *(f"found:{code}" for code in CHECKS[check])}
    for key, said in words.verdicts.items():
        assert said.title.endswith(".")
        assert bool(said.text) == key.startswith("found:"), key
        assert "!" not in said.title + said.text
    assert words.checking.endswith("…")


def test_titles_with_evidence_that_may_be_missing_have_a_bare_form() -> None:
    always = {"host"}
    for words in WORDS.values():
        for said in words.verdicts.values():
            holes = set(re.findall(r"{(\w+)}", said.title)) - always
            assert not holes or (said.bare and "{" not in said.bare), said.title


@pytest.mark.parametrize("fix", [fix.name for fix in NETWORK_FIXES])
def test_every_line_of_a_plan_is_said(fix: str) -> None:
    assert set(FIX_WORDS[fix].doing) == DOING[fix]
