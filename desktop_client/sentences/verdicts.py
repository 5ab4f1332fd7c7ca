"""What verdicts, fixes and what was tried say to a person: the one place for windows and command line.

The words of each check and fix are in their tables; here is what all share, and how evidence gets into a sentence. A sentence whose
evidence is not there is left out. The windows hand in Qt's translation and the locale's numbers, the command line speaks English.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from contract.guides import Evidence, Tried
from desktop_client.guides.fix import Choice, Doing, Plan
from desktop_client.guides.verdict import AFTER, NotPossible, Outcome, Verdict, name_of, parameter_of
from desktop_client.sentences import computer_checks, computer_fixes, network_checks, network_fixes
from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.sentences.reasons import Sentence, english_size, shown
from desktop_client.sentences.verdict_words import CHECKS, FIXES, CheckWords, FixWords, VerdictWords

VERDICTS = "Verdicts"
"""Under which Qt Linguist keeps the texts of this file."""

Translate = Callable[[str, str], str]
"""Context and text to the person's language."""


def english(_context: str, text: str) -> str:
    """No translation."""
    return text


@dataclass(frozen=True)
class VerdictForms:
    """How sizes and numbers are written; `number` gets the value and its decimals."""

    size: Callable[[int], str]
    number: Callable[[float, int], str]


ENGLISH_FORMS = VerdictForms(size=english_size, number=lambda value, digits: f"{value:,.{digits}f}")

SIZE_UNITS = {"bytes": 1, "B": 1, "kB": 1000, "MB": 1_000_000, "GB": 1_000_000_000}

NOT_POSSIBLE = {
    NotPossible.RIGHTS: QT_TRANSLATE_NOOP("Verdicts", "Sigap may not look at it"),
    NotPossible.TIME: QT_TRANSLATE_NOOP("Verdicts", "no answer in time"),
    NotPossible.STOPPED: QT_TRANSLATE_NOOP("Verdicts", "it was stopped"),
    NotPossible.NOT_HERE: QT_TRANSLATE_NOOP("Verdicts", "that is not known here"),
    NotPossible.FAILED: QT_TRANSLATE_NOOP("Verdicts", "the check itself failed"),
}
AFTER_OTHER = QT_TRANSLATE_NOOP("Verdicts", "{check} has to work first")
UNKNOWN_WHY = QT_TRANSLATE_NOOP("Verdicts", "the reason is not known")
CANT_CHECK = QT_TRANSLATE_NOOP("Verdicts", "Can't check this: {reason}.")
GO_ON = QT_TRANSLATE_NOOP("Verdicts", "You can go on.")
NOTHING_FOUND = QT_TRANSLATE_NOOP("Verdicts", "No problem found.")
SOMETHING_FOUND = QT_TRANSLATE_NOOP("Verdicts", "A problem was found.")
CHECKING = QT_TRANSLATE_NOOP("Verdicts", "Checking…")
YES, NO = QT_TRANSLATE_NOOP("Verdicts", "yes"), QT_TRANSLATE_NOOP("Verdicts", "no")

UNCHANGED = QT_TRANSLATE_NOOP("Verdicts", "Nothing was changed.")
REPORT_IT = QT_TRANSLATE_NOOP("Verdicts", "Report it to {desk}.")
GUIDE_GOES_ON = QT_TRANSLATE_NOOP("Verdicts", "The guide goes on without it.")
NEEDS_ADMINISTRATOR = QT_TRANSLATE_NOOP("Verdicts", "An administrator must do this.")
CHECK_AGAIN = QT_TRANSLATE_NOOP("Verdicts", "Check again.")
MAYBE_CHANGED = QT_TRANSLATE_NOOP("Verdicts", "Something may have been changed.")

NOT_OFFERED: Mapping[str, tuple[str, ...]] = {
    "not here": (QT_TRANSLATE_NOOP("Verdicts", "Sigap can't do this here."), GUIDE_GOES_ON),
    "rights": (NEEDS_ADMINISTRATOR, UNCHANGED, REPORT_IT),
    "refused by company": (QT_TRANSLATE_NOOP("Verdicts", "Your company doesn't let Sigap do this."), GUIDE_GOES_ON),
    "nothing to do": (QT_TRANSLATE_NOOP("Verdicts", "There is nothing to do here."), GUIDE_GOES_ON),
    "in use": (QT_TRANSLATE_NOOP("Verdicts", "A call or remote help is using the network. Try this afterwards."), GUIDE_GOES_ON),
    "not on this system": (QT_TRANSLATE_NOOP("Verdicts", "Sigap can't do this on this system."), GUIDE_GOES_ON),
}
"""By `guides.fix.NotHere.why`; the first sentence is the title."""

NOT_DONE: Mapping[str, tuple[str, ...]] = {
    "rights": (NEEDS_ADMINISTRATOR, UNCHANGED, REPORT_IT),
    "time": (QT_TRANSLATE_NOOP("Verdicts", "It took too long."), MAYBE_CHANGED, CHECK_AGAIN),
    "failed": (QT_TRANSLATE_NOOP("Verdicts", "It could not be done."), MAYBE_CHANGED, CHECK_AGAIN),
    "stopped": (QT_TRANSLATE_NOOP("Verdicts", "It was stopped."), MAYBE_CHANGED, CHECK_AGAIN),
    "cut short": (QT_TRANSLATE_NOOP("Verdicts", "The fix stopped halfway."), MAYBE_CHANGED, CHECK_AGAIN),
}
"""By `guides.fix.Applied.why`, and "cut short" for one that the end of the program interrupted."""
NOT_DONE_PUT_BACK: Mapping[str, tuple[str, ...]] = {
    "time": (QT_TRANSLATE_NOOP("Verdicts", "It took too long and was put back."), CHECK_AGAIN),
    "failed": (QT_TRANSLATE_NOOP("Verdicts", "It could not be done and was put back."), CHECK_AGAIN),
    "stopped": (QT_TRANSLATE_NOOP("Verdicts", "It was stopped and put back."), CHECK_AGAIN),
    "cut short": (QT_TRANSLATE_NOOP("Verdicts", "The fix stopped halfway and was put back."), CHECK_AGAIN),
}

RESULTS: Mapping[str, str] = {
    "helped": QT_TRANSLATE_NOOP("Verdicts", "helped"),
    "no-help": QT_TRANSLATE_NOOP("Verdicts", "didn't help"),
    "undone": QT_TRANSLATE_NOOP("Verdicts", "put back"),
    "skipped": QT_TRANSLATE_NOOP("Verdicts", "skipped"),
    "not_possible": QT_TRANSLATE_NOOP("Verdicts", "not possible"),
    "ok": QT_TRANSLATE_NOOP("Verdicts", "OK"),
    "found": QT_TRANSLATE_NOOP("Verdicts", "problem found"),
}
"""What became of it, in a word or two, by the first part of `contract.guides.Tried.result`."""


@dataclass(frozen=True)
class PlanSentences:
    """What a fix would do, in sentences."""

    name: str
    actions: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A value with its label."""

    name: str
    label: str
    value: str


def check_words(reference: str) -> CheckWords | None:
    """The table of a check, None for one that this client does not know."""
    name = name_of(reference)
    return network_checks.WORDS.get(name) or computer_checks.WORDS.get(name)


def fix_words(fix: str) -> FixWords | None:
    """The table of a fix, None for one that this client does not know."""
    return network_fixes.WORDS.get(fix) or computer_fixes.WORDS.get(fix)


def check_name(reference: str, translate: Translate = english) -> str:
    """The check in a list: "Printer"; with what it asks about, "Service: mail", unless its name has a place for that."""
    words, parameter = check_words(reference), shown(parameter_of(reference))
    said = translate(CHECKS, words.name) if words else name_of(reference)
    if "{parameter}" in said:
        return said.replace("{parameter}", parameter)
    return f"{said}: {parameter}" if parameter else said


def checking(reference: str, translate: Translate = english) -> str:
    """A whole sentence while it looks."""
    words = check_words(reference)
    said = translate(CHECKS, words.checking) if words else translate(VERDICTS, CHECKING)
    return said.replace("{parameter}", shown(parameter_of(reference)))


def fix_name(fix: str, translate: Translate = english) -> str:
    """What a fix does."""
    words = fix_words(fix)
    return translate(FIXES, words.name) if words else fix


def why_not_possible(code: str, translate: Translate = english) -> str:
    """Why a check could not look, as the end of a sentence: "no answer in time"."""
    if code.startswith(AFTER):
        return translate(VERDICTS, AFTER_OTHER).replace("{check}", check_name(code.removeprefix(AFTER).partition(":")[0], translate))
    why = NOT_POSSIBLE[NotPossible(code)] if code in set(NotPossible) else UNKNOWN_WHY
    return translate(VERDICTS, why)


def say_verdict(verdict: Verdict, translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS) -> Sentence:
    """A verdict in words."""
    if verdict.outcome is Outcome.NOT_POSSIBLE:
        reason = why_not_possible(verdict.code, translate)
        return Sentence(_bare(translate(VERDICTS, CANT_CHECK).replace("{reason}", reason)), translate(VERDICTS, GO_ON))
    table = check_words(verdict.check)
    words = _verdict_words(table, verdict)
    if words is None:
        title = SOMETHING_FOUND if verdict.outcome is Outcome.FOUND else NOTHING_FOUND
        return Sentence(_bare(translate(VERDICTS, title)), "")
    data = values(verdict, translate, forms)
    said = _fill(translate(CHECKS, words.title), data)
    if said is None:
        bare = words.bare or words.title
        said = _fill(translate(CHECKS, bare), data, hole="–") or ""
    return Sentence(_bare(said), fill_sentences(translate(CHECKS, words.text), data) if words.text else "")


def evidence_rows(verdict: Verdict, translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS) -> tuple[Row, ...]:
    """The evidence that has a label, as people read it, in the order in which it was measured."""
    words = check_words(verdict.check)
    return tuple(
        Row(evidence.name, translate(CHECKS, words.evidence[evidence.name]), said)
        for evidence in (verdict.evidence if words else ())
        if words and evidence.name in words.evidence and (said := value_text(evidence, words, translate, forms))
    )


def details(verdict: Verdict) -> str:
    """Codes and raw evidence, as a technician reads them, in the same words in every language."""
    lines = [f"{verdict.check}  {verdict.text()}"]
    lines += [f"  {one.name} = {shown(str(one.value))}{f' {one.unit}' if one.unit else ''}" for one in verdict.evidence]
    lines.append(f"  {verdict.at.astimezone():%Y-%m-%d %H:%M:%S %z}, {verdict.took_s:.1f} s")
    return "\n".join(lines)


def values(verdict: Verdict, translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS) -> dict[str, str]:
    """The evidence as it stands in sentences, by name; `parameter` is what the check was asked about."""
    words = check_words(verdict.check)
    said = {"parameter": shown(parameter_of(verdict.check))}
    said |= {evidence.name: value_text(evidence, words, translate, forms) for evidence in verdict.evidence}
    return {name: value for name, value in said.items() if value}


def value_text(
    evidence: Evidence, words: CheckWords | None = None, translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS
) -> str:
    """A value with its unit: "4 ms", "3.5 GB", "12%", "yes"; a code in the words of its check. "" for an empty text."""
    value, unit = evidence.value, evidence.unit
    if isinstance(value, bool):
        answer = YES if value else NO
        return translate(VERDICTS, answer)
    if isinstance(value, str):
        if words and value in words.values:
            return translate(CHECKS, words.values[value])
        return f"{shown(value)} {unit}".strip() if value.strip() else ""
    if unit in SIZE_UNITS:
        return forms.size(round(value * SIZE_UNITS[unit]))
    number = _number(value, forms)
    return f"{number}%" if unit == "%" else f"{number} {unit}".strip()


def say_plan(fix: str, plan: Plan, translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS) -> PlanSentences:
    """What a fix would do; what has no words is left out."""
    words = fix_words(fix)
    return PlanSentences(
        fix_name(fix, translate),
        tuple(said for doing in plan.actions if (said := _doing(words, doing, translate, forms))),
        tuple(said for doing in plan.warnings if (said := _doing(words, doing, translate, forms))),
    )


def say_choice(fix: str, choice: Choice, translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS) -> str:
    """What a choice of a fix is called: a name as it is, or a sentence of the fix's words."""
    said = _doing(fix_words(fix), choice.says, translate, forms) if choice.says else ""
    return said or shown(choice.title)


def say_not_offered(why: str, desk: str, translate: Translate = english) -> Sentence:
    """Why a fix can't be done here; `desk` is the help desk's name as it stands in a sentence."""
    return _joined(NOT_OFFERED.get(why, NOT_OFFERED["not here"]), desk, translate)


def say_not_done(why: str, desk: str, translate: Translate = english, *, put_back: bool = False) -> Sentence:
    """Why a fix was not done; `put_back`: what had begun was put back."""
    table = NOT_DONE_PUT_BACK if put_back and why in NOT_DONE_PUT_BACK else NOT_DONE
    return _joined(table.get(why, table["failed"]), desk, translate)


def tried_result(tried: Tried, translate: Translate = english) -> str:
    """What became of it, in a word or two; of a question, what the person answered."""
    if tried.kind == "answer":
        return shown(tried.result)
    result = RESULTS.get(tried.result.partition(":")[0], UNKNOWN_WHY)
    return translate(VERDICTS, result)


def fill_sentences(text: str, data: Mapping[str, str]) -> str:
    """The text with what its braces name; a sentence that names something else is left out. Lines stay lines."""
    return "\n".join(said for line in text.strip().splitlines() if (said := _fill_line(line.strip(), data)))


def _fill_line(line: str, data: Mapping[str, str]) -> str:
    """The number of a step in a list, "2. Close it.", belongs to the sentence that it counts."""
    sentences = re.split(r"(?<=[.?!…])(?<!^\d\.)\s+", line)
    return " ".join(said for sentence in sentences if (said := _fill(sentence, data)))


def fill_from(text: str, verdicts: Sequence[Verdict], translate: Translate = english, forms: VerdictForms = ENGLISH_FORMS) -> str:
    """As `fill_sentences`, with the evidence of all these verdicts; of two that measured the same, the one further back stands."""
    data: dict[str, str] = {}
    for verdict in verdicts:
        data |= values(verdict, translate, forms)
    return fill_sentences(text, data)


def _verdict_words(table: CheckWords | None, verdict: Verdict) -> VerdictWords | None:
    if table is None:
        return None
    return table.verdicts.get(verdict.text()) or table.verdicts.get(str(verdict.outcome))


def _doing(words: FixWords | None, doing: Doing, translate: Translate, forms: VerdictForms) -> str:
    if words is None or doing.key not in words.doing:
        return ""
    data = {name: _doing_value(name, value, forms) for name, value in doing.values.items()}
    return _fill(translate(FIXES, words.doing[doing.key]), data, hole="–") or ""


def _doing_value(name: str, value: str | float, forms: VerdictForms) -> str:
    if isinstance(value, str):
        return shown(value)
    return forms.size(round(value)) if name.endswith("bytes") else _number(value, forms)


def _number(value: float, forms: VerdictForms) -> str:
    """With as many decimals as tell it from others like it; a port or a number of a document is no amount and has no groups."""
    if float(value).is_integer():
        return forms.number(value, 0) if abs(value) >= 100_000 else f"{value:.0f}"
    return forms.number(value, 2 if abs(value) < 1 else 1)


def _fill(template: str, data: Mapping[str, str], hole: str | None = None) -> str | None:
    """None when something that the template names is not there, unless a hole may stand for it. Braces are names and nothing more."""
    names = set(re.findall(r"\{([^{}]*)\}", template))
    if hole is None and not names <= data.keys():
        return None
    return re.sub(r"\{([^{}]*)\}", lambda match: data.get(match.group(1), hole or ""), template)


def _joined(sentences: tuple[str, ...], desk: str, translate: Translate) -> Sentence:
    said = [translate(VERDICTS, sentence).replace("{desk}", desk) for sentence in sentences]
    return Sentence(_bare(said[0]), " ".join(said[1:]))


def _bare(title: str) -> str:
    return title.removesuffix(".")
