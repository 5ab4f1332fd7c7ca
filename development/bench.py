"""`dev.py bench`: measures what has to be quick and good, beside what others do.

`bench search --articles DIR --queries FILE`, `bench desk`, `bench watch`.
"""

import sys

from benchmarks import desk, search, watch

BENCHMARKS = {"search": search.main, "desk": desk.main, "watch": watch.main}
"""By name; each takes the words after it and gives the exit code."""


def main(words: list[str]) -> int:
    """Hands over to the benchmark; 2 for one that is not there."""
    if not words or words[0] not in BENCHMARKS:
        print(f"Use: python3 dev.py bench NAME …   with NAME one of: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    try:
        return BENCHMARKS[words[0]](words[1:])
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
