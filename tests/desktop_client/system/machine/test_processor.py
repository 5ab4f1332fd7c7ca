"""The processor's name."""

import pytest

from desktop_client.system.machine.processor import name_in_cpuinfo, read_processor


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (b"processor\t: 0\nmodel\t\t: 1\nmodel name\t: AMD  EPYC 7B13\nmodel name\t: other\n", "AMD EPYC 7B13"),
        (b"Hardware\t: BCM2835\n", "BCM2835"),
        (b"model name\t: unknown\n", ""),
        (b"processor : 0\n", ""),
        (b"model name", ""),
        (b"model name\t: \xff\xfe\n", "��"),
        (b"", ""),
    ],
)
def test_the_name(text: bytes, name: str) -> None:
    assert name_in_cpuinfo(text) == name


def test_this_machine() -> None:
    told = read_processor(0.1)
    assert told.threads
    assert 0 <= told.busy_percent <= 100
