"""Who is known: persons, their enrolments, and the codes with which they enrol."""

from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from contract.ids import new_id
from server_stub.store.tables import codes, enrolments, people, tickets


class Who(msgspec.Struct, frozen=True, kw_only=True):
    """One enrolment: a person on a computer, as the operating system there claims."""

    enrolment: str
    person: str
    account: str
    display_name: str
    computer: str
    last_seen: datetime | None = None
    replaces: str | None = None

    @property
    def name(self) -> str:
        """How the person is shown."""
        return self.display_name or self.account


class Computer(msgspec.Struct, frozen=True, kw_only=True):
    """An enrolment as an administrator sees it."""

    id: str
    person: str
    account: str
    computer: str
    created: datetime
    last_seen: datetime | None
    revoked: datetime | None
    tickets: int


def add_person(connection: Connection, now: datetime) -> str:
    """The id of a person nobody has met before."""
    person = new_id()
    connection.execute(insert(people).values(id=person, created=now, feed_last=0))
    return person


def add_enrolment(connection: Connection, who: Who, token_hash: bytes, code: str, now: datetime) -> None:
    """A person on a computer, with its token."""
    claims = {"account": who.account, "display_name": who.display_name, "computer": who.computer}
    connection.execute(
        insert(enrolments).values(
            id=who.enrolment, person=who.person, token_hash=token_hash, code=code, replaces=who.replaces, created=now, **claims
        )
    )


def enrolment(connection: Connection, enrolment_id: str) -> Row[tuple[object, ...]] | None:
    """The row of an enrolment, with `token_hash` and `revoked`."""
    return connection.execute(select(enrolments).where(enrolments.c.id == enrolment_id)).one_or_none()


def enrolment_by_token(connection: Connection, token_hash: bytes) -> Row[tuple[object, ...]] | None:
    """The row of the enrolment whose token has this hash, revoked or not."""
    return connection.execute(select(enrolments).where(enrolments.c.token_hash == token_hash)).one_or_none()


def who_of(row: Row[tuple[object, ...]]) -> Who:
    """An enrolment's row as a value."""
    held = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
    return Who(
        enrolment=held["id"],
        person=held["person"],
        account=held["account"],
        display_name=held["display_name"],
        computer=held["computer"],
        last_seen=held["last_seen"],
        replaces=held["replaces"],
    )


def mark_seen(connection: Connection, enrolment_id: str, now: datetime) -> None:
    """Notes that a computer spoke."""
    connection.execute(update(enrolments).where(enrolments.c.id == enrolment_id).values(last_seen=now))


def mark_revoked(connection: Connection, enrolment_id: str, now: datetime) -> bool:
    """Ends an enrolment; False when it had ended already."""
    still = enrolments.c.revoked.is_(None)
    return bool(connection.execute(update(enrolments).where(enrolments.c.id == enrolment_id, still).values(revoked=now)).rowcount)


def computers(connection: Connection) -> list[Computer]:
    """Every enrolment, oldest first."""
    count = func.count(tickets.c.key)
    query = (
        select(enrolments, count.label("tickets"))
        .outerjoin(tickets, tickets.c.enrolment == enrolments.c.id)
        .group_by(*enrolments.c)
        .order_by(enrolments.c.created, enrolments.c.id)
    )
    return [
        Computer(
            id=row.id,
            person=row.display_name or row.account,
            account=row.account,
            computer=row.computer,
            created=row.created,
            last_seen=row.last_seen,
            revoked=row.revoked,
            tickets=row.tickets,
        )
        for row in connection.execute(query)
    ]


def add_code(connection: Connection, code_hash: bytes, *, reusable: bool, now: datetime, expires: datetime | None) -> None:
    """Keeps a new code, hashed."""
    connection.execute(insert(codes).values(id=new_id(), hash=code_hash, reusable=reusable, created=now, expires=expires))


def code_by_hash(connection: Connection, code_hash: bytes) -> Row[tuple[object, ...]] | None:
    """The code with this hash, with `reusable`, `expires` and `used`."""
    return connection.execute(select(codes).where(codes.c.hash == code_hash)).one_or_none()


def mark_code_used(connection: Connection, code_id: str, now: datetime) -> None:
    """Notes when a code was last used."""
    connection.execute(update(codes).where(codes.c.id == code_id).values(used=now))
