"""What people wrote, as HTML that can do nothing: no script, no picture from elsewhere, no link but those of `links.is_link`.

Employees write plain text, and a public reply is plain too, since that is how the employee's window shows it. Internal notes are Markdown
(CommonMark, tables and strikethrough). Markdown passes three gates: markdown-it without HTML, then nh3's list of what may stay, then our
own reading of every address, because nh3 keeps some that a browser would follow.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markupsafe import Markup, escape

from server_stub.console.links import is_link

MOST_MARKDOWN = 10_000
"""Longer notes are shown as plain text: what Markdown costs grows with what somebody thinks up."""

_TAGS = {
    *("p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"),
}
_ADDRESS = re.compile(
    r"\bhttps?://[^\s<>\"'`\\]{1,1990}|\b[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}\b", re.IGNORECASE
)
_UNSEEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_PAIRS = {")": "(", "]": "[", "}": "{"}


@lru_cache(maxsize=512)
def plain(text: str) -> Markup:
    """Plain text: letters are letters, addresses can be clicked. Line breaks are kept by the sheet (`white-space: pre-wrap`)."""
    clean = seen(text)
    made, at = [], 0
    for match in _ADDRESS.finditer(clean):
        shown = without_tail(match[0])
        address = shown if "://" in shown else f"mailto:{shown}"
        if is_link(address):
            made += [escape(clean[at : match.start()]), link(address, shown)]
            at = match.start() + len(shown)
    return Markup("").join([*made, escape(clean[at:])])


def seen(text: str) -> str:
    """The text without letters that no screen shows; each becomes the sign for that."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)


def link(address: str, shown: str) -> Markup:
    """A link that tells the other side nothing about this page."""
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer nofollow">{}</a>').format(address, shown)


def without_tail(address: str) -> str:
    """An address without the marks that belong to the sentence: a full stop, or a bracket that it didn't open."""
    while address and (address[-1] in ".,;:!?*_~" or address.count(address[-1]) > address.count(_PAIRS.get(address[-1], address[-1]))):
        address = address[:-1]
    return address


@lru_cache(maxsize=512)
def markdown(text: str) -> Markup:
    """Markdown as HTML; a picture becomes a link to it, and one that can't be a link becomes its words."""
    clean = seen(text)
    if len(clean) > MOST_MARKDOWN:
        return Markup("<p>{}</p>").format(plain(clean))
    html = nh3.clean(
        _reader.render(clean),
        tags=_TAGS,
        attributes={"a": {"href", "target"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        set_tag_attribute_values={"a": {"target": "_blank"}},
        attribute_filter=keep_attribute,
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(html)  # noqa: S704 - it has passed the three gates


def keep_attribute(_tag: str, name: str, value: str) -> str | None:
    """The last gate."""
    return value if name != "href" or is_link(value) else None


def picture(_renderer: Any, tokens: Sequence[Token], position: int, _options: Any, _env: Any) -> str:
    """A link in the picture's place, since nothing is fetched from elsewhere by looking at a ticket."""
    token = tokens[position]
    address = str(token.attrs.get("src", ""))
    return str(link(address, token.content or address)) if is_link(address) else str(escape(token.content))


def words(_renderer: Any, tokens: Sequence[Token], position: int, _options: Any, _env: Any) -> str:
    """Words, in which addresses can be clicked unless they are within a link."""
    token = tokens[position]
    return str(escape(token.content) if token.meta.get("in_link") else plain(token.content))


def mark_links(state: StateCore) -> None:
    """Tells the words within a link that they are."""
    for block in state.tokens:
        depth = 0
        for token in block.children or ():
            depth += token.nesting if token.type in {"link_open", "link_close"} else 0
            if depth:
                token.meta["in_link"] = True


class Reader(MarkdownIt):
    """markdown-it with everything off that could show more than words. A line break is one, as in what others write."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False, "breaks": True})
        self.enable(["table", "strikethrough"])
        self.core.ruler.push("mark_links", mark_links)
        self.add_render_rule("image", picture)
        self.add_render_rule("text", words)

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the library's name
        """What is no link stays as it was typed."""
        return is_link(url)


_reader = Reader()
