"""Never gets an id."""

import sys
import time

if sys.argv[1:] == ["--get-id"]:
    sys.stdout.write("0\n")
    sys.exit(0)
time.sleep(600)
