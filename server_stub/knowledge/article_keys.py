"""What single keys of an article's front matter must be. Each function raises UnreadableError with the key's line."""

import re
from collections.abc import Mapping
from datetime import datetime

from server_stub.knowledge.front_matter import Node
from server_stub.knowledge.guide_form import meant
from server_stub.knowledge.unreadable import UnreadableError

_ID = re.compile(r"[\w.-]{1,200}", re.ASCII)
_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def in_line(key: str, keys: Mapping[str, Node]) -> str:
    """A text without line breaks, "" where the key is not there."""
    if key not in keys:
        return ""
    text = keys[key].text()
    if text is None:
        raise UnreadableError(f"{key} must be one text: write it on one line.", keys[key].line)
    return " ".join(text.split())


def needed(key: str, keys: Mapping[str, Node]) -> str:
    """A text that must be there."""
    if not (text := in_line(key, keys)):
        raise UnreadableError(f"{key} is missing: add a line {key} to the front matter.", keys[key].line if key in keys else 1)
    return text


def name_of(key: str, keys: Mapping[str, Node]) -> str:
    """An id or a key that files share, "" where it is not there."""
    text = in_line(key, keys)
    if text and not _ID.fullmatch(text):
        raise UnreadableError(f"{key} may have letters a to z, digits, - _ and ., at most 200 of them: choose another.", keys[key].line)
    return text


def language_of(keys: Mapping[str, Node]) -> str:
    """The short name of a language (BCP 47 in form)."""
    text = needed("lang", keys)
    if not _LANG.fullmatch(text):
        raise UnreadableError(f"lang is no language ({text}): write its short name, such as en or id.", keys["lang"].line)
    return text


def list_of(key: str, keys: Mapping[str, Node]) -> tuple[str, ...]:
    """Texts in their order, each once; one text alone may hold several, with commas."""
    if key not in keys:
        return ()
    node = keys[key]
    if isinstance(node.value, dict):
        raise UnreadableError(f"{key} must be a list: begin each with a dash.", node.line)
    if isinstance(node.value, str):
        found = [" ".join(part.split()) for part in (node.text() or "").split(",")]
    else:
        for one in node.value:
            if one.text() is None:
                raise UnreadableError(f"{key} must be a list of texts: write each on a line with a dash.", one.line)
        found = [" ".join((one.text() or "").split()) for one in node.value]
    return tuple(dict.fromkeys(text for text in found if text))


def one_of(key: str, keys: Mapping[str, Node], choices: tuple[str, ...]) -> str:
    """One of the choices, the first where the key is not there."""
    text = in_line(key, keys)
    if text and text not in choices:
        raise UnreadableError(f"{key} can't be {text}: use one of {', '.join(choices)}.{meant(text, choices)}", keys[key].line)
    return text or choices[0]


def date_in(key: str, keys: Mapping[str, Node]) -> str:
    """A date, perhaps with a time (ISO 8601), as it is written; "" where the key is not there."""
    text = in_line(key, keys)
    try:
        if text:
            datetime.fromisoformat(text)
    except ValueError:
        raise UnreadableError(f"{key} is no date ({text}): write it as 2026-01-31.", keys[key].line) from None
    return text
