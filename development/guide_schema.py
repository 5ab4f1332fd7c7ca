"""Writes `docs/guide.schema.json`: the keys of a guide's front matter, for editors that complete and check as one types."""

import inspect
import json
from pathlib import Path
from typing import Any, get_args

import msgspec

from contract.guides import ACTS, CHECKS, FIXES, WITH_PARAMETER, Guide, Step
from server_stub.knowledge.article_file import AUDIENCES, STATES

PAGE = Path(__file__).parent.parent / "docs" / "guide.schema.json"
TEMPLATE = "#/$defs/{name}"
ID = {"type": "string", "pattern": r"^[A-Za-z0-9_.-]{1,200}$"}
TEXTS = {"type": "array", "items": {"type": "string"}}
ARTICLE: dict[str, Any] = {
    "id": {**ID, "description": "The file's own name among all articles, such as printer.en"},
    "article": {**ID, "description": "What the languages of one article share"},
    "title": {"type": "string", "minLength": 1},
    "lang": {"type": "string", "description": "en, id, or another short name"},
    "summary": {"type": "string"},
    "product": {"type": "string"},
    "category": {"type": "string"},
    "tags": TEXTS,
    "also": {**TEXTS, "description": "Other words under which people look for it"},
    "related": {**TEXTS, "description": "Ids of other articles"},
    "updated": {"type": "string", "description": "A date such as 2026-01-31"},
    "state": {"enum": list(STATES)},
    "audience": {"enum": list(AUDIENCES)},
}
"""What every article has; a guide's own keys come from the contract."""


def document() -> dict[str, Any]:
    """The schema (JSON Schema 2020-12). Other keys are allowed at the top, and nowhere else."""
    (_, components) = msgspec.json.schema_components([Guide], ref_template=TEMPLATE)
    for component in components.values():
        # Before Python 3.13 a docstring keeps the indentation that it has in the code.
        if "description" in component:
            component["description"] = inspect.cleandoc(component["description"])
        if "properties" in component:
            component["additionalProperties"] = False
    guide = components.pop("Guide")
    checks = [name for name in CHECKS if name not in WITH_PARAMETER]
    reference = rf"^({'|'.join(checks)}|({'|'.join(sorted(WITH_PARAMETER))})\([^()]+\))$"
    components["Check"] = {"type": "string", "pattern": reference, "description": "A check; answers names a service, by key or kind"}
    components["FixStep"]["properties"]["fix"] = {"enum": list(FIXES)}
    components["CheckStep"]["properties"]["checks"] = {"type": "array", "items": {"$ref": TEMPLATE.format(name="Check")}, "minItems": 1}
    guide["properties"]["proof"]["items"] = {"$ref": TEMPLATE.format(name="Check")}
    for kind in ("ReadStep", "AskStep"):
        components[kind]["properties"]["act"] = {"enum": ["", *ACTS], "default": ""}
    _require_by_hand(components)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The front matter of a guide",
        "description": guide["description"],
        "type": "object",
        "properties": {**ARTICLE, **guide["properties"]},
        "required": ["id", "article", "title", "lang", *guide["required"]],
        "$defs": components,
    }


def _require_by_hand(components: dict[str, Any]) -> None:
    """A step says what it is; msgspec leaves that to whoever reads the union."""
    for kind in get_args(Step):
        component = components[kind.__name__]
        component["required"] = ["id", "step", *(name for name in component["required"] if name not in {"id", "step"})]


def rendered() -> str:
    """The file's text."""
    return json.dumps(document(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(rendered(), encoding="utf-8")
