"""`sigap diagnose`: check this computer and say what was found. Nothing is sent; works without a backend too."""

import argparse
from itertools import groupby

import msgspec

from contract.diagnostics import Diagnostics, Fact, NotCollected
from desktop_client.backend.enrolment import read_enrolment
from desktop_client.commands.command import Call, Exit
from desktop_client.flows.diagnose import diagnose
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.reasons import RefusedError
from desktop_client.system.folders import Profile
from desktop_client.system.secrets import TokenStore

HELP = "Check this computer; sends nothing"
KEYRING_S = 2.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None of its own."""


def run(call: Call) -> Exit:
    """Collects, and says everything as it would be sent with a report."""
    enrolment = read_enrolment(call.profile)
    about = AboutKept(call.profile.about_file).about()
    found = diagnose(
        address=enrolment.address if enrolment else None, hosts=about.hosts, known_secrets=lambda: _known_secrets(call.profile)
    )
    call.output.answer(as_values(found), as_text(found))
    return Exit.DONE


def as_values(found: Diagnostics) -> dict[str, object]:
    """The JSON object."""
    return {
        "facts": [msgspec.to_builtins(fact) for fact in found.facts],
        "not_collected": [msgspec.to_builtins(missing) for missing in found.not_collected],
        "took_s": found.took_s,
    }


def as_text(found: Diagnostics) -> str:
    """The facts under their groups, what is not known, and how many there are of both."""
    lines: list[str] = []
    for group, facts in groupby(found.facts, key=lambda fact: fact.group):
        lines += [group, *(f"  {fact.name}: {_value(fact)}" for fact in facts)]
    if found.not_collected:
        lines += ["Not known", *(f"  {missing.collector}: {_reason(missing)}" for missing in found.not_collected)]
    facts_count = len(found.facts)
    lines.append(f"{facts_count} detail{'' if facts_count == 1 else 's'}, {len(found.not_collected)} not known.")
    return "\n".join(lines)


def _value(fact: Fact) -> str:
    if isinstance(fact.value, bool):
        return "yes" if fact.value else "no"
    return f"{fact.value} {fact.unit}".rstrip()


def _reason(missing: NotCollected) -> str:
    kind, _, words = missing.reason.partition(": ")
    if kind == "redaction":
        return "could not be cleaned of secrets, so it was left out"
    return words or kind


def _known_secrets(profile: Profile) -> tuple[str, ...]:
    try:
        token = TokenStore(profile, answer_s=KEYRING_S).read()
    except RefusedError:
        token = None
    return (token,) if token else ()
