"""Enrolment codes: what is read out to an employee, and what is kept of it."""

import hashlib
import secrets
import threading

from contract.enrolment import CODE_ALPHABET, CODE_LETTERS, normal_code

_two_at_once = threading.BoundedSemaphore(2)
"""Each scrypt takes 16 MB for its while; a crowd of guesses must not take all memory."""


def random_code() -> str:
    """A fresh code: 39 random bits, which with scrypt and few tries an address are out of reach."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LETTERS))


def hash_code(code: str, pepper: bytes) -> bytes:
    """What is kept of a code. The salt is the store's, not the code's, so that one computation finds it among all."""
    with _two_at_once:
        return hashlib.scrypt(normal_code(code).encode(errors="replace"), salt=pepper, n=2**14, r=8, p=1, dklen=32)
