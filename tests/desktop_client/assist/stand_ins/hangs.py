"""Does nothing at all when asked for its id, and its child neither."""

import os
import sys
import time
from pathlib import Path

if sys.argv[1:] == ["--get-id"]:
    child = os.fork()
    if child:
        Path(f"{__file__}.pids").write_text(f"{os.getpid()} {child}")
time.sleep(600)
