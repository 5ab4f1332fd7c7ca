"""My tickets at work: lists, conversations, replies and what waits, between the page and the functions that know."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from contract.tickets import Action
from desktop_client.reasons import Reason, RefusedError
from desktop_client.screens.desk import desk_of
from desktop_client.screens.now import Now
from desktop_client.screens.tickets import Answer, ConversationView, ticket_lists
from desktop_client.ui.background import Background
from desktop_client.ui.tickets.reply_box import ReplyDraft
from desktop_client.ui.tickets.tickets_page import TicketsActions, TicketsPage

KEEP_MS = 1500
"""What is written is kept at most this often."""
ACTIONS = {
    None: None,
    Answer.WORKS_AGAIN: Action.RESOLVE,
    Answer.STILL_BROKEN: Action.REOPEN,
    Answer.REOPEN: Action.REOPEN,
    Answer.REMOTE_HELP: None,
}
"""What each click says to the backend."""


@dataclass(frozen=True, kw_only=True)
class FollowingWork:
    """Functions that block, called beside Qt's thread.

    `conversation` gives None for a ticket that isn't known here. `fetch_words` says whether it learned something. `reply` gets the
    ticket's id, text, action, files, pictures as PNG, and whether it asks for remote help. `written` gives the reply that was being written
    to a ticket, `keep_written` keeps it. `save_delivery` writes what waits to a file.
    """

    conversation: Callable[[str], ConversationView | None]
    fetch_words: Callable[[str], bool]
    mark_read: Callable[[str], None]
    reply: Callable[[str, str, Action | None, tuple[Path, ...], tuple[bytes, ...], bool], object]
    written: Callable[[str], ReplyDraft]
    keep_written: Callable[[str, ReplyDraft], None]
    withdraw: Callable[[str], ReplyDraft | None]
    save_delivery: Callable[[str, Path], object]


@dataclass(frozen=True, kw_only=True)
class FollowingActions:
    """What the page asks of the rest of the program, in Qt's thread. `edit` gets the id of a waiting report."""

    report: Callable[[], object]
    try_now: Callable[[str], object]
    edit: Callable[[str], object]
    changed: Callable[[], object]
    unexpected: Callable[[Exception], Reason]
    say: Callable[[Reason], object]
    open_article: Callable[[str], object] = lambda _article: None


class Following:
    """Give `actions` to the page, then the page to `attach`."""

    def __init__(self, pool: Background, disk: Background, work: FollowingWork, actions: FollowingActions) -> None:
        """`disk` has one thread, so that what is kept keeps its order."""
        self._pool, self._disk, self._work, self._then = pool, disk, work, actions
        self._page: TicketsPage | None = None
        self._drafts: dict[str, ReplyDraft] = {}
        self._unkept: set[str] = set()
        self._keep_later = QTimer()
        self._keep_later.setSingleShot(True)
        self._keep_later.setInterval(KEEP_MS)
        self._keep_later.timeout.connect(self.keep_now)
        self._asked: set[str] = set()
        self._now: Now | None = None
        self.actions = TicketsActions(
            report=actions.report,
            select=self._select,
            mark_read=self._mark_read,
            send=self._send,
            keep_draft=self._keep_draft,
            try_now=actions.try_now,
            edit=self._edit,
            save_as_file=self._save_as_file,
            open_article=actions.open_article,
        )

    def attach(self, page: TicketsPage) -> None:
        """The page that is filled from now on."""
        self._page = page

    def keep_now(self) -> None:
        """Keeps what was written since, for when the program ends too."""
        self._keep_later.stop()
        for ticket in self._unkept:
            draft = self._drafts.get(ticket, ReplyDraft())
            self._disk.run(lambda ticket=ticket, draft=draft: self._work.keep_written(ticket, draft), None, self._unexpected)
        self._unkept.clear()

    def show_now(self, now: Now) -> None:
        """Tickets or outbox changed."""
        self._now = now
        if self._page is None:
            return
        self._page.show_lists(ticket_lists(now.tickets, now.deliveries), desk_of(now.about))
        if self._page.chosen():
            self._load(self._page.chosen(), other=False)

    def _select(self, ticket: str) -> None:
        self._load(ticket, other=True)

    def _load(self, ticket: str, *, other: bool) -> None:
        known = self._drafts.get(ticket)

        def read() -> tuple[ConversationView | None, ReplyDraft]:
            return self._work.conversation(ticket), self._work.written(ticket) if known is None and other else known or ReplyDraft()

        def show(found: tuple[ConversationView | None, ReplyDraft]) -> None:
            view, written = found
            if view is not None and self._page is not None:
                self._page.show_conversation(view, self._drafts.setdefault(ticket, written) if other else None)
                self._fetch_words(ticket)

        self._pool.run(read, show, self._unexpected)

    def _fetch_words(self, ticket: str) -> None:
        """Asks for the report's own words once, where only the feed told of this ticket."""
        if ticket in self._asked:
            return
        self._asked.add(ticket)

        def fetched(learned: bool) -> None:  # noqa: FBT001 - what the work answers
            if learned:
                self._load(ticket, other=False)

        def failed(_error: Exception) -> None:
            # Offline, most likely: it is asked again when the ticket is next opened.
            self._asked.discard(ticket)

        self._pool.run(lambda: self._work.fetch_words(ticket), fetched, failed)

    def _mark_read(self, ticket: str) -> None:
        self._pool.run(lambda: self._work.mark_read(ticket), lambda _nothing: self._then.changed(), self._unexpected)

    def _keep_draft(self, ticket: str, draft: ReplyDraft) -> None:
        self._drafts[ticket] = draft
        self._unkept.add(ticket)
        if not self._keep_later.isActive():
            self._keep_later.start()

    def _send(self, ticket: str, draft: ReplyDraft, answer: Answer | None) -> None:
        files = tuple(item.path for item in draft.items if item.path is not None)
        pictures = tuple(item for item in draft.items if item.path is None)

        def send() -> object:
            pasted = tuple(item.png() for item in pictures)
            return self._work.reply(ticket, draft.text, ACTIONS[answer], files, pasted, answer is Answer.REMOTE_HELP)

        def sent(_delivery: object) -> None:
            self._keep_draft(ticket, ReplyDraft())
            # At once: after a crash it must not stand there as if it had not been sent.
            self.keep_now()
            if self._page is not None:
                self._page.sent(ticket)
            self._then.changed()

        def failed(error: Exception) -> None:
            reason = error.reason if isinstance(error, RefusedError) else self._then.unexpected(error)
            if self._page is not None:
                self._page.not_sent(ticket, reason)

        self._pool.run(send, sent, failed)

    def _edit(self, delivery: str) -> None:
        """A report goes back into its window; a reply back into the box that it was written in."""
        held = next((each for each in self._now.deliveries if each.id == delivery), None) if self._now else None
        if held is None or held.ticket == held.id:
            self._then.edit(delivery)
            return

        def withdrawn(draft: ReplyDraft | None) -> None:
            if draft is not None:
                self._keep_draft(held.ticket, joined(draft, self._drafts.get(held.ticket, ReplyDraft())))
                self._load(held.ticket, other=True)
            self._then.changed()

        self._pool.run(lambda: self._work.withdraw(delivery), withdrawn, self._failed)

    def _save_as_file(self, delivery: str) -> None:
        dialog = QFileDialog(self._page.window() if self._page else None)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter("zip (*.zip)")
        dialog.setDefaultSuffix("zip")
        dialog.selectFile("sigap-report.zip")
        dialog.fileSelected.connect(lambda file: self._pool.run(lambda: self._work.save_delivery(delivery, Path(file)), None, self._failed))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self._then.say(error.reason if isinstance(error, RefusedError) else self._then.unexpected(error))
        self._then.changed()

    def _unexpected(self, error: Exception) -> None:
        self._then.unexpected(error)


def joined(before: ReplyDraft, now: ReplyDraft) -> ReplyDraft:
    """What was taken back, and below it what was being written meanwhile."""
    return ReplyDraft("\n\n".join(text for text in (before.text, now.text) if text.strip()), (*before.items, *now.items))
