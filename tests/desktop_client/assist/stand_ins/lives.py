"""Records how it was started, and lives until it is ended; tells its id at once."""

import json
import os
import sys
import time
from pathlib import Path

if sys.argv[1:] == ["--get-id"]:
    sys.stdout.write("123456789\n")
    sys.exit(0)
record = {
    "argv": sys.argv[1:],
    "env": dict(os.environ),
    "cwd": os.getcwd(),  # noqa: PTH109 - what a program itself sees
    "stdin": os.readlink("/proc/self/fd/0"),  # noqa: PTH115 - the same
    "files": sorted(os.listdir("/proc/self/fd")),  # noqa: PTH208 - the same
    "pid": os.getpid(),
    "own_session": os.getsid(0) == os.getpid(),
}
part = Path(f"{__file__}.part")
part.write_text(json.dumps(record), "utf-8")
part.rename(f"{__file__}.json")
time.sleep(600)
