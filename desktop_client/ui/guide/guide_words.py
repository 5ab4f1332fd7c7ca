"""Verdicts, plans and what was tried in the person's language, as the guide player shows them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from contract.guides import Tried
from desktop_client.guides.fix import Plan
from desktop_client.guides.verdict import Outcome, Seen, Verdict
from desktop_client.screens.guide_view import EvidenceRow, GuideWords, Said, SaidChoice, SaidPlan, SaidVerdict, Tone, TriedRow
from desktop_client.sentences import verdicts
from desktop_client.sentences.reasons import Sentence
from desktop_client.sentences.verdicts import VerdictForms
from desktop_client.ui.words import clock_time, desk, number, size

TONES = {Outcome.OK: Tone.OK, Outcome.FOUND: Tone.FOUND, Outcome.NOT_POSSIBLE: Tone.PLAIN}
RESULT_TONES = {"helped": Tone.OK, "ok": Tone.OK, "no-help": Tone.FAILED, "found": Tone.FOUND}
translate = QCoreApplication.translate


def forms() -> VerdictForms:
    """Sizes and numbers as the language of now writes them."""
    return VerdictForms(size=size, number=number)


class SaidInWindows(GuideWords):
    """`help_desk` gives the company's own name for it, `telephone` its number, "" for none."""

    def __init__(self, help_desk: Callable[[], str] = str, telephone: Callable[[], str] = str) -> None:
        self._help_desk, self._telephone = help_desk, telephone

    def verdict(self, verdict: Verdict, before: Verdict | None = None) -> SaidVerdict:
        """See `GuideWords`."""
        said = verdicts.say_verdict(verdict, translate, forms())
        earlier = {row.name: row.value for row in verdicts.evidence_rows(before, translate, forms())} if before else {}
        tone = TONES[verdict.outcome]
        rows = tuple(
            EvidenceRow(
                label=row.label,
                value=row.value,
                before=earlier.get(row.name, "") if earlier.get(row.name, "") != row.value else "",
                tone=tone if before else Tone.PLAIN,
            )
            for row in verdicts.evidence_rows(verdict, translate, forms())
        )
        return SaidVerdict(
            name=verdicts.check_name(verdict.check, translate),
            title=said.title,
            text=said.text,
            tone=tone,
            rows=rows,
            details=verdicts.details(verdict),
        )

    def checking(self, reference: str) -> str:
        """See `GuideWords`."""
        return verdicts.checking(reference, translate)

    def check_name(self, reference: str) -> str:
        """See `GuideWords`."""
        return verdicts.check_name(reference, translate)

    def plan(self, fix: str, plan: Plan) -> SaidPlan:
        """See `GuideWords`."""
        said = verdicts.say_plan(fix, plan, translate, forms())
        return SaidPlan(
            name=said.name,
            actions=said.actions,
            warnings=said.warnings,
            choices=tuple(
                SaidChoice(
                    key=one.key, title=verdicts.say_choice(fix, one, translate, forms()), size_bytes=one.size_bytes, ticked=one.ticked
                )
                for one in plan.choices
            ),
            one_choice=plan.one_choice,
            can_put_back=plan.can_put_back,
            needs_administrator=plan.needs_administrator,
            takes_s=plan.takes_s,
        )

    def fix_name(self, fix: str) -> str:
        """See `GuideWords`."""
        return verdicts.fix_name(fix, translate)

    def not_offered(self, fix: str, why: str) -> Said:  # noqa: ARG002 - the protocol's shape; the reasons are alike for all
        """See `GuideWords`."""
        return _said(verdicts.say_not_offered(why, desk(self._help_desk()), translate))

    def not_done(self, fix: str, why: str, *, put_back: bool = False) -> Said:  # noqa: ARG002 - the same
        """See `GuideWords`."""
        return _said(verdicts.say_not_done(why, desk(self._help_desk()), translate, put_back=put_back))

    def tried(self, tried: Tried) -> TriedRow:
        """See `GuideWords`."""
        kind, _, rest = tried.result.partition(":")
        name = self.fix_name(tried.name) if tried.kind == "fix" else self.check_name(tried.name) if tried.kind == "check" else ""
        text = ""
        if tried.kind == "check":
            said = verdicts.say_verdict(_verdict(tried), translate, forms())
            text = said.title if kind != "not_possible" else verdicts.why_not_possible(rest, translate)
        elif tried.kind == "fix" and kind == "not_possible":
            text = _whole(verdicts.say_not_offered(rest, desk(self._help_desk()), translate))
        return TriedRow(
            title=name or tried.title,
            result=verdicts.tried_result(tried, translate),
            text=text,
            tone=RESULT_TONES.get(kind, Tone.PLAIN) if tried.kind != "answer" else Tone.PLAIN,
        )

    def filled(self, text: str, seen: Sequence[Verdict]) -> str:
        """See `GuideWords`."""
        told = text.replace("{desk}", desk(self._help_desk()))
        # Without a number the sentence stays unfilled, and is left out.
        number_to_call = self._telephone()
        told = told.replace("{telephone}", number_to_call) if number_to_call else told
        return verdicts.fill_from(told, seen, translate, forms())

    def moment(self, verdict: Verdict) -> str:
        """See `GuideWords`."""
        return clock_time(verdict.at)


def _said(sentence: Sentence) -> Said:
    return Said(sentence.title, sentence.text)


def _whole(sentence: Sentence) -> str:
    return f"{sentence.title}."


def _verdict(tried: Tried) -> Verdict:
    """The verdict that was written down with what was tried."""
    outcome, _, code = tried.result.partition(":")
    seen = Seen(Outcome(outcome) if outcome in set(Outcome) else Outcome.NOT_POSSIBLE, code, tried.evidence)
    return Verdict(check=tried.name, seen=seen, at=tried.at)
