import subprocess
import sys
from pathlib import Path

import pytest

from development import lock

ROOT = Path(__file__).parent.parent.parent


def test_the_smaller_locks_take_the_versions_of_the_largest() -> None:
    largest, *smaller = lock.LOCKS
    assert "--constraints" not in lock.command(largest, upgrade=False)
    for each in smaller:
        words = lock.command(each, upgrade=False)
        assert words[words.index("--constraints") + 1] == "requirements/development.txt"


def test_only_the_largest_is_upgraded() -> None:
    assert ["--upgrade" in lock.command(each, upgrade=True) for each in lock.LOCKS] == [True, False, False, False]


@pytest.mark.parametrize("each", lock.LOCKS)
def test_every_lock_is_for_every_platform_with_hashes_and_without_hosts(each: lock.Lock) -> None:
    assert {"--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"} <= set(lock.command(each, upgrade=False))


def test_without_uv_it_says_how_to_get_it(tmp_path: Path) -> None:
    program = f"import sys; sys.executable = {str(tmp_path / 'python')!r}; from development import lock; sys.exit(lock.main([]))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "pip install uv" in done.stderr
