"""A window, and a program behind it that after a while sleeps in its event loop: `window.py TITLE [SECONDS]`."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

application = QApplication(sys.argv)
application.setDesktopFileName("sigap-test-window")
label = QLabel("Laporan bulanan")
label.setWindowTitle(sys.argv[1])
label.resize(300, 200)
label.show()
if len(sys.argv) > 2:
    QTimer.singleShot(1000, lambda: time.sleep(float(sys.argv[2])))
sys.exit(application.exec())
