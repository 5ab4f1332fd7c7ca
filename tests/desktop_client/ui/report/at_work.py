"""A report at work on a real profile: real drafts and outbox, real threads; what a test holds up waits for its gate."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from contract.diagnostics import Diagnostics, Fact, NotCollected
from contract.uploads import Kind
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.delivery import Delivery
from desktop_client.help_desk.draft import Draft
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.ui.background import Background
from desktop_client.ui.instance_work import Reports
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.report_session import ReportSession
from desktop_client.ui.report.report_work import Click, ReportWork
from tests.desktop_client.help_desk.test_outbox import NOW

FOUND = Diagnostics(facts=(Fact(group="Disk", name="free", value=3),), not_collected=(), collected=NOW, took_s=0.1)


class Collectors:
    """A check of the computer that lasts until `gate` is set, or until it is told to end."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.asked = 0

    def __call__(self, told: Callable[[int, int], None], stop: threading.Event) -> Diagnostics:
        self.asked += 1
        told(1, 2)
        while not self.gate.wait(0.01):
            if stop.is_set():
                slow = NotCollected(collector="Printers", reason="slow: no answer in 2 s")
                return Diagnostics(facts=FOUND.facts, not_collected=(slow,), collected=NOW, took_s=2)
        return FOUND


class AtWork:
    """What reports are made of; `work` is the real one, save that the check waits for `collectors` and the screens are small bytes."""

    def __init__(self, instance: Instance, theme: Theme, pool: Background, disk: Background, qtbot: QtBot) -> None:
        self.instance, self.theme, self.pool, self.disk, self.qtbot = instance, theme, pool, disk, qtbot
        self.collectors = Collectors()
        self.pictures = 0
        self._sessions: list[ReportSession] = []
        self.unexpected: list[Exception] = []
        self.sent: list[Delivery] = []
        self.closed: list[str] = []
        reports = Reports(instance, lambda: None)
        self.work = replace(reports.work(), diagnose=self.collectors, capture=self.take, begin=self.begin(reports))

    def begin(self, reports: Reports) -> Callable[[Any], Click]:
        def begin(pointer: object) -> Click:
            click = reports.begin(None)
            return replace(click, draft=self.capture(click.draft, pointer))

        return begin

    def take(self, draft: Draft, pointer: object) -> Draft:
        """As a test wants it by then."""
        return self.capture(draft, pointer)

    def capture(self, draft: Draft, _pointer: object) -> Draft:
        """One more picture in place of those before."""
        self.pictures += 1
        others = tuple(item for item in draft.items if item.kind is not Kind.SCREENSHOT)
        bare = replace_items(draft, others)
        return self.instance.drafts.add_bytes(
            bare, "screen-1.png", "image/png", Kind.SCREENSHOT, f"picture {self.pictures}".encode(), screen=1, width=2, height=2
        )

    def tell(self, error: Exception) -> Reason:
        """Stands for the log."""
        self.unexpected.append(error)
        return error.reason if isinstance(error, RefusedError) else Reason(Cause.UNEXPECTED, {"ref": "1"})

    def session(self, draft: Draft | None = None, work: ReportWork | None = None) -> ReportSession:
        """A report in its window; the words have the keyboard."""
        made = ReportSession(
            self.theme,
            draft or self.capture(self.instance.drafts.new(), None),
            work or self.work,
            pool=self.pool,
            disk=self.disk,
            sent=self.sent.append,
            closed=lambda: self.closed.append(made.draft.id),
            unexpected=self.tell,
        )
        self._sessions.append(made)
        with self.qtbot.waitActive(made.window):
            made.open()
        return made

    def end(self) -> None:
        """The end of the test: no window stays."""
        self.collectors.gate.set()
        for session in self._sessions:
            session.end()
        self.disk.finish(30)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def settled(self) -> None:
        """Waits until the disk has done everything that was asked of it, and what it told has arrived."""
        done: list[int] = []
        self.disk.run(lambda: 1, done.append)
        self.qtbot.waitUntil(lambda: done == [1])

    def kept(self) -> tuple[Draft, ...]:
        """The drafts on the disk."""
        self.settled()
        return self.instance.drafts.all()


def replace_items(draft: Draft, items: tuple[Any, ...]) -> Draft:
    return msgspec.structs.replace(draft, items=items, changed=datetime.now(UTC))


def press(qtbot: QtBot, window: QWidget, name: str) -> None:
    """A click on a button, once it can be seen."""
    qtbot.waitUntil(lambda: shown(window, name) is not None)
    button = shown(window, name)
    assert button is not None
    assert button.isEnabled(), name
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(window: QObject, name: str) -> QPushButton | None:
    """The button of that name, if it can be seen."""
    return next((button for button in window.findChildren(QPushButton, name) if button.isVisible()), None)


def big_file(folder: Path, name: str = "big.bin", size: int = 40_000_000) -> Path:
    """A file that takes a moment to copy."""
    file = folder / name
    file.write_bytes(bytes(size))
    return file
