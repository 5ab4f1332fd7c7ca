"""The key exchange behind the two words, on the employee's side; `contract/assist_words.py` says what both sides make of it."""

import base64
import hashlib
import secrets
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from contract.assist_words import SECRET_INFO, TO_EMPLOYEE, TO_TECHNICIAN, WORDS_INFO, info, two_words

NONCE_BYTES = 12


class ExchangeError(Exception):
    """What came from the other side can't be what it should be: somebody is in between, or something is broken."""


@dataclass(frozen=True)
class Agreed:
    """What both sides have now."""

    words: tuple[str, str]
    session: str
    secret: bytes

    def __repr__(self) -> str:
        """Without words and secret, which must not reach a log."""
        return f"Agreed({self.session})"

    def seal(self, text: str) -> str:
        """A code for the technician."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return _encode(nonce + AESGCM(self.secret).encrypt(nonce, text.encode(), _direction(TO_TECHNICIAN, self.session)))

    def open(self, sealed: str) -> str:
        """A code from the technician. ExchangeError."""
        data = _decode(sealed)
        try:
            text = AESGCM(self.secret).decrypt(data[:NONCE_BYTES], data[NONCE_BYTES:], _direction(TO_EMPLOYEE, self.session))
            return text.decode()
        except (InvalidTag, ValueError):
            raise ExchangeError from None


class Exchange:
    """One session's key on this computer."""

    def __init__(self, kept: str = "") -> None:
        """A fresh key, or one that was kept (`keep`). ExchangeError for what isn't one."""
        if kept:
            try:
                number = int.from_bytes(_decode(kept), "big")
                self._private = ec.derive_private_key(number, ec.SECP256R1())
            except ValueError:
                raise ExchangeError from None
        else:
            self._private = ec.generate_private_key(ec.SECP256R1())

    def keep(self) -> str:
        """The private key as text, for a file of this account alone: a request outlives a restart of Sigap."""
        return _encode(self._private.private_numbers().private_value.to_bytes(32, "big"))

    @property
    def public(self) -> str:
        """The public key as the wire has it."""
        return _encode(_point(self._private.public_key()))

    def agree(self, technician_key: str, commitment: str, *, session: str, number: str, language: str) -> Agreed:
        """Words and secret, after the technician's key was held against what was promised before. ExchangeError."""
        theirs = _decode(technician_key)
        if not secrets.compare_digest(hashlib.sha256(theirs).hexdigest().encode(), commitment.encode(errors="replace")):
            raise ExchangeError
        try:
            shared = self._private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), theirs))
            for_words, for_secret = info(WORDS_INFO, session, number), info(SECRET_INFO, session, number)
        except ValueError:  # no point of the curve, or an id or number that is none
            raise ExchangeError from None
        salt = hashlib.sha256(theirs + _decode(self.public)).digest()
        return Agreed(
            words=two_words(_derive(shared, salt, for_words, 4), language), session=session, secret=_derive(shared, salt, for_secret, 32)
        )


def _derive(shared: bytes, salt: bytes, context: bytes, length: int) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=salt, info=context).derive(shared)


def _direction(direction: bytes, session: str) -> bytes:
    return direction + b"\0" + session.encode("ascii")


def _point(key: ec.EllipticCurvePublicKey) -> bytes:
    return key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode("ascii").rstrip("=")


def _decode(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4))
    except ValueError:
        raise ExchangeError from None
