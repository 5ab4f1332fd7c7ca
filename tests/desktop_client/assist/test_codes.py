import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_client.assist.codes import ANYDESK, CHROME_REMOTE_DESKTOP, QUICK_ASSIST, RUSTDESK, TEAMVIEWER, CodeForm, is_ticket_number

FORMS = (ANYDESK, CHROME_REMOTE_DESKTOP, QUICK_ASSIST, RUSTDESK, TEAMVIEWER, CodeForm((".*",)), CodeForm(()))


@pytest.mark.parametrize("form", FORMS)
@given(typed=st.text(max_size=80))
def test_no_form_lets_a_letter_through_that_means_something_elsewhere(form: CodeForm, typed: str) -> None:
    code = form.clean(typed)
    assert code is None or re.fullmatch("[A-Za-z0-9][A-Za-z0-9@._-]{0,63}", code, re.ASCII)


def test_a_form_that_allows_everything_still_lets_no_option_or_command_through() -> None:
    everything = CodeForm((".*",))
    assert everything.clean("AB-12") == "AB-12"
    for typed in ("--install", "-x", "a b", "a;b", "a/b", "a:b", "", "a\nb", "x" * 65, "é"):
        assert everything.clean(typed) is None


def test_groups_are_joined_only_where_there_are_digits_and_single_blanks() -> None:
    assert ANYDESK.clean(" 123 456 789 ") == "123456789"
    assert ANYDESK.clean("123  456 789") is None
    assert ANYDESK.clean("123-456-789") is None
    assert RUSTDESK.clean("budi laptop") is None


def test_no_form_means_no_code() -> None:
    assert CodeForm(()).clean("123456789") is None


@pytest.mark.parametrize(
    ("number", "good"),
    [("INC-000123", True), ("1", True), ("a.b_c", True), ("-x", False), ("INC 1", False), ("", False), ("INC-1\n", False), ("１", False)],
)
def test_ticket_numbers(number: str, good: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_ticket_number(number) is good
