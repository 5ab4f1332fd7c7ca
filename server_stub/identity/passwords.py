"""Passwords: what is kept of one (Argon2id, RFC 9106), and how one is compared without telling more than yes or no."""

import base64
import contextlib
import secrets
import threading
import unicodedata
from collections.abc import Iterator

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError

from contract.problems import Code
from server_stub.refusals import RefusalError, ServerRefused

LEAST_LETTERS = 10
MOST_LETTERS = 500
LEAST_BESIDE_LOGIN = 6
LEAST_KINDS = 4
AT_ONCE = 2
WAITING = 6
"""A computation takes 64 MiB and a thread. More that wait are turned away: a flood of sign-ins leaves memory and threads for the others."""

_parameters = profiles.RFC_9106_LOW_MEMORY
_hasher = PasswordHasher.from_parameters(_parameters)
_at_once = threading.BoundedSemaphore(AT_ONCE)
_queue = threading.BoundedSemaphore(AT_ONCE + WAITING)


def nobodys() -> str:
    """What would be kept of a password that nobody knows: comparing with it takes as long as with another."""
    salt, made = (
        base64.b64encode(secrets.token_bytes(count)).rstrip(b"=").decode() for count in (_parameters.salt_len, _parameters.hash_len)
    )
    return f"$argon2id$v=19$m={_parameters.memory_cost},t={_parameters.time_cost},p={_parameters.parallelism}${salt}${made}"


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """A computation's turn. Raises `RefusalError` unavailable when too many wait already."""
    if not _queue.acquire(blocking=False):
        raise RefusalError(Code.UNAVAILABLE, "Too many people sign in at once.", retry_after_s=5)
    try:
        with _at_once:
            yield
    finally:
        _queue.release()


def prepared(password: str) -> bytes:
    """The password in the form that is compared: composed, as keyboards differ (RFC 8265, section 4.2)."""
    return unicodedata.normalize("NFC", password).encode(errors="replace")


def hash_password(password: str) -> str:
    """What is kept of a password, with its salt and parameters."""
    with turn():
        return _hasher.hash(prepared(password))


def is_right(password: str, kept: str | None) -> bool:
    """Whether it is the one of which `kept` was made. None, for somebody who isn't there, takes as long as a wrong password."""
    if len(password) > MOST_LETTERS:
        password = ""
    with turn():
        try:
            return _hasher.verify(nobodys() if kept is None else kept, prepared(password)) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether it was made with other parameters than those of today."""
    return _hasher.check_needs_rehash(kept)


def refuse_weak(password: str, login: str) -> None:
    """Raises `ServerRefused` for a password that can be guessed from the login, or is too short."""
    if len(password) < LEAST_LETTERS:
        raise ServerRefused(f"A password needs at least {LEAST_LETTERS} letters or digits.")
    if len(password) > MOST_LETTERS:
        raise ServerRefused(f"A password has at most {MOST_LETTERS} letters.")
    if any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in password):
        raise ServerRefused("A password is one line of text.")
    if len(password.casefold().replace(login.casefold(), "")) < LEAST_BESIDE_LOGIN:
        raise ServerRefused("The password is almost the login: take another one.")
    if len(set(password)) < LEAST_KINDS:
        raise ServerRefused(f"A password needs at least {LEAST_KINDS} different letters.")
