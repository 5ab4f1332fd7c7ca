"""The body of a request, decoded strictly."""

import json
import re
from typing import Any, TypeVar

import msgspec
from litestar import Request

from contract.problems import Code
from contract.wire import MEDIA_TYPE
from server_stub.refusals import RefusalError

Decoded = TypeVar("Decoded", bound=msgspec.Struct)
UNKNOWN = re.compile(r"^Object (?:contains unknown|missing required) field `(?P<name>[^`]*)`")
PLACE = re.compile(r" - at `\$\.?(?P<path>[^`]*)`$")


def refuse_other_media(request: Request[Any, Any, Any]) -> None:
    """Raises `RefusalError` unless the body is plain JSON in UTF-8."""
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    if media.strip().lower() != MEDIA_TYPE:
        raise RefusalError(Code.BAD_REQUEST, f"The body must be {MEDIA_TYPE}.", field="Content-Type")
    if parameters.strip() and parameters.lower().replace(" ", "").replace('"', "") != "charset=utf-8":
        raise RefusalError(Code.BAD_REQUEST, "The body must be in UTF-8.", field="Content-Type")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise RefusalError(Code.BAD_REQUEST, "The body must not be compressed.", field="Content-Encoding")


def decode(raw: bytes, kind: type[Decoded]) -> Decoded:
    """The value. Raises `RefusalError`: bad-request for what is not JSON, invalid with the field's path for what is not this kind."""
    try:
        value = msgspec.json.decode(raw, type=kind)
        refuse_dropped(refuse_twins(raw), msgspec.to_builtins(value))
    except msgspec.ValidationError as error:
        raise RefusalError(Code.INVALID, PLACE.sub("", str(error)), field=field_of(str(error))) from None
    except msgspec.DecodeError as error:
        raise RefusalError(Code.BAD_REQUEST, str(error)) from None
    except UnicodeError:
        raise RefusalError(Code.BAD_REQUEST, "The body is not UTF-8.") from None
    except RecursionError:
        raise RefusalError(Code.BAD_REQUEST, "The body is nested too deeply.") from None
    return value


def field_of(said: str) -> str | None:
    """The path of the field that msgspec complains about, such as `attachments[0].sha256`."""
    place = PLACE.search(said)
    path = place["path"] if place else ""
    if unknown := UNKNOWN.match(said):
        path = f"{path}.{unknown['name']}".lstrip(".")
    return path or None


def refuse_twins(raw: bytes) -> Any:
    """The plain values. Raises `RefusalError` for an object that has a field twice: which one counts would be anybody's guess."""

    def no_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        held = dict(pairs)
        if len(held) < len(pairs):
            names = [name for name, _ in pairs]
            twin = next(name for name in names if names.count(name) > 1)
            raise RefusalError(Code.INVALID, "The field is there twice.", field=twin)
        return held

    return json.loads(raw, object_pairs_hook=no_twins)


def refuse_dropped(sent: Any, kept: Any, path: str = "") -> None:
    """Raises `RefusalError` for a field that decoding would drop: parts that replies have too are read leniently, but not in a request."""
    if isinstance(sent, dict) and isinstance(kept, dict):
        for name, value in sent.items():
            here = f"{path}.{name}".lstrip(".")
            if name not in kept:
                raise RefusalError(Code.INVALID, f"Object contains unknown field `{name}`", field=here)
            refuse_dropped(value, kept[name], here)
    elif isinstance(sent, list) and isinstance(kept, list | tuple):
        for position, (value, one) in enumerate(zip(sent, kept, strict=True)):
            refuse_dropped(value, one, f"{path}[{position}]")
