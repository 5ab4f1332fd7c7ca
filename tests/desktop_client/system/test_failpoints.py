"""Fail-points: the process dies at the named one, at its n-th passing, and at no other."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_client.system.failpoints import FAILPOINTS

CODE = """
from desktop_client.system.failpoints import passing
for number in range(3):
    passing("put-before")
    print(number, flush=True)
    passing("put-answered")
"""


@pytest.mark.parametrize(
    ("wanted", "printed", "returned"),
    [
        ("put-before", "", -9),
        ("put-before:3", "0\n1\n", -9),
        ("put-answered", "0\n", -9),
        ("put-before:4", "0\n1\n2\n", 0),
        ("other", "0\n1\n2\n", 0),
        ("", "0\n1\n2\n", 0),
    ],
)
def test_it_dies_there_and_only_there(wanted: str, printed: str, returned: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "SIGAP_FAILPOINT": wanted},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.stdout, done.returncode) == (printed, returned)


def test_the_list_names_every_point_that_is_passed() -> None:
    root = Path(__file__).parents[3] / "desktop_client"
    passed = {name for path in root.rglob("*.py") for name in re.findall(r'passing\("([^"]+)"\)', path.read_text("utf-8"))}
    assert passed == set(FAILPOINTS)
