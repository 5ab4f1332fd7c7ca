"""Circles of references with windows in them are collected in Qt's thread, however busy other threads are."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QApplication, QWidget

from desktop_client.ui.collecting import CollectingInQtThread, collect_if_due


class Circle(QWidget):
    """A window that holds itself, and notes in which thread it went."""

    def __init__(self, went: list[str]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: went.append(threading.current_thread().name))


def busy() -> None:
    """Allocates far more than what sets the collector off."""
    for _ in range(200):
        circles = [[None] for _ in range(1000)]
        for one in circles:
            one[0] = one  # type: ignore[call-overload] # a circle


def test_no_other_thread_collects_and_qt_s_does(qapp: QApplication) -> None:
    was_on = gc.isenabled()
    collecting = CollectingInQtThread()
    went: list[str] = []
    try:
        Circle(went)
        worker = threading.Thread(target=busy, name="worker")
        worker.start()
        worker.join()
        assert went == []
        collect_if_due()
        gc.collect()
        assert went == ["MainThread"]
    finally:
        collecting.close()
        gc.unfreeze()
        (gc.enable if was_on else gc.disable)()


def test_nothing_is_collected_before_it_is_due(qapp: QApplication) -> None:
    was_on = gc.isenabled()
    gc.disable()
    try:
        gc.collect()
        before = gc.get_stats()[0]["collections"]
        collect_if_due()
        assert gc.get_stats()[0]["collections"] == before
    finally:
        (gc.enable if was_on else gc.disable)()
