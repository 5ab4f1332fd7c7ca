"""Alarms, as every lead's page shows them until one of them confirms."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from contract.assist import End
from contract.problems import Code
from server_stub.refusals import RefusalError
from server_stub.store import assist_alarms, audit, tables, tickets, timeline
from server_stub.store.accounts import Account, Role
from server_stub.store.database import Store
from server_stub.store.writer import Work


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody said that this was not the help desk, or that the words differ. `technician` is in whose name was asked."""

    id: str
    session: str
    reason: End
    number: str
    subject: str
    person: str
    computer: str
    technician: str
    raised: datetime


@dataclass(frozen=True)
class Alarms:
    """All alarms."""

    store: Store
    clock: Any = field(default=lambda: datetime.now(UTC))

    def unconfirmed(self) -> tuple[Alarm, ...]:
        """Those to which nobody has seen yet, oldest first."""
        waiting = tables.alarms.c.confirmed.is_(None)
        return tuple(
            Alarm(
                id=row.id,
                session=row.session_id,
                reason=End(row.reason),
                number=tickets.shown_number(row.number),
                subject=row.subject,
                person=row.person_name,
                computer=row.computer,
                technician=row.technician,
                raised=row.raised,
            )
            for row in self.store.read(lambda connection: assist_alarms.find(connection, waiting))
        )

    def confirm(self, by: Account, alarm_id: str) -> None:
        """A lead has seen to it; two leads at once are both right. Raises `RefusalError` not-found, also for who is no lead."""

        def run(work: Work) -> None:
            found = assist_alarms.find(work.connection, tables.alarms.c.id == alarm_id) if by.role is Role.LEAD else ()
            if not found:
                raise RefusalError(Code.NOT_FOUND)
            (row,) = found
            now = self.clock()
            if assist_alarms.confirm(work.connection, row.id, by.id, now):
                audit.add(work, now, by.login, "assist-alarm-confirmed", tickets.shown_number(row.number), session=row.session_id)
                timeline.add(work, row.ticket, now, timeline.TECHNICIAN, by.name, assist_alarms.CONFIRMED, session=row.session_id)

        self.store.write(run)
