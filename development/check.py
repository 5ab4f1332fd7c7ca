"""`dev.py check`: lint with all rules, formatting, and strict types. Every one runs, so that one round shows all that is wrong."""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent

CHECKS = (
    ("ruff check (all rules)", ("-m", "ruff", "check", "--quiet", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("mypy (strict)", ("-m", "mypy", "--no-error-summary")),
)
"""What is checked, and the words for Python."""


def check() -> list[str]:
    """Runs every check, showing what each found. Gives the names of those that found something."""
    failed = []
    for name, words in CHECKS:
        begun = time.monotonic()
        done = subprocess.run([sys.executable, *words], cwd=ROOT, check=False)
        print(f"{name}: {'something to mend' if done.returncode else 'clean'} ({time.monotonic() - begun:.0f} s)", flush=True)
        if done.returncode:
            failed.append(name)
    return failed


def main() -> int:
    """The command: 0 when everything is clean."""
    try:
        failed = check()
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    if failed:
        print(f"Not clean: {', '.join(failed)}. `ruff check --fix` and `ruff format` in .venv mend what a program can.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
