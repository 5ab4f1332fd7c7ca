"""`dev.py bench [NAME …]`: runs the programs in benchmarks/, one after the other, each as a process of its own."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def main(words: list[str]) -> int:
    """The command: 0 when every program ended well, 2 for a name that is not there."""
    there = {file.stem: file for file in sorted((ROOT / "benchmarks").glob("*.py")) if file.stem != "__init__"}
    unknown = [word for word in words if word not in there]
    if unknown:
        print(f"benchmarks/ has no {', '.join(unknown)}. It has: {', '.join(there) or 'nothing yet'}", file=sys.stderr)
        return 2
    if not there:
        print("benchmarks/ has nothing yet.")
    failed = []
    for name in words or there:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, str(there[name])], cwd=ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
