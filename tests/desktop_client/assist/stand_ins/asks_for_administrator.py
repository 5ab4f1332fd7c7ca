"""Asks for an administrator, whom nobody is: ends as pkexec does when its question is closed (126)."""

import sys
import time

time.sleep(0.1)
sys.exit(126)
