import pytest

from desktop_client.knowledge.codes import as_code, begun_code


@pytest.mark.parametrize("typed", ["0x80070005", "80070005", "2147024891", "2147942405", "0x0080070005", "0x80070005h"])
def test_one_spelling_for_one_code(typed: str) -> None:
    # -2147024891: its sign is no part of the word.
    assert as_code(typed) == "0x80070005"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("0x0000007b", "0x7b"), ("0x0", "0x0"), ("c0000022", "0xc0000022"), ("1073741819", "0xc0000005"), ("kb5034441", "5034441")],
)
def test_other_codes(typed: str, code: str) -> None:
    assert as_code(typed) == code


@pytest.mark.parametrize("word", ["printer", "deadbeef", "12345678", "2024", "facade", "0x", "0xyz", "kb12", "99999999999", "9999999999"])
def test_what_is_no_code(word: str) -> None:
    assert as_code(word) == ""


def test_a_code_that_is_not_typed_to_its_end() -> None:
    assert begun_code("8007") == "0x8007"
    assert begun_code("0x8007") == "0x8007"
    assert begun_code("print") == ""
