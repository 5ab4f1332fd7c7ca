"""What a company may write into `[remote_tool]`, and what is refused, by the sentence that the log gets."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contract.assist import Ability
from desktop_client.company_tool import CompanyCode, CompanyTool, company_tool, is_https
from desktop_client.settings import ROWS, Preferences, Settings

GUIDE = Path(__file__).parents[2] / "docs" / "how-to" / "set-up-remote-tools.md"
PROGRAM: dict[str, Any] = {"key": "own", "name": "Own tool", "program": "/usr/bin/own"}
PAGE: dict[str, Any] = {"key": "own", "name": "Own page", "address": "https://remote.example/{ticket}", "end": "asked"}


def test_the_least_that_a_table_says() -> None:
    tool = company_tool(PROGRAM)
    assert tool == CompanyTool(key="own", name="Own tool", program="/usr/bin/own")
    assert tool.can == (Ability.VIEW, Ability.CONTROL)
    assert company_tool(PAGE).address == "https://remote.example/{ticket}"


def test_all_that_it_can_say() -> None:
    table = {
        **PROGRAM,
        "arguments": ["-t", "{ticket}", "rm:{code_file}"],
        "can": ["view"],
        "code_from": "made",
        "end": "process-name",
        "process_name": "own-service",
        "download": "https://intranet.example/own",
    }
    assert company_tool(table).code_from is CompanyCode.MADE
    page = {**PAGE, "address": "owntool:{code}", "schemes": ["owntool"], "code_from": "technician", "code": "[A-Z]{6}"}
    assert company_tool(page).schemes == ("owntool",)


@pytest.mark.parametrize(
    ("table", "part"),
    [
        ({}, "key"),
        ({**PROGRAM, "unheard_of": 1}, "unheard_of"),
        ({**PROGRAM, "key": "Own Tool"}, "key"),
        ({**PROGRAM, "key": 5}, "key"),
        ({**PROGRAM, "name": ""}, "name"),
        ({**PROGRAM, "name": "two\nlines"}, "name"),
        ({**PROGRAM, "name": "x" * 61}, "name"),
        ({**PROGRAM, "program": "own"}, "whole path"),
        ({**PROGRAM, "program": "../own"}, "whole path"),
        ({**PROGRAM, "program": "/opt/{ticket}/own"}, "placeholders"),
        ({**PROGRAM, "address": "https://remote.example/"}, "one of both"),
        ({"key": "own", "name": "Own"}, "one of both"),
        ({**PROGRAM, "arguments": "{ticket}"}, "arguments"),
        ({**PROGRAM, "arguments": ["{password}"]}, "{ticket}"),
        ({**PROGRAM, "arguments": ["{ticket"]}, "{ticket}"),
        ({**PROGRAM, "arguments": ["}{"]}, "{ticket}"),
        ({**PROGRAM, "arguments": ["{}"]}, "{ticket}"),
        ({**PROGRAM, "arguments": ["{{ticket}}"]}, "{ticket}"),
        ({**PROGRAM, "arguments": ["{ticket.__class__}"]}, "{ticket}"),
        ({**PROGRAM, "arguments": ["a\0b"]}, "zero byte"),
        ({**PROGRAM, "arguments": ["{code}"]}, "made or comes from the technician"),
        ({**PROGRAM, "arguments": ["{code}"], "code_from": "made"}, "{code_file}"),
        ({**PROGRAM, "code_from": "made"}, "{code_file}"),
        ({**PROGRAM, "code_from": "employee"}, "pattern"),
        ({**PROGRAM, "code_from": "guessed"}, "code_from"),
        ({**PROGRAM, "code_from": "employee", "code": "["}, "regular expression"),
        ({**PROGRAM, "code_from": "employee", "code": "a" * 201}, "too long"),
        ({**PROGRAM, "can": []}, "do something"),
        ({**PROGRAM, "can": ["fly"]}, "can"),
        ({**PROGRAM, "end": "process-name"}, "belong together"),
        ({**PROGRAM, "process_name": "own"}, "belong together"),
        ({**PROGRAM, "download": "http://intranet.example/"}, "https"),
        ({**PROGRAM, "download": "https://budi:secret@intranet.example/"}, "https"),
        ({**PAGE, "end": "process"}, "asked"),
        ({**PAGE, "arguments": ["x"]}, "program"),
        ({**PAGE, "address": "http://remote.example/"}, "https://"),
        ({**PAGE, "address": "https:remote.example"}, "https://"),
        ({**PAGE, "address": "https://{ticket}.example/"}, "https://"),
        ({**PAGE, "address": "https://remote.example:{ticket}/"}, "https://"),
        ({**PAGE, "address": "https://remote.example@{code}/"}, "https://"),
        ({**PAGE, "address": "{ticket}://remote.example/"}, "https://"),
        ({**PAGE, "address": "javascript:alert(1)", "schemes": ["javascript"]}, "https://"),
        ({**PAGE, "address": "file:///etc/passwd", "schemes": ["file"]}, "https://"),
        ({**PAGE, "address": "other:x", "schemes": ["owntool"]}, "https://"),
        ({**PAGE, "address": "owntool:x", "schemes": ["own tool"]}, "https://"),
        ({**PAGE, "address": "https://remote.example/{code_file}"}, "{code}"),
        ({**PAGE, "address": "https://remote.example/ x"}, "https://"),
    ],
)
def test_what_is_wrong_is_said(table: dict[str, Any], part: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match=re.escape(part)):
        company_tool(table)
    if table:
        caplog.set_level("CRITICAL", "desktop_client.settings")
        preferences = Preferences(tmp_path / "settings.json", {"remote_tool": table, "language": "id"})
        assert preferences.values() == Settings(language="id")
        assert [part in note for note in preferences.notes] == [True]


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=3), max_leaves=4
)


@given(table=st.dictionaries(st.sampled_from([*CompanyTool.__struct_fields__, "x"]), json, max_size=8))
def test_whatever_a_table_says_is_taken_or_refused_in_words(table: dict[str, Any]) -> None:
    wrong = ROWS["remote_tool"].wrong_with(table)
    if not wrong and table:
        company_tool(table)


@pytest.mark.parametrize("address", ["https://a", "https://a.example/x?y=1#z"])
def test_https_addresses(address: str) -> None:
    assert is_https(address)


@pytest.mark.parametrize(
    "address", ["", "https://", "https:///x", "http://a", "https://a b", "https://u@a", "https://[", "HTTP://a", "//a"]
)
def test_what_is_none(address: str) -> None:
    assert not is_https(address)


def test_the_guide_s_policies_hold(tmp_path: Path) -> None:
    texts = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    assert len(texts) == 2
    for text in texts:
        assert Preferences(tmp_path / "settings.json", tomllib.loads(text)).notes == ()
