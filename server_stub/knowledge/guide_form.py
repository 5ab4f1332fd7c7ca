"""From front matter to the value `Guide`: which keys a step has, and of which form. What the steps mean together is `guide_paths.py`."""

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import get_args

import msgspec

from contract.guides import Answer, Guide, Step
from server_stub.knowledge.front_matter import Node
from server_stub.knowledge.unreadable import UnreadableError

KEYS = tuple(field.name for field in msgspec.structs.fields(Guide))
STEPS: dict[str, type[msgspec.Struct]] = {kind.__struct_config__.tag: kind for kind in get_args(Step)}
YES_NO = {"true": True, "yes": True, "false": False, "no": False, "": False}
_FORMS = {"str": "a text", "array": "a list", "object": "keys with values", "bool": "true or false"}


def guide_in(keys: Mapping[str, Node]) -> Guide:
    """The guide that these keys of the front matter are. It raises UnreadableError for the first thing that has the wrong form."""
    raw = {key: _raw(keys[key]) for key in KEYS if key in keys and key != "part"}
    if "part" in keys:
        text = keys["part"].text()
        if text is None or text.lower() not in YES_NO:
            raise UnreadableError("part must be true or false.", keys["part"].line)
        raw["part"] = YES_NO[text.lower()]
    if "steps" not in keys:
        raise UnreadableError("The guide has no steps: add them below steps.", next(keys[key] for key in KEYS if key in keys).line)
    steps = keys["steps"]
    if not isinstance(steps.value, list) or not steps.value:
        raise UnreadableError("steps must be a list: begin each step with a dash.", steps.line)
    if not raw.get("first"):
        raise UnreadableError("The guide has no first: write first and the id of the step where it begins.", steps.line)
    for step in steps.value:
        _check_keys(step)
    try:
        return msgspec.convert(raw, Guide)
    except msgspec.ValidationError as error:
        place, reason = _in_words(str(error))
        raise UnreadableError(reason, line_at(keys, place)) from None


def meant(word: str, known: Iterable[str]) -> str:
    """The question behind an unknown word, "" when nothing is near: " Did you mean dns?"."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return f" Did you mean {near[0]}?" if near else ""


def _check_keys(step: Node) -> None:
    if not isinstance(step.value, dict):
        raise UnreadableError("A step must have keys: begin it with - id, then step, title and what it needs.", step.line)
    kind = step.value["step"].text() if "step" in step.value else None
    if not kind:
        raise UnreadableError(f"A step doesn't say what it is: add step, one of {', '.join(sorted(STEPS))}.", step.line)
    if kind not in STEPS:
        line = step.value["step"].line
        raise UnreadableError(f"There is no step {kind}: use one of {', '.join(sorted(STEPS))}.{meant(kind, STEPS)}", line)
    _check_fields(step, STEPS[kind], f"A step {kind}", ("step",))
    answers = step.value.get("answers")
    if answers and isinstance(answers.value, list):
        for answer in answers.value:
            _check_fields(answer, Answer, "An answer")


def _check_fields(node: Node, kind: type[msgspec.Struct], what: str, besides: tuple[str, ...] = ()) -> None:
    if not isinstance(node.value, dict):
        raise UnreadableError(f"{what} must have keys: write each as key: value.", node.line)
    fields = msgspec.structs.fields(kind)
    names = (*besides, *(field.name for field in fields))
    for key, value in node.value.items():
        if key not in names:
            raise UnreadableError(f"{what} has no key {key}: remove it, or use one of {', '.join(names)}.{meant(key, names)}", value.line)
    for field in fields:
        if field.required and (field.name not in node.value or node.value[field.name].text() == ""):
            raise UnreadableError(_missing(field.name, what), node.line)


def _missing(key: str, what: str) -> str:
    if key == "unknown":
        return "A question has no unknown: say which step follows “I don't know”."
    return f"{what} has no {key}: add it."


def _raw(node: Node) -> object:
    if isinstance(node.value, list):
        return [_raw(one) for one in node.value]
    if isinstance(node.value, dict):
        return {key: _raw(one) for key, one in node.value.items()}
    return node.text()


def _in_words(message: str) -> tuple[str, str]:
    """From msgspec's "Expected `array`, got `str` - at `$.proof`": the place, and a sentence."""
    text, _, place = message.partition(" - at ")
    place = place.strip("`").removeprefix("$").removeprefix(".")
    expected = re.match(r"Expected `(\w+)", text)
    named = re.sub(r"\[\.*\d*\]", "", place).rpartition(".")[2]
    if expected and expected[1] in _FORMS:
        return place, f"{named} must be {_FORMS[expected[1]]}: write it so."
    return place, f"{named} is not valid here ({text}): see the format of guides."


def line_at(keys: Mapping[str, Node], place: str) -> int:
    """The line of the node at a place such as "steps[3].checks[0]", else of the last that is there on the way."""
    value: object = dict(keys)
    line = 0
    for part in re.findall(r"[^.\[\]]+", place):
        if isinstance(value, dict) and part in value:
            value = value[part]
        elif isinstance(value, list) and part.isdecimal() and int(part) < len(value):
            value = value[int(part)]
        if isinstance(value, Node):
            line, value = value.line, value.value
    return line
