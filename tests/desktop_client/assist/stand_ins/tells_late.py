"""Has no id at first: nothing, then 0, then an error, then words, then the id in groups."""

import sys
import time
from pathlib import Path

if sys.argv[1:] == ["--get-id"]:
    count = Path(f"{__file__}.count")
    asked = int(count.read_text()) if count.exists() else 0
    count.write_text(str(asked + 1))
    sys.stdout.write(("", "0\n", "987654321\n", "--install\n; reboot 123456789\n", "warming up\n987 654 321\n")[min(asked, 4)])
    sys.exit(1 if asked == 2 else 0)
time.sleep(600)
