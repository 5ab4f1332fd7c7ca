"""The parts of the windows for one instance: each is made, and its code loaded, with the first window that needs it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_client.flows.instance import Instance
from desktop_client.reasons import Reason
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.program import Program

if TYPE_CHECKING:
    from desktop_client.flows.sync_articles import ArticleSync
    from desktop_client.ui.computer.checking import Checking
    from desktop_client.ui.guide.walking_through import WalkingThrough
    from desktop_client.ui.help.helping import Helping
    from desktop_client.ui.instance_work import Tickets
    from desktop_client.ui.notices.after_crash import AfterCrash
    from desktop_client.ui.report.reporting import Reporting
    from desktop_client.ui.tickets.following import Following


class InstanceParts:
    """Belongs to Qt's thread, like what it makes."""

    def __init__(
        self,
        theme: Theme,
        pool: Background,
        disk: Background,
        instance: Instance,
        *,
        send: Callable[[], object],
        wake: Callable[[], object],
        unexpected: Callable[[Exception], Reason],
        articles: "ArticleSync",
    ) -> None:
        """`disk` has one thread, so that what is kept keeps its order. `send` is told that something new waits; it is called beside Qt's
        thread. `wake` lets everything that waits be tried at once. `unexpected` writes an error down and gives a reason to show. `articles`
        fetches help articles.
        """
        self._theme, self._pool, self._disk, self._instance = theme, pool, disk, instance
        self._send, self._wake, self._unexpected, self._articles = send, wake, unexpected, articles

    def reporting(self, program: Program) -> "Reporting":
        """For the first report."""
        from desktop_client.ui.instance_work import Reports, Tickets  # noqa: PLC0415 - with the first report
        from desktop_client.ui.report.report_actions import SuggestionActions  # noqa: PLC0415 - the same
        from desktop_client.ui.report.reporting import Reporting, ReportingActions  # noqa: PLC0415 - the same

        tickets = Tickets(self._instance, self._send)
        reports = Reports(self._instance, self._send)
        actions = ReportingActions(
            changed=program.look,
            try_now=self._try_again(tickets, program),
            open_ticket=program.open_tickets,
            delivery=tickets.delivery,
            save_delivery=tickets.save_delivery,
            unexpected=self._unexpected,
            say=program.say,
            suggestions=SuggestionActions(
                suggest=lambda subject, details, show: program.helping().suggest(subject, details, reports.front(), show),
                open=lambda article: program.open_article(article, from_report=True),
                ignored=lambda articles: program.helping().ignored(articles),
            ),
        )
        return Reporting(self._theme, self._pool, self._disk, reports.work(), actions)

    def following(self, program: Program) -> "Following":
        """For the first look at My tickets."""
        from desktop_client.ui.instance_work import Tickets  # noqa: PLC0415 - with the first window
        from desktop_client.ui.tickets.following import Following, FollowingActions  # noqa: PLC0415 - the same

        tickets = Tickets(self._instance, self._send)
        actions = FollowingActions(
            report=program.report,
            try_now=self._try_again(tickets, program),
            edit=lambda delivery: program.reporting().edit(delivery),
            changed=program.look,
            unexpected=self._unexpected,
            say=program.say,
            open_article=program.open_article,
        )
        return Following(self._pool, self._disk, tickets.work(), actions)

    def checking(self, _program: Program) -> "Checking":
        """For the first look at This computer."""
        from desktop_client.ui.computer.checking import Checking  # noqa: PLC0415 - with the first window
        from desktop_client.ui.instance_work import check, names  # noqa: PLC0415 - the same

        return Checking(self._pool, lambda told, stop: check(self._instance, told, stop), names, self._unexpected)

    def helping(self, program: Program) -> "Helping":
        """For the first search or article."""
        from desktop_client.flows.begin_report import Beginning  # noqa: PLC0415 - with the first search
        from desktop_client.ui.help.guides_here import GuidesHere  # noqa: PLC0415 - with the first search
        from desktop_client.ui.help.helping import Helping, HelpingActions  # noqa: PLC0415 - with the first search
        from desktop_client.ui.instance_help import Help  # noqa: PLC0415 - the same

        actions = HelpingActions(
            report=lambda subject: program.reporting().start(Beginning(subject=subject)),
            show_page=program.help_page,
            solved=lambda: program.reporting().helped(),
            unexpected=self._unexpected,
            say=program.say,
        )
        work = Help(self._instance, self._articles.progress, self._articles.look_now).work()
        made = Helping(self._theme, self._pool, work, actions)
        made.reading.guides = GuidesHere(lambda: self._walking_through(program, made))
        self._articles.listen(lambda _progress: self._pool.post(made.look))
        return made

    def _walking_through(self, program: Program, helping: "Helping") -> "WalkingThrough":
        """For the first guide."""
        from desktop_client.ui.guide.guide_words import SaidInWindows  # noqa: PLC0415 - with the first guide
        from desktop_client.ui.guide.walking_through import GuideProgram, WalkingThrough  # noqa: PLC0415 - the same
        from desktop_client.ui.guide_work import Guides  # noqa: PLC0415 - the same

        guides = Guides(self._instance)

        def solved(guide: str) -> None:
            self._pool.run(lambda: guides.solved(guide), None, self._unexpected)
            helping.reading.solved()

        actions = GuideProgram(
            report=lambda beginning: program.reporting().start(beginning), solved=solved, unexpected=self._unexpected, say=program.say
        )
        words = SaidInWindows(lambda: self._instance.about().help_desk, lambda: self._instance.about().telephone)
        return WalkingThrough(self._theme, self._pool, guides.work(), actions, words)

    def resume_guide(self, program: Program) -> None:
        """After a start: a guide that asked for a restart opens where it was left, and so does one whose fix was cut short."""

        def wanted() -> str:
            if not self._instance.profile.walks_folder.is_dir():
                return ""
            from desktop_client.flows.walk_guide import guide_after_start  # noqa: PLC0415 - only where a guide was left

            return guide_after_start(self._instance)

        def open_it(guide: str) -> None:
            if guide:
                program.open_article(guide)

        self._pool.run(wanted, open_it, self._unexpected)

    def after_crash(self, program: Program, log: Callable[[], bytes]) -> "AfterCrash":
        """For a start after Sigap had closed by itself: told as soon as it is known whether a draft is kept. `log` blocks."""
        from desktop_client.flows.send_report import kept_drafts  # noqa: PLC0415 - rare
        from desktop_client.ui.notices.after_crash import AfterCrash  # noqa: PLC0415 - rare

        shown = AfterCrash(self._theme, program.reporting, log)
        self._pool.run(
            lambda: kept_drafts(self._instance.drafts, self._instance.outbox),
            lambda kept: shown.show(draft_kept=bool(kept)),
            self._unexpected,
        )
        return shown

    def _try_again(self, tickets: "Tickets", program: Program) -> Callable[[str], object]:
        """A person wants it tried now: one delivery by its id, or with "" all that waits."""

        def try_now(delivery: str) -> None:
            self._wake()
            if delivery:
                self._pool.run(lambda: tickets.try_again(delivery), lambda _nothing: program.look(), self._unexpected)

        return try_now
