"""Runs for a moment, then falls over."""

import os
import signal
import time

time.sleep(1)
os.kill(os.getpid(), signal.SIGKILL)
