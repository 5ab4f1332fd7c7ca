from collections.abc import Callable, Mapping

import pytest

from server_stub.knowledge.article_keys import date_in, in_line, language_of, list_of, name_of, needed, one_of
from server_stub.knowledge.front_matter import Node, composed
from server_stub.knowledge.unreadable import UnreadableError

Keys = Mapping[str, Node]


def keys(text: str) -> Keys:
    return composed(text + "\n")


@pytest.mark.parametrize(
    ("read", "text", "found"),
    [
        (lambda found: in_line("a", found), "a: >\n  two\n  lines", "two lines"),
        (lambda found: in_line("a", found), "b: c", ""),
        (lambda found: in_line("a", found), "a: ~", ""),
        (lambda found: needed("a", found), "a: 007", "007"),
        (lambda found: name_of("a", found), "a: x_1.2-3", "x_1.2-3"),
        (lambda found: name_of("a", found), "b: c", ""),
        (language_of, "lang: pt-BR", "pt-BR"),
        (lambda found: list_of("a", found), "a: one,  two words , ,one", ("one", "two words")),
        (lambda found: list_of("a", found), "a:\n- yes\n- ~\n- yes", ("yes",)),
        (lambda found: list_of("a", found), "a:", ()),
        (lambda found: one_of("a", found, ("x", "y")), "b: c", "x"),
        (lambda found: one_of("a", found, ("x", "y")), "a: y", "y"),
        (lambda found: date_in("a", found), "a: 2024-05-06T07:08:09Z", "2024-05-06T07:08:09Z"),
        (lambda found: date_in("a", found), "b: c", ""),
    ],
)
def test_what_a_key_gives(read: Callable[[Keys], object], text: str, found: object) -> None:
    assert read(keys(text)) == found


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lambda found: in_line("a", found), "b: c\na: [x]"),
        (lambda found: needed("a", found), "b: c\na: ''"),
        (lambda found: name_of("a", found), "b: c\na: x y"),
        (lambda found: name_of("a", found), "b: c\na: é"),
        (language_of, "b: c\nlang: e"),
        (lambda found: list_of("a", found), "b: c\na: {x: y}"),
        (lambda found: one_of("a", found, ("x", "y")), "b: c\na: z"),
        (lambda found: date_in("a", found), "b: c\na: 31.01.2026"),
    ],
)
def test_what_it_refuses_with_its_line(read: Callable[[Keys], object], text: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(keys(text))
    assert refused.value.line == 3, "the file's first line is the fence"
    assert str(refused.value) == f"Line 3: {refused.value.reason}"


def test_a_refusal_of_the_whole_file_names_no_line() -> None:
    assert str(UnreadableError("It is too large.")) == "It is too large."
