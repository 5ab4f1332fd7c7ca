"""Device tokens: 256 random bits made by the client, of which the backend keeps only a hash.

A plain SHA-256 is enough here, unlike for codes: nobody can try 2^256 tokens, and it is computed at every request.
"""

import hashlib
import re

from contract.enrolment import TOKEN_PREFIX

TOKEN = re.compile(TOKEN_PREFIX + "[A-Za-z0-9_-]{43}", re.ASCII)


def hash_token(token: str) -> bytes:
    """32 bytes by which a token is found again."""
    return hashlib.sha256(token.encode()).digest()


def read_bearer(header: str | None) -> str | None:
    """The token in an Authorization header (RFC 6750); None when there is none of our form."""
    scheme, _, token = (header or "").partition(" ")
    token = token.strip()
    return token if scheme.lower() == "bearer" and TOKEN.fullmatch(token) else None
