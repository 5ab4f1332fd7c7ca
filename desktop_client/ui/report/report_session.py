"""One report while its window is open: what the person does becomes a new draft, what takes time is done beside Qt's thread.

The draft lives here; the disk follows. Whatever comes back late (a copied file, the computer's details) is put into the draft as it is
by then, so that nothing that was typed or chosen meanwhile is lost.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QCursor, QDesktopServices, QGuiApplication

from contract.diagnostics import Diagnostics
from contract.uploads import Kind
from desktop_client.flows.begin_report import NOTHING, Beginning, begun
from desktop_client.help_desk.delivery import Delivery
from desktop_client.help_desk.draft import Draft, DraftItem, is_worth_keeping
from desktop_client.reasons import Cause, Reason, RefusedError
from desktop_client.screens.articles import ArticleRow
from desktop_client.screens.report import Checking, ReportWords, report_view, with_item, with_words, words_of
from desktop_client.screens.review import with_fact
from desktop_client.ui import words
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.parts.picture_loader import PictureLoader
from desktop_client.ui.parts.unmapped import hide_for_capture
from desktop_client.ui.report.additions import Additions
from desktop_client.ui.report.report_actions import NO_SUGGESTIONS, ReportActions, SuggestionActions
from desktop_client.ui.report.report_window import ReportWindow
from desktop_client.ui.report.report_work import Pointer, ReportWork

LAST_CHANCE_MS = 2000
"""What collectors that are still at work get once *Send* was pressed; then they are named lines."""


def pointer() -> Pointer:
    """Where the mouse is, in native pixels: Qt keeps the corner of a screen native and scales what is inside."""
    spot = QCursor.pos()
    screen = QGuiApplication.screenAt(spot)
    if screen is None:
        return None
    corner, ratio = screen.geometry().topLeft(), screen.devicePixelRatio()
    return (round(corner.x() + (spot.x() - corner.x()) * ratio), round(corner.y() + (spot.y() - corner.y()) * ratio))


class ReportSession:
    """Opens the window of a draft. `closed` is told once, when it is over; then `sent` gets what was promised, if anything was.

    A window that is closed while the report is being saved for sending, or while its words are being kept, comes back when that fails.
    """

    def __init__(
        self,
        theme: Theme,
        draft: Draft,
        work: ReportWork,
        *,
        pool: Background,
        disk: Background,
        sent: Callable[[Delivery], object],
        closed: Callable[[], object],
        unexpected: Callable[[Exception], Reason],
        suggestions: SuggestionActions = NO_SUGGESTIONS,
    ) -> None:
        """`disk` has one thread, so that saves keep their order; `unexpected` writes an error down and gives a reason to show."""
        self.draft = draft
        self._work, self._pool, self._disk = work, pool, disk
        self._suggestions = suggestions
        self._told_sent, self._told_closed, self._unexpected = sent, closed, unexpected
        self._loader = PictureLoader(pool)
        self._checking: Checking | None = None
        self._stop_checking = threading.Event()
        self._additions = Additions(disk, work, lambda: self.draft, changed=self._show, added=self._added, failed=self._not_added)
        self._file_problems: tuple[Reason, ...] = ()
        self._problem: Reason | None = None
        self._taking = False
        self._saving: int | None = None
        self._handed_over = False
        self._gone = self._ended = False
        self._hurry = QTimer()
        self._hurry.setSingleShot(True)
        self._hurry.setInterval(LAST_CHANCE_MS)
        self._hurry.timeout.connect(self._stop_checking.set)
        self.window = ReportWindow(theme, self._actions())

    def open(self, problem: Reason | None = None) -> None:
        """Shows the window, and begins to check this computer if the draft has no details of it yet."""
        self._problem = problem
        if is_worth_keeping(self.draft):
            # It begins with words, such as what a guide tried, that are nowhere else any more.
            self._keep()
        if self.draft.diagnostics is None:
            self._diagnose()
        self._show()
        self.window.open()

    def bring_forward(self) -> None:
        """The person wants to see it; while the screens are taken again it comes by itself."""
        if not self._taking:
            self.window.open()

    def add(self, beginning: Beginning) -> None:
        """Another way to a report while this one is open, such as a guide's end: what it brings joins what is written."""
        if beginning == NOTHING or self._gone or self._handed_over:
            return
        self.window.save_now()
        self._change(begun(self.draft, beginning))
        self.window.words.show_words(words_of(self.draft))

    def solved(self) -> None:
        """It works again without a report: nothing is left of it."""
        if not self._gone and not self._handed_over:
            self._delete()
            self.window.finish()

    def add_log(self, log: Callable[[], bytes]) -> None:
        """Attaches the client's own log; `log` blocks, and is called beside Qt's thread."""
        self._additions.add_log(log)

    def refresh(self) -> None:
        """The language is another one, or what is known about the help desk."""
        self._show()

    def end(self) -> None:
        """The program ends: what was written is kept, and what was to be sent is saved for sending with what is there."""
        if self._ended:
            return
        if self._saving is None and not self._gone:
            self.window.save_now()
        elif not self._additions.busy():
            self._hand_over()
        self.window.close()
        self._end()

    def _actions(self) -> ReportActions:
        return ReportActions(
            save=self._save_words,
            send=self._send,
            closed=self._closed,
            delete_draft=self._delete,
            take_again=self._take_again,
            include=self._include,
            remove=self._remove,
            add_files=self._additions.add_files,
            add_picture=self._additions.add_picture,
            cancel_adding=self._additions.cancel,
            dismiss=self._dismiss,
            leave_out=self._leave_out,
            open_item=self._open_item,
            save_as_file=self._save_as_file,
            load_picture=self._loader.load,
            suggestions=replace(self._suggestions, suggest=self._suggest),
        )

    def _suggest(self, subject: str, details: str, show: Callable[[tuple[ArticleRow, ...]], object]) -> None:
        """A guide that was walked before the report is not offered once more."""
        walked = {one.guide for one in self.draft.tried}
        self._suggestions.suggest(subject, details, lambda rows: show(tuple(row for row in rows if row.key not in walked)))

    def _show(self) -> None:
        if self._gone:
            return
        view = report_view(
            self.draft,
            about=self._work.about(),
            language=words.language(),
            folder=self._work.place(self.draft),
            person=self._work.person,
            computer=self._work.computer,
            taking=self._taking,
            checking=self._checking,
            adding=self._additions.rows(),
            file_problems=self._file_problems,
            problem=self._problem,
            saving=self._saving,
        )
        self.window.show_view(view)

    def _change(self, draft: Draft) -> None:
        """Another state of the draft, kept on the disk soon."""
        if self._gone or self._handed_over:
            return
        self.draft = msgspec.structs.replace(draft, changed=datetime.now(UTC))
        self._keep()
        self._show()

    def _keep(self) -> None:
        kept = self.draft
        self._disk.run(lambda: self._work.save(kept), None, self._failed)

    def _failed(self, error: Exception) -> None:
        self._problem = error.reason if isinstance(error, RefusedError) else self._unexpected(error)
        self._show()

    # words

    def _save_words(self, written: ReportWords) -> None:
        if self._gone or self._saving is not None:
            # Written before Send was pressed, and kept then.
            return
        if written != words_of(self.draft):
            self.draft = msgspec.structs.replace(with_words(self.draft, written), changed=datetime.now(UTC))
        self._keep()

    def _include(self, item_id: str, included: bool) -> None:  # noqa: FBT001 - the shape of the window's action
        self._change(with_item(self.draft, item_id, included=included))

    def _leave_out(self, key: str, included: bool) -> None:  # noqa: FBT001 - the shape of the window's action
        self._change(with_fact(self.draft, key, included=included))

    # pictures

    def _take_again(self) -> None:
        self._taking = True
        self._show()
        hide_for_capture((self.window,), lambda _hidden: self._capture())

    def _capture(self) -> None:
        before, spot = self.draft, pointer()
        self._pool.run(lambda: self._work.capture(before, spot), self._taken, self._not_taken)

    def _taken(self, taken: Draft) -> None:
        fresh = tuple(item for item in taken.items if item.kind is Kind.SCREENSHOT)
        others = tuple(item for item in self.draft.items if item.kind is not Kind.SCREENSHOT)
        self._taking = False
        if self._gone:
            return
        self._change(msgspec.structs.replace(self.draft, items=(*fresh, *others), no_picture=taken.no_picture))
        self.window.open()
        self._send_if_ready()

    def _not_taken(self, error: Exception) -> None:
        self._taking = False
        if not self._gone:
            self._failed(error)
            self.window.open()

    # files

    def _added(self, fresh: tuple[DraftItem, ...]) -> None:
        if fresh:
            self._change(msgspec.structs.replace(self.draft, items=(*self.draft.items, *fresh)))
        self._show()
        self._send_if_ready()

    def _not_added(self, error: Exception) -> None:
        problem = error.reason if isinstance(error, RefusedError) else self._unexpected(error)
        self._file_problems = (*self._file_problems, problem)
        # What the person wanted to send is not all there: they decide anew.
        self._stop_sending()
        self._show()

    def _remove(self, item_id: str) -> None:
        before = self.draft
        self._disk.run(lambda: self._work.remove(before, item_id), None, self._failed)
        self._change(msgspec.structs.replace(before, items=tuple(item for item in before.items if item.id != item_id)))

    def _dismiss(self, problem: Reason) -> None:
        self._file_problems = tuple(each for each in self._file_problems if each is not problem)
        self._show()

    def _open_item(self, item_id: str) -> None:
        item = next((each for each in self.draft.items if each.id == item_id), None)
        if item is not None and item.type.startswith("image/"):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._work.place(self.draft) / item.file)))

    # this computer

    def _diagnose(self) -> None:
        self._stop_checking.clear()
        self._checking = Checking(done=0, total=0)

        def told(done: int, total: int) -> None:
            self._pool.post(lambda: self._checked(done, total))

        self._pool.run(lambda: self._work.diagnose(told, self._stop_checking), self._diagnosed, self._not_diagnosed)

    def _checked(self, done: int, total: int) -> None:
        if self._checking is not None:
            self._checking = Checking(done=done, total=total)
            self._show()

    def _diagnosed(self, found: Diagnostics) -> None:
        self._checking = None
        if not self._gone:
            self._change(msgspec.structs.replace(self.draft, diagnostics=found))
            self._send_if_ready()

    def _not_diagnosed(self, error: Exception) -> None:
        self._checking = None
        self._unexpected(error)
        self._show()
        self._send_if_ready()

    # sending

    def _send(self, written: ReportWords) -> None:
        self._save_words(written)
        clean = self._work.clean(self.draft)
        if clean != self.draft:
            self._problem = Reason(Cause.CHARACTERS_REMOVED)
            self.window.words.show_words(words_of(clean))
            self._change(clean)
            return
        self._problem = None
        self._saving = 0
        if self._checking is not None:
            self._hurry.start()
        self._show()
        self._send_if_ready()

    def _send_if_ready(self) -> None:
        if self._saving is not None and self._checking is None and not self._additions.busy() and not self._taking:
            self._hand_over()

    def _hand_over(self) -> None:
        """Promises the report as it is now, once."""
        if self._handed_over or self._gone:
            return
        self._handed_over = True
        leaving = self.draft
        shown = 0

        def progress(done: int, of: int) -> None:
            nonlocal shown
            percent = done * 100 // of if of else 0
            if percent != shown:
                shown = percent
                self._pool.post(lambda: self._saved(percent))

        self._disk.run(lambda: self._work.send(leaving, progress), self._sent, self._not_sent)

    def _saved(self, percent: int) -> None:
        if self._saving is not None:
            self._saving = percent
            self._show()

    def _sent(self, delivery: Delivery) -> None:
        self._gone = True
        self._suggestions.ignored(self.window.words.suggestions.ignored())
        self.window.finish()
        self._end()
        self._told_sent(delivery)

    def _not_sent(self, error: Exception) -> None:
        self._stop_sending()
        self._failed(error)

    def _stop_sending(self) -> None:
        """Not sent after all: the window tells why, also when it was closed meanwhile."""
        self._saving, self._handed_over = None, False
        self._hurry.stop()
        if not self._gone and not self.window.isVisible():
            self.window.open()

    def _save_as_file(self, target: Path) -> None:
        self.window.save_now()
        kept = self.draft
        self._disk.run(lambda: self._work.save_as_file(kept, target), None, self._failed)

    # the end

    def _delete(self) -> None:
        gone = self.draft.id
        self._gone = True
        self._additions.cancel_all()
        self._disk.run(lambda: self._work.delete(gone), None, self._unexpected)

    def _closed(self) -> None:
        if self._gone:
            self._end()
        elif self._saving is not None:
            # It goes on without the window.
            return
        elif is_worth_keeping(self.draft):
            self._additions.cancel_all()
            kept = self.draft
            self._disk.run(lambda: self._work.save(kept), lambda _nothing: self._kept(), self._not_kept)
        else:
            self._delete()
            self._end()

    def _kept(self) -> None:
        if not self._ended and not self.window.isVisible():
            self._end()

    def _not_kept(self, error: Exception) -> None:
        """The words are nowhere but in the window."""
        self._failed(error)
        if not self._gone:
            self.window.open()

    def _end(self) -> None:
        self._gone = True
        if self._ended:
            return
        self._ended = True
        self._stop_checking.set()
        self._hurry.stop()
        self._loader.forget()
        self._additions.cancel_all()
        self._told_closed()
        self.window.deleteLater()
