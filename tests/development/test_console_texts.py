"""Every text of the technicians' page stands in both languages, and no template says anything that isn't one."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from development import console_texts
from development.console_texts import CONSOLE, FOLDER, LANGUAGE, collect, read_catalogue, source_of, texts

PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sd]")
TEMPLATES = sorted((CONSOLE / "templates").glob("*.html"))
SCRIPTS = sorted((CONSOLE / "static").glob("*.js"))
SPOKEN = ("alt", "title", "placeholder", "aria-label", "aria-description", "aria-valuetext")
NAMES = {"Sigap", "j", "k", "x", "t", "e", "o", "n", "r", "Enter", "Esc", "Ctrl"}
"""What is the same in every language: the product, and what stands on keys."""


def catalogue() -> Catalog:
    return read_catalogue(FOLDER / f"{LANGUAGE}.po")


def test_the_catalogue_is_that_of_the_code(tmp_path: Path) -> None:
    (tmp_path / f"{LANGUAGE}.po").write_bytes((FOLDER / f"{LANGUAGE}.po").read_bytes())
    assert collect({}, tmp_path) == []
    assert (tmp_path / f"{LANGUAGE}.po").read_text("utf-8") == (FOLDER / f"{LANGUAGE}.po").read_text("utf-8"), "python3 dev.py translations"


def test_every_text_is_translated_with_the_same_placeholders() -> None:
    known = catalogue()
    for message in texts():
        if not message.id:
            continue
        found = known.get(message.id)
        assert found is not None, message.id
        said = found.string if isinstance(found.string, str) else found.string[0]
        assert said, message.id
        assert set(PLACEHOLDER.findall(said)) == set(PLACEHOLDER.findall(source_of(message.id))), message.id


def test_what_is_known_stays_and_what_is_given_is_filled_in(tmp_path: Path) -> None:
    missing = collect({"Queue": "Antrean", "Nobody": "Belum ada"}, tmp_path)
    assert "console: Sessions" in missing
    assert "console: Queue" not in missing
    collect({"Queue": "Antre"}, tmp_path)
    found = read_catalogue(tmp_path / f"{LANGUAGE}.po")
    assert (found["Queue"].string, found["Nobody"].string) == ("Antre", "Belum ada")


class Said(HTMLParser):
    """The letters of a template that a person would read or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_says_nothing_but_texts(template: Path) -> None:
    source = re.sub(r"\{#.*?#\}|\{%.*?%\}", " ", template.read_text("utf-8"), flags=re.DOTALL)
    source = re.sub(r"\{\{.*?\}\}", "", source, flags=re.DOTALL)
    reader = Said()
    reader.feed(source)
    words = {word for text in reader.found for word in re.findall(r"[^\W\d_]+", text)}
    assert words - NAMES == set()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_keeps_to_the_policy(template: Path) -> None:
    source = template.read_text("utf-8")
    markup = re.sub(r"\{[{%#].*?[#%}]\}", "", source, flags=re.DOTALL)
    assert not re.search(r"\son[a-z]+\s*=|\sstyle\s*=|javascript:|<style", markup), "the policy of the page would refuse it"
    assert not re.search(r"\|\s*safe\b|autoescape", source)
    for script in re.findall(r"<script[^>]*>", source):
        assert 'type="application/json"' in script or 'src="{{ static(' in script


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_asks_nobody_else_and_writes_no_code(script: Path) -> None:
    source = script.read_text("utf-8")
    assert not re.search(r"""["'`]https?://(?!www\.w3\.org/)""", source)
    assert not re.search(r"\beval\(|new Function|\.outerHTML\s*=|insertAdjacentHTML|document\.write|setAttribute\(\s*[\"']style", source)
    # Only the one function of page.js makes elements of text, and that text comes from the backend's own templates.
    assert source.count("innerHTML =") == (1 if script.name == "page.js" else 0)


def test_a_text_with_a_number_has_the_one_form_that_indonesian_has() -> None:
    plural = [message for message in catalogue() if isinstance(message.id, tuple)]
    assert plural
    assert all(len(message.string) == 1 for message in plural)
    assert console_texts.CONTEXT == "console"
