"""Starts a child, and a grandchild in a session of its own that lost its parent and won't be asked to end."""

import os
import signal
import time
from pathlib import Path

if not os.fork():
    os.setsid()
    if os.fork():
        os._exit(0)
    for one in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(one, signal.SIG_IGN)
    stray = Path(f"{__file__}.part")
    stray.write_text(str(os.getpid()))
    stray.rename(f"{__file__}.stray")
    time.sleep(600)
    os._exit(0)
if not os.fork():
    time.sleep(600)
    os._exit(0)
time.sleep(600)
