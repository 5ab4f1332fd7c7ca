"""A technician at the page of remote help, as far as HTTP goes: what its script sends, and the browser's half of the key exchange."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from server_stub.store.accounts import Account
from tests.server_stub.console.conftest import Caller
from tests.server_stub.console.employee import Employee, encoded, public
from tests.server_stub.served import Answer, Person, Served

SCRIPT = {"Accept": "*/*", "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}


@dataclass(frozen=True)
class Technician:
    """Somebody who signed in."""

    caller: Caller

    @property
    def served(self) -> Served:
        return self.caller.console.served

    @property
    def account(self) -> Account:
        found = self.served.backend.web_sessions.who(self.caller.secret)
        assert found is not None
        return found.account

    def get(self, path: str) -> Answer:
        return self.caller.get(f"/console{path}")

    def send(self, path: str, value: Any, headers: Mapping[str, str] | None = None) -> Answer:
        """As the page's script does it."""
        sent = {**SCRIPT, **self.caller.cookie, "X-CSRF": self.caller.csrf, **(headers or {})}
        return self.served.call("POST", f"/console{path}", msgspec.json.encode(value), sent)

    def press(self, path: str) -> Answer:
        """As a form of the page does it."""
        return self.caller.post(f"/console{path}")

    def ask(self, number: str, key: ec.EllipticCurvePrivateKey, *, control: bool = False) -> Answer:
        promise = hashlib.sha256(public(key)).hexdigest()
        return self.send(f"/tickets/{number}/assist", {"commitment": promise, "control": control})

    def reveal(self, session: str, key: ec.EllipticCurvePrivateKey) -> Answer:
        return self.send(f"/assist/{session}/reveal", {"key": encoded(public(key))})

    def asked(self, number: str, key: ec.EllipticCurvePrivateKey) -> str:
        """The id of a fresh session."""
        answer = self.ask(number, key)
        assert answer.status == 200, answer
        return str(answer.json()["session"])

    def agreed(self, person: Person, number: str) -> Employee:
        """A session in which both sides know each other's key."""
        key = new_key()
        employee = Employee(person, self.asked(number, key))
        employee.send_key()
        assert self.reveal(employee.session, key).status == 200
        return employee

    def running(self, person: Person, number: str) -> Employee:
        """A session that runs, with a code."""
        employee = self.agreed(person, number)
        employee.run()
        employee.send_code("123456789")
        return employee


def new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def number_of(person: Person, ticket: str) -> str:
    return str(person.call("GET", f"/api/v1/tickets/{ticket}").json()["number"])
