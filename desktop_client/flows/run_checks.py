"""Looks at this computer with the checks, by name or all of them."""

import threading
from collections.abc import Callable, Sequence

from contract.about import About
from contract.guides import WITH_PARAMETER
from desktop_client.guides.catalogue import CHECKS
from desktop_client.guides.company import Company
from desktop_client.guides.measured import Measured
from desktop_client.guides.runner import Asked, run_checks
from desktop_client.guides.verdict import Verdict
from desktop_client.reasons import Cause, refused
from desktop_client.system.folders import Profile

COMPANY = "answers(company)"
"""The company's own server, known before the company told of any service."""


def company_of(about: About, address: str) -> Company:
    """What checks and fixes need from the company; `address` is the backend's, "" before enrolment."""
    return Company(
        backend=address,
        services=about.services,
        portal_page=about.portal_page,
        test_file=about.test_file,
        dns_servers=about.dns_servers,
        fixes_refused=frozenset(about.fixes_refused),
    )


def asked_of(profile: Profile, company: Company, guide: str = "") -> Asked:
    """What checks are given in this profile, with what they measured here before."""
    measured = Measured(profile.measured_file)
    return Asked(company=company, guide=guide, past=measured.past, keep=measured.keep)


def references(names: Sequence[str], company: Company) -> tuple[str, ...]:
    """The checks with these names, "answers" once for each service; all of them without names. RefusedError names one that is none."""
    known = [check.name for check in CHECKS]
    wanted: list[str] = []
    for name in names or known:
        plain, bracket, _ = name.partition("(")
        if plain not in known or (bracket and (plain not in WITH_PARAMETER or not name.endswith(")"))):
            raise refused(Cause.BAD_VALUE, option="NAME", value=name)
        if plain in WITH_PARAMETER and not bracket:
            wanted += [COMPANY, *(f"{plain}({service.key})" for service in company.services)]
        else:
            wanted.append(name)
    return tuple(dict.fromkeys(wanted))


def check_computer(
    names: Sequence[str],
    profile: Profile,
    company: Company,
    *,
    guide: str = "",
    stop: threading.Event | None = None,
    on_verdict: Callable[[Verdict], object] = lambda _verdict: None,
) -> tuple[Verdict, ...]:
    """The verdicts, in cause order; `guide` is the key of the guide for which they look. RefusedError as `references`."""
    wanted = references(names, company)
    verdicts = run_checks(CHECKS, wanted, asked_of(profile, company, guide), stop=stop, on_verdict=on_verdict)
    place = {check.name: number for number, check in enumerate(CHECKS)}
    return tuple(sorted(verdicts, key=lambda verdict: place[verdict.check.partition("(")[0]]))
