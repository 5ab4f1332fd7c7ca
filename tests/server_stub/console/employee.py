"""The employee's client in remote help, played over the real HTTP API: its key, its words, its answer, its sealed codes."""

import base64
import hashlib
import os
from typing import Any

import msgspec
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from contract.assist import CONSENT_VERSION, Ability, AssistReply, AssistSession
from contract.assist_words import SECRET_INFO, TO_EMPLOYEE, TO_TECHNICIAN, WORDS_INFO, info, two_words
from tests.server_stub.served import Answer, Person


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def public(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def derived(
    mine: ec.EllipticCurvePrivateKey, theirs: bytes, technician: bytes, client: bytes, session: str, number: str
) -> tuple[bytes, bytes]:
    """The bytes for the words, and the secret."""
    shared = mine.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
    salt = hashlib.sha256(technician + client).digest()

    def hkdf(purpose: bytes, length: int) -> bytes:
        return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=info(purpose, session, number)).derive(shared)

    return hkdf(WORDS_INFO, 4), hkdf(SECRET_INFO, 32)


def sealed(secret: bytes, direction: bytes, session: str, text: str) -> str:
    nonce = os.urandom(12)
    return encoded(nonce + AESGCM(secret).encrypt(nonce, text.encode(), direction + b"\0" + session.encode()))


def unsealed(secret: bytes, direction: bytes, session: str, code: str) -> str:
    data = decoded(code)
    return AESGCM(secret).decrypt(data[:12], data[12:], direction + b"\0" + session.encode()).decode()


class Employee:
    """One person's client within one session."""

    def __init__(self, person: Person, session: str) -> None:
        self.person = person
        self.session = session
        self.key = ec.generate_private_key(ec.SECP256R1())

    def call(self, method: str, what: str = "", body: Any = None) -> Answer:
        return self.person.call(method, f"/api/v1/assist/{self.session}{what}", body)

    def now(self) -> AssistSession:
        return read(self.call("GET"))

    def send_key(self) -> AssistSession:
        return read(self.call("PUT", "/key", {"key": encoded(public(self.key))}))

    def words(self) -> tuple[str, str]:
        """As this side sees them; the page's key is held against its commitment first."""
        now = self.now()
        words, _ = self._derived(now)
        return two_words(words, now.language)

    def consent(
        self, tool: str = "anydesk", name: str = "AnyDesk", can: tuple[Ability, ...] = (Ability.VIEW, Ability.CONTROL)
    ) -> AssistSession:
        answer = {"answer": "consent", "tool": tool, "tool_name": name, "can": can, "consent_version": CONSENT_VERSION}
        return read(self.call("PUT", "/answer", answer))

    def answer(self, answer: str) -> AssistSession:
        return read(self.call("PUT", "/answer", {"answer": answer}))

    def step(self, state: str, end: str | None = None) -> AssistSession:
        return read(self.call("PUT", "/step", {"state": state, "end": end}))

    def run(self, tool: str = "anydesk", name: str = "AnyDesk") -> None:
        """Consents, starts the tool, and runs."""
        self.consent(tool, name)
        self.step("starting")
        self.step("running")

    def send_code(self, text: str) -> AssistSession:
        _, secret = self._derived(self.now())
        return read(self.call("PUT", "/code", {"code": sealed(secret, TO_TECHNICIAN, self.session, text)}))

    def code(self) -> str:
        """What the technician sent."""
        now = self.now()
        _, secret = self._derived(now)
        return unsealed(secret, TO_EMPLOYEE, self.session, now.code)

    def _derived(self, now: AssistSession) -> tuple[bytes, bytes]:
        theirs = decoded(now.technician_key)
        assert hashlib.sha256(theirs).hexdigest() == now.commitment, "the key isn't the one that was promised"
        return derived(self.key, theirs, theirs, public(self.key), now.id, now.number)


def read(answer: Answer) -> AssistSession:
    assert answer.status == 200, answer
    return msgspec.json.decode(answer.body, type=AssistReply).session
