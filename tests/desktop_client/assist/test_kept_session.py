"""What is left of a session on the disk: whole or not there, for this account alone, and never a cause to fail."""

from pathlib import Path

import pytest

from contract.assist import Ability, End
from desktop_client.assist.kept_session import Consent, KeptSession, forget, keep, read_kept

KEPT = KeptSession(
    id="01a2",
    number="INC-000001",
    key="secret",
    consent=Consent(tool="anydesk", tool_name="AnyDesk", can=(Ability.VIEW,), consent_version=1, closes=True),
    launched=True,
    end=End.STOPPED,
)


def test_it_is_read_as_it_was_kept_by_nobody_else(tmp_path: Path) -> None:
    file = tmp_path / "assist.json"
    assert read_kept(file) is None
    keep(file, KEPT)
    assert read_kept(file) == KEPT
    assert file.stat().st_mode & 0o077 == 0
    forget(file)
    forget(file)
    assert read_kept(file) is None


@pytest.mark.expects_log
@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff\xfe", b'{"id": 1}'])
def test_a_damaged_one_counts_as_none(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "assist.json"
    file.write_bytes(damage)
    assert read_kept(file) is None


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        keep(tmp_path / "gone" / "assist.json", KEPT)
