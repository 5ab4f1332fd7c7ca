"""The secret of a session at the technician's page: 256 random bits in a cookie, of which the backend keeps only a hash."""

import base64
import hashlib
import hmac
import re
import secrets

SECRET = re.compile("[A-Za-z0-9_-]{43}", re.ASCII)
CSRF_INFO = b"sigap csrf v1"


def new_secret() -> str:
    """A fresh one."""
    return secrets.token_urlsafe(32)


def hash_secret(secret: str) -> bytes:
    """32 bytes by which a session is found again. A plain SHA-256 is enough: nobody can try 2^256 secrets."""
    return hashlib.sha256(secret.encode()).digest()


def csrf_of(secret: str) -> str:
    """What a form of this session sends along. It tells nothing of the secret, and nothing more has to be kept."""
    made = hmac.digest(secret.encode(), CSRF_INFO, "sha256")
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
