"""`dev.py lock`: makes the locks in requirements/ from pyproject.toml with uv, for every platform and Python, each file with its hashes.

Versions that are locked stay until `--upgrade` or a change of pyproject.toml asks for others. No lock names a host to download from.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
BUILD = "requirements/build.in"
EVERYTHING = "requirements/development.txt"


class Lock(NamedTuple):
    """One file in requirements/: which extras of the project it holds, and whom it is for."""

    name: str
    extras: tuple[str, ...]
    purpose: str


LOCKS = (
    Lock("development", ("server", "demo", "dev"), "everything"),
    Lock("demo", ("server", "demo"), "the client, the backend, and what takes the demo's pictures"),
    Lock("server", ("server",), "the backend"),
    Lock("client", (), "the client alone"),
)
"""The first holds all that the others hold; they take its versions."""


def command(lock: Lock, *, upgrade: bool) -> list[str]:
    """The words for uv."""
    words = ["pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header"]
    for extra in lock.extras:
        words += ["--extra", extra]
    target = f"requirements/{lock.name}.txt"
    if target != EVERYTHING:
        words += ["--constraints", EVERYTHING]
    elif upgrade:
        words += ["--upgrade"]
    return [*words, "--output-file", target, "pyproject.toml", BUILD]


def main(words: list[str]) -> int:
    """The command: 0 made, 1 not."""
    options = argparse.ArgumentParser("dev.py lock", description="Makes the locks in requirements/ from pyproject.toml.")
    options.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    upgrade = options.parse_args(words).upgrade
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if uv is None:
        print("The locks are made by uv, which is not on the PATH. One way to get it: .venv/bin/python -m pip install uv", file=sys.stderr)
        return 1
    for lock in LOCKS:
        if subprocess.run([uv, *command(lock, upgrade=upgrade)], cwd=ROOT, check=False).returncode:
            print(f"requirements/{lock.name}.txt was not made: see above.", file=sys.stderr)
            return 1
        print(f"requirements/{lock.name}.txt: {lock.purpose}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
