"""How a computer becomes known: one enrolment is one person on one computer.

The client makes id and token, so that the same PUT again is answered alike, though the code is used up. With the token of an earlier
enrolment as bearer, one that is not revoked, the new enrolment is the same person; the earlier one ends when the new token is first used.
"""

from typing import Annotated

import msgspec

from contract.wire import Reply, Request

TOKEN_PREFIX = "sgd_"  # noqa: S105 - a mark by which logs and redaction recognise a token, not one
Token = Annotated[str, msgspec.Meta(pattern="^sgd_[A-Za-z0-9_-]{43}$")]
"""The device token: the prefix and 256 random bits in base64url. Made by the client, kept hashed by the backend."""

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LETTERS = 8


class PutEnrolment(Request, frozen=True, kw_only=True):
    """Who asks to be enrolled. Account, display name and computer are claims of the operating system, proven by nobody yet."""

    code: Annotated[str, msgspec.Meta(max_length=64)]
    token: Token
    account: Annotated[str, msgspec.Meta(max_length=255)]
    display_name: Annotated[str, msgspec.Meta(max_length=255)] = ""
    computer: Annotated[str, msgspec.Meta(max_length=255)]


class Enrolled(Reply, frozen=True, kw_only=True):
    """The backend knows this person on this computer now."""

    id: str
    person: str
    computer: str
    company: str


def normal_code(typed: str) -> str:
    """The code as it is compared: upper case, without the spaces and hyphens that people type."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def shown_code(code: str) -> str:
    """The code as it is read out: two groups of four."""
    return f"{code[:4]}-{code[4:]}" if len(code) == CODE_LETTERS else code
