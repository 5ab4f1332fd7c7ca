"""Suggestions: at most three that speak of what is written, the program in front first, and none for what no article speaks of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from contract.articles import Article, ArticlesPage
from desktop_client.flows.suggest_articles import suggest
from desktop_client.knowledge.feeding import follow
from tests.small_instance import SmallInstance

TITLES = {
    "print-excel": ("Can't print from Excel", "Set the print area, then print again.", "excel"),
    "print-word": ("Can't print from Word", "Close the document and print it again.", "word"),
    "print-queue": ("A document is stuck in the print queue", "Cancel it and print again.", "windows"),
    "print-default": ("Choose another default printer", "The printer that is used when you print.", "windows"),
    "wifi": ("Wi-Fi is slow", "Move nearer to the access point.", ""),
    "wifi-id": ("Wi-Fi lambat", "Pindah lebih dekat ke titik akses.", ""),
    "password": ("I forgot my password", "Reset it on the company's page.", ""),
    "sound": ("No sound in a meeting", "Choose the loudspeaker in Teams.", "teams"),
    "disk": ("The disk is full", "Empty the bin.", ""),
    "code": ("Error 0x80070005", "Access is denied.", ""),
}


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallInstance]:
    folder: Path = tmp_path_factory.mktemp("profile")
    instance = SmallInstance(folder, "http://127.0.0.1:1")
    articles = tuple(
        Article(id=id_, lang="id" if id_.endswith("-id") else "en", title=title, body=body, product=product)
        for id_, (title, body, product) in TITLES.items()
    )
    others = tuple(Article(id=f"other-{n}", lang="en", title=f"Holiday rules {n}", body="Days off.") for n in range(20))
    instance.library.apply(ArticlesPage(epoch="one", articles=articles + others, last=1))
    follow(instance.library, instance.index)
    yield instance
    instance.close()


def ids(instance: SmallInstance, subject: str, details: str = "", program: str = "", language: str = "en") -> list[str]:
    return [result.id for result in suggest(instance, subject, details, program, language)]


@pytest.mark.parametrize(
    ("subject", "first"),
    [
        ("can't print from excel", "print-excel"),
        ("forgot password", "password"),
        ("error 80070005 when I start it", "code"),
        ("no sound in teams", "sound"),
        ("disk full again", "disk"),
    ],
)
def test_what_speaks_of_it_comes_first(instance: SmallInstance, subject: str, first: str) -> None:
    assert ids(instance, subject)[0] == first


def test_in_the_persons_language(instance: SmallInstance) -> None:
    assert ids(instance, "wifi lemot", language="id")[0] == "wifi-id"


def test_at_most_three_and_the_program_in_front_first(instance: SmallInstance) -> None:
    assert len(ids(instance, "print document again")) <= 3
    assert ids(instance, "can't print", program="WINWORD.EXE") == ids(instance, "can't print")
    assert ids(instance, "can't print", program="EXCEL.EXE")[0] == "print-excel"
    assert ids(instance, "can't print", program="Microsoft Word")[0] == "print-word"
    assert ids(instance, "wifi slow", program="EXCEL.EXE") == ids(instance, "wifi slow")


def test_a_short_subject_is_read_with_the_details(instance: SmallInstance) -> None:
    assert ids(instance, "Help", "I forgot my password this morning")[0] == "password"
    assert ids(instance, "Help", "") == []


@pytest.mark.parametrize(
    "nonsense",
    [
        *("", "   ", "asdf qwer zxcv", "the and of", "💥💥", "my boss wants pizza for the friday party tonight", "?!?", "a"),
        *("kucing saya lapar minta makan siang", "lorem ipsum dolor sit amet", "x" * 5000),
    ],
)
def test_nonsense_gets_none(instance: SmallInstance, nonsense: str) -> None:
    assert ids(instance, nonsense) == []
