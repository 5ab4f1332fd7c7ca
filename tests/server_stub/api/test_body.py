import pytest

from contract.tickets import PutTicket
from server_stub.api.body import decode, field_of
from server_stub.refusals import RefusalError


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("Expected `str`, got `int` - at `$.subject`", "subject"),
        ("Expected `str`, got `int` - at `$.attachments[3].name`", "attachments[3].name"),
        ("Expected `str`, got `int` - at `$[...].name`", "[...].name"),
        ("Object contains unknown field `x`", "x"),
        ("Object contains unknown field `x` - at `$.diagnostics.facts[0]`", "diagnostics.facts[0].x"),
        ("Object missing required field `written`", "written"),
        ("Expected `object`, got `array`", None),
    ],
)
def test_the_field_that_is_meant(said: str, field: str | None) -> None:
    assert field_of(said) == field


def test_a_good_body_is_read() -> None:
    read = decode(b'{"subject":"\\ud83d\\ude00","written":"2026-03-01T08:30:00Z"}', PutTicket)
    assert read.subject == "😀"


def test_a_refusal_repeats_nothing_that_was_sent() -> None:
    with pytest.raises(RefusalError) as refused:
        decode(b'{"subject":5,"details":"a secret","written":"2026-03-01T08:30:00Z"}', PutTicket)
    assert "secret" not in f"{refused.value} {refused.value.detail}"
