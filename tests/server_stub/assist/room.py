"""Remote help on a real store: people with computers and tickets, technicians, keys, and a clock that goes on when it is told to."""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from sqlalchemy import insert, select

from contract.assist import Ability, Answer, AssistSession, AssistState, PutAssistAnswer, PutAssistKey, PutAssistStep
from contract.ids import new_id
from contract.tickets import By, Message, PutMessage, PutTicket
from server_stub.assist.desk import AssistDesk
from server_stub.blobs import Blobs
from server_stub.events import Events
from server_stub.identity.people import People
from server_stub.settings.rows import Settings
from server_stub.store import feed, people, tables, tickets
from server_stub.store.accounts import Account, Preferences, Role
from server_stub.store.database import Store
from server_stub.store.people import Who
from server_stub.tickets.desk import Desk

CONSENT = PutAssistAnswer(
    answer=Answer.CONSENT, tool="anydesk", tool_name="AnyDesk", can=(Ability.VIEW, Ability.CONTROL), consent_version=1
)
DECLINE = PutAssistAnswer(answer=Answer.DECLINE)
NOT_US = PutAssistAnswer(answer=Answer.NOT_OUR_HELP_DESK)
STARTING = PutAssistStep(state=AssistState.STARTING)
RUNNING = PutAssistStep(state=AssistState.RUNNING)


def quiet(_person: str) -> None:
    return


def encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def sealed() -> str:
    """What a sealed code looks like from outside."""
    return encoded(secrets.token_bytes(12 + 9 + 16))


class Keys:
    """A public key and the promise of it."""

    def __init__(self) -> None:
        self.raw = ec.generate_private_key(ec.SECP256R1()).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self.public = encoded(self.raw)
        self.commitment = hashlib.sha256(self.raw).hexdigest()


@dataclass
class Clock:
    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now

    def go(self, seconds: float) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now


class Room:
    """An opened store with everything that remote help needs. `keys` are the technician's page's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.settings = Settings()
        self.keys = Keys()
        self.client = Keys()
        self.open()

    def open(self) -> None:
        self.store = Store(self.folder, quiet)
        self.blobs = Blobs(self.folder / "attachments")
        self.people = People(self.store, Events(), self.settings)
        self.desk = Desk(self.store, self.blobs, self.settings)
        self.assist = AssistDesk(self.store, self.blobs, self.settings, self.clock)

    def reopen(self) -> None:
        """The backend stops and starts."""
        self.store.close()
        self.open()

    def person(self, name: str = "Ana", computer: str = "PC-1", person: str = "") -> Who:
        """Somebody on an enrolled computer."""
        now = self.clock()
        new = person or self.store.write(lambda work: people.add_person(work.connection, now))
        who = Who(enrolment=new_id(), person=new, account=name.lower(), display_name=name, computer=computer)
        code = new_id()
        self.store.write(lambda work: people.add_code(work.connection, secrets.token_bytes(32), reusable=True, now=now, expires=None))
        code = self.store.read(lambda connection: str(connection.scalar(select(tables.codes.c.id))))
        self.store.write(lambda work: people.add_enrolment(work.connection, who, secrets.token_bytes(32), code, now))
        return who

    def ticket(self, who: Who) -> str:
        """A new ticket's number."""
        return self.desk.put_ticket(who, new_id(), PutTicket(subject="No sound", written=self.clock()))[0].number

    def technician(self, login: str = "budi", role: Role = Role.TECHNICIAN, **values: Any) -> Account:
        return add_technician(self.store, login, role, **values)

    def says(self, number: str, by: By = By.EMPLOYEE) -> None:
        """Somebody writes, at the clock's time."""
        message = Message(id=new_id(), by=by, name="Ana", text="Please try again", created=self.clock())
        read = tickets.read_number(number)

        def run(work: Any) -> None:
            (row,) = tickets.find(work.connection, tables.tickets.c.number == read)
            tickets.add_message(work.connection, row.key, message, written=message.created, content=None)

        self.store.write(run)

    def resolves(self, who: Who, number: str) -> None:
        """The employee says that it works again."""
        ticket = self.desk.show(number).id
        self.desk.put_message(who, ticket, new_id(), msgspec.convert({"action": "resolve", "written": self.clock()}, PutMessage))

    def revoke(self, name: str) -> None:
        """Everything of a person's is cut off."""
        for computer in self.people.computers():
            if computer.person == name and computer.revoked is None:
                self.people.revoke(computer.id)

    def shown(self, who: Who, by: Account, number: str) -> AssistSession:
        """Asked, and the words are there on both sides."""
        session = self.assist.ask(by, number, self.keys.commitment)
        self.assist.key(who, session.id, PutAssistKey(key=self.client.public))
        return self.assist.reveal(by, session.id, self.keys.public)

    def running(self, who: Who, by: Account, number: str) -> AssistSession:
        """Consented to, started and running."""
        session = self.shown(who, by, number)
        self.assist.answer(who, session.id, CONSENT)
        self.assist.step(who, session.id, STARTING)
        return self.assist.step(who, session.id, RUNNING)

    def timeline(self, *kinds: str) -> list[tuple[str, str, dict[str, Any]]]:
        """Side, kind and detail of everything on all timelines, in order."""
        table = tables.timeline.c
        rows = self.store.read(
            lambda connection: connection.execute(select(table.side, table.kind, table.detail).order_by(table.key)).all()
        )
        return [(row.side, row.kind, msgspec.json.decode(row.detail)) for row in rows if not kinds or row.kind in kinds]

    def feed(self, who: Who) -> list[AssistSession]:
        """The sessions as the person's feed tells of them, in order."""
        entries, _ = self.store.read(lambda connection: feed.entries_after(connection, who.person, 0, 10_000))
        assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
        return [entry.assist for entry in entries if entry.assist is not None]

    def audit(self, what: str = "assist-") -> list[Any]:
        """The audit's rows of a kind, in order."""
        rows = self.store.read(lambda connection: connection.execute(select(tables.audit).order_by(tables.audit.c.number)).all())
        return [row for row in rows if row.what.startswith(what)]


def add_technician(store: Store, login: str = "budi", role: Role = Role.TECHNICIAN, **values: Any) -> Account:
    """An account that nobody can sign in to."""
    account = Account(
        id=new_id(),
        login=login,
        name=values.pop("name", login.title()),
        title=values.pop("title", "Support"),
        role=role,
        picture=values.pop("picture", ""),
        picture_sha256=values.pop("picture_sha256", ""),
        disabled=False,
        preferences=Preferences(),
    )
    row = {name: getattr(account, name) for name in ("id", "login", "name", "title", "role")}
    pictured = {"picture": account.picture or None, "picture_sha256": account.picture_sha256 or None}
    kept = row | pictured | {"password": "", "preferences": "{}", "created": datetime.now(UTC)}
    store.write(lambda work: work.connection.execute(insert(tables.accounts).values(kept)))
    return account
