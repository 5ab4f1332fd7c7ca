import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from server_stub.store.failpoints import NAMES

ROOT = Path(__file__).parents[3]


def test_every_name_is_passed_somewhere_and_no_other() -> None:
    passed = set()
    for path in (ROOT / "server_stub").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "pass_by":
                assert isinstance(node.args[0], ast.Constant)
                passed.add(node.args[0].value)
    assert passed == set(NAMES)


@pytest.mark.parametrize(("wanted", "said"), [("a", ""), ("a:3", "1\n2\n"), ("b", "1\n2\n3\n"), ("", "1\n2\n3\n"), ("a:x", "")])
def test_the_process_dies_at_the_nth_passing(wanted: str, said: str) -> None:
    program = "from server_stub.store.failpoints import pass_by\nfor n in (1, 2, 3):\n    pass_by('a')\n    print(n, flush=True)"
    environment = {**os.environ, "SIGAP_FAILPOINT": wanted}
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    assert ended.stdout == said
    assert (ended.returncode == 0) == (said == "1\n2\n3\n")
