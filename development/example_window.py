"""A window with a problem in it, for pictures to show: someone's program, none of Sigap's windows."""

import signal
import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

TITLE = "Invoices"
RED = (0xB3, 0x26, 0x1E)
"""Of its one alarming line: red, green, blue."""


def main() -> int:
    """Shows it until the program is ended."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    program = QApplication(sys.argv[:1])
    window = QWidget()
    window.setWindowTitle(TITLE)
    window.setStyleSheet("background: #F4F1EA; color: #2B2B2B")
    column = QVBoxLayout(window)
    column.setContentsMargins(40, 40, 40, 40)
    column.setSpacing(20)
    for words, size, sheet in (
        ("Invoice 2041", 22, ""),
        ("12 pages for the printer on the second floor", 12, ""),
        ("Can't print: the printer does not answer (0x00000709)", 13, f"background: rgb{RED}; color: white; padding: 14px"),
    ):
        label = QLabel(words)
        label.setFont(QFont(label.font().family(), size))
        label.setStyleSheet(sheet)
        column.addWidget(label, alignment=Qt.AlignmentFlag.AlignLeft)
    column.addStretch()
    window.setGeometry(120, 90, 760, 460)
    window.show()
    return program.exec()


if __name__ == "__main__":
    sys.exit(main())
