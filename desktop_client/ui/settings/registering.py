"""The first start at work: address and code go to the backend beside Qt's thread; the window says what came of it."""

from collections.abc import Callable

from desktop_client.backend.enrolment import Enrolment
from desktop_client.reasons import Reason, RefusedError
from desktop_client.screens.enrol import enrol_view
from desktop_client.screens.now import Now
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.settings.enrol_window import EnrolActions, EnrolWindow

Enrol = Callable[[str, str, bool], Enrolment]
"""Blocks; address and code as typed, and whether what waits may go to another backend. RefusedError."""


class Registering:
    """One window at a time."""

    def __init__(
        self,
        theme: Theme,
        pool: Background,
        enrol: Enrol,
        enrolled: Callable[[Enrolment], object],
        unexpected: Callable[[Exception], Reason],
    ) -> None:
        self._theme, self._pool, self._enrol, self._enrolled, self._unexpected = theme, pool, enrol, enrolled, unexpected
        self._window: EnrolWindow | None = None
        self._tries = 0
        self._busy = False
        self._now: Now | None = None

    def open(self, now: Now | None) -> None:
        """Opens the window, with the address that is known."""
        self._now = now
        if self._window is None:
            self._window = EnrolWindow(self._theme, EnrolActions(register=self._register, cancel=self._cancel, closed=self._closed))
            self._show(address=now.address if now else "")
        self._window.open()

    def close(self) -> None:
        """The program ends."""
        if self._window is not None:
            self._window.close()

    def _register(self, address: str, code: str, elsewhere: bool) -> None:  # noqa: FBT001 - the shape of the window's action
        self._tries += 1
        mine = self._tries
        self._busy = True
        self._show(busy=True)
        self._pool.run(
            lambda: self._enrol(address, code, elsewhere), self._done, lambda error: self._failed(error) if mine == self._tries else None
        )

    def _done(self, enrolment: Enrolment) -> None:
        """Also for a try that was given up meanwhile: the backend knows this computer now."""
        self._busy = False
        if self._window is not None:
            self._window.forget()
            self._window.close()
        self._enrolled(enrolment)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._show(problem=error.reason if isinstance(error, RefusedError) else self._unexpected(error))

    def _cancel(self) -> None:
        if self._busy:
            self._give_up()
            self._show()
        elif self._window is not None:
            self._window.close()

    def _closed(self) -> None:
        self._give_up()
        if self._window is not None:
            self._window.deleteLater()
            self._window = None

    def _give_up(self) -> None:
        self._tries += 1
        self._busy = False

    def _show(self, *, address: str = "", busy: bool = False, problem: Reason | None = None) -> None:
        if self._window is not None:
            about = self._now.about if self._now else None
            self._window.show_view(
                enrol_view(
                    address=address,
                    busy=busy,
                    problem=problem,
                    help_desk=about.help_desk if about else "",
                    company=about.company if about else "",
                )
            )
