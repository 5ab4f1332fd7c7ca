"""Ends well at once, leaving another process that does the work."""

import os
import time
from pathlib import Path

if not os.fork():
    os.setsid()
    Path(f"{__file__}.stray").write_text(str(os.getpid()))
    time.sleep(600)
    os._exit(0)
