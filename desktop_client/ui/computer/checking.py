"""This computer at work: a check that runs beside Qt's thread, with its progress, and can be ended."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from contract.diagnostics import Diagnostics
from desktop_client.screens.computer import ComputerView, Progress
from desktop_client.ui.background import Background
from desktop_client.ui.computer.computer_page import ComputerActions, ComputerPage

Diagnose = Callable[[Callable[[int, int], None], threading.Event], Diagnostics]
"""Blocks; tells progress, and ends early when the event is set."""


class Checking:
    """Give `actions` to the page, then the page to `attach`."""

    def __init__(
        self,
        pool: Background,
        diagnose: Diagnose,
        names: Callable[[], tuple[str, str]],
        unexpected: Callable[[Exception], object],
    ) -> None:
        """`names` gives the computer's name and its address in the network; it blocks."""
        self._pool, self._diagnose, self._names, self._unexpected = pool, diagnose, names, unexpected
        self._page: ComputerPage | None = None
        self._view = ComputerView()
        self._stop = threading.Event()
        self._told_checked: Callable[[], object] = lambda: None
        self.actions = ComputerActions(check=self._check, cancel=self._stop.set)

    def attach(self, page: ComputerPage) -> None:
        """The page that is filled from now on."""
        self._page = page
        page.show_view(self._view)
        self._pool.run(self._names, lambda names: self._show(computer=names[0], address=names[1]), self._unexpected)

    def when_checked(self, told: Callable[[], object]) -> None:
        """Whoever shows when this computer was last checked is told after each check."""
        self._told_checked = told

    def checked(self) -> datetime | None:
        """When this computer was last checked, None before it was."""
        return self._view.checked

    def close(self) -> None:
        """The program ends."""
        self._stop.set()

    def _check(self) -> None:
        if self._view.checking is not None:
            return
        self._stop.clear()
        self._show(checking=Progress(done=0, total=0))

        def told(done: int, total: int) -> None:
            self._pool.post(lambda: self._told(done, total))

        self._pool.run(lambda: self._diagnose(told, self._stop), self._checked, self._failed)

    def _told(self, done: int, total: int) -> None:
        if self._view.checking is not None:
            self._show(checking=Progress(done=done, total=total))

    def _checked(self, found: Diagnostics) -> None:
        self._show(diagnostics=found, checking=None)
        self._told_checked()

    def _failed(self, error: Exception) -> None:
        self._show(checking=None)
        self._unexpected(error)

    def _show(self, **changed: object) -> None:
        self._view = replace(self._view, **changed)
        if self._page is not None:
            self._page.show_view(self._view)
