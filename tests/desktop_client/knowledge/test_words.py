from hypothesis import given
from hypothesis import strategies as st

from desktop_client.knowledge.words import Terms, fold, has_no_spaces, pairs, spaceless_spans, tokens

ENGLISH = Terms(indonesian=False)
INDONESIAN = Terms(indonesian=True)


def terms(text: str) -> list[str]:
    return ENGLISH.of(tokens(fold(text))).split()


def test_words_with_a_hyphen_meet_those_without() -> None:
    assert terms("Wi-Fi") == ["wi", "fi", "wifi"]
    assert "email" in terms("e-mail")
    assert "can't" not in terms("can't")
    assert terms("can't") == terms("can’t")


def test_codes_and_numbers() -> None:
    assert terms("Error (0x80070005)") == ["error", "0x80070005"]
    assert terms("-2147024891") == ["0x80070005"]
    assert terms("550 5.1.1") == ["550", "5.1.1"]
    assert terms("10.0.19041") == ["10.0.19041", "19041"]
    assert set(terms("IRQL_NOT_LESS_OR_EQUAL")) >= {"irql", "irqlnotlessorequ"}


def test_stop_words_of_both_languages_are_not_stored() -> None:
    assert terms("how to do it with the yang dan") == []


def test_accents_and_case_make_no_difference() -> None:
    assert terms("CAFÉ Über") == terms("cafe uber")
    assert fold("a\r\nb\0c") == "a\r\nb c"


def test_indonesian_terms_never_meet_english_ones() -> None:
    assert INDONESIAN.of(["mencetak"]).startswith("~")
    assert INDONESIAN.of(["mencetak"]) == INDONESIAN.of(["nyetak"])
    assert INDONESIAN.of(["0x80070005"]) == ENGLISH.of(["0x80070005"])


def test_scripts_without_spaces_are_stored_two_letters_at_a_time() -> None:
    assert terms("印刷できない") == ["印刷", "刷で", "でき", "きな", "ない"]
    assert terms("字") == ["字"]
    assert list(pairs("usb接続3")) == ["usb", "接続", "3"]
    assert has_no_spaces("プリンター")
    assert not has_no_spaces("الطابعة")


def test_marks_in_a_run_without_spaces_are_joined() -> None:
    assert spaceless_spans("印刷できない", {"印刷", "刷で", "ない"}) == [(0, 3), (4, 6)]


@given(st.text())
def test_any_text_has_terms_that_fts5_keeps_whole(text: str) -> None:
    for terms_of in (ENGLISH, INDONESIAN):
        for term in terms_of.of(tokens(fold(text))).split(" "):
            assert '"' not in term
            assert "\0" not in term
