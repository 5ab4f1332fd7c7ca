"""Every tool that this build offers has words for what it asks of the person, in a form that the windows can fill."""

import string
from collections.abc import Iterator

from contract.assist import Ability, End
from desktop_client.assist.catalogue import providers
from desktop_client.assist.computer import Computer
from desktop_client.assist.tool import CodeFrom, Tool
from desktop_client.screens.assist import BEFORE_CONSENT
from desktop_client.sentences import assist
from desktop_client.settings import Settings

FILLED = {"name", "tool", "desk", "minutes"}


def tools() -> Iterator[Tool]:
    for provider in providers(Settings(), Computer()).values():
        yield provider.tool()


def texts() -> Iterator[str]:
    for words in assist.ABILITIES.values():
        yield from (words.asks, words.short, words.allowed)
    yield assist.NO_LIMIT
    for table in (assist.LIMITS, assist.WHERE, assist.ENDS, assist.STEPS, assist.ROLES):
        yield from table.values()
    for told in assist.SENTENCES.values():
        yield from (told.title, told.text)


def test_a_tool_has_words_for_its_limits_and_for_where_its_code_is() -> None:
    for tool in tools():
        assert set(tool.limits) <= set(assist.LIMITS), tool.key
        assert tool.where in assist.WHERE or tool.code_from in {CodeFrom.NONE, CodeFrom.TOOL}, tool.key


def test_every_value_has_its_words() -> None:
    assert set(assist.ABILITIES) == set(Ability)
    assert set(assist.ENDS) == set(End)
    assert set(BEFORE_CONSENT.values()) <= set(assist.SENTENCES)
    assert set(BEFORE_CONSENT.values()) <= set(assist.STEPS)


def test_braces_name_only_what_the_windows_fill_in_and_the_help_desk_never_stands_first() -> None:
    for text in texts():
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        assert names <= FILLED, text
        assert not text.startswith("{desk}")
