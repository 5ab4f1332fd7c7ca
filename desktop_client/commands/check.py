"""`sigap check`: looks with the checks that guides use, and says what they found. Changes nothing, sends nothing to the help desk."""

import argparse
from collections import Counter
from collections.abc import Sequence

import msgspec

from desktop_client.backend.enrolment import read_enrolment
from desktop_client.commands.command import Call, Exit
from desktop_client.flows.run_checks import check_computer, company_of
from desktop_client.guides.company import Company
from desktop_client.guides.verdict import Outcome, Verdict
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.sentences.verdicts import check_name, say_verdict
from desktop_client.system.folders import Profile

HELP = "Run these checks, or all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which checks."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="such as dns, printer, or answers(KEY) for a service of the company")


def run(call: Call) -> Exit:
    """Looks, and says each verdict as it comes; with --json all at once."""
    verdicts = check_computer(call.options.names, call.profile, company_here(call.profile))
    call.output.answer({"checks": [as_values(verdict) for verdict in verdicts]}, as_text(verdicts))
    return Exit.DONE


def company_here(profile: Profile) -> Company:
    """What the company told this profile."""
    enrolment = read_enrolment(profile)
    address = enrolment.address if enrolment else ""
    return company_of(AboutKept(profile.about_file).about(address), address)


def as_values(verdict: Verdict) -> dict[str, object]:
    """One check in the JSON object."""
    return {"name": verdict.check, "verdict": verdict.text(), "evidence": [msgspec.to_builtins(one) for one in verdict.evidence]}


def as_text(verdicts: Sequence[Verdict]) -> str:
    """A line a check, and how many there are of each outcome."""
    lines = [said(verdict) for verdict in verdicts]
    counts = Counter(verdict.outcome for verdict in verdicts)
    problems = counts[Outcome.FOUND]
    lines.append(f"{counts[Outcome.OK]} OK, {problems} problem{'' if problems == 1 else 's'}, {counts[Outcome.NOT_POSSIBLE]} not possible.")
    return "\n".join(lines)


def said(verdict: Verdict) -> str:
    """The check and what it says, such as "Printer: problem: Lantai3 doesn't answer."."""
    name, sentence = check_name(verdict.check), say_verdict(verdict)
    before = {Outcome.OK: "OK", Outcome.FOUND: "problem", Outcome.NOT_POSSIBLE: "not possible"}[verdict.outcome]
    return f"{name}: {before}: {sentence.whole()}"
