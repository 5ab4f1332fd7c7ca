"""Diagnostics as rows, one a measured value, so that they can be searched and compared."""

from sqlalchemy import Connection, insert, select

from contract.diagnostics import Diagnostics, Fact, NotCollected
from server_stub.store.tables import facts, not_collected

KINDS: dict[type, str] = {bool: "bool", int: "int", float: "float", str: "text"}


def add(connection: Connection, ticket: int, checked: Diagnostics) -> None:
    """Keeps everything that a check found, in its order."""
    found = [
        {
            "ticket": ticket,
            "position": position,
            "group_name": fact.group,
            "name": fact.name,
            "kind": KINDS[type(fact.value)],
            "value_text": str(fact.value),
            "value_number": None if isinstance(fact.value, str) else float(fact.value),
            "unit": fact.unit,
        }
        for position, fact in enumerate(checked.facts)
    ]
    missing = [
        {"ticket": ticket, "position": position, "collector": one.collector, "reason": one.reason}
        for position, one in enumerate(checked.not_collected)
    ]
    if found:
        connection.execute(insert(facts), found)
    if missing:
        connection.execute(insert(not_collected), missing)


def read(connection: Connection, ticket: int) -> tuple[tuple[Fact, ...], tuple[NotCollected, ...]]:
    """What a check found, exactly as it was sent."""
    found = connection.execute(select(facts).where(facts.c.ticket == ticket).order_by(facts.c.position))
    missing = connection.execute(select(not_collected).where(not_collected.c.ticket == ticket).order_by(not_collected.c.position))
    return (
        tuple(Fact(group=row.group_name, name=row.name, value=value(row.kind, row.value_text), unit=row.unit) for row in found),
        tuple(NotCollected(collector=row.collector, reason=row.reason) for row in missing),
    )


def value(kind: str, text: str) -> str | int | float | bool:
    """A value from its text; a float's text is the shortest that reads back to the same number."""
    if kind == "bool":
        return text == "True"
    if kind == "int":
        return int(text)
    return float(text) if kind == "float" else text
