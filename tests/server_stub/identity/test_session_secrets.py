import re

from server_stub.identity.session_secrets import SECRET, csrf_of, hash_secret, new_secret


def test_secrets_are_256_bits_that_never_come_again() -> None:
    made = {new_secret() for _ in range(1_000)}
    assert len(made) == 1_000
    assert all(SECRET.fullmatch(one) for one in made)


def test_what_forms_send_tells_nothing_of_the_secret_and_is_its_own() -> None:
    one, other = new_secret(), new_secret()
    assert csrf_of(one) == csrf_of(one) != csrf_of(other)
    assert re.fullmatch("[A-Za-z0-9_-]{43}", csrf_of(one))
    assert csrf_of(one) not in {one, hash_secret(one).hex()}
    assert len(hash_secret(one)) == 32
