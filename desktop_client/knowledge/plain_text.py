"""Markdown as plain lines: what is searched and shown as a snippet. Reading the article itself is another thing (CommonMark, rendered).

Every pattern here takes a time that grows with the length of the text and no faster, whatever the text is.
"""

import re

_HIDDEN = (
    (re.compile("<!--"), re.compile("-->")),
    (re.compile(r"<(?:script|style)\b", re.IGNORECASE), re.compile(r"</(?:script|style)[^<>]{0,99}>", re.IGNORECASE)),
)
"""What is not shown, from where to where."""
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\([^()\n]*\)")
_LINK = re.compile(r"\[([^\[\]\n]*)\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_ADDRESS = re.compile(r"https?://[^\s>)]+")
_LINE_BEGIN = re.compile(
    r"^[ \t]*(?:(?:[>*+-]|[0-9]{1,3}[.)])[ \t]+|>|#{1,6}[ \t]+|\[![A-Za-z]+\]|:{3,}.*|`{3,}.*|~{3,}.*|[-*_=]{3,}[ \t]*$|\|)+", re.MULTILINE
)
_RULE = re.compile(r"^[ \t|:+-]+$", re.MULTILINE)
_SIGN = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])|[*`]+|_+(?!\w)|_(?<![^\W_]_)(?<![^\W_]__)")
"""A sign that stands for itself, or one that makes something strong."""
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+)$", re.MULTILINE)
_SPACES = re.compile(r" {2,}")
_ENTITIES = {"&nbsp;": " ", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&"}


def headings(markdown: str) -> str:
    """The lines that are headings."""
    return plain_text("\n".join(heading.rstrip(" \t#") for heading in _HEADING.findall(markdown)))


def plain_text(markdown: str) -> str:
    """The words without marks, addresses and tags: one paragraph, item or row a line, none empty."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    if "<" in text:
        for begin, end in _HIDDEN:
            text = _without(text, begin, end)
        text = _TAG.sub(" ", text)
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub(r"\1", text))
    if "://" in text:
        text = _ADDRESS.sub(" ", text)
    text = _SIGN.sub(r"\1", _LINE_BEGIN.sub("", _RULE.sub("", text)))
    if "&" in text:
        for entity, letter in _ENTITIES.items():
            text = text.replace(entity, letter)
    text = text.replace("\t", " ").replace("\u00a0", " ").replace("|", " ")
    return "\n".join(filter(None, map(str.strip, _SPACES.sub(" ", text).split("\n"))))


def _without(text: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    """The text without what stands between; what has no end stays."""
    kept, place = [], 0
    while (opened := begin.search(text, place)) and (closed := end.search(text, opened.end())):
        kept.append(text[place : opened.start()])
        place = closed.end()
    return "".join([*kept, text[place:]])
