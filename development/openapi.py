"""Writes `docs/openapi.json` from the contract: every endpoint with what it takes, what it answers and how it may refuse."""

import inspect
import json
import re
from pathlib import Path
from typing import Any

import msgspec

from contract.about import API
from contract.endpoints import (
    ARTICLE_IMAGE,
    ARTICLES,
    COMMON,
    CREATE_UPLOAD,
    DELETE_UPLOAD,
    ENDPOINTS,
    ENROL,
    FEED,
    GET_ATTACHMENT,
    HEAD_UPLOAD,
    PATCH_UPLOAD,
    UPLOAD_OPTIONS,
    Endpoint,
)
from contract.problems import MEDIA_TYPE, STATUS, Code, Problem
from contract.uploads import OFFSET_MEDIA_TYPE

PAGE = Path(__file__).parent.parent / "docs" / "openapi.json"
TEMPLATE = "#/components/schemas/{name}"

ANSWERS: dict[str, tuple[int, ...]] = {
    CREATE_UPLOAD.name: (201, 200),
    UPLOAD_OPTIONS.name: (204,),
    PATCH_UPLOAD.name: (204,),
    DELETE_UPLOAD.name: (204,),
}
"""Where success is something else than 200, and 201 for what a PUT makes."""

MEANINGS = {200: "Done", 201: "Made", 204: "Done, with nothing to say"}
TUS = {"Tus-Resumable": "1.0.0"}
SENT: dict[str, dict[str, str]] = {
    ENROL.name: {"Authorization?": "Bearer and the token of an earlier enrolment that is not revoked: the new one is the same person"},
    ARTICLES.name: {"Accept-Encoding?": "gzip for a compressed page"},
    FEED.name: {"Accept?": "text/event-stream for a stream", "Last-Event-ID?": "The last number that was seen; stands above `after`"},
    CREATE_UPLOAD.name: {**TUS, "Upload-Length": "The file's bytes", "Upload-Metadata": "id and sha256 with their values in base64"},
    HEAD_UPLOAD.name: TUS,
    DELETE_UPLOAD.name: TUS,
    PATCH_UPLOAD.name: {**TUS, "Upload-Offset": "Where the piece begins", "Upload-Checksum?": "sha256 and the piece's digest in base64"},
}
"""Headers that an endpoint takes; one with a question mark may be absent."""

FORMS: dict[str, dict[str, Any]] = {"article_id": {}, "image_name": {}, "day": {"format": "date"}}
"""Parts of a path that are no id of the client's making."""


def document() -> dict[str, Any]:
    """The whole description (OpenAPI 3.1)."""
    kinds = {kind for endpoint in ENDPOINTS for kind in (endpoint.request, endpoint.reply) if kind} | {Problem}
    _, components = msgspec.json.schema_components(sorted(kinds, key=lambda kind: kind.__name__), ref_template=TEMPLATE)
    for component in components.values():
        # Before Python 3.13 a docstring keeps the indentation that it has in the code.
        if "description" in component:
            component["description"] = inspect.cleandoc(component["description"])
    paths: dict[str, dict[str, Any]] = {}
    for endpoint in ENDPOINTS:
        paths.setdefault(endpoint.path, {})[endpoint.method.lower()] = operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Sigap", "version": API, "description": "How the client and the backend speak. Written from the contract."},
        "paths": paths,
        "components": {"schemas": components, "securitySchemes": {"device": {"type": "http", "scheme": "bearer"}}},
    }


def operation(endpoint: Endpoint) -> dict[str, Any]:
    """One endpoint."""
    told: dict[str, Any] = {"operationId": endpoint.name, "summary": endpoint.summary}
    if not endpoint.open_to_all:
        told["security"] = [{"device": []}]
    if found := parameters(endpoint):
        told["parameters"] = found
    if endpoint.request:
        told["requestBody"] = {"required": True, "content": {"application/json": {"schema": schema(endpoint.request)}}}
    if endpoint is PATCH_UPLOAD:
        told["requestBody"] = {"required": True, "content": {OFFSET_MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
    told["responses"] = answers(endpoint) | refusals(endpoint)
    return told


def parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    """What stands in the path, the query and the headers."""
    found: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", **FORMS.get(name, {"format": "uuid"})}}
        for name in re.findall(r"\{(\w+)\}", endpoint.path)
    ]
    if endpoint in {ARTICLES, FEED}:
        found.append({"name": "after", "in": "query", "schema": {"type": "integer", "minimum": 0, "default": 0}})
    for name, meaning in SENT.get(endpoint.name, {}).items():
        needed = not name.endswith("?")
        found.append({"name": name.rstrip("?"), "in": "header", "required": needed, "description": meaning, "schema": {"type": "string"}})
    return found


def answers(endpoint: Endpoint) -> dict[str, Any]:
    """What it says when it does what was asked."""
    content: dict[str, Any] = {"application/json": {"schema": schema(endpoint.reply)}} if endpoint.reply else {}
    if endpoint is FEED:
        content["text/event-stream"] = {"schema": {"type": "string", "description": "First `hello` with FeedHello, then the entries"}}
    if endpoint in {ARTICLE_IMAGE, GET_ATTACHMENT}:
        content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
    statuses = ANSWERS.get(endpoint.name, (201, 200) if endpoint.method == "PUT" else (200,))
    shown = {"content": content} if content else {}
    meanings = {**MEANINGS, 200: "The same as before"} if 201 in statuses else MEANINGS
    return {str(status): {"description": meanings[status], **shown} for status in statuses}


def refusals(endpoint: Endpoint) -> dict[str, Any]:
    """How it may refuse, by status."""
    by_status: dict[int, list[Code]] = {}
    for code in dict.fromkeys((*endpoint.problems, *COMMON)):
        by_status.setdefault(STATUS[code], []).append(code)
    content = {} if endpoint.method == "HEAD" else {"content": {MEDIA_TYPE: {"schema": schema(Problem)}}}
    return {str(status): {"description": ", ".join(code.value for code in codes), **content} for status, codes in sorted(by_status.items())}


def schema(kind: type[msgspec.Struct] | None) -> dict[str, str]:
    """A reference to a value's form."""
    return {"$ref": TEMPLATE.format(name=kind.__name__ if kind else "")}


def rendered() -> str:
    """The file's text."""
    return json.dumps(document(), indent=1, ensure_ascii=False, sort_keys=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(rendered(), encoding="utf-8")
