"""Everything that can be done with remote help, in one place for the faces: HTTP for employees' clients, the page for technicians.

All functions block until what they answer is durable, may be called from any thread, and raise `RefusalError`: not-found for what is not
there or somebody else's, assist-over for what is over, conflict for what doesn't fit where a session stands, invalid for what nobody can
mean, limit-reached for too much of it.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from contract.assist import Ability, AssistSession, PutAssistAnswer, PutAssistCode, PutAssistKey, PutAssistStep
from server_stub.assist.alarms import Alarm, Alarms
from server_stub.assist.answering import Answering
from server_stub.assist.asking import Asking
from server_stub.assist.living import Living
from server_stub.blobs import Blobs, StoredFile
from server_stub.settings.rows import Settings
from server_stub.store.accounts import Account
from server_stub.store.database import Store
from server_stub.store.people import Who


def now_utc() -> datetime:
    """The time."""
    return datetime.now(UTC)


class AssistDesk:
    """Remote help. What a technician did not ask for is not-found for them; `on_ticket` shows it to all, without keys and codes."""

    def __init__(self, store: Store, blobs: Blobs, settings: Settings, clock: Callable[[], datetime] = now_utc) -> None:
        self._living = Living(store)
        self._asking = Asking(store, settings, self._living, clock)
        self._answering = Answering(store, blobs, self._living, clock)
        self._alarms = Alarms(store, clock)

    def ask(self, by: Account, number: str, commitment: str, wanted: Sequence[Ability] = (Ability.VIEW,)) -> AssistSession:
        """Asks the employee of a ticket; see `Asking.ask`."""
        return self._asking.ask(by, number, commitment, wanted)

    def why_not(self, number: str) -> str | None:
        """Why nobody may ask on a ticket now: a key of `asking.WHY_NOT`, or None."""
        return self._asking.why_not(number)

    def reveal(self, by: Account, session_id: str, key: str) -> AssistSession:
        """Shows the page's public key, once the computer has sent its own."""
        return self._asking.reveal(by, session_id, key)

    def withdraw(self, by: Account, session_id: str) -> AssistSession:
        """Takes a request back; when consent came meanwhile, it ends the session, which is what was meant."""
        return self._asking.end(by, session_id)

    def end(self, by: Account, session_id: str) -> AssistSession:
        """Ends a session; while it is only asked, it is withdrawn."""
        return self._asking.end(by, session_id)

    def words_differ(self, by: Account, session_id: str) -> AssistSession:
        """Ends everything and raises the alarm; see `Asking.words_differ`."""
        return self._asking.words_differ(by, session_id)

    def send_code(self, by: Account, session_id: str, sealed: str) -> AssistSession:
        """A code for the employee, sealed; see `Asking.send_code`."""
        return self._asking.send_code(by, session_id, sealed)

    def of_technician(self, by: Account, session_id: str) -> AssistSession:
        """A session that this technician asked for, with keys and the computer's sealed code."""
        return self._asking.of_technician(by, session_id)

    def on_ticket(self, number: str) -> tuple[AssistSession, ...]:
        """A ticket's sessions, the newest first, without keys and codes."""
        return self._asking.on_ticket(number)

    def receipt(self, session_id: str) -> AssistSession:
        """A session as every technician may see it, without keys and codes."""
        return self._asking.receipt(session_id)

    def last_sign(self, session_id: str) -> datetime | None:
        """When the computer of a live session spoke last; None when nothing is known of it."""
        return self._living.last_sign(session_id)

    def alarms(self) -> tuple[Alarm, ...]:
        """What no lead has confirmed, oldest first."""
        return self._alarms.unconfirmed()

    def confirm_alarm(self, by: Account, alarm_id: str) -> None:
        """A lead has seen to it; for a technician there is no such alarm."""
        self._alarms.confirm(by, alarm_id)

    def own(self, who: Who, session_id: str) -> AssistSession:
        """One of the person's own sessions, with keys and the technician's sealed code."""
        return self._answering.own(who, session_id)

    def picture(self, who: Who, session_id: str) -> StoredFile:
        """The picture of the technician who asks."""
        return self._answering.picture(who, session_id)

    def key(self, who: Who, session_id: str, request: PutAssistKey) -> AssistSession:
        """The computer's public key; see `Answering.key`."""
        return self._answering.key(who, session_id, request)

    def answer(self, who: Who, session_id: str, request: PutAssistAnswer) -> AssistSession:
        """The employee's answer; see `Answering.answer`."""
        return self._answering.answer(who, session_id, request)

    def step(self, who: Who, session_id: str, request: PutAssistStep) -> AssistSession:
        """How far the tool is; see `Answering.step`."""
        return self._answering.step(who, session_id, request)

    def code(self, who: Who, session_id: str, request: PutAssistCode) -> AssistSession:
        """A code for the technician, sealed; see `Answering.code`."""
        return self._answering.code(who, session_id, request)

    def alive(self, who: Who, session_id: str) -> AssistSession:
        """A sign of life; see `Answering.alive`."""
        return self._answering.alive(who, session_id)

    def tick(self, now: datetime) -> None:
        """Ends what is due; see `Living.tick`."""
        self._living.tick(now)
