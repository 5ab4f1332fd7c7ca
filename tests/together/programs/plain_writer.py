"""A small program that writes as Sigap does, or as it must not: the control of the power-cut tests.

Usage: plain_writer.py FOLDER FLAW COUNT. FLAW: none, normal (synchronous=NORMAL), file (not flushed), folder (not flushed).
"""

import os
import sys
from pathlib import Path

import apsw

folder, flaw, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
database = apsw.Connection(str(folder / "promises.db"))
database.pragma("journal_mode", "wal")
database.pragma("synchronous", 1 if flaw == "normal" else 2)
database.execute("CREATE TABLE IF NOT EXISTS promise (id INTEGER PRIMARY KEY, file TEXT)")
for number in range(count):
    name = f"file-{number}"
    with (folder / name).open("wb") as file:
        file.write(bytes([number % 251]) * 3000)
        file.flush()
        if flaw != "file":
            os.fsync(file.fileno())
    if flaw != "folder":
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
    database.execute("INSERT INTO promise VALUES (?, ?)", (number, name))
    os.write(1, f"ACK {number}\n".encode())
