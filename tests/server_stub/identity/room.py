"""A store with technicians, a clock that goes on when it is told to, and passwords that take no time."""

import secrets
import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy import select

from server_stub.blobs import Blobs
from server_stub.events import Events
from server_stub.identity.accounts import Accounts
from server_stub.identity.audit import Audit
from server_stub.identity.web_sessions import WebSessions
from server_stub.settings.rows import Settings
from server_stub.store import tables
from server_stub.store.accounts import Account, Role
from server_stub.store.audit import Entry
from server_stub.store.database import Store
from server_stub.store.engine import FILE_NAME

PASSWORD = "kucing hitam 9"
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@dataclass
class Clock:
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now

    def go(self, **much: float) -> None:
        self.now += timedelta(**much)


class Room:
    """`blank` is a folder with an empty store, whose making takes longer than a test."""

    def __init__(self, blank: Path, folder: Path, **rows: Any) -> None:
        shutil.copy(blank / FILE_NAME, folder)
        self.settings = Settings(**rows)
        self.clock = Clock()
        self.events = Events()
        self.store = Store(folder, self.events.wake)
        self.blobs = Blobs(folder / "attachments")
        self.accounts = Accounts(self.store, self.blobs, self.events)
        self.web_sessions = WebSessions(self.store, self.events, self.settings, self.clock)
        self.audit = Audit(self.store)

    def technician(self, login: str = "budi", name: str = "Budi Santoso", role: Role = Role.TECHNICIAN, **more: Any) -> Account:
        return self.accounts.add(login, name, role, **{"password": PASSWORD, **more})

    def sign_in(self, login: str = "budi", password: str = PASSWORD, address: str = "10.0.0.7", agent: str = "Firefox") -> tuple[str, str]:
        """The secret and the session's id."""
        secret, session = self.web_sessions.sign_in(login, password, address, agent)
        return secret, session.id

    def audited(self, *what: str) -> list[Entry]:
        return [one for one in self.audit.entries(0) if not what or one.what in what]

    def kept_password(self, login: str = "budi") -> str:
        query = select(tables.accounts.c.password).where(tables.accounts.c.login == login)
        return str(self.store.read(lambda connection: connection.scalar(query)))

    def written(self) -> None:
        """Waits for what was only submitted."""
        self.store.write(str)


def random_secret() -> str:
    return secrets.token_urlsafe(32)
