"""The grammar: options before or after the word, and a sentence for what can't be meant."""

from pathlib import Path

import pytest

from server_stub.commands.arguments import parsed
from server_stub.commands.catalogue import COMMANDS
from server_stub.commands.command import CommandError, clean
from server_stub.commands.words import ARTICLE_WORDS, AUDIT_WORDS, USER_WORDS, WORDS


@pytest.mark.parametrize(
    "argv",
    [
        ["--data", "d", "--json", "reply", "INC-1", "hello", "--as", "Ayu"],
        ["reply", "--data", "d", "--json", "INC-1", "hello", "--as", "Ayu"],
        ["reply", "INC-1", "hello", "--as", "Ayu", "--data", "d", "--json"],
        ["--json", "reply", "INC-1", "--as=Ayu", "hello", "--data=d"],
        ["--data", "other", "reply", "INC-1", "hello", "--as", "Ayu", "--data", "d", "--json"],
    ],
)
def test_options_stand_before_or_after_the_word(argv: list[str]) -> None:
    options = parsed(argv)
    assert (options.word, options.data, options.json) == ("reply", Path("d"), True)
    assert (options.ticket, options.text, options.name) == ("INC-1", "hello", "Ayu")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ([], "required: WORD"),
        (["frobnicate"], "there is no word 'frobnicate'"),
        (["tickets", "--frob"], 'there is no option "--frob"'),
        (["--frob", "tickets"], 'there is no option "--frob"'),
        (["tickets", "more"], 'unexpected "more"'),
        (["--dat", "x", "tickets"], "no"),
        (["tickets", "--js"], 'there is no option "--js"'),
        (["reply", "INC-1"], "required: TEXT"),
        (["serve", "--port", "http"], "invalid int value"),
        (["code", "--expires"], "expected one argument"),
        (["reply", "INC-1", "a\0b"], "NUL"),
        (["reply", "INC-1", "a\udcff"], "not text"),
    ],
)
def test_wrong_arguments_are_a_sentence_with_code_2(argv: list[str], said: str) -> None:
    with pytest.raises(CommandError, match=said) as raised:
        parsed(argv)
    assert raised.value.code == 2


@pytest.mark.parametrize("word", ["", *(command.word for command in COMMANDS), "serve"])
def test_every_word_has_help(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        parsed([word, "--help"] if word else ["--help"])
    assert left.value.code == 0
    assert "--data DIR" in capsys.readouterr().out


def test_words_of_the_catalogue_are_all_different() -> None:
    assert len({command.word for command in COMMANDS}) == len(COMMANDS)
    inner = {word.__name__ for word in (*ARTICLE_WORDS, *USER_WORDS, *AUDIT_WORDS)}
    assert {command.word.replace("-", "_") for command in COMMANDS} - {"settings", "articles", "user", "audit"} == set(WORDS) - inner


def test_text_of_others_can_not_steer_the_terminal() -> None:
    assert clean("a\x1b[2Jb\x07\u202eexe.gpj\u2028x\x9b") == "a�[2Jb��exe.gpj�x�"
    assert clean("Budi O'Connor – 印刷 🖨") == "Budi O'Connor – 印刷 🖨"
