"""What must be provable later, in one chain: each entry's hash covers the entry and the hash before it.

hash   = SHA-256 of the JSON array [number, at, actor, what, ticket, detail, before], in ASCII without spaces; `at` in whole microseconds
         since 1970, `detail` as the text that is stored
before = the hash of the entry with the number before; 64 zeros for the first one

The newest number and hash stand in `meta` too, so that entries cut off at the end are missed. Whoever can write to the database can make
a whole new chain with its mark; against that helps only a hash that somebody wrote down elsewhere (`noted`).
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import BigInteger, Connection, Row, func, insert, select, type_coerce, update
from sqlalchemy.exc import DBAPIError

from server_stub.store.tables import EPOCH, MICROSECOND, audit, meta
from server_stub.store.writer import Work

FIRST = "0" * 64
NEWEST = "audit"
"""The row of `meta` that says number and hash of the newest entry, with a space between."""
PAGE = 500
_at = type_coerce(audit.c.at, BigInteger).label("at_us")
_raw = (audit.c.number, _at, audit.c.actor, audit.c.what, audit.c.ticket, audit.c.detail, audit.c.before, audit.c.hash)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry. `actor` is a login, an account of an employee's computer, or what acted; `ticket` a number or ""; `detail` JSON."""

    number: int
    at: datetime
    actor: str
    what: str
    ticket: str
    detail: str
    hash: str


class Verified(msgspec.Struct, frozen=True, kw_only=True):
    """`count` entries are as they were written, the last with `last_hash`. `broken` is the first number that isn't, `why` a sentence about
    it. `noted` is the number of the entry with the hash that somebody wrote down.
    """

    count: int
    last_hash: str
    broken: int | None = None
    why: str = ""
    noted: int | None = None


class Newest(NamedTuple):
    """The newest entry that was written."""

    number: int
    hash: str


def chained(number: int, at_us: int, actor: str, what: str, ticket: str, detail: str, before: str) -> str:
    """An entry's hash."""
    told = json.dumps([number, at_us, actor, what, ticket, detail, before], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def add(work: Work, at: datetime, actor: str, what: str, ticket: str = "", **detail: Any) -> str:
    """Writes an entry; its hash. `what` is a word such as "sign-in"; `detail` plain values, and never a secret."""
    last = newest(work.connection)
    highest = work.connection.scalar(select(func.max(audit.c.number))) or 0
    # Rows above the mark are somebody else's work: what is written now stands behind them, and the gap tells.
    number = max(last.number if last else 0, highest) + 1
    before = last.hash if last else FIRST
    told = msgspec.json.encode(
        {name: value for name, value in detail.items() if value is not None and value != ""}, order="sorted"
    ).decode()
    made = chained(number, (at - EPOCH) // MICROSECOND, actor, what, ticket, told, before)
    row = {"number": number, "at": at, "actor": actor, "what": what, "ticket": ticket, "detail": told, "before": before, "hash": made}
    work.connection.execute(insert(audit).values(row))
    mark = f"{number} {made}"
    if not work.connection.execute(update(meta).where(meta.c.name == NEWEST).values(value=mark)).rowcount:
        work.connection.execute(insert(meta).values(name=NEWEST, value=mark))
    return made


def newest(connection: Connection) -> Newest | None:
    """What the mark says; None without one, or with one that can't be read."""
    number, _, made = str(connection.scalar(select(meta.c.value).where(meta.c.name == NEWEST)) or "").partition(" ")
    return Newest(int(number), made) if number.isascii() and number.isdigit() and len(number) < len(FIRST) and made else None


def entries(connection: Connection, after: int, most: int = PAGE) -> list[Entry]:
    """Entries above a number, oldest first."""
    rows = connection.execute(select(audit).where(audit.c.number > after).order_by(audit.c.number).limit(most))
    return [Entry(**{name: getattr(row, name) for name in Entry.__struct_fields__}) for row in rows]


def verify(connection: Connection, noted: str = "") -> Verified:
    """Whether everything is as it was written: finds entries that were changed, removed, put in or put elsewhere, and a tail that was cut
    off; for the latter, and for a chain that was written anew, give a hash that was `noted` earlier.
    """
    count, before, found_noted = 0, FIRST, None
    for row in rows(connection):
        if why := wrong(row, count + 1, before):
            number = count + 1 if row is None or row.number > count + 1 else row.number
            return Verified(count=count, last_hash=before, broken=number, why=why, noted=found_noted)
        assert row is not None  # noqa: S101 - else it is wrong
        count, before = row.number, row.hash
        if before == noted:
            found_noted = count
    number, why = wrong_end(newest(connection), count, before)
    if not why and noted and found_noted is None:
        number, why = count + 1, "No entry has the hash that was written down: entries were cut off, or all were written anew."
    return Verified(count=count, last_hash=before, broken=number if why else None, why=why, noted=found_noted)


def rows(connection: Connection) -> Iterator[Row[Any] | None]:
    """Every row as it is stored, by number; None for one that isn't even text, after which none follow."""
    after: int | None = None
    while True:
        query = select(*_raw).order_by(audit.c.number)
        above = query if after is None else query.where(audit.c.number > after)
        try:
            page = connection.execute(above.limit(PAGE)).all()
        except DBAPIError:
            page = None
        if page is None:
            yield from one_by_one(connection, after)
            return
        if not page:
            return
        yield from page
        after = page[-1].number


def one_by_one(connection: Connection, after: int | None) -> Iterator[Row[Any] | None]:
    """The rows up to the one that can't be read."""
    numbers = select(audit.c.number).order_by(audit.c.number)
    for number in connection.scalars(numbers if after is None else numbers.where(audit.c.number > after)).all():
        try:
            yield connection.execute(select(*_raw).where(audit.c.number == number)).one()
        except DBAPIError:
            yield None
            return


def wrong(row: Row[Any] | None, number: int, before: str) -> str:
    """What is wrong with the row that should be entry `number`; "" when nothing is."""
    if row is None:
        return f"Entry {number} was changed: it is not text any more."
    if row.number != number:
        return f"Entry {number} is missing." if row.number > number else f"Entry {row.number} was put in."
    try:
        made = chained(row.number, row.at_us, row.actor, row.what, row.ticket, row.detail, row.before)
    except TypeError:
        return f"Entry {number} was changed: it holds something else than text."
    if made != row.hash:
        return f"Entry {number} was changed."
    return "" if row.before == before else f"Entry {number} doesn't follow on the one before it."


def wrong_end(last: Newest | None, count: int, made: str) -> tuple[int, str]:
    """What is wrong with the end of a chain that is whole up to `count`, and the number of the entry; "" when nothing is."""
    if last is None:
        return count + 1, "The mark of the newest entry is missing." if count else ""
    if last.number > count:
        return count + 1, f"Entry {count + 1} is missing, and all after it: the newest one was {last.number}."
    if last.number < count:
        return last.number + 1, f"Entry {last.number + 1} was put in: the newest one is {last.number}."
    return count, "" if last.hash == made else "The mark of the newest entry was changed."
