"""What of a collector's result may be shown and sent: declared facts only, cleaned, each name once; what fails is told, not passed on."""

import math

from contract.diagnostics import Fact, NotCollected
from desktop_client.diagnostics.facts import NotCollectedReason
from desktop_client.diagnostics.redaction.redact import RedactionError, Redactor
from desktop_client.diagnostics.runner import Result


def shown(result: Result, redactor: Redactor) -> tuple[list[Fact], list[NotCollected]]:
    """The facts that pass, and a line for each reason why something is missing."""
    collector = result.collector
    reasons = dict.fromkeys(result.missing)
    facts: dict[str, Fact] = {}
    for fact in result.facts:
        try:
            cleaned = _passed(fact, result, redactor)
        except RedactionError:
            cleaned = None
        if cleaned is None:
            reasons[NotCollectedReason.REDACTION.value] = None
            continue
        name, number = cleaned.name, 2
        while cleaned.name in facts:
            # Two names may become one when what told them apart is hidden.
            cleaned = Fact(group=cleaned.group, name=f"{name} ({number})", value=cleaned.value, unit=cleaned.unit)
            number += 1
        facts[cleaned.name] = cleaned
    return list(facts.values()), [NotCollected(collector=collector.name, reason=reason) for reason in reasons]


def _passed(fact: Fact, result: Result, redactor: Redactor) -> Fact | None:
    """The fact, cleaned; None when its collector never declared such a one."""
    kind = next((one for one in result.collector.kinds if one.allows(fact)), None)
    if kind is None or fact.group != result.collector.group or (isinstance(fact.value, float) and not math.isfinite(fact.value)):
        return None
    return redactor.fact(fact, kind.letters)
