"""Front matter as nodes that know their line: the part of YAML 1.1 (yaml.org/spec/1.1) that a careful author needs.

Texts, lists and keys only, nothing that can hurt: no alias or anchor (a bomb is made of them), no tag that makes something, no key twice.
Dates stay text.
"""

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import yaml

from server_stub.knowledge.unreadable import UnreadableError

DEPTH = 20
WHOLE = 2**53
"""Larger numbers stay text: not everything that reads JSON keeps them."""
FENCE = "---"
ENDS = (FENCE, "...")
PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq", "timestamp")}

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Only its events are used. libyaml's are ten times as quick; the result is the same."""
_RESOLVER: Any = yaml.SafeLoader("")


@dataclass(frozen=True, kw_only=True)
class Node:
    """A text, a list or a mapping by key, with its line: its key's, if it has one. `plain`: a text without quotes, such as 5."""

    line: int
    value: "str | list[Node] | dict[str, Node]"
    plain: bool = False

    def text(self) -> str | None:
        """The text, "" for an empty value, None when it is something else."""
        if not isinstance(self.value, str):
            return None
        return "" if self.plain and _tag_of(self.value) == "null" else self.value

    def as_data(self) -> object:
        """As JSON knows it. Dates and numbers that are not finite stay text."""
        if isinstance(self.value, list):
            return [one.as_data() for one in self.value]
        if isinstance(self.value, dict):
            return {key: one.as_data() for key, one in self.value.items()}
        return _plain_value(self.value) if self.plain else self.value


def parted(text: str) -> tuple[str, str]:
    """The front matter and the Markdown below it. The lines of the first are those of the file, less one."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        raise UnreadableError(f"It doesn't begin with front matter: put {FENCE} on the first line, then id, title and lang.", 1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() in ENDS:
            return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :])
    raise UnreadableError(f"The front matter has no end: put {FENCE} on a line of its own below it.", 1)


def composed(text: str) -> dict[str, Node]:
    """The keys of the front matter. It raises UnreadableError and nothing else."""
    try:
        events = yaml.parse(text, Loader=_LOADER)
        next(events, None)
        started = next(events, None)
        if not isinstance(started, yaml.DocumentStartEvent):
            return {}
        root = _node(next(events), events, 0)
        next(events)
        if not isinstance(next(events), yaml.StreamEndEvent):
            raise UnreadableError("The front matter is more than one document: keep one.", root.line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it is not YAML"
        line = mark.line + 2 if mark else 0
        raise UnreadableError(f"The front matter can't be read ({problem}): check indentation, quotes and colons here.", line) from None
    if not isinstance(root.value, dict):
        raise UnreadableError("The front matter is not a list of keys: write lines such as title: My title.", root.line)
    return root.value


def _node(event: Any, events: Iterator[Any], depth: int) -> Node:
    line = event.start_mark.line + 2
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise UnreadableError("Anchors and aliases (& and *) are not read: write the value out, or put it in quotes.", line)
    if event.tag and event.tag != "!" and event.tag not in PLAIN_TAGS:
        raise UnreadableError(f"The tag {event.tag} is not read: leave it out, or put the text in quotes.", line)
    if depth > DEPTH:
        raise UnreadableError(f"It is nested deeper than {DEPTH} levels: make it flatter.", line)
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event, line)
    if isinstance(event, yaml.SequenceStartEvent):
        children = []
        while not isinstance(child := next(events), yaml.SequenceEndEvent):
            children.append(_node(child, events, depth + 1))
        return Node(line=line, value=children)
    return Node(line=line, value=_mapping(events, depth))


def _scalar(event: yaml.ScalarEvent, line: int) -> Node:
    if any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in event.value):
        raise UnreadableError("A text here holds a character that can't be kept: remove it.", line)
    return Node(line=line, value=event.value, plain=bool(event.implicit[0]) and not event.style)


def _mapping(events: Iterator[yaml.Event], depth: int) -> dict[str, Node]:
    found: dict[str, Node] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, depth + 1)
        if not isinstance(key.value, str):
            raise UnreadableError("A key here is not a text: put it in quotes, or write it as a plain word.", key.line)
        if key.plain and key.value == "<<":
            raise UnreadableError("Merged keys (<<) are not read: write the keys out.", key.line)
        if key.value in found:
            raise UnreadableError(f"The key {key.value} stands twice, first on line {found[key.value].line}: keep one.", key.line)
        found[key.value] = replace(_node(next(events), events, depth + 1), line=key.line)
    return found


def _tag_of(value: str) -> str:
    return str(_RESOLVER.resolve(yaml.ScalarNode, value, (True, False))).rpartition(":")[2]


def _plain_value(value: str) -> object:
    tag = _tag_of(value)
    if tag == "null":
        return None
    node = yaml.ScalarNode(f"tag:yaml.org,2002:{tag}", value)
    with suppress(ValueError, OverflowError):  # such as 0b_
        if tag == "bool":
            return bool(_RESOLVER.construct_yaml_bool(node))
        if tag == "int" and abs(whole := int(_RESOLVER.construct_yaml_int(node))) < WHOLE:
            return whole
        if tag == "float" and math.isfinite(number := _RESOLVER.construct_yaml_float(node)):
            return float(number)
    return value
