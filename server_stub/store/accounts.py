"""Who may work at the technician's page: accounts as rows, and as values without their password."""

from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from server_stub.store.tables import accounts, web_sessions
from server_stub.store.writer import Work


class Role(StrEnum):
    """What an account may do. A lead is told of alarms, and confirms them."""

    TECHNICIAN = "technician"
    LEAD = "lead"


class Preferences(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody set for themselves: `language` "en", "id" or "" for the browser's; `appearance` "system", "light" or "dark"."""

    language: str = ""
    appearance: str = "system"
    single_keys: bool = True


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """A technician or lead. `picture` is a blob's name, "" without one."""

    id: str
    login: str
    name: str
    title: str
    role: Role
    picture: str
    picture_sha256: str
    disabled: bool
    preferences: Preferences

    @property
    def initials(self) -> str:
        """What stands where there is no picture."""
        return initials_of(self.name)


def initials_of(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = name.split() or ["?"]
    return "".join(word[0] for word in (words if len(words) == 1 else (words[0], words[-1]))).upper()


class AccountLine(msgspec.Struct, frozen=True, kw_only=True):
    """An account as an administrator sees it."""

    login: str
    name: str
    title: str
    role: Role
    created: datetime
    disabled: datetime | None
    last_seen: datetime | None
    sessions: int


def account_of(row: Row[Any]) -> Account:
    """A row of `accounts` as a value."""
    return Account(
        id=row.id,
        login=row.login,
        name=row.name,
        title=row.title,
        role=Role(row.role),
        picture=row.picture or "",
        picture_sha256=row.picture_sha256 or "",
        disabled=row.disabled is not None,
        preferences=msgspec.json.decode(row.preferences, type=Preferences),
    )


def add(work: Work, account: Account, password: str, now: datetime) -> None:
    """A new account with a hashed password. The caller knows that its login is free."""
    row = {name: getattr(account, name) for name in ("id", "login", "name", "title", "role")}
    pictured = {"picture": account.picture or None, "picture_sha256": account.picture_sha256 or None}
    preferences = msgspec.json.encode(account.preferences).decode()
    work.connection.execute(insert(accounts).values(**row, **pictured, password=password, preferences=preferences, created=now))


def find(connection: Connection, account_id: str) -> Account | None:
    """The account with this id."""
    row = connection.execute(select(accounts).where(accounts.c.id == account_id)).one_or_none()
    return None if row is None else account_of(row)


def find_login(connection: Connection, login: str) -> Row[Any] | None:
    """The row of the account with this login, with `password` and `disabled`."""
    return connection.execute(select(accounts).where(accounts.c.login == login)).one_or_none()


def everyone(connection: Connection) -> list[Account]:
    """Every account, also those that are disabled, by name."""
    return [account_of(row) for row in connection.execute(select(accounts).order_by(accounts.c.name, accounts.c.login))]


def lines(connection: Connection) -> list[AccountLine]:
    """Every account as an administrator sees it, by login."""
    open_ones = func.count(web_sessions.c.id).filter(web_sessions.c.ended.is_(None))
    query = (
        select(accounts, func.max(web_sessions.c.last_seen).label("last_seen"), open_ones.label("sessions"))
        .outerjoin(web_sessions, web_sessions.c.account == accounts.c.id)
        .group_by(*accounts.c)
        .order_by(accounts.c.login)
    )
    names = AccountLine.__struct_fields__
    return [AccountLine(**{name: getattr(row, name) for name in names} | {"role": Role(row.role)}) for row in connection.execute(query)]


def change(work: Work, account_id: str, **values: Any) -> None:
    """Sets columns of an account."""
    work.connection.execute(update(accounts).where(accounts.c.id == account_id).values(**values))


def set_preferences(work: Work, account_id: str, preferences: Preferences) -> None:
    """Keeps what somebody set for themselves."""
    change(work, account_id, preferences=msgspec.json.encode(preferences).decode())
