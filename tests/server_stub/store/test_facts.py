import math

import pytest

from server_stub.store.facts import KINDS, value


@pytest.mark.parametrize(
    "found", [True, False, 0, 1, -1, 2**63 - 1, -(2**63) + 1, 0.1, -0.0, 5.0, 1e-300, 1.7976931348623157e308, "", "True", "1", "é\n"]
)
def test_a_value_comes_back_with_its_kind(found: str | float) -> None:
    back = value(KINDS[type(found)], str(found))
    assert (back, type(back)) == (found, type(found))
    if isinstance(found, float) and isinstance(back, float):
        assert math.copysign(1, back) == math.copysign(1, found)
