"""A technician at the page, as far as HTTP goes: signed in, with the session's word; and the browser's half of the key exchange."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import msgspec
from cryptography.hazmat.primitives.asymmetric import ec

from server_stub.identity.web_sessions import SignedIn
from server_stub.store.accounts import Role
from tests.server_stub.console.employee import encoded, public
from tests.server_stub.served import Answer, Served

PASSWORD = "kuda-lari-pagi-9"
PAGE = {"Accept": "text/html", "Sec-Fetch-Site": "same-origin"}
SCRIPT = {"Accept": "*/*", "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
FORM = {**PAGE, "Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Technician:
    """Somebody who signed in."""

    served: Served
    secret: str
    who: SignedIn

    def get(self, path: str, headers: Mapping[str, str] = PAGE) -> Answer:
        return self.served.call("GET", f"/console{path}", None, {**headers, "Cookie": f"sigap={self.secret}"})

    def send(self, path: str, value: Any, headers: Mapping[str, str] | None = None) -> Answer:
        """As the page's script does it."""
        return self.served.call(
            "POST",
            f"/console{path}",
            msgspec.json.encode(value),
            {**SCRIPT, "Cookie": f"sigap={self.secret}", "X-CSRF": self.who.csrf, **(headers or {})},
        )

    def press(self, path: str, **fields: str) -> Answer:
        """As a form of the page does it."""
        body = urlencode({"csrf": self.who.csrf, **fields}).encode()
        return self.served.call("POST", f"/console{path}", body, {**FORM, "Cookie": f"sigap={self.secret}"})

    def ask(self, number: str, key: ec.EllipticCurvePrivateKey, *, control: bool = False) -> Answer:
        promise = hashlib.sha256(public(key)).hexdigest()
        return self.send(f"/tickets/{number}/assist", {"commitment": promise, "control": control})

    def reveal(self, session: str, key: ec.EllipticCurvePrivateKey) -> Answer:
        return self.send(f"/assist/{session}/reveal", {"key": encoded(public(key))})


def new_key() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def add_people(served: Served) -> None:
    """budi and ani are technicians, dewi is a lead."""
    for login, name, role in (
        ("budi", "Budi Santoso", Role.TECHNICIAN),
        ("ani", "Ani Putri", Role.TECHNICIAN),
        ("dewi", "Dewi Lestari", Role.LEAD),
    ):
        served.backend.accounts.add(login, name, role, "Service desk", password=PASSWORD)


def signed_in(served: Served, login: str) -> Technician:
    secret, _ = served.backend.web_sessions.sign_in(login, PASSWORD, "127.0.0.1", "a test")
    who = served.backend.web_sessions.who(secret)
    assert who is not None
    return Technician(served, secret, who)
