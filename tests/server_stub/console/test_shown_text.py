"""Whatever somebody writes, the page shows words: judged by a reader of HTML that is not the one that made it."""

import time
from html.parser import HTMLParser

import pytest

from server_stub.console.links import is_link
from server_stub.console.shown_text import MOST_MARKDOWN, markdown, plain

HARMLESS = {
    "p",
    "br",
    "hr",
    "em",
    "strong",
    "s",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
HARMLESS |= {"h1", "h2", "h3", "h4", "h5", "h6"}

HOSTILE = (
    "<script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "<iframe srcdoc='<script>parent.hit=1</script>'></iframe>",
    "<a href='javascript:window.hit=1'>x</a>",
    "</p></li></ol><form action=//evil.example><button>x</button></form>",
    "<style>*{background:url(//evil.example)}</style>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example>",
    "[x](javascript:window.hit=1)",
    "[x](JaVaScRiPt:window.hit=1)",
    "[x](jav\tascript:window.hit=1)",
    "[x](&#106;avascript:window.hit=1)",
    "[x](javascript&colon;window.hit=1)",
    "[x](\x01javascript:window.hit=1)",
    "[x](vbscript:msgbox)",
    "[x](data:text/html,<script>window.hit=1</script>)",
    "[x][r]\n\n[r]: javascript:window.hit=1",
    "[x](//evil.example/a)",
    "[x](\\\\evil\\share)",
    "[x](file:///etc/passwd)",
    "[x](ms-msdt:/id)",
    "[x](https://bank.example@evil.example/)",
    '[x](https://a.example "" onmouseover=window.hit=1 x="")',
    "<javascript:window.hit=1>",
    "![x](http://evil.example/a.png)",
    "![x](//evil.example/a.png)",
    "![x](data:image/svg+xml,<svg onload=window.hit=1>)",
    '!["onerror=window.hit=1](https://a.example/x)',
    "[![x](https://a.example/i.png)](javascript:window.hit=1)",
    "```\n</code></pre><script>window.hit=1</script>\n```",
    "`<script>window.hit=1</script>`",
    "| <b onclick=window.hit=1>x | y |\n|-|-|\n| <script> | [z](javascript:1) |",
    "https://a.example/'onmouseover='window.hit=1 https://a.example/\"><script>",
    "{{ 7 * 7 }} {% include 'x' %}",
)


class Read(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(str(html))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_becomes_words(text: str) -> None:
    for tag, attributes in Read(markdown(text)).tags:
        assert tag in HARMLESS
        assert set(attributes) <= {"href", "target", "rel", "start", "title"}
        assert "href" not in attributes or is_link(attributes["href"] or "")
        assert tag != "a" or {"noopener", "noreferrer"} <= set((attributes["rel"] or "").split())


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_text_keeps_every_letter(text: str) -> None:
    read = Read(plain(text))
    assert read.words == text.replace("\x01", "\N{REPLACEMENT CHARACTER}")
    assert {tag for tag, _ in read.tags} <= {"a"}


def test_addresses_in_plain_text_can_be_clicked() -> None:
    html = plain(
        "Look at https://wiki.example/a_(b)?c=1&d=2. Or (http://x.example/y), or ask it@corp.example! Not javascript:x, ftp://f.example."
    )
    assert [attributes["href"] for _, attributes in Read(html).tags] == [
        "https://wiki.example/a_(b)?c=1&d=2",
        "http://x.example/y",
        "mailto:it@corp.example",
    ]


def test_notes_are_markdown_and_pictures_become_links() -> None:
    html = markdown(
        "**Port 14** is down\nsince 09:12, see https://sw.example/14\n\n![graph](https://sw.example/g.png) [`x`](https://y.example)"
    )
    assert "<strong>Port 14</strong> is down<br>" in html
    hrefs = [attributes["href"] for _, attributes in Read(html).tags if "href" in attributes]
    assert hrefs == ["https://sw.example/14", "https://sw.example/g.png", "https://y.example"]
    assert "<img" not in html


@pytest.mark.parametrize("text", ["[a](kb:printer-offline)", "[a](sigap:article/x)", "[a](../x)", "[a](/console/)", "[a](#x)"])
def test_other_addresses_stay_as_they_were_typed(text: str) -> None:
    assert Read(markdown(text)).words.strip() == text


@pytest.mark.parametrize("one", ["[", "![[", "*a_", ">", "`", "|", "<", "[a](<b", "- ", "\\", "&", "~~a"])
def test_what_somebody_thinks_up_costs_little(one: str) -> None:
    began = time.process_time()
    markdown((one * MOST_MARKDOWN)[:MOST_MARKDOWN])
    plain(one * 50_000)
    assert time.process_time() - began < 5, "quadratic"


def test_a_long_note_is_plain() -> None:
    assert "<strong>" not in markdown("**x** " * MOST_MARKDOWN)


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://a.example", True),
        ("HTTP://A.example:8080/x?y#z", True),
        ("http://[2001:db8::1]:80/x", True),
        ("https://münchen.example/ä", True),
        ("mailto:it@corp.example", True),
        ("https://", False),
        ("https:a.example", False),
        ("https://a.example:99999/", False),
        ("https://a.example:/x", False),
        ("https://-a.example/", False),
        ("https://a@b.example/", False),
        ("https://a.example\\@b.example", False),
        ("https://a.example/\u202egnp.exe", False),
        ("https://a.example/\n", False),
        ("mailto:a@b.example?body=x", False),
        ("mailto:", False),
        ("https://a.example/" + "x" * 3_000, False),
        ("tel:4417", False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_are_links(address: str, may: bool) -> None:  # noqa: FBT001 - the table's second column
    assert is_link(address) is may
