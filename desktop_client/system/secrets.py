"""Where the device token lies: in the account's password store, or in a file that only this person can read."""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

from desktop_client.reasons import Cause, Cure, Reason, RefusedError, unwritable
from desktop_client.system.durable import replace_file
from desktop_client.system.folders import Profile

SERVICE = "sigap"
NAME = "device token"
ANSWER_S = 30.0
"""A locked store may ask the person; it is not waited for any longer than this."""

Value = TypeVar("Value")
log = logging.getLogger(__name__)


class NoKeyringError(Exception):
    """This session has no password store."""


class BrokenKeyringError(RefusedError):
    """The password store answers, and refuses for another reason than being locked."""


class TokenStore:
    """Blocks on the keyring, so it belongs into background threads. An own profile and a session without keyring use the file."""

    def __init__(self, profile: Profile, *, answer_s: float = ANSWER_S) -> None:
        self._profile = profile
        self._answer_s = answer_s

    def read(self) -> str | None:
        """The token, or None when this computer has none. RefusedError: KEYRING_LOCKED."""
        with contextlib.suppress(FileNotFoundError):
            # A damaged file is no token; the person is asked to register again.
            return self._profile.token_file.read_bytes().decode("ascii", "replace").strip() or None
        if self._profile.own:
            return None
        try:
            return self._ask(lambda keyring: keyring.get_password(SERVICE, NAME))
        except NoKeyringError:
            return None

    def write(self, token: str) -> None:
        """Keeps the token in place of an earlier one. RefusedError: KEYRING_LOCKED, PROFILE_READ_ONLY, DISK_FULL."""
        if not self._profile.own:
            # A keyring that can't keep it (not one that is locked) is as good as none.
            with contextlib.suppress(NoKeyringError, BrokenKeyringError):
                self._ask(lambda keyring: keyring.set_password(SERVICE, NAME, token))
                self._profile.token_file.unlink(missing_ok=True)
                return
        try:
            replace_file(self._profile.token_file, token.encode("ascii"))
        except OSError as error:
            raise unwritable(error, self._profile.root) from error

    def delete(self) -> None:
        """Forgets the token, wherever it is. RefusedError: KEYRING_LOCKED."""
        self._profile.token_file.unlink(missing_ok=True)
        if self._profile.own:
            return
        with contextlib.suppress(NoKeyringError):
            self._ask(_forget)

    def in_file(self) -> bool:
        """Whether the token lies in a file for want of a password store (which the person is told once)."""
        return not self._profile.own and self._profile.token_file.exists()

    def _ask(self, question: "Callable[[_Keyring], Value]") -> Value:
        """The keyring's answer. A thread of its own asks, because a locked store may never answer."""
        answers: list[Value] = []
        failures: list[Exception] = []

        def ask() -> None:
            try:
                answers.append(question(_Keyring()))
            except Exception as error:  # noqa: BLE001 - whatever a desktop's keyring raises is told by the asking thread
                failures.append(error)

        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        asking.join(self._answer_s)
        if answers:
            return answers[0]
        if failures and isinstance(failures[0], NoKeyringError):
            raise failures[0]
        locked = Reason(Cause.KEYRING_LOCKED, cure=Cure.TIME)
        if failures:
            # The kind only: a store's message might repeat what it was given.
            log.info("The keyring refused: %s", type(failures[0]).__name__)
            if not isinstance(failures[0], LockedError):
                raise BrokenKeyringError(locked)
        raise RefusedError(locked)


class LockedError(Exception):
    """The password store is locked."""


class _Keyring:
    """The desktop's password store by the library keyring, imported only here: it is heavy."""

    def __init__(self) -> None:
        import keyring  # noqa: PLC0415 - heavy, and not needed by own profiles
        import keyring.errors  # noqa: PLC0415 - the same

        self._library = keyring
        self._errors = keyring.errors

    def get_password(self, service: str, name: str) -> str | None:
        """What is kept under the name."""
        with self._translated():
            return self._library.get_password(service, name)

    def set_password(self, service: str, name: str, password: str) -> None:
        """Keeps it."""
        with self._translated():
            self._library.set_password(service, name, password)

    def delete_password(self, service: str, name: str) -> None:
        """Forgets it."""
        with self._translated():
            self._library.delete_password(service, name)

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except self._errors.NoKeyringError as error:
            raise NoKeyringError from error
        except self._errors.KeyringLocked as error:
            raise LockedError from error


def _forget(keyring: _Keyring) -> None:
    if keyring.get_password(SERVICE, NAME) is not None:
        keyring.delete_password(SERVICE, NAME)
