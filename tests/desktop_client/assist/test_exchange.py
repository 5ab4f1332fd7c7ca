"""Both sides come to the same words and the same secret, and nobody in between gets away with a key of his own."""

import hashlib
import secrets

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from contract.assist import PublicKey, Sealed
from contract.assist_words import TO_EMPLOYEE, TO_TECHNICIAN, word_list
from contract.ids import new_id
from desktop_client.assist.exchange import Agreed, Exchange, ExchangeError, _decode, _encode

NUMBER = "INC-000123"


def commitment(key: str) -> str:
    return hashlib.sha256(_decode(key)).hexdigest()


def agree(mine: Exchange, theirs: Exchange, session: str, *, promised: str = "", language: str = "en") -> Agreed:
    return mine.agree(theirs.public, promised or commitment(theirs.public), session=session, number=NUMBER, language=language)


def as_technician(key: ec.EllipticCurvePrivateKey, client: str, session: str) -> bytes:
    """The secret as the technician's side computes it, written a second time from the contract's text."""
    from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415 - for this alone
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415 - the same

    mine = key.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    shared = key.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _decode(client)))
    salt = hashlib.sha256(mine + _decode(client)).digest()
    return HKDF(hashes.SHA256(), 32, salt, b"sigap assist code v1\0" + session.encode() + b"\0" + NUMBER.encode()).derive(shared)


def test_keys_and_codes_have_the_form_of_the_wire() -> None:
    import msgspec  # noqa: PLC0415 - only here

    client, technician, session = Exchange(), Exchange(), new_id()
    agreed = agree(client, technician, session)
    assert msgspec.convert(client.public, PublicKey) == client.public
    for code in ("1", "123 456 789", "x" * 400):
        assert msgspec.convert(agreed.seal(code), Sealed)


def test_words_are_two_of_the_list_and_the_same_for_the_same_session_alone() -> None:
    client, technician, session = Exchange(), Exchange(), new_id()
    for language in ("en", "id"):
        words = agree(client, technician, session, language=language).words
        assert all(word in word_list(language) for word in words)
        assert agree(Exchange(client.keep()), technician, session, language=language).words == words
    others = {agree(client, technician, new_id()).words for _ in range(20)}
    assert len(others) > 15


def test_a_code_reaches_the_other_side_and_not_back() -> None:
    private, session = ec.generate_private_key(ec.SECP256R1()), new_id()
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - only here

    public = _encode(private.public_key().public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint))
    client = Exchange()
    agreed = client.agree(public, commitment(public), session=session, number=NUMBER, language="en")
    key = AESGCM(as_technician(private, client.public, session))
    sealed = _decode(agreed.seal("912 345 678"))
    assert key.decrypt(sealed[:12], sealed[12:], TO_TECHNICIAN + b"\0" + session.encode()) == b"912 345 678"
    nonce = secrets.token_bytes(12)
    told = _encode(nonce + key.encrypt(nonce, b"AB12CD", TO_EMPLOYEE + b"\0" + session.encode()))
    assert agreed.open(told) == "AB12CD"
    with pytest.raises(ExchangeError):
        agreed.open(agreed.seal("912 345 678"))
    for wrong in ("", "A" * 40, told[:-2] + "AA", "ä" * 50):
        with pytest.raises(ExchangeError):
            agreed.open(wrong)


def test_another_key_than_the_promised_one_is_refused() -> None:
    client, technician, between = Exchange(), Exchange(), Exchange()
    with pytest.raises(ExchangeError):
        agree(client, between, new_id(), promised=commitment(technician.public))


@pytest.mark.parametrize("wrong", ["", "A" * 87, "BA" + "A" * 85, "é", "BAAAA"])
def test_what_is_no_point_of_the_curve_is_refused(wrong: str) -> None:
    with pytest.raises(ExchangeError):
        Exchange().agree(wrong, hashlib.sha256(wrong.encode()).hexdigest(), session=new_id(), number=NUMBER, language="en")


def test_no_point_is_refused_even_when_it_was_promised() -> None:
    wrong = _encode(b"\x04" + bytes(63) + b"\x01")
    with pytest.raises(ExchangeError):
        Exchange().agree(wrong, commitment(wrong), session=new_id(), number=NUMBER, language="en")


def test_somebody_between_gets_other_words_on_each_side() -> None:
    same = 0
    for _ in range(30):
        client, technician, between, session = Exchange(), Exchange(), Exchange(), new_id()
        seen_here = agree(client, between, session).words
        seen_there = agree(between, technician, session).words
        same += seen_here == seen_there
    assert same == 0


def test_a_kept_key_that_is_none_is_refused_and_nothing_secret_is_shown() -> None:
    for wrong in ("", "AAAA", "!"):
        if wrong:
            with pytest.raises(ExchangeError):
                Exchange(wrong if wrong != "AAAA" else _encode(bytes(32)))
    agreed = agree(Exchange(), Exchange(), new_id())
    assert agreed.words[0] not in repr(agreed)
    assert agreed.secret.hex() not in repr(agreed)
