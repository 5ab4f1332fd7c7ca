from pathlib import Path

import pytest

from desktop_client.knowledge.asked import ask, terms_of
from desktop_client.knowledge.search import search
from desktop_client.knowledge.snippet import LETTERS, Marker, snippet
from tests.desktop_client.knowledge.searched import LIBRARY, article, library

FILLER = "Some other words that stand here for nothing in particular and go on. "


def shown(tmp_path: Path, words: str, body: str, **more: object) -> tuple[str, list[str]]:
    index = library(tmp_path, [*LIBRARY, article("it", "Zebra", body, **more)])
    result = next(result for result in search(index, f"zebra {words}").results if result.id == "it")
    index.close()
    return result.snippet, [result.snippet[begin:end] for begin, end in result.snippet_marks]


def test_the_passage_with_the_words(tmp_path: Path) -> None:
    text, marked = shown(tmp_path, "toner drum", f"{FILLER}\n\nTake the **toner** out of the _drum_ first.\n\n{FILLER}")
    assert text == "Take the toner out of the drum first."
    assert marked == ["toner", "drum"]


def test_a_long_passage_is_cut_between_words_around_them(tmp_path: Path) -> None:
    text, marked = shown(tmp_path, "toner drum", f"{FILLER * 30}Take the toner out of the drum first. {FILLER * 30}")
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) <= LETTERS + 2
    assert marked == ["toner", "drum"]
    words = [*FILLER.split(), "Take", "the", "toner", "out", "of", "the", "drum", "first."]
    assert set(text.strip("…").split()) <= set(words)


def test_forms_of_a_word_are_marked(tmp_path: Path) -> None:
    _, marked = shown(tmp_path, "connection", "It is connected. Connecting takes a while, and connections come and go.")
    assert marked == ["connected", "Connecting", "connections"]


def test_indonesian_forms_are_marked(tmp_path: Path) -> None:
    _, marked = shown(tmp_path, "nyimpen berkas", "Cara menyimpan berkas supaya tersimpan.", lang="id")
    assert marked == ["menyimpan", "berkas", "tersimpan"]


def test_a_code_is_marked_in_the_spelling_of_the_article(tmp_path: Path) -> None:
    _, marked = shown(tmp_path, "0x8024402C", "Fehler 8024402c occurs when the proxy is wrong.")
    assert marked == ["8024402c"]


def test_words_of_a_phrase_are_marked_only_together(tmp_path: Path) -> None:
    # "bsod" is a blue screen; blue alone is a colour.
    _, marked = shown(tmp_path, "bsod", "The blue lamp is on. A bsod follows.")
    assert marked == ["bsod"]


def test_without_the_words_the_summary_is_shown(tmp_path: Path) -> None:
    text, marked = shown(
        tmp_path,
        "",
        "# Zoo\n\nBody text that is long enough to say something.",
        summary="What **this article** is about,\nin one line.",
    )
    assert text == "What this article is about, in one line."
    assert marked == []


def test_words_far_down_a_long_article_are_shown(tmp_path: Path) -> None:
    lines = "\n\n".join(f"{FILLER} Line {number}." for number in range(400))
    text, marked = shown(tmp_path, "toner", f"{lines}\n\nThe toner is at the end.\n\n{FILLER}")
    assert text == "The toner is at the end."
    assert marked == ["toner"]


def test_an_article_without_text(tmp_path: Path) -> None:
    assert shown(tmp_path, "", "") == ("", [])


@pytest.mark.parametrize("text", ["ﬁle ﬁnder toner", "İstanbul toner", "ß toner", "e\u0301 toner", "ǅ toner"])
def test_marks_stand_right_where_folding_changes_the_length(tmp_path: Path, text: str) -> None:
    index = library(tmp_path)
    marker = Marker(ask(index, "toner").wanted, terms_of(indonesian=False))
    (span,) = marker.marks(text)
    assert text[slice(*span)] == "toner"
    assert snippet(text, marker)[0] == text
    index.close()
