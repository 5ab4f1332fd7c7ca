"""Accounts of technicians and leads, in one place for the faces."""

import hashlib
import re
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row

from contract.ids import new_id
from contract.problems import Code
from server_stub.blobs import Blobs, StoredFile
from server_stub.events import Events
from server_stub.identity.ending import Ended, end_sessions
from server_stub.identity.passwords import hash_password, refuse_weak
from server_stub.identity.signing_in import folded
from server_stub.pictures import picture_of
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.store import accounts, assist, audit, web_sessions
from server_stub.store.accounts import Account, AccountLine, Preferences, Role
from server_stub.store.database import Store
from server_stub.store.writer import Work

LOGIN = re.compile("[a-z0-9][a-z0-9._@-]{0,58}[a-z0-9]", re.ASCII)
NAME_LETTERS = 100
PICTURE_BYTES = 2_000_000
PICTURE_PIXELS = 4_096
PICTURE_TYPES = ("image/png", "image/jpeg", "image/webp")
LANGUAGES = ("", "en", "id")
APPEARANCES = ("system", "light", "dark")
DEFAULT = Preferences()
ADMINISTRATOR = "sigap-server"
"""Who did it, in the audit: whoever may run the command line on this data."""


class Accounts:
    """All accounts. Functions block until what they answer is durable, and may be called from any thread."""

    def __init__(self, store: Store, blobs: Blobs, events: Events) -> None:
        self._store = store
        self._blobs = blobs
        self._events = events

    def add(
        self,
        login: str,
        name: str,
        role: Role,
        title: str = "",
        *,
        password: str,
        picture: bytes | None = None,
        preferences: Preferences = DEFAULT,
    ) -> Account:
        """A new account. Raises `ServerRefused` with a sentence for a login that is taken and for anything that doesn't fit."""
        login, name, title = folded(login), name.strip(), title.strip()
        if not LOGIN.fullmatch(login):
            raise ServerRefused("A login has 2 to 60 letters a to z, digits, dots, hyphens, underscores or @, and no sign at its ends.")
        refuse_line(name, "name", empty=False)
        refuse_line(title, "title", empty=True)
        refuse_weak(password, login)
        refuse_unknown(preferences)
        if picture is not None:
            refuse_picture(picture)
        self._store.read(lambda connection: refuse_taken(connection, login))
        kept = hash_password(password)
        blob = "" if picture is None else self._blobs.keep(picture)
        digest = "" if picture is None else hashlib.sha256(picture).hexdigest()
        account = Account(
            id=new_id(),
            login=login,
            name=name,
            title=title,
            role=role,
            picture=blob,
            picture_sha256=digest,
            disabled=False,
            preferences=preferences,
        )
        now = datetime.now(UTC)

        def run(work: Work) -> None:
            refuse_taken(work.connection, login)
            accounts.add(work, account, kept, now)
            audit.add(work, now, ADMINISTRATOR, "user-added", login=login, name=name, role=role.value)

        try:
            self._store.write(run)
        except BaseException:
            if blob:
                self._blobs.delete(blob)
            raise
        return account

    def disable(self, login: str) -> Account:
        """Nobody can sign in with it any more; its sessions and the remote help that it gives end at once. Raises `ServerRefused`."""

        def run(work: Work, row: Row[Any], now: datetime) -> list[str]:
            if row.disabled is not None:
                raise ServerRefused(f"{row.login} is disabled already.")
            accounts.change(work, row.id, disabled=now)
            audit.add(work, now, ADMINISTRATOR, "user-disabled", login=row.login)
            assist.end_of_account(work, row.id, now)
            return end_sessions(work, row.login, web_sessions.of_account(work.connection, row.id), now, Ended.DISABLED)

        return self._change(login, run)

    def enable(self, login: str) -> Account:
        """Its password counts again. Raises `ServerRefused`."""

        def run(work: Work, row: Row[Any], now: datetime) -> list[str]:
            if row.disabled is None:
                raise ServerRefused(f"{row.login} is not disabled.")
            accounts.change(work, row.id, disabled=None)
            audit.add(work, now, ADMINISTRATOR, "user-enabled", login=row.login)
            return []

        return self._change(login, run)

    def set_password(self, login: str, password: str) -> Account:
        """A new password; who is signed in with the old one has to sign in again. Raises `ServerRefused`."""
        refuse_weak(password, folded(login))
        self._store.read(lambda connection: the_row(connection, login))
        kept = hash_password(password)

        def run(work: Work, row: Row[Any], now: datetime) -> list[str]:
            accounts.change(work, row.id, password=kept)
            audit.add(work, now, ADMINISTRATOR, "user-password", login=row.login)
            return end_sessions(work, row.login, web_sessions.of_account(work.connection, row.id), now, Ended.NEW_PASSWORD)

        return self._change(login, run)

    def all(self) -> list[Account]:
        """Every account, also those that are disabled, by name."""
        return self._store.read(accounts.everyone)

    def lines(self) -> list[AccountLine]:
        """Every account as an administrator sees it, by login."""
        return self._store.read(accounts.lines)

    def account(self, account_id: str) -> Account | None:
        """The account with this id."""
        return self._store.read(lambda connection: accounts.find(connection, account_id))

    def picture(self, account_id: str) -> StoredFile | None:
        """The account's picture, if it has one."""
        account = self.account(account_id)
        if account is None or not account.picture:
            return None
        size = self._blobs.size(account.picture)
        return StoredFile(name="picture", size_bytes=size, sha256=account.picture_sha256, path=self._blobs.path(account.picture))

    def set_preferences(self, account_id: str, preferences: Preferences) -> None:
        """Keeps what somebody set for themselves. Raises `RefusalError` invalid for what can't be chosen."""
        refuse_unknown(preferences)
        self._store.write(lambda work: accounts.set_preferences(work, account_id, preferences))

    def _change(self, login: str, run: Any) -> Account:
        now = datetime.now(UTC)

        def change(work: Work) -> tuple[list[str], Account]:
            row = the_row(work.connection, login)
            ended = run(work, row, now)
            return ended, accounts.account_of(the_row(work.connection, login))

        ended, account = self._store.write(change)
        for session in ended:
            self._events.revoke(session)
        return account


def the_row(connection: Connection, login: str) -> Row[Any]:
    """The account's row. Raises `ServerRefused` when nobody has this login."""
    row = accounts.find_login(connection, folded(login))
    if row is None:
        raise ServerRefused(f"Nobody has the login {login[:60]}.")
    return row


def refuse_taken(connection: Connection, login: str) -> None:
    """Raises `ServerRefused` when somebody has this login."""
    if accounts.find_login(connection, login) is not None:
        raise ServerRefused(f"The login {login} is taken.")


def refuse_line(text: str, what: str, *, empty: bool) -> None:
    """Raises `ServerRefused` for what is no line that a person can read."""
    if len(text) > NAME_LETTERS or not text.isprintable() or not (text or empty):
        raise ServerRefused(f"A {what} is one line of at most {NAME_LETTERS} letters" + ("." if empty else ", and not an empty one."))


def refuse_unknown(preferences: Preferences) -> None:
    """Raises `RefusalError` invalid for what can't be chosen."""
    if preferences.language not in LANGUAGES or preferences.appearance not in APPEARANCES:
        raise RefusalError(Code.INVALID)


def refuse_picture(data: bytes) -> None:
    """Raises `ServerRefused` for what is no picture by its own first bytes, or a too big one."""
    if len(data) > PICTURE_BYTES:
        raise ServerRefused(f"The picture has more than {PICTURE_BYTES:,} bytes.")
    found = picture_of(data)
    if found is None or found.type not in PICTURE_TYPES:
        raise ServerRefused("The picture is no PNG, JPEG or WebP.")
    if max(found.width, found.height) > PICTURE_PIXELS:
        raise ServerRefused(f"The picture is larger than {PICTURE_PIXELS} × {PICTURE_PIXELS} pixels.")
