"""What guides tried before a report, as rows, one a thing, so that it can be counted and compared."""

import msgspec
from sqlalchemy import Connection, insert, select

from contract.guides import Evidence, Tried
from server_stub.store.tables import tried

_evidence = msgspec.json.Decoder(tuple[Evidence, ...])


def add(connection: Connection, ticket: int, things: tuple[Tried, ...]) -> None:
    """Keeps everything that was tried, in its order."""
    rows = [
        {
            "ticket": ticket,
            "position": position,
            **{name: getattr(one, name) for name in ("guide", "step", "title", "kind", "name", "result", "at")},
            "evidence": msgspec.json.encode(one.evidence).decode(),
        }
        for position, one in enumerate(things)
    ]
    if rows:
        connection.execute(insert(tried), rows)


def read(connection: Connection, ticket: int) -> tuple[Tried, ...]:
    """What was tried, exactly as it was sent."""
    return tuple(
        Tried(
            guide=row.guide,
            step=row.step,
            title=row.title,
            kind=row.kind,
            name=row.name,
            result=row.result,
            evidence=_evidence.decode(row.evidence),
            at=row.at,
        )
        for row in connection.execute(select(tried).where(tried.c.ticket == ticket).order_by(tried.c.position))
    )
