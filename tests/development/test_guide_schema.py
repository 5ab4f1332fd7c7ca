"""The schema is the one that the code says, takes every guide that is shipped, and refuses what the import refuses."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import server_stub
from development.guide_schema import PAGE, document, rendered

FOLDER = Path(server_stub.__file__).parent / "starter_articles"
GUIDES = sorted(path.name for path in FOLDER.glob("*.md") if "\nsteps:\n" in path.read_text("utf-8"))


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether the value is as the schema says, for the words that this schema uses."""
    if "$ref" in schema:
        schema = document()["$defs"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        return any(fits(value, one) for one in schema["anyOf"])
    if "enum" in schema:
        return value in schema["enum"]
    kinds = {"object": dict, "array": list, "string": str, "boolean": bool}
    if "type" in schema and not isinstance(value, kinds[schema["type"]]):
        return False
    if isinstance(value, dict):
        return fits_keys(value, schema)
    if isinstance(value, list):
        return len(value) >= schema.get("minItems", 0) and all(fits(one, schema["items"]) for one in value)
    return not isinstance(value, str) or bool(re.search(schema.get("pattern", ""), value))


def fits_keys(value: dict[str, Any], schema: dict[str, Any]) -> bool:
    known, other = schema.get("properties", {}), schema.get("additionalProperties", True)
    unknown = [one for key, one in value.items() if key not in known]
    if not (all(fits(one, other) for one in unknown) if isinstance(other, dict) else other or not unknown):
        return False
    return set(schema.get("required", ())) <= set(value) and all(fits(value[key], known[key]) for key in value if key in known)


def front(name: str) -> dict[str, Any]:
    found = yaml.safe_load((FOLDER / name).read_text("utf-8").split("\n---\n")[0])
    assert isinstance(found, dict)
    return found


def test_the_committed_schema_is_the_one_that_the_code_says() -> None:
    assert PAGE.read_text("utf-8") == rendered(), "python3 dev.py docs"


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_that_is_shipped_fits(name: str) -> None:
    assert fits(front(name), document())


def changed(name: str, number: int, **keys: object) -> dict[str, Any]:
    whole = front(name)
    whole["steps"][number] |= keys
    return whole


def test_what_the_import_refuses_does_not_fit() -> None:
    name = "network-part.en.md"
    assert fits(changed(name, 0), document())
    assert not fits(changed(name, 0, checks=["clok"]), document())
    assert not fits(changed(name, 0, checks=["answers"]), document())
    assert not fits(changed(name, 0, checks=[]), document())
    assert not fits(changed(name, 0, step="look"), document())
    assert not fits(changed(name, 0, titel="x"), document())
    assert not fits(changed(name, 1, act="open-registry"), document())
    assert not fits(changed(name, 3, fix="format"), document())
    assert not fits({key: value for key, value in front(name).items() if key != "first"}, document())
