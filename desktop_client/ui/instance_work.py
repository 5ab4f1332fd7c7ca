"""What the windows have done for them, made of one instance's flows. Everything here blocks and runs beside Qt's thread."""

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec

from contract.diagnostics import Diagnostics
from contract.tickets import REMOTE_HELP, Action
from contract.uploads import Kind
from desktop_client.flows import follow_tickets
from desktop_client.flows.instance import Instance
from desktop_client.help_desk.delivery import Delivery, DeliveryKind
from desktop_client.help_desk.draft import Draft
from desktop_client.help_desk.reply_drafts import WrittenReply
from desktop_client.reasons import Cause, RefusedError, refused, unwritable
from desktop_client.screens.held import held_reply, held_report
from desktop_client.screens.tickets import ConversationView, conversation_view, held_view
from desktop_client.system.machine.identity import account, computer_name, display_name
from desktop_client.system.network.interfaces import own_address
from desktop_client.system.not_known import NotKnown
from desktop_client.system.programs.front_program import FrontProgram, read_front_program
from desktop_client.ui.report.report_work import Click, Pointer, ReportWork
from desktop_client.ui.tickets.following import FollowingWork
from desktop_client.ui.tickets.reply_box import ReplyDraft, ReplyItem

Progress = Callable[[int, int], None]
TAKEN_BACK = "taken-back-"
"""Folders beside the drafts, with the files of replies that were taken back."""


class Reports:
    """A report, from the click to the outbox."""

    def __init__(self, instance: Instance, changed: Callable[[], object]) -> None:
        """`changed` wakes the sender: something new waits."""
        self._instance, self._changed = instance, changed
        self._front: FrontProgram | NotKnown | None = None

    def work(self) -> ReportWork:
        """The functions, as the windows take them."""
        return ReportWork(
            begin=self.begin,
            capture=self.capture,
            adopt=self.adopt,
            diagnose=self.diagnose,
            save=self._instance.drafts.save,
            delete=self._instance.drafts.delete,
            add_file=self.add_file,
            add_picture=self.add_picture,
            add_log=self.add_log,
            remove=self._instance.drafts.remove,
            clean=self.clean,
            send=self.send,
            save_as_file=self.save_as_file,
            edit=self.edit,
            place=lambda draft: self._instance.profile.drafts_folder / draft.id,
            about=self._instance.about,
            person=display_name() or account(),
            computer=computer_name(),
        )

    def front(self) -> str:
        """The name of the program that was in front when the report began, "" when nobody knows; answers at once."""
        return self._front.name if isinstance(self._front, FrontProgram) else ""

    def begin(self, pointer: Pointer) -> Click:
        """The program in front, the screens, and the drafts of before."""
        from desktop_client.flows.send_report import kept_drafts  # noqa: PLC0415 - loaded with the first click

        self._front = read_front_program()
        values = self._instance.preferences.values()
        kept = kept_drafts(self._instance.drafts, self._instance.outbox)
        draft = msgspec.structs.replace(self._instance.drafts.new(), telephone=values.telephone, place=values.place)
        return Click(draft=self.capture(draft, pointer) if values.take_screenshots else draft, kept=kept)

    def capture(self, draft: Draft, pointer: Pointer) -> Draft:
        """The screens as they are now."""
        from desktop_client.flows.capture_screens import capture_screens  # noqa: PLC0415 - loaded with the first click

        return capture_screens(draft, self._instance.drafts, pointer)

    def adopt(self, kept: Draft, fresh: Draft) -> Draft:
        """The kept draft with the fresh pictures."""
        from desktop_client.flows.adopt_pictures import adopt_pictures  # noqa: PLC0415 - rare

        return adopt_pictures(kept, fresh, self._instance.drafts)

    def diagnose(self, on_progress: Progress, stop: threading.Event) -> Diagnostics:
        """This computer's facts, redacted."""
        return check(self._instance, on_progress, stop, self._front)

    def add_file(self, draft: Draft, file: Path, progress: Progress, cancelled: Callable[[], bool]) -> Draft:
        """A copy of the person's file."""
        return self._instance.drafts.add_file(draft, file, self._instance.about().limits, progress, cancelled)

    def add_picture(self, draft: Draft, png: bytes) -> Draft:
        """A picture from the clipboard."""
        limits = self._instance.about().limits
        number = 1 + sum(item.name.startswith("picture-") for item in draft.items)
        return self._instance.drafts.add_bytes(draft, f"picture-{number}.png", "image/png", Kind.FILE, png, limits=limits)

    def add_log(self, draft: Draft, lines: bytes) -> Draft:
        """The client's own log, redacted when it was written; a draft without it when there is none."""
        if not lines:
            return draft
        return self._instance.drafts.add_bytes(draft, "sigap.log", "text/plain", Kind.LOG, lines)

    def clean(self, draft: Draft) -> Draft:
        """The draft without what can't be sent."""
        from desktop_client.flows import report_contents  # noqa: PLC0415 - loaded with the first report

        return report_contents.cleaned(draft) if report_contents.loses_characters(draft) else draft

    def send(self, draft: Draft, progress: Progress) -> Delivery:
        """Promises it; where to be reached is remembered."""
        from desktop_client.flows.send_report import send_report  # noqa: PLC0415 - loaded with the first report

        instance = self._instance
        delivery = send_report(draft, drafts=instance.drafts, outbox=instance.outbox, about=instance.about(), progress=progress)
        self._remember(draft)
        self._changed()
        return delivery

    def save_as_file(self, draft: Draft, target: Path) -> None:
        """The draft as a zip."""
        from desktop_client.flows.save_as_file import save_as_file  # noqa: PLC0415 - rare

        save_as_file(draft, target, drafts=self._instance.drafts)

    def edit(self, delivery_id: str) -> Draft:
        """A waiting or refused report as a draft again."""
        from desktop_client.flows.edit_waiting import edit_waiting  # noqa: PLC0415 - rare

        return edit_waiting(delivery_id, outbox=self._instance.outbox, drafts=self._instance.drafts)

    def _remember(self, draft: Draft) -> None:
        values = self._instance.preferences.values()
        for key, said in (("telephone", draft.telephone.strip()), ("place", draft.place.strip())):
            if said and said != getattr(values, key):
                self._instance.preferences.change(key, said)


class Tickets:
    """Tickets, conversations and replies."""

    def __init__(self, instance: Instance, changed: Callable[[], object]) -> None:
        """`changed` wakes the sender: something new waits."""
        self._instance, self._changed = instance, changed

    def work(self) -> FollowingWork:
        """The functions, as the page takes them."""
        return FollowingWork(
            conversation=self.conversation,
            fetch_words=self.fetch_words,
            mark_read=self._instance.cache.mark_read,
            reply=self.reply,
            written=self.written,
            keep_written=self.keep_written,
            withdraw=self.withdraw,
            save_delivery=self.save_delivery,
        )

    def conversation(self, ticket_id: str) -> ConversationView | None:
        """A ticket that the backend has, or a report that waits, with the replies that wait."""
        instance = self._instance
        replies = [held_reply(waiting) for waiting in follow_tickets.waiting_messages(ticket_id, outbox=instance.outbox)]
        known = instance.cache.conversation(ticket_id)
        if known is not None:
            return conversation_view(known, replies, remote_help=REMOTE_HELP in instance.about().understands)
        kept = instance.outbox.kept(ticket_id)
        report = held_report(kept) if kept else None
        return held_view(report, replies) if report else None

    def fetch_words(self, ticket_id: str) -> bool:
        """Whether the report's own words were fetched just now."""
        session = self._instance.session()
        if session is None:
            return False
        with session:
            return follow_tickets.fetch_words(ticket_id, session, cache=self._instance.cache)

    def reply(
        self,
        ticket_id: str,
        text: str,
        action: Action | None,
        files: tuple[Path, ...],
        pictures: tuple[bytes, ...],
        wants_help: bool = False,  # noqa: FBT001, FBT002 - a value that the window hands over
    ) -> Delivery:
        """Promises a reply; pasted pictures become files first. `wants_help`: it asks for remote help."""
        from desktop_client.flows.reply import reply  # noqa: PLC0415 - loaded with the first reply

        instance = self._instance
        with tempfile.TemporaryDirectory(dir=instance.profile.drafts_folder) as folder:
            pasted = [Path(folder) / f"picture-{number}.png" for number in range(1, len(pictures) + 1)]
            for place, png in zip(pasted, pictures, strict=True):
                place.write_bytes(png)
            conversation = instance.cache.conversation(ticket_id)
            delivery = reply(
                ticket_id,
                text,
                action,
                (*files, *pasted),
                outbox=instance.outbox,
                about=instance.about(),
                subject=conversation.ticket.subject if conversation else "",
                wants=REMOTE_HELP if wants_help else None,
            )
        self._changed()
        return delivery

    def written(self, ticket_id: str) -> ReplyDraft:
        """The reply that was being written; files that are gone by now are left out."""
        kept = self._instance.replies.get(ticket_id)
        files = (Path(name) for name in kept.files)
        return ReplyDraft(text=kept.text, items=tuple(ReplyItem(name=file.name, path=file) for file in files if file.is_file()))

    def keep_written(self, ticket_id: str, draft: ReplyDraft) -> None:
        """Keeps it; pictures that were pasted live only as long as the program. Copies of ours that are no longer in it are deleted."""
        files = tuple(str(item.path) for item in draft.items if item.path is not None)
        before = self._instance.replies.get(ticket_id).files
        self._instance.replies.keep(ticket_id, WrittenReply(text=draft.text, files=files))
        for gone in set(before) - set(files):
            folder = Path(gone).parent
            if folder.parent.parent == self._instance.profile.drafts_folder and folder.parent.name.startswith(TAKEN_BACK):
                shutil.rmtree(folder, ignore_errors=True)
                with contextlib.suppress(OSError):
                    # With the last of its files.
                    folder.parent.rmdir()

    def withdraw(self, delivery_id: str) -> ReplyDraft | None:
        """A reply that waits goes back to where it was written, with its words and copies of its files, which may be the only ones."""
        from desktop_client.flows.edit_waiting import withdraw_reply  # noqa: PLC0415 - rare

        outbox = self._instance.outbox
        kept = outbox.kept(delivery_id)
        folder = self._instance.profile.drafts_folder / f"{TAKEN_BACK}{delivery_id}"
        copies: dict[str, Path] = {}
        try:
            for upload, source in (kept.files if kept else {}).items():
                (folder / upload).mkdir(parents=True)
                copies[upload] = Path(shutil.copyfile(source, folder / upload / "file"))
            reply = withdraw_reply(delivery_id, outbox=outbox)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise unwritable(error, self._instance.profile.drafts_folder) from error
        except RefusedError:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        files = [copies[ref.upload].rename(copies[ref.upload].with_name(ref.name)) for ref in reply.files if ref.upload in copies]
        return ReplyDraft(text=reply.text, items=tuple(ReplyItem(name=file.name, path=file) for file in files))

    def delivery(self, delivery_id: str) -> Delivery | None:
        """How a promise stands."""
        return self._instance.outbox.delivery(delivery_id)

    def save_delivery(self, delivery_id: str, target: Path) -> None:
        """What waits, as a zip."""
        from desktop_client.flows.save_as_file import save_as_file  # noqa: PLC0415 - rare

        found = self._instance.outbox.delivery(delivery_id)
        if found is None:
            raise refused(Cause.NO_SUCH_TICKET, ticket=delivery_id)
        save_as_file(found, target, outbox=self._instance.outbox)

    def try_again(self, delivery_id: str) -> None:
        """Lets a refused one be tried as it is; one that arrived with other words goes out as a reply."""
        from desktop_client.flows.mend_refused import send_as_reply, try_again  # noqa: PLC0415 - rare

        found = self._instance.outbox.delivery(delivery_id)
        if found and found.reason and found.reason.cause is Cause.CONFLICT and found.kind is DeliveryKind.REPORT:
            send_as_reply(delivery_id, outbox=self._instance.outbox)
        elif found:
            try_again(delivery_id, outbox=self._instance.outbox)
        self._changed()


def check(instance: Instance, on_progress: Progress, stop: threading.Event, front: FrontProgram | NotKnown | None = None) -> Diagnostics:
    """This computer's facts, redacted."""
    from desktop_client.flows.diagnose import diagnose  # noqa: PLC0415 - loaded with the first check

    enrolment = instance.enrolment()
    return diagnose(
        address=enrolment.address if enrolment else None,
        hosts=instance.about().hosts,
        known_secrets=instance.known_secrets,
        on_progress=on_progress,
        cancelled=stop,
        front=front,
    )


def names() -> tuple[str, str]:
    """The computer's name and its address in the network, for the card to read out."""
    return computer_name(), own_address()
