"""Which pictures that lie beside an article its Markdown shows."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

# A bracket ends the text of a picture, so that each letter is looked at once.
_INLINE = re.compile(r"!\[[^\[\]\n]{0,500}\]\(\s{0,9}(?:<([^<>\n]{1,500})>|([^\s()<>]{1,500}))")
_BY_NAME = re.compile(r"!\[([^\[\]\n]{0,500})\](?:\[([^\[\]\n]{0,500})\])?(?!\()")
_NAMED = re.compile(r"^ {0,3}\[([^\[\]\n]{1,500})\]:[ \t]{0,9}(?:<([^<>\n]{1,500})>|(\S{1,500}))", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/\\#]")


def local_images(markdown: str) -> tuple[str, ...]:
    """Their names, each once, in the order of the text. Only names below the file's own folder: no address, no root, no way up."""
    text = "\n".join(_outside_code(markdown))
    named = {match[1].strip().casefold(): match[2] or match[3] for match in _NAMED.finditer(text)}
    found = [(match.start(), match[1] or match[2]) for match in _INLINE.finditer(text)]
    found += [(match.start(), named.get((match[2] or match[1]).strip().casefold(), "")) for match in _BY_NAME.finditer(text)]
    names = (unquote(target.partition("?")[0].partition("#")[0]) for _, target in sorted(found))
    return tuple(dict.fromkeys(name.removeprefix("./") for name in names if _is_below(name)))


def _is_below(name: str) -> bool:
    return bool(name) and not _ELSEWHERE.match(name) and "\\" not in name and ".." not in name.split("/") and name.isprintable()


def _outside_code(markdown: str) -> Iterator[str]:
    """The lines that are not inside a fence (CommonMark 4.5)."""
    fence = ""
    for line in markdown.split("\n"):
        match = _FENCE.match(line)
        if not fence:
            fence = match[1] if match else ""
            if not fence:
                yield line
        elif match and match[1].startswith(fence) and not line[match.end() :].strip():
            fence = ""
