import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contract.articles import ARTICLE_BYTES, Article, ArticleKind
from contract.guides import CheckStep, EndOutcome, EndStep, Guide
from server_stub.knowledge import front_matter
from server_stub.knowledge.article_file import ArticleFile, UnreadableError, read_article, written

SMALL = "---\nid: a\ntitle: A title\nlang: en\n---\n\nWords.\n"
GUIDE = """---
id: g.en
article: g
title: A guide
lang: en
first: look
proof: [answers(mail)]
steps:
- id: look
  step: check
  title: Does it answer?
  checks: [answers(mail)]
  ok: end
  found: {answers: end}
- id: end
  step: end
  title: Done
  outcome: solved
---
"""


def refusal(text: str | bytes) -> tuple[int, str]:
    with pytest.raises(UnreadableError) as refused:
        read_article("x.md", text.encode() if isinstance(text, str) else text)
    return refused.value.line, refused.value.reason


def read_and_written(data: bytes) -> None:
    """It is refused by nothing but a refusal, or written as the same."""
    try:
        file = read_article("x.md", data)
    except UnreadableError:
        return
    assert read_article("x.md", written(file)) == file


def with_keys(*lines: str) -> str:
    return SMALL.replace("lang: en\n", "lang: en\n" + "\n".join(lines) + "\n")


def test_the_smallest_article() -> None:
    file = read_article("dir/a.md", SMALL.encode())
    assert file.article == Article(id="a", title="A title", lang="en", body="Words.")
    assert (file.name, file.state, file.audience, file.extra, file.image_names) == ("dir/a.md", "published", "everyone", {}, ())
    assert file.lines["title"] == 3
    assert file.article.kind is ArticleKind.ARTICLE


def test_every_key_that_an_author_may_write() -> None:
    text = with_keys(
        "article: key",
        "product: printer",
        "category: printing",
        "tags: [one, two, one]",
        "also:\n- stuck paper\n- 404",
        "related: a, b",
        "summary: >-\n  Two lines\n  become one.",
        "updated: 2026-01-31",
        "state: draft",
        "audience: technicians",
        "kb_number: '3031401'",
        "source: {repo: a/b, count: 3, is: true, at: 2020-01-01}",
    )
    file = read_article("a.md", text.encode())
    article = file.article
    assert (article.article, article.product, article.category) == ("key", "printer", "printing")
    assert (article.tags, article.also, article.related) == (("one", "two"), ("stuck paper", "404"), ("a", "b"))
    assert (article.summary, article.updated) == ("Two lines become one.", "2026-01-31")
    assert (file.state, file.audience) == ("draft", "technicians")
    assert file.extra == {"kb_number": "3031401", "source": {"repo": "a/b", "count": 3, "is": True, "at": "2020-01-01"}}
    assert read_article("a.md", written(file)) == file


def test_a_guide_is_read_with_its_lines_and_written_as_an_author_would() -> None:
    file = read_article("g.md", GUIDE.encode())
    assert file.article.kind is ArticleKind.GUIDE
    look = CheckStep(id="look", title="Does it answer?", checks=("answers(mail)",), ok="end", found={"answers": "end"})
    end = EndStep(id="end", title="Done", outcome=EndOutcome.SOLVED)
    assert file.article.guide == Guide(first="look", proof=("answers(mail)",), steps=(look, end))
    assert (file.lines["steps[0]"], file.lines["steps[0].found.answers"], file.lines["steps[1].outcome"]) == (9, 14, 18)
    again = written(file)
    assert read_article("g.md", again) == file
    assert b"- id: look\n  step: check\n" in again
    assert b"not_possible" not in again


def test_a_text_of_several_lines_is_written_as_lines() -> None:
    file = read_article("g.md", GUIDE.replace("title: Done\n", "title: Done\n  text: |-\n    1. One.\n    2. Two.\n").encode())
    assert b"  text: |-\n    1. One.\n    2. Two.\n" in written(file)
    assert read_article("g.md", written(file)) == file


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"\xef\xbb\xbf" + SMALL.encode(), "A title"),
        (SMALL.replace("\n", "\r\n").encode(), "A title"),
        (SMALL.replace("\n", "\r").encode(), "A title"),
        (SMALL.encode("utf-16"), "A title"),
        (b"\xfe\xff" + SMALL.encode("utf-16-be"), "A title"),
        (SMALL.encode("utf-32"), "A title"),
        (SMALL.replace("A title", "こんにちは 😀").encode(), "こんにちは 😀"),
        (SMALL.replace("A title", "404").encode(), "404"),
        (SMALL.replace("A title", "2020-01-01").encode(), "2020-01-01"),
        (SMALL.replace("A title", "no").encode(), "no"),
        (SMALL.replace("A title", "'it''s: so'").encode(), "it's: so"),
        (SMALL.replace("---\n\nWords", "...\n\nWords").encode(), "A title"),
    ],
)
def test_ways_to_write_the_same(data: bytes, title: str) -> None:
    article = read_article("a.md", data).article
    assert (article.title, article.body) == (title, "Words.")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "doesn't begin with front matter"),
        ("# Only Markdown\n", 1, "doesn't begin with front matter"),
        ("---\nid: a\ntitle: A\nlang: en\n\nWords\n", 1, "has no end"),
        ("---\n---\n", 1, "id is missing"),
        ("---\ntitle: A\nlang: en\n---\n", 1, "id is missing"),
        ("---\nid: a\ntitle:\nlang: en\n---\n", 3, "title is missing"),
        ("---\nid: a\ntitle: A\nlang: ''\n---\n", 4, "lang is missing"),
        ("---\nid: a\ntitle: A\nlang: english please\n---\n", 4, "lang is no language (english please)"),
        ("---\nid: a/b\ntitle: A\nlang: en\n---\n", 2, "id may have letters"),
        (f"---\nid: {'a' * 201}\ntitle: A\nlang: en\n---\n", 2, "at most 200"),
        ("---\nid: [a]\ntitle: A\nlang: en\n---\n", 2, "id must be one text"),
        (with_keys("article: a b"), 5, "article may have letters"),
        (with_keys("state: publishd"), 5, "state can't be publishd: use one of published, draft, retired. Did you mean published?"),
        (with_keys("audience: everybody"), 5, "audience can't be everybody"),
        (with_keys("tags: {a: b}"), 5, "tags must be a list"),
        (with_keys("tags:", "- [a]"), 6, "tags must be a list of texts"),
        (with_keys("updated: last week"), 5, "updated is no date (last week)"),
        (with_keys("id: b"), 5, "The key id stands twice, first on line 2"),
        (with_keys("a: &x 1", "b: *x"), 5, "Anchors and aliases"),
        (with_keys("b: *x"), 5, "Anchors and aliases"),
        (with_keys("a: !!python/object:os.system {}"), 5, "The tag tag:yaml.org,2002:python/object:os.system is not read"),
        (with_keys("a: !x y"), 5, "The tag !x is not read"),
        (with_keys("<<: {a: b}"), 5, "Merged keys"),
        (with_keys("? [a]", ": b"), 5, "A key here is not a text"),
        (with_keys('a: "\\ud800"'), 5, "can't be "),
        (with_keys('a: "\\0"'), 5, "character that can't be kept"),
        (with_keys("a: " + "[" * 30 + "]" * 30), 5, "nested deeper than 20 levels"),
        (with_keys("a: " + "[" * 100_000), 5, "nested deeper than 20 levels"),
        (with_keys("a: 'open"), 0, "can't be read"),
        (with_keys("\ta: b"), 5, "can't be read"),
        (with_keys("a: b: c"), 5, "can't be read"),
        ("---\n- a\n- b\n---\n", 2, "not a list of keys"),
        ("---\nid: a\n--- !x\nb: c\n---\n", 2, "more than one document"),
    ],
)
def test_what_is_refused_has_a_line_and_says_what_to_do(text: str, line: int, reason: str) -> None:
    found, said = refusal(text)
    assert reason in said
    assert ": " in said, "it says what to do"
    assert "\n" not in said
    if line:
        assert found == line


def test_other_encodings_and_sizes_are_refused() -> None:
    assert refusal(SMALL.replace("Words", "Café").encode("latin-1")) == (7, "It is not UTF-8, from byte 43: save it as UTF-8.")
    assert "UTF-16" in refusal(b"\xff\xfe\x00")[1]
    assert "larger than 5 MB" in refusal(SMALL.encode() + b"x" * ARTICLE_BYTES)[1]
    whole = SMALL.encode() + b"x" * (ARTICLE_BYTES - len(SMALL))
    assert len(read_article("a.md", whole).article.body) > ARTICLE_BYTES - 100


def test_five_megabytes_of_hostile_markdown_are_read_at_once() -> None:
    for piece in ("![", "![](", "[a]: ", "```\n", "![a][b]", "![<"):
        body = piece * (ARTICLE_BYTES // len(piece) - 50)
        assert read_article("a.md", SMALL.encode() + body.encode()).article.body


def test_a_zero_in_the_text_is_shown_as_unknown() -> None:
    assert read_article("a.md", (SMALL + "a\0b").encode()).article.body == "Words.\na\ufffdb"


def test_numbers_keep_what_they_are() -> None:
    keys = "a: 5", "b: 1.5", "c: .nan", "d: 0b_", "e: " + "9" * 5000, "f: ~", "g: yes", "h: 18446744073709551616", "i: 0x10"
    extra = read_article("a.md", with_keys(*keys).encode()).extra
    assert extra == {"a": 5, "b": 1.5, "c": ".nan", "d": "0b_", "e": "9" * 5000, "f": None, "g": True, "h": "18446744073709551616", "i": 16}


def test_the_slow_reader_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter, "_LOADER", yaml.SafeLoader)
    assert read_article("g.md", GUIDE.encode()).lines["steps[1].outcome"] == 18
    assert refusal(with_keys("a: b: c"))[0] == 5
    assert refusal(with_keys("a: *x"))[1].startswith("Anchors")
    assert "can't be read" in refusal(with_keys("a: \x07"))[1]


@settings(max_examples=300)
@given(st.binary(max_size=300))
@example(b"---\n%YAML 9.9\n---\n")
@example(b"---\n\xc2\x85: \xe2\x80\xa8\n---\n")
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    for data in (noise, b"---\n" + noise + b"\n---\n", SMALL.encode().replace(b"lang: en\n", b"lang: en\n" + noise + b"\n")):
        read_and_written(data)


@settings(max_examples=300)
@given(st.text(alphabet="abc:-[]{}&*!|>'\"%@`#,? \n\t<=~05.", max_size=60))
def test_any_front_matter_is_read_or_refused(noise: str) -> None:
    for text in (noise, with_keys(noise), with_keys("x:\n  " + noise.replace("\n", "\n  "))):
        read_and_written(text.encode())


LINES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=40).map(lambda text: " ".join(text.split()))
DATA = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**52), 2**52) | st.floats(allow_nan=False, allow_infinity=False) | LINES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(LINES, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200)
@given(
    title=LINES.filter(bool), body=st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0\r")), tag=LINES, extra=DATA
)
def test_what_is_written_reads_as_the_same(title: str, body: str, tag: str, extra: object) -> None:
    article = Article(id="a", title=title, lang="en", body=body.strip("\n"), tags=(tag,) if tag else ())
    file = ArticleFile(name="a.md", article=article, extra={"x_more": extra}, image_names=())
    again = read_article("a.md", written(file))
    assert (again.article, again.extra) == (file.article, file.extra)
