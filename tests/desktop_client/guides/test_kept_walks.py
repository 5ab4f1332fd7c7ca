"""A guide that was left is there again; what can't be read, or is too old, is as if it had never begun."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest

from desktop_client.guides import walk as walks
from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.walk import Phase
from tests.desktop_client.guides.toy_guides import NETWORK, PRINTER

EIGHT_DAYS = timedelta(days=8)


def test_each_guide_has_its_own_and_the_newest_comes_first(tmp_path: Path) -> None:
    kept = KeptWalks(tmp_path / "walks")
    assert kept.all() == ()
    first, second = walks.begin("printer", PRINTER), walks.begin("network/../../evil", NETWORK)
    for walk in (first, second):
        kept.keep(walk)
    assert kept.get("printer") == first
    assert KeptWalks(tmp_path / "walks").all() == (second, first)
    assert {file.parent for file in tmp_path.rglob("*.json")} == {tmp_path / "walks"}
    kept.forget("printer")
    kept.forget("printer")
    assert kept.get("printer") is None


@pytest.mark.expects_log
def test_damaged_and_old_ones_are_dropped_but_never_one_that_has_to_be_put_back(tmp_path: Path) -> None:
    kept = KeptWalks(tmp_path / "walks")
    walk = walks.begin("printer", PRINTER)
    kept.keep(walk)
    file = next((tmp_path / "walks").glob("*.json"))
    whole = file.read_bytes()
    for cut in range(0, len(whole), 7):
        file.write_bytes(whole[:cut])
        assert kept.get("printer") is None
    file.write_bytes(whole.replace(b'Z"', b'"'))
    assert kept.get("printer") is None
    with pytest.raises(OSError, match="not text"):
        kept.keep(msgspec.structs.replace(walk, led="\udcff"))
    old = datetime.now(UTC) - EIGHT_DAYS
    kept.keep(msgspec.structs.replace(walk, changed=old))
    assert kept.get("printer") is None
    assert kept.all() == ()
    fixing = msgspec.structs.replace(walk, changed=old, phase=Phase.FIXING)
    kept.keep(fixing)
    assert kept.get("printer") == fixing
