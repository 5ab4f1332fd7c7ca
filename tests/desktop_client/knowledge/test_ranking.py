from pathlib import Path

from desktop_client.knowledge import ranking
from desktop_client.knowledge.asked import ask
from desktop_client.knowledge.ranking import ranked, scored
from tests.desktop_client.knowledge.searched import LIBRARY, article, library

FILLER = tuple(article(f"filler-{number}", f"Filler {number}", f"Nothing about it, number {number}.") for number in range(40))


def test_the_best_score_comes_first_and_equal_ones_keep_an_order(tmp_path: Path) -> None:
    twins = [article("b", "Webcam", "Webcam."), article("a", "Webcam", "Webcam.")]
    index = library(tmp_path, [*LIBRARY, *twins])
    rows = ranked(index, ask(index, "webcam "), "")
    assert [row.card.id for row in rows] == ["a", "b"]
    assert rows[0].score == rows[1].score > 0
    index.close()


def test_a_title_counts_more_than_a_body_and_a_short_title_more_than_a_long_one(tmp_path: Path) -> None:
    articles = [
        article("body", "Something", "About the webcam."),
        article("long", "Webcam and many other things on the desk", "Text."),
        article("short", "Webcam", "Text."),
    ]
    index = library(tmp_path, [*FILLER, *articles])
    assert [row.card.id for row in ranked(index, ask(index, "webcam "), "")] == ["short", "long", "body"]
    index.close()


def test_a_typed_word_counts_more_than_another_of_the_same_meaning(tmp_path: Path) -> None:
    index = library(tmp_path, [*FILLER, article("typed", "Monitor", "Text."), article("meant", "Display", "Text.")])
    assert [row.card.id for row in ranked(index, ask(index, "monitor "), "")] == ["typed", "meant"]
    index.close()


def test_more_of_what_was_asked_is_better(tmp_path: Path) -> None:
    index = library(tmp_path, [*FILLER, article("one", "Webcam", "Text."), article("both", "Webcam freckle", "Text.")])
    assert ranked(index, ask(index, "webcam freckle "), "")[0].card.id == "both"
    index.close()


def test_many_words_and_many_articles_are_narrowed_to_the_best(tmp_path: Path) -> None:
    articles = [article(f"a{number}", "Screen and cable", "Mouse, keyboard, desk, lamp and chair.") for number in range(ranking.WIDE + 100)]
    best = article("best", "Webcam, screen, cable, mouse, keyboard and lamp", "Text.")
    index = library(tmp_path, [*articles, *FILLER, best])
    asked = ask(index, "webcam screen cable mouse keyboard lamp ")
    scores, rarities = scored(index, asked.wanted)
    assert len(scores) <= ranking.WIDE + 100
    assert len(rarities) == len(asked.wanted)
    assert ranked(index, asked, "")[0].card.id == "best"
    index.close()


def test_a_word_that_every_article_has_still_orders_them(tmp_path: Path) -> None:
    index = library(tmp_path, [article(f"a{n}", "Printer" if n == 3 else f"Topic {n}", "The printer.") for n in range(9)])
    rows = ranked(index, ask(index, "printer "), "")
    assert len(rows) == 9
    assert rows[0].card.id == "a3"
    index.close()


def test_common_words_of_a_large_library_are_looked_for_when_nothing_else_was_asked(tmp_path: Path) -> None:
    many = [article(f"a{n}", f"Topic {n}", "The printer.") for n in range(ranking.LARGE)]
    index = library(tmp_path, [*many, article("rare", "Freckle", "Text.")])
    assert ranked(index, ask(index, "printer "), "")
    assert [row.card.id for row in ranked(index, ask(index, "printer freckle "), "")] == ["rare"]
    index.close()
