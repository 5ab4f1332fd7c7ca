import pytest

from desktop_client.knowledge.plain_text import headings, plain_text


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("# Title\n\nSome *text* and __more__ `code`.", "Title\nSome text and more code."),
        ("- one\n* two\n3. three\n> four", "one\ntwo\nthree\nfour"),
        ("See [the page](https://example.org/a_b) and ![a picture](x.png).", "See the page and a picture."),
        ("Open <b>Settings</b><!-- hidden\nwords --> now", "Open Settings now"),
        ("<script>alert(1)</script>Text", "Text"),
        ("| A | B |\n|---|:-:|\n| 1 | 2 |", "A B\n1 2"),
        ("snake_case stays, \\*stars\\* too, and *so* does 2 < 3", "snake_case stays, *stars* too, and so does 2 < 3"),
        ("```\ncode here\n```", "code here"),
        ("a &amp; b&nbsp;c", "a & b c"),
        ("> [!NOTE]\n> Careful", "Careful"),
        ("", ""),
    ],
)
def test_what_is_left_is_what_a_person_reads(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


def test_headings_are_lines_of_their_own() -> None:
    assert headings("# One\ntext\n## Two *here* ##\n#no heading") == "One\nTwo here"


PIECES = (
    "[",
    "](",
    "[a](",
    "[a][",
    "<",
    "<!--",
    "<a ",
    "*",
    "_",
    "_a",
    "`",
    "|",
    "> ",
    "# ",
    "# #",
    "![",
    "\\",
    "&",
    " \t",
    "\n",
    "<script>",
    "---",
)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", PIECES)
def test_hostile_markdown_ends(piece: str) -> None:
    # A pattern whose time grows with the square of the length would take hours.
    assert isinstance(plain_text(piece * 300_000), str)
    assert isinstance(headings(piece * 300_000), str)
