from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract.articles import ArticleKind
from desktop_client.knowledge.index import Index
from desktop_client.knowledge.search import search
from tests.desktop_client.knowledge.searched import LIBRARY, article, guide, ids, library


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    made = library(tmp_path_factory.mktemp("search"))
    yield made
    made.close()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("printer", "printer-silent"),
        ("paper jam", "paper-jam"),
        ("jammed paper", "paper-jam"),
        ("slow wifi", "wifi-slow"),
        ("slow wi-fi", "wifi-slow"),
        ("mailbox full", "mailbox-full"),
        ("one drive sync", "onedrive"),
        ("forgot password", "password"),
        # slips
        ("mailbxo ful", "mailbox-full"),
        ("forgoten pasword", "password"),
        ("wireles signl", "wifi-slow"),
        # codes
        ("0x80070005", "update-fails"),
        ("80070005", "update-fails"),
        ("error -2147024891", "update-fails"),
        ("KB5034441", "update-fails"),
        ("kb 5034441", "update-fails"),
        ("0x0000000a", "stop-code"),
        ("0xA", "stop-code"),
        ("irql_not_less_or_equal", "stop-code"),
        ("irql not less or equal", "stop-code"),
        # Indonesian, as people type it
        ("ngeprint dari excel", "mencetak"),
        ("ga bisa nyetak", "mencetak"),
        ("laptop lemot", "lambat"),
        ("kompi lelet bgt", "lambat"),
        ("wifi putus-putus", "wifi-putus"),
        ("akun kekunci", "terkunci"),
        ("lupa pw", "password-id"),
        # other letters
        ("プリンター", "japanese"),
        ("印刷", "japanese"),
        ("เครื่องพิมพ์", "thai"),
        ("الطابعة", "arabic"),
    ],
)
def test_what_people_type_finds_what_answers(index: Index, typed: str, first: str) -> None:
    assert ids(index, typed)[:1] == [first]


@pytest.mark.parametrize(
    ("letters", "id_"), [("mail", "mailbox-full"), ("mailb", "mailbox-full"), ("printer pri", "printer-silent"), ("0x8007", "update-fails")]
)
def test_the_last_word_may_be_unfinished(index: Index, letters: str, id_: str) -> None:
    assert id_ in ids(index, letters)


def test_a_word_that_is_finished_is_not_completed(index: Index) -> None:
    assert "mailbox-full" not in ids(index, "mailb ")


def test_the_other_language_answers_too(index: Index) -> None:
    assert ids(index, "komputer lambat")[0] == "lambat"
    assert "lambat" in ids(index, "slow computer")
    assert "wifi-slow" in ids(index, "nirkabel lambat")


def test_one_result_for_an_article_in_two_languages(index: Index) -> None:
    assert [i for i in ids(index, "password kata sandi") if i.startswith("password")] in (["password"], ["password-id"])
    assert ids(index, "password", language="id")[0] == "password-id"
    assert ids(index, "kata sandi", language="en")[0] == "password"


def test_of_equals_the_persons_language_comes_first(tmp_path: Path) -> None:
    index = library(tmp_path, [article("a", "Webcam", "Webcam."), article("b", "Webcam", "Webcam.", lang="id"), *LIBRARY])
    assert ids(index, "webcam", language="id")[:2] == ["b", "a"]
    assert ids(index, "webcam", language="en")[:2] == ["a", "b"]
    index.close()


def test_a_language_with_its_region_is_that_language(tmp_path: Path) -> None:
    index = library(
        tmp_path, [article("a", "Lupa kata sandi", "Setel ulang.", lang="id-ID", article="k"), article("b", "Password", article="k")]
    )
    assert ids(index, "password", language="id") == ["a"]
    assert ids(index, "menyetel ulang") == ["a"]
    assert ids(index, "kata sandi", language="en-GB") == ["b"]
    index.close()


def test_a_guide_comes_first_only_when_it_fits_about_as_well(tmp_path: Path) -> None:
    index = library(tmp_path, [*LIBRARY, article("g", "The scanner is dead", guide=guide(text="")), article("a", "The scanner is dead")])
    assert ids(index, "scanner dead")[:2] == ["g", "a"]
    assert search(index, "scanner dead").results[0].kind is ArticleKind.GUIDE
    index.put([article("g", "All about devices", guide=guide(text="Some say scanner."))])
    assert ids(index, "scanner dead")[0] == "a"
    index.close()


def test_words_inside_a_guides_steps_are_found(tmp_path: Path) -> None:
    index = library(tmp_path, [article("g", "Cables", guide=guide(text="Push the **thunderbolt** plug in."))])
    (result,) = search(index, "thunderbolt").results
    assert result.snippet == "Push the thunderbolt plug in."
    index.close()


def test_results_carry_what_a_list_shows(index: Index) -> None:
    result = search(index, "paper jam", limit=1).results[0]
    assert (result.id, result.lang, result.product, result.article) == ("paper-jam", "en", "printer", "")
    assert [result.title[begin:end] for begin, end in result.title_marks] == ["Paper", "jam"]


def test_the_limit_holds(index: Index) -> None:
    assert len(search(index, "printer", limit=1).results) == 1
    assert search(index, "printer", limit=0).results == ()


def test_the_same_words_give_the_same_order(index: Index) -> None:
    assert ids(index, "printer cable wifi password") == ids(index, "printer cable wifi password")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " \t\n",
        "how to do it",
        "yang dan di ke dari",
        "?!*()[]{}",
        '"',
        '" AND OR NEAR( * : ^ \\',
        "title:printer",
        "NEAR(printer jam, 2)",
        "-printer",
        "printer*",
        "{title} : printer",
        "'; DROP TABLE article; --",
        "😀🖨️",
        "\0\0",
        "\ud800",
        "e\u0301" * 50,
        "ﬁle ﬀ",
        "ก็" * 40,
        "漢" * 3000,
        "a" * 10_000,
        "a " * 5000,
        "printer " * 1250,
        "0x" + "f" * 5000,
        "1." * 3000,
        "x-" * 3000,
    ],
)
def test_nothing_that_can_be_typed_is_an_error(index: Index, typed: str) -> None:
    found = search(index, typed, language="id")
    assert found.words == typed
    assert all(begin < end <= len(r.title) for r in found.results for begin, end in r.title_marks)
    assert all(begin < end <= len(r.snippet) for r in found.results for begin, end in r.snippet_marks)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_no_text_is_an_error(index: Index, typed: str) -> None:
    assert search(index, typed).words == typed


def test_only_stop_words_find_nothing_and_a_pasted_page_finds_what_it_is_about(index: Index) -> None:
    assert ids(index, "how to do it with the ") == []
    assert ids(index, "Windows Update fails with 0x80070005. " + "blah bleh bloh " * 800)[0] == "update-fails"


def test_an_empty_index(tmp_path: Path) -> None:
    index = Index(tmp_path / "search.db")
    assert search(index, "printer").results == ()
    index.close()
