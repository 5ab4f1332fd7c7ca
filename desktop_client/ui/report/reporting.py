"""From a click on *Report a problem* to the window that says it was received: one report at a time, and a small window for each sent."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_client.flows.begin_report import NOTHING, Beginning, begun
from desktop_client.help_desk.delivery import Delivery
from desktop_client.help_desk.draft import Draft
from desktop_client.reasons import Reason, RefusedError
from desktop_client.screens.after_send import after_send_view
from desktop_client.screens.now import Now
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.unmapped import hide_for_capture
from desktop_client.ui.report.after_send import AfterSendActions, AfterSendWindow
from desktop_client.ui.report.draft_question import DraftQuestion
from desktop_client.ui.report.report_actions import NO_SUGGESTIONS, SuggestionActions
from desktop_client.ui.report.report_session import ReportSession, pointer
from desktop_client.ui.report.report_work import Click, ReportWork
from desktop_client.ui.report.solved_question import SolvedQuestion


@dataclass(frozen=True, kw_only=True)
class ReportingActions:
    """What reporting asks of the rest of the program, in Qt's thread.

    `changed`: the outbox holds something else. `open_ticket` gets a ticket's id. `delivery` looks up a report (blocking, beside Qt's
    thread), `save_delivery` writes one to a file (blocking). `unexpected` writes an error down and gives a reason to show.
    """

    changed: Callable[[], object]
    try_now: Callable[[str], object]
    open_ticket: Callable[[str], object]
    delivery: Callable[[str], Delivery | None]
    save_delivery: Callable[[str, Path], object]
    unexpected: Callable[[Exception], Reason]
    say: Callable[[Reason], object]
    suggestions: SuggestionActions = NO_SUGGESTIONS


class Reporting:
    """Everything about writing and sending reports. All functions belong to Qt's thread."""

    def __init__(self, theme: Theme, pool: Background, disk: Background, work: ReportWork, actions: ReportingActions) -> None:
        self._theme, self._pool, self._disk, self._work, self._actions = theme, pool, disk, work, actions
        self._session: ReportSession | None = None
        self._question: DraftQuestion | None = None
        self._solved: SolvedQuestion | None = None
        self._starting = False
        self._aside: tuple[QWidget, ...] = ()
        self._windows: dict[str, AfterSendWindow] = {}

    def start(self, beginning: Beginning = NOTHING, *, log: Callable[[], bytes] | None = None) -> None:
        """A click: takes the screens without any window of ours, then opens the report; an open one comes to the front instead.

        It begins with what `beginning` says. With `log` (blocks, called beside Qt's thread) the report has these lines attached.
        """
        if self._bring_forward(beginning, log) or self._starting:
            return
        self._starting = True
        hide_for_capture(_windows(), lambda hidden: self._take(hidden, beginning, log))

    def edit(self, delivery_id: str) -> None:
        """Takes a waiting or refused report back into a draft and opens it."""
        if self._bring_forward() or self._starting:
            return
        self._starting = True
        self._disk.run(lambda: self._work.edit(delivery_id), self._edited, self._failed)

    def show_now(self, now: Now) -> None:
        """The outbox changed: every small window tells how its report stands."""
        for delivery in now.deliveries:
            self._show_delivery(delivery.id, delivery, now)
        known = {delivery.id for delivery in now.deliveries}
        for report in self._windows.keys() - known:
            self._pool.run(
                lambda report=report: self._actions.delivery(report), lambda found, report=report: self._show_delivery(report, found, now)
            )

    def helped(self) -> None:
        """An article that was opened from the report helped: its draft goes, if the person agrees."""
        if self._session is None:
            return
        if self._solved is None:
            self._solved = SolvedQuestion(self._theme, self._close_solved, self._bring_forward)
        self._solved.open()

    def _close_solved(self) -> None:
        if self._session is not None:
            self._session.solved()

    def settings_changed(self) -> None:
        """The language may be another one."""
        if self._session is not None:
            self._session.refresh()

    def tells_of(self, report: str) -> bool:
        """Whether a small window tells the person about this report already."""
        return report in self._windows and self._windows[report].isVisible()

    def close(self) -> None:
        """The program ends: what was written is kept."""
        if self._session is not None:
            self._session.end()
        for window in (*self._windows.values(), self._question, self._solved):
            if window is not None:
                window.close()

    # the click

    def _take(self, hidden: tuple[QWidget, ...], beginning: Beginning, log: Callable[[], bytes] | None) -> None:
        self._aside = tuple(window for window in hidden if window.windowType() is not Qt.WindowType.Tool)
        spot = pointer()
        work = self._work

        def begin() -> Click:
            click = work.begin(spot)
            return replace(click, draft=work.add_log(click.draft, log())) if log else click

        self._pool.run(begin, lambda click: self._taken(click, beginning), self._failed)

    def _taken(self, click: Click, beginning: Beginning) -> None:
        self._show_again()
        if not click.kept:
            self._open(begun(click.draft, beginning))
            return
        kept = click.kept[0]
        self._question = DraftQuestion(
            self._theme,
            lambda: self._go_on(kept, click.draft, beginning),
            lambda: self._open(begun(click.draft, beginning)),
            lambda: self._forget(click.draft),
        )
        self._question.show_draft(kept.changed, kept.subject)
        self._question.open()

    def _show_again(self) -> None:
        """The windows that were aside for the picture, behind what opens now."""
        for window in self._aside:
            window.show()
        self._aside = ()

    def _go_on(self, kept: Draft, fresh: Draft, beginning: Beginning) -> None:
        self._disk.run(lambda: begun(self._work.adopt(kept, fresh), beginning), self._open, self._failed)

    def _forget(self, fresh: Draft) -> None:
        self._starting = False
        self._disk.run(lambda: self._work.delete(fresh.id), None, self._actions.unexpected)

    def _edited(self, draft: Draft) -> None:
        self._actions.changed()
        self._open(draft)

    def _failed(self, error: Exception) -> None:
        self._starting = False
        self._show_again()
        self._actions.say(error.reason if isinstance(error, RefusedError) else self._actions.unexpected(error))
        self._actions.changed()

    # the window

    def _open(self, draft: Draft) -> None:
        self._starting = False
        self._session = ReportSession(
            self._theme,
            draft,
            self._work,
            pool=self._pool,
            disk=self._disk,
            sent=self._sent,
            closed=self._closed,
            unexpected=self._actions.unexpected,
            suggestions=self._actions.suggestions,
        )
        self._session.open()

    def _bring_forward(self, beginning: Beginning = NOTHING, log: Callable[[], bytes] | None = None) -> bool:
        if self._session is not None:
            self._session.add(beginning)
            self._session.bring_forward()
            if log is not None:
                self._session.add_log(log)
            return True
        if self._question is not None and self._question.isVisible():
            self._question.open()
            return True
        return False

    def _closed(self) -> None:
        self._session = None

    # after sending

    def _sent(self, delivery: Delivery) -> None:
        window = AfterSendWindow(
            self._theme,
            AfterSendActions(
                try_now=self._actions.try_now,
                edit=self._edit_from(delivery.id),
                open_ticket=self._actions.open_ticket,
                copy=lambda number: QGuiApplication.clipboard().setText(number),
                save_as_file=lambda report, file: self._disk.run(lambda: self._actions.save_delivery(report, file), None, self._failed),
                closed=lambda: self._forget_window(delivery.id),
            ),
        )
        self._windows[delivery.id] = window
        window.show_view(after_send_view(delivery, self._work.about()))
        window.open()
        self._actions.changed()

    def _edit_from(self, report: str) -> Callable[[str], object]:
        def edit(_id: str) -> None:
            if not self._bring_forward():
                self._windows[report].close()
                self.edit(report)

        return edit

    def _forget_window(self, report: str) -> None:
        window = self._windows.pop(report, None)
        if window is not None:
            window.deleteLater()

    def _show_delivery(self, report: str, delivery: Delivery | None, now: Now) -> None:
        window = self._windows.get(report)
        if window is not None and delivery is not None:
            window.show_view(after_send_view(delivery, now.about))


def _windows() -> tuple[QWidget, ...]:
    """Every window of ours; Qt's own window for the icon in the tray is none: hidden, it would leave the tray."""
    return tuple(window for window in QApplication.topLevelWidgets() if window.isVisible() and not window.inherits("QSystemTrayIconSys"))
