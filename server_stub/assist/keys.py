"""What keys, commitments and sealed codes may look like. The backend checks their form; it can open none of them."""

import base64
import hashlib
import hmac
import re

import msgspec

from contract.assist import Commitment, PublicKey, Sealed
from contract.problems import Code
from server_stub.refusals import RefusalError

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
"""P-256: y² = x³ − 3x + b over the integers modulo p (NIST SP 800-186, section 3.2.1.3)."""

UNCOMPRESSED = 4
NONCE_AND_TAG_BYTES = 28


def check_key(key: str) -> bytes:
    """The 65 bytes of a public key. Raises `RefusalError` unless it is a point of the curve, in its one spelling."""
    raw = _decoded(_of_form(key, PublicKey, "key"), "key")
    x, y = int.from_bytes(raw[1:33], "big"), int.from_bytes(raw[33:], "big")
    if raw[0] != UNCOMPRESSED or x >= _P or y >= _P or (y * y - x * x * x + 3 * x - _B) % _P:
        raise RefusalError(Code.INVALID, "The key is no point of P-256.", field="key")
    return raw


def check_commitment(commitment: str) -> str:
    """The commitment. Raises `RefusalError` unless it looks like one."""
    return _of_form(commitment, Commitment, "commitment")


def check_sealed(code: str) -> str:
    """The sealed code. Raises `RefusalError` for what can't be one: nonce and tag alone are 28 bytes."""
    if len(_decoded(_of_form(code, Sealed, "code"), "code")) <= NONCE_AND_TAG_BYTES:
        raise RefusalError(Code.INVALID, "There is nothing in it.", field="code")
    return code


def is_what_was_promised(raw: bytes, commitment: str) -> bool:
    """Whether a key is the one to which the page committed itself; takes the same time either way."""
    return hmac.compare_digest(hashlib.sha256(raw).hexdigest(), commitment)


def _of_form(text: str, form: object, field: str) -> str:
    try:
        found: str = msgspec.convert(text, form)
    except msgspec.ValidationError:
        raise RefusalError(Code.INVALID, f"This is no {field}.", field=field) from None
    if not re.fullmatch("[A-Za-z0-9_-]+", found, re.ASCII):  # the forms' $ lets a line end pass
        raise RefusalError(Code.INVALID, f"This is no {field}.", field=field)
    return found


def _decoded(text: str, field: str) -> bytes:
    """The bytes; a text that isn't spelled as these bytes are is refused, so that equal bytes are equal texts."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        raw = b""
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() != text:
        raise RefusalError(Code.INVALID, f"This is no {field}.", field=field)
    return raw
