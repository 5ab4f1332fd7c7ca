"""Remote help over real HTTP: a technician of a served backend asks, and an employee's client answers."""

import hashlib
from typing import Any

import msgspec

from contract.assist import AssistReply, AssistSession
from contract.ids import new_id
from server_stub.store.accounts import Account, Role
from tests.server_stub.assist.room import Keys, add_technician, sealed
from tests.server_stub.served import Answer, Person

CONSENT: dict[str, Any] = {
    "answer": "consent",
    "tool": "anydesk",
    "tool_name": "AnyDesk",
    "can": ["view", "control"],
    "consent_version": 1,
}
PICTURE = b"\x89PNG of the technician"


class RemoteHelp:
    """One technician, one employee and a ticket. `bodies` are what the client has sent last, by endpoint."""

    def __init__(self, person: Person, ticket_id: str = "") -> None:
        self.person = person
        self.backend = person.served.backend
        self.ticket_id = ticket_id or person.ticket()
        self.number = person.call("GET", f"/api/v1/tickets/{self.ticket_id}").json()["number"]
        self.page, self.client = Keys(), Keys()
        self.session = ""
        self.by = self.technician()
        self.bodies: dict[str, Any] = {
            "put_assist_key": {"key": self.client.public},
            "put_assist_answer": CONSENT,
            "put_assist_step": {"state": "running"},
            "put_assist_code": {"code": sealed()},
            "put_assist_alive": {},
        }

    def technician(self, role: Role = Role.TECHNICIAN) -> Account:
        """An account with a picture."""
        picture = self.backend.blobs.keep(PICTURE)
        login = new_id()
        return add_technician(
            self.backend.store, login, role, name="Budi", picture=picture, picture_sha256=hashlib.sha256(PICTURE).hexdigest()
        )

    def put(self, what: str, body: Any = None, person: Person | None = None, session: str = "") -> Answer:
        """What the client says."""
        path = f"/api/v1/assist/{session or self.session}/{what}"
        return (person or self.person).call("PUT", path, self.bodies[f"put_assist_{what}"] if body is None else body)

    def get(self, person: Person | None = None) -> AssistSession:
        """How it stands, as the client sees it."""
        answer = (person or self.person).call("GET", f"/api/v1/assist/{self.session}")
        assert answer.status == 200, answer
        return read(answer)

    def ask(self) -> str:
        """Asked."""
        self.session = self.backend.assist.ask(self.by, self.number, self.page.commitment).id
        return self.session

    def shown(self) -> str:
        """The words are there."""
        self.ask()
        assert self.put("key").status == 200
        self.backend.assist.reveal(self.by, self.session, self.page.public)
        return self.session

    def running(self) -> str:
        """The tool runs."""
        self.shown()
        for what, body in (("answer", CONSENT), ("step", {"state": "starting"}), ("step", {"state": "running"})):
            answer = self.put(what, body)
            assert answer.status == 200, answer
        return self.session

    def end(self, end: str = "stopped") -> Answer:
        """The employee stops it."""
        return self.put("step", {"state": "ended", "end": end})


def read(answer: Answer) -> AssistSession:
    """The session that was answered."""
    return msgspec.json.decode(answer.body, type=AssistReply).session
