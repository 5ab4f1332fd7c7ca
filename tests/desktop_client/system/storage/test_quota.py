"""Quotas: what is left of them. None is set on the computers that test this, which is an answer too."""

from desktop_client.system.storage.quota import Quota, read_quota


def test_what_is_left() -> None:
    assert Quota(1000, 400, 0, 5).left_bytes == 600
    assert Quota(1000, 1400, 0, 5).left_bytes == 0
    assert Quota(0, 400, 10, 5).left_bytes is None


def test_used_up_by_room_or_by_files() -> None:
    assert [quota.used_up for quota in (Quota(1000, 979, 0, 9), Quota(1000, 981, 0, 9), Quota(0, 9, 100, 99), Quota(0, 9, 100, 50))] == [
        False,
        True,
        True,
        False,
    ]


def test_no_quota_and_no_such_device() -> None:
    assert read_quota("") is None
    assert read_quota("/nonexistent/device") is None
