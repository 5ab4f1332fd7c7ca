import subprocess
import sys

import pytest

from desktop_client.system.machine.spare_memory import give_back

PROGRAM = """
import ctypes, psutil
from desktop_client.system.machine.spare_memory import give_back
held = [bytes(40_000) for _ in range(2000)]
top = bytes(40_000)
high = psutil.Process().memory_info().rss
del held
give_back()
print(high - psutil.Process().memory_info().rss)
"""


def test_it_may_be_called_anywhere() -> None:
    give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's way")
def test_what_was_freed_is_given_back() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 40_000_000
