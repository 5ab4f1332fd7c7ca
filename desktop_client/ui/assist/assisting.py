"""Remote help at work: one `AssistNow` in, and the windows that belong to it; a warning of an unknown tool besides."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer

from contract.assist import Answer
from desktop_client.assist.now import AssistNow
from desktop_client.flows.begin_report import Beginning
from desktop_client.screens.assist import AssistView, BarView, CodeView, ReceiptView, WarningView, assist_view
from desktop_client.screens.desk import UNKNOWN, Desk
from desktop_client.sentences.reasons import shown
from desktop_client.system.desktop.global_key import GlobalKey
from desktop_client.ui.assist.ask_window import AskActions, AskWindow
from desktop_client.ui.assist.bar import BarActions
from desktop_client.ui.assist.bars import Bars
from desktop_client.ui.assist.code_window import CodeActions, CodeWindow
from desktop_client.ui.assist.receipt_window import ReceiptActions, ReceiptWindow
from desktop_client.ui.assist.warning_window import WarningActions, WarningWindow
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.tray.announcing import ASKED
from desktop_client.ui.words import desk as desk_name
from desktop_client.ui.words import translate

if TYPE_CHECKING:
    from desktop_client.assist.watching import FoundTool

TICK_MS = 1000
KEYS, KEYS_SHOWN = "Ctrl+Alt+S", "Ctrl + Alt + S"
SECURITY = "security"
"""The category of a report about what nobody asked for."""


class Key(Protocol):
    """A key that works in every program."""

    def start(self, keys: str) -> bool:
        """Whether it works from now on."""

    def stop(self) -> None:
        """Gives it back."""


@dataclass(frozen=True, kw_only=True)
class AssistActions:
    """What remote help asks of the rest of the program, in Qt's thread; each returns at once.

    `answer` gets session, answer and the tool's key. `notify` gets key, title and text of a notification that stays, `notified` the key of
    one that goes. `viewed` hears who sees the screen now, "" for nobody. `done` hears that the end of a session was read. `desk` is what is
    known about the help desk.
    """

    answer: Callable[[str, Answer, str], object]
    code: Callable[[str], object]
    stop: Callable[[], object]
    closed: Callable[[], object]
    open_ticket: Callable[[str], object]
    report: Callable[[Beginning], object]
    opened_myself: Callable[[str], object]
    close_tool: Callable[["FoundTool"], object]
    download: Callable[[str], object]
    notify: Callable[[str, str, str], object] = lambda _key, _title, _text: None
    notified: Callable[[str], object] = lambda _key: None
    viewed: Callable[[str], object] = lambda _name: None
    done: Callable[[str], object] = lambda _session: None
    desk: Callable[[], Desk] = lambda: UNKNOWN


class Assisting:
    """Belongs to Qt's thread. `show` and `warn` may be called at any time, as often as anybody likes."""

    def __init__(
        self, theme: Theme, pool: Background, actions: AssistActions, key: Callable[[Callable[[], None]], Key] = GlobalKey
    ) -> None:
        """`key` makes the key that stops, of what it calls in any thread."""
        self._theme, self._then = theme, actions
        self._now: AssistNow | None = None
        self._view = AssistView()
        self._ask: AskWindow | None = None
        self._code: CodeWindow | None = None
        self._end: ReceiptWindow | None = None
        self._bars: Bars | None = None
        self._warnings: dict[str, tuple[FoundTool, WarningWindow]] = {}
        self._key = key(lambda: pool.post(self._stop))
        self._key_works: bool | None = None
        self._notified, self._viewer, self._read = "", "", ""
        self._tick = QTimer()
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._ticked)

    def show(self, now: AssistNow | None) -> None:
        """How it stands; None when there is no session."""
        self._now = now
        self._show()

    def warn(self, found: "FoundTool") -> None:
        """A remote tool opened, and no session is about it; the same one again brings its warning to the front."""
        if found.key not in self._warnings:
            actions = WarningActions(
                report=self._report_tool, close_tool=self._close_tool, opened_myself=self._opened_myself, ignored=self._forget
            )
            self._warnings[found.key] = (found, WarningWindow(self._theme, actions))
        else:
            before, window = self._warnings[found.key]
            # What is to be closed is all of it, not only what was started last.
            joined = replace(found, pids=(*before.pids, *found.pids), started=(*before.started, *found.started))
            self._warnings[found.key] = (joined, window)
        self._warnings[found.key][1].show_view(WarningView(key=found.key, tool=found.name), self._then.desk())

    def front(self) -> None:
        """A click on the notification: the request, or what came of it, comes to the front."""
        for window in (self._ask, self._code, self._end):
            if window is not None and window.isVisible():
                window.open()

    def close(self) -> None:
        """The program ends: everything goes, and nothing is answered."""
        self._now = None
        self._read = self._view.receipt.session if self._view.receipt else self._read
        self._show()
        if self._end is not None:
            self._end.take_away()
        for _found, window in tuple(self._warnings.values()):
            window.take_away()
        self._warnings.clear()
        self._tick.stop()

    # inside

    def _ticked(self) -> None:
        self._show()
        if self._bars is not None:
            self._bars.stay_on_top()

    def _show(self) -> None:
        keys = KEYS_SHOWN if self._key_works else ""
        view = assist_view(self._now, datetime.now(UTC), keys)
        if view.bar is not None and self._key_works is None:
            self._key_works = self._key.start(KEYS)
            view = assist_view(self._now, datetime.now(UTC), KEYS_SHOWN if self._key_works else "")
        elif view.bar is None and self._key_works is not None:
            self._key.stop()
            self._key_works = None
        self._view = view
        desk = self._then.desk()
        self._show_bar(view.bar)
        self._show_ask(view, desk)
        self._show_code(view.code, desk)
        self._show_end(view, desk)
        self._tell(view)
        runs = view.ask is not None or view.bar is not None
        if runs != self._tick.isActive():
            (self._tick.start if runs else self._tick.stop)()

    def _show_ask(self, view: AssistView, desk: Desk) -> None:
        if view.ask is not None:
            if self._ask is None:
                self._ask = AskWindow(self._theme, AskActions(answer=self._then.answer, download=self._then.download))
            self._ask.show_view(view.ask, desk)
        elif self._ask is not None:
            self._ask.dismiss()

    def _show_code(self, view: CodeView | None, desk: Desk) -> None:
        if view is not None:
            if self._code is None:
                self._code = CodeWindow(self._theme, CodeActions(code=self._then.code, stop=self._stop))
            self._code.show_view(view, desk)
        elif self._code is not None:
            self._code.forget()

    def _show_bar(self, view: BarView | None) -> None:
        if self._bars is None and view is not None:
            self._bars = Bars(self._theme, BarActions(stop=self._stop, closed=self._then.closed, show_code=self._bring_code))
        if self._bars is not None:
            self._bars.show_view(view)

    def _show_end(self, view: AssistView, desk: Desk) -> None:
        end = view.receipt or view.sentence
        if end is None or end.session == self._read:
            return
        if self._end is None:
            self._end = ReceiptWindow(
                self._theme, ReceiptActions(open_ticket=self._then.open_ticket, wrong=self._report_session, done=self._end_read)
            )
        if view.receipt is not None:
            self._end.show_receipt(view.receipt, desk)
        elif view.sentence is not None:
            self._end.show_sentence(view.sentence, desk)

    def _tell(self, view: AssistView) -> None:
        asked = ASKED + view.ask.session if view.ask is not None else ""
        if asked != self._notified:
            if self._notified:
                self._then.notified(self._notified)
            if view.ask is not None:
                title = translate("AskWindow", "{name} would like to see your screen").format(name=shown(view.ask.asker.name))
                self._then.notify(asked, title, f"{shown(view.ask.number)} · {shown(view.ask.subject)}")
            self._notified = asked
        if view.viewer != self._viewer:
            self._viewer = view.viewer
            self._then.viewed(view.viewer)

    # what the person does

    def _stop(self) -> None:
        if self._view.bar is not None:
            self._then.stop()

    def _bring_code(self) -> None:
        if self._code is not None and self._view.code is not None:
            self._code.bring()

    def _end_read(self, session: str) -> None:
        self._read = session
        self._then.done(session)

    def _report_session(self, receipt: ReceiptView) -> None:
        subject = translate("Assist", "Something was wrong with the remote help for {number}").format(number=shown(receipt.number))
        self._then.report(Beginning(subject=subject, category=SECURITY))

    def _report_tool(self, key: str) -> None:
        found = self._forget(key)
        if found is not None:
            subject = translate("Assist", "{tool} opened, and nobody from {desk} had asked for it")
            desk = desk_name(self._then.desk().help_desk)
            self._then.report(Beginning(subject=subject.format(tool=shown(found.name), desk=shown(desk)), category=SECURITY))

    def _close_tool(self, key: str) -> None:
        found = self._forget(key)
        if found is not None:
            self._then.close_tool(found)

    def _opened_myself(self, key: str) -> None:
        if self._forget(key) is not None:
            self._then.opened_myself(key)

    def _forget(self, key: str) -> "FoundTool | None":
        found = self._warnings.pop(key, None)
        if found is None:
            return None
        found[1].deleteLater()
        return found[0]
