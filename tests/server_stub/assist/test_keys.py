import base64
import secrets

import pytest

from contract.problems import Code
from server_stub.assist.keys import check_commitment, check_key, check_sealed, is_what_was_promised
from server_stub.refusals import RefusalError
from tests.server_stub.assist.room import Keys, encoded, sealed


def test_a_real_key_is_taken_and_known_again() -> None:
    keys = Keys()
    assert check_key(keys.public) == keys.raw
    assert is_what_was_promised(keys.raw, check_commitment(keys.commitment))
    assert not is_what_was_promised(Keys().raw, keys.commitment)


GOOD = Keys()
OTHER_LAST = GOOD.public[:-1] + chr(ord(GOOD.public[-1]) + 1)


@pytest.mark.parametrize(
    "key",
    [
        "",
        GOOD.public[:-1],
        GOOD.public + "A",
        GOOD.public + "\n",
        OTHER_LAST,
        base64.b64encode(GOOD.raw).decode()[:87].replace("-", "+").replace("_", "/")[:86] + "+",
        encoded(b"\x02" + GOOD.raw[1:]),
        encoded(b"\x04" + bytes(64)),
        encoded(b"\x04" + b"\xff" * 64),
        encoded(GOOD.raw[:-1] + bytes([GOOD.raw[-1] ^ 1])),
        "é" * 87,
    ],
    ids=range(11),
)
def test_what_is_no_point_of_the_curve_in_its_one_spelling_is_refused(key: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_key(key)
    assert (refused.value.code, refused.value.field) == (Code.INVALID, "key")
    assert key not in str(refused.value) or not key


@pytest.mark.parametrize("commitment", ["", "0" * 63, "0" * 65, "A" * 64, "0" * 64 + "\n", "g" * 64])
def test_a_commitment_is_a_hash_in_lower_case(commitment: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_commitment(commitment)
    assert refused.value.field == "commitment"


@pytest.mark.parametrize("code", ["", "A" * 38, "A" * 801, encoded(secrets.token_bytes(28)), sealed() + "\n", sealed() + "=", "+" * 60])
def test_a_sealed_code_has_nonce_tag_and_something_between(code: str) -> None:
    with pytest.raises(RefusalError) as refused:
        check_sealed(code)
    assert refused.value.field == "code"
    assert check_sealed(good := sealed()) == good
