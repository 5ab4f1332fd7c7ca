"""`dev.py docs`: writes every page in docs/ that comes from the code. Tests fail while one of them is behind."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ("openapi", "diagnostics_page", "guide_schema")
"""Each a module of `development` that writes its page."""


def main() -> int:
    """The command: 0 when every page is written."""
    return max(subprocess.run([sys.executable, "-m", f"development.{page}"], cwd=ROOT, check=False).returncode for page in PAGES)


if __name__ == "__main__":
    sys.exit(main())
