import pytest

from server_stub.identity.codes import hash_code, random_code
from server_stub.identity.tokens import hash_token, read_bearer
from tests.server_stub.served import new_token


def test_a_token_is_found_by_its_hash_alone() -> None:
    token = new_token()
    assert len(hash_token(token)) == 32
    assert hash_token(token) == hash_token(token)
    assert hash_token(token) != hash_token(new_token())


@pytest.mark.parametrize("header", [None, "", "Bearer", "Bearer  ", "Basic x", "Bearer sgd_", "Bearer x", "Bearer sgd_" + "é" * 43])
def test_headers_without_a_token(header: str | None) -> None:
    assert read_bearer(header) is None


def test_a_header_with_a_token() -> None:
    token = new_token()
    assert read_bearer(f"Bearer {token}") == read_bearer(f"BEARER  {token} ") == token


def test_codes_are_random_readable_and_hashed_with_the_stores_salt() -> None:
    codes = {random_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("0O1I")
    code = codes.pop()
    assert hash_code(code, b"salt") == hash_code(f" {code[:4].lower()}-{code[4:]}", b"salt")
    assert hash_code(code, b"salt") != hash_code(code, b"pepper")
    assert hash_code("\ud800", b"salt") != hash_code(code, b"salt")
