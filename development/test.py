"""`dev.py test`: check, then every test, out of reach of the display, account and bus of whoever runs it (tests/conftest.py).

Words after `test` go to pytest, and then only pytest runs.
"""

import subprocess
import sys

from development.check import ROOT, check


def main(words: list[str]) -> int:
    """Both run to their end, so that one round shows all that is wrong; 0 when nothing is."""
    try:
        failed = [] if words else check()
        tests = subprocess.run([sys.executable, "-m", "pytest", *(words or ["--durations=15"])], cwd=ROOT, check=False)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    if failed:
        print(f"The tests ran, but not clean: {', '.join(failed)} (see the top).", file=sys.stderr)
    return tests.returncode or (1 if failed else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
