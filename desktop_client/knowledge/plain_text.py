"""Markdown as plain lines: what is searched and shown as a snippet. Reading the article itself is another thing (CommonMark, rendered)."""

import re

_COMMENT = re.compile(r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_ADDRESS = re.compile(r"https?://[^\s>)]+")
_LINE_BEGIN = re.compile(
    r"^[ \t]*(?:(?:[>*+-]|[0-9]{1,3}[.)])[ \t]+|>|#{1,6}[ \t]+|\[![A-Za-z]+\]|:{3,}.*|`{3,}.*|~{3,}.*|[-*_=]{3,}[ \t]*$|\|)+", re.MULTILINE
)
_RULE = re.compile(r"^[ \t|:+-]+$", re.MULTILINE)
_STRONG = re.compile(r"[*`]+|_+(?!\w)|_(?<!\w_)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])")
_HEADING = re.compile(r"^#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_SPACES = re.compile(r" {2,}")
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}


def headings(markdown: str) -> str:
    """The lines that are headings."""
    return plain_text("\n".join(_HEADING.findall(markdown)))


def plain_text(markdown: str) -> str:
    """The words without marks, addresses and tags: one paragraph, item or row a line, none empty."""
    text = markdown.replace("\r\n", "\n")
    if "<" in text:
        text = _TAG.sub(" ", _COMMENT.sub(" ", text))
    if "](" in text or "][" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub(r"\1", text))
    if "://" in text:
        text = _ADDRESS.sub(" ", text)
    text = _LINE_BEGIN.sub("", _RULE.sub("", text))
    text = _ESCAPE.sub(r"\1", _STRONG.sub("", text))
    if "&" in text:
        for entity, letter in _ENTITIES.items():
            text = text.replace(entity, letter)
    if "|" in text:
        text = text.replace(" | ", "  ").replace("|", " ")
    text = _SPACES.sub(" ", text.replace("\t", " ").replace("\u00a0", " "))
    return "\n".join(filter(None, map(str.strip, text.split("\n"))))
