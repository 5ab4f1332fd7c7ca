import ast
import re
import string
from pathlib import Path

import pytest

from desktop_client import reasons
from desktop_client.reasons import Cause, Cure, Reason
from desktop_client.sentences.reasons import CONTEXT, SENTENCES, Forms, Words, english_size, sentence

SOURCE = Path(reasons.__file__).read_text("utf-8")
DATA = {
    match[1]: [name.strip() for name in (match[2] or "").partition(":")[0].split(",") if name.strip()]
    for match in re.finditer(r'^    (\w+) = "[a-z-]+"(?:  # (.+))?$', SOURCE, re.MULTILINE)
    if match[1] in Cause.__members__
}
"""What reasons.py documents about the data of each cause."""

VALUES: dict[str, str | int | float] = {
    "size_bytes": 123_456_789,
    "limit_bytes": 100_000_000,
    "difference_s": -7300,
    "wait_s": 130,
    "limit": 200,
    "count": 3,
    "rescued": 4,
    "lost": 5,
    "percent": 40,
}


def full(cause: Cause, cure: Cure = Cure.PERSON) -> Reason:
    return Reason(cause, {name: VALUES.get(name, f"<{name}>") for name in DATA[cause.name]}, cure)


def texts(words: Words) -> list[str]:
    return [text for text in (words.title, words.bare, words.one, *words.rest) if isinstance(text, str) and text]


def test_every_cause_has_its_sentence() -> None:
    assert set(SENTENCES) == set(Cause)
    assert set(DATA) == set(Cause.__members__)


@pytest.mark.parametrize("cause", Cause)
@pytest.mark.parametrize("cure", Cure)
@pytest.mark.parametrize("saved", [None, "report", "reply"])
def test_the_documented_data_fill_every_sentence(cause: Cause, cure: Cure, saved: None) -> None:
    said = sentence(full(cause, cure), desk="Helpdesk", company="Nusantara", saved=saved, next_try="in 5 minutes")
    assert not re.search(r"[{}–]", said.whole()), said
    assert said.title
    assert not said.title.endswith(".")
    assert not said.text or said.text.endswith(".")
    assert "  " not in said.whole()
    for template in texts(SENTENCES[cause]):
        # With all data there, no sentence is left out.
        if template not in {SENTENCES[cause].bare, SENTENCES[cause].one}:
            first = template.split("{", maxsplit=1)[0].strip()
            assert first in said.whole()


@pytest.mark.parametrize("cause", Cause)
def test_without_any_data_there_is_a_sentence_all_the_same(cause: Cause) -> None:
    said = sentence(Reason(cause), desk="", company="")
    assert said.title
    assert "{" not in said.whole()


def test_what_time_cures_says_when_and_what_a_person_cures_does_not() -> None:
    at = {"desk": "", "company": "Nusantara", "saved": "report", "next_try": "in 5 minutes"}
    by_time = sentence(full(Cause.PORTAL, Cure.TIME), **at)  # type: ignore[arg-type]
    by_person = sentence(full(Cause.PORTAL, Cure.PERSON), **at)  # type: ignore[arg-type]
    assert (
        by_time.whole()
        == "This network asks for a sign-in. Your report is saved on this computer. Sign in with your browser. Next try in 5 minutes."
    )
    assert by_person.text == "Your report is saved on this computer. Sign in with your browser. Then try again."
    unreachable = sentence(full(Cause.UNREACHABLE, Cure.TIME), **at)  # type: ignore[arg-type]
    assert unreachable.whole() == "Not connected to Nusantara yet. Your report is saved on this computer. Next try in 5 minutes."
    assert sentence(full(Cause.UNREACHABLE), desk="", company="").whole() == "Not connected yet. Try again later."


def test_a_reply_is_called_a_reply() -> None:
    said = sentence(full(Cause.SERVER_BUSY, Cure.TIME), desk="", company="", saved="reply", next_try="today at 14:05")
    assert said.text == "Your reply is saved on this computer. Next try today at 14:05."


def test_one_is_said_as_one() -> None:
    assert sentence(Reason(Cause.TOO_MANY_TRIES, {"wait_s": 59}), desk="", company="").title == "Too many tries. Wait 1 minute"
    assert sentence(Reason(Cause.TOO_MANY_TRIES, {"wait_s": 61}), desk="", company="").title == "Too many tries. Wait 2 minutes"
    assert sentence(Reason(Cause.WAITING_ELSEWHERE, {"count": 1}), desk="", company="").title.startswith("1 report still waits")


def test_each_sentence_is_translated_before_it_is_filled() -> None:
    seen: list[str] = []

    def translate(text: str) -> str:
        seen.append(text)
        return f"«{text}»"

    said = sentence(full(Cause.FILE_TOO_LARGE), desk="", company="", translate=translate)
    assert said.title == "«<file>".replace("<file>", "<file> is 123 MB, the limit 100 MB.»")
    assert "{file} is {size}, the limit {limit}." in seen
    assert "the help desk" in seen


def test_sizes_and_numbers_are_written_in_the_form_that_is_handed_in() -> None:
    forms = Forms(size=lambda size: f"{size // 1_000_000} juta", number=lambda number: f"#{number}")
    assert sentence(full(Cause.FILE_TOO_LARGE), desk="", company="", forms=forms).title == "<file> is 123 juta, the limit 100 juta"
    assert sentence(full(Cause.SUBJECT_TOO_LONG), desk="", company="", forms=forms).title == "The first box holds #200 letters"
    assert sentence(full(Cause.CLOCK), desk="", company="", forms=forms).title == "This computer's clock is #2 hours off"


@pytest.mark.parametrize(
    ("size", "said"), [(0, "0 bytes"), (999, "999 bytes"), (3_500_000, "3.5 MB"), (123_456_789, "123 MB"), (2 * 10**12, "2000 GB")]
)
def test_sizes_in_english(size: int, said: str) -> None:
    assert english_size(size) == said


def test_a_hostile_name_stays_one_quiet_line() -> None:
    name = "exe.\u202egpj\nNothing is safe.\x1b[31m {desk}" + "x" * 500
    said = sentence(Reason(Cause.FILE_EMPTY, {"file": name}), desk="", company="").title
    assert "\n" not in said
    assert "\u202e" not in said
    assert "\x1b" not in said
    assert "{desk}" in said
    assert len(said) < 150
    assert sentence(Reason(Cause.FILE_EMPTY, {"file": "\ud800"}), desk="", company="").title == "? is empty"


def test_no_sentence_begins_with_the_desk() -> None:
    for words in SENTENCES.values():
        for text in texts(words):
            assert not text.startswith("{desk}")


def test_every_text_is_marked_for_lupdate_as_a_literal() -> None:
    tree = ast.parse(Path(sentence.__code__.co_filename).read_text("utf-8"))
    marked = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QT_TRANSLATE_NOOP":
            context, text = node.args
            assert isinstance(context, ast.Constant)
            assert context.value == CONTEXT
            assert isinstance(text, ast.Constant)
            marked.add(text.value)
    assert {text for words in SENTENCES.values() for text in texts(words)} <= marked
    for text in marked:
        assert all(re.fullmatch(r"[a-z]+", name) for _, name, spec, _ in string.Formatter().parse(text) if name and not spec)
