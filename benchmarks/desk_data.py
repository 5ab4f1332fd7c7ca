"""A store with many tickets of an invented company, written row by row in bulk, so that the technicians' queue can be measured on it."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, update

from contract.ids import new_id
from server_stub.store import tables, ticket_search
from server_stub.store.accounts import Account, Preferences, Role, add
from server_stub.store.database import Store

PEOPLE = 400
OPEN = 500
"""Tickets that are not resolved, at most: a help desk's backlog grows with its people, not with its past."""
MESSAGES = 3
LONG = 200
"""Messages of the first ticket."""
BATCH = 2_000
BEGAN = datetime(2026, 1, 5, tzinfo=UTC)
COMMON = "printer"
"""A word that every third ticket has."""
RARE = "zirconium"
"""A word that five tickets have, wherever they are."""
SYLLABLES = ("ka", "lo", "mi", "ra", "su", "te", "wan", "bit", "dor", "gel", "hum", "pal")
WORDS = tuple(f"{first}{second}{third}" for first in SYLLABLES for second in SYLLABLES for third in SYLLABLES)


class Desk(msgspec.Struct, frozen=True):
    """The store, and the technician who looks at it."""

    store: Store
    me: Account


def make_desk(folder: Path, count: int, seed: int = 9) -> Desk:
    """`count` tickets; the same seed gives the same ones. One in a hundred open ones is from the beginning, the others are the newest."""
    store = Store(folder, lambda _person: None)
    chance = random.Random(seed)  # noqa: S311 - the same tickets each time
    me = Account(
        id=new_id(), login="me", name="Budi Santoso", title="", role=Role.TECHNICIAN, picture="", picture_sha256="", disabled=False,
        preferences=Preferences(),
    )  # fmt: skip
    people = [new_id() for _ in range(PEOPLE)]
    store.write(lambda work: add(work, me, "!", BEGAN))
    store.write(lambda work: add_people(work.connection, people))
    for first in range(1, count + 1, BATCH):
        keys = range(first, min(first + BATCH, count + 1))
        rows = [ticket(key, count, me.id, people, chance) for key in keys]
        store.write(lambda work, rows=rows: add_tickets(work.connection, rows, chance))  # type: ignore[misc]
    store.write(
        lambda work: work.connection.execute(update(tables.sequences).where(tables.sequences.c.name == "ticket").values(last=count))
    )
    return Desk(store, me)


def add_people(connection: Connection, people: list[str]) -> None:
    """Everybody, with a computer each."""
    connection.execute(insert(tables.people), [{"id": one, "created": BEGAN, "feed_last": 0} for one in people])
    claims = [{"account": f"p{place}", "display_name": name(place), "computer": f"RL-JKT-{place:04d}"} for place in range(len(people))]
    rows = [
        {"id": one, "person": one, "token_hash": place.to_bytes(32), "created": BEGAN, **claims[place]} for place, one in enumerate(people)
    ]
    connection.execute(insert(tables.enrolments), rows)


def ticket(key: int, count: int, me: str, people: list[str], chance: random.Random) -> dict[str, Any]:
    """A ticket's row."""
    place = chance.randrange(PEOPLE)
    is_open = key > count - min(OPEN, count // 2) or key % max(1, count // 5) == 0
    words = [text(chance, 8), COMMON] if key % 3 == 0 else [text(chance, 8)]
    words += [RARE] if key % max(1, count // 5) == 1 else []
    at = BEGAN + timedelta(minutes=5 * key)
    empty = dict.fromkeys(("category", "technician", "telephone"), "")
    return empty | {
        "key": key,
        "number": key,
        "person": people[place],
        "id": new_id(),
        "enrolment": people[place],
        "subject": " ".join(words),
        "details": text(chance, 40),
        "impact": "me",
        "urgency": "hard",
        "priority": chance.choice((2, 3, 3, 3, 4)),
        "state": "open" if is_open else "resolved",
        "person_name": name(place),
        "account": f"p{place}",
        "computer": f"RL-JKT-{place:04d}",
        "place": f"Lantai {place % 9}",
        **dict.fromkeys(("written", "created", "updated", "said"), at),
        "content": b"",
        "unread": False,
        "assignee": chance.choice((None, me, me)),
    }


def add_tickets(connection: Connection, rows: list[dict[str, Any]], chance: random.Random) -> None:
    """Tickets with what was said on them, their timelines and their words."""
    connection.execute(insert(tables.tickets), rows)
    said = [message for row in rows for message in messages(row, chance)]
    connection.execute(insert(tables.messages), said)
    connection.execute(insert(tables.timeline), [entry for row in rows for entry in timeline(row, said)])
    texts: dict[int, list[str]] = {row["key"]: [row[one] for one in ("subject", "details", "person_name", "computer")] for row in rows}
    for message in said:
        texts[message["ticket"]].append(message["text"])
    for row in rows:
        ticket_search.add(connection, row["key"], texts[row["key"]], row["state"])


def messages(row: dict[str, Any], chance: random.Random) -> Iterator[dict[str, Any]]:
    """What was said on a ticket."""
    for place in range(LONG if row["key"] == 1 else MESSAGES):
        at = row["created"] + timedelta(minutes=place)
        by = ("technician", "Budi Santoso") if place % 2 == 0 else ("employee", row["person_name"])
        held = {"by": by[0], "name": by[1], "text": text(chance, 20), "written": at, "created": at, "wants": ""}
        yield {"ticket": row["key"], "id": new_id(), **held}


def timeline(row: dict[str, Any], said: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What happened to a ticket."""
    yield {"ticket": row["key"], "at": row["created"], "side": "employee", "actor": row["person_name"], "kind": "received", "detail": "{}"}
    for one in said:
        if one["ticket"] == row["key"]:
            detail = f'{{"message":"{one["id"]}"}}'
            yield {"ticket": row["key"], "at": one["created"], "side": one["by"], "actor": one["name"], "kind": "message", "detail": detail}


def name(place: int) -> str:
    """A person's name."""
    return f"{WORDS[place * 7 % len(WORDS)].title()} {WORDS[place * 11 % len(WORDS)].title()}"


def text(chance: random.Random, count: int) -> str:
    """Words, the first ones of the list more often than the last."""
    return " ".join(WORDS[int(len(WORDS) * chance.random() ** 2)] for _ in range(count))
