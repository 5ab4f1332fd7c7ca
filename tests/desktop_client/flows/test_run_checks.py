"""Which checks are meant, and what the company told them."""

from pathlib import Path

import pytest

from contract.about import About, Service, ServiceKind
from contract.guides import CHECKS as KNOWN
from contract.guides import FIXES as KNOWN_FIXES
from desktop_client.flows.run_checks import check_computer, company_of, references
from desktop_client.guides.catalogue import CHECKS, FIXES
from desktop_client.guides.company import Company
from desktop_client.reasons import RefusedError
from desktop_client.system.folders import open_profile

MAIL = Service(key="mail", name={"en": "Mail"}, host="mail.example", port=443, kind=ServiceKind.MAIL)
FILES = Service(key="files", name={"en": "Files"}, host="files.example", port=445, kind=ServiceKind.FILES)


def test_the_client_ships_what_guides_may_name_and_causes_come_first() -> None:
    names = [check.name for check in CHECKS]
    assert sorted(names) == sorted(KNOWN)
    assert sorted(fix.name for fix in FIXES) == sorted(KNOWN_FIXES)
    for number, check in enumerate(CHECKS):
        causes = {cause.partition(":")[0] for cause in check.after}
        assert causes <= set(names[:number]), check.name
    for fix in FIXES:
        for finding in fix.mends:
            name, _, code = finding.partition(":")
            assert code in KNOWN[name], finding


def test_all_of_them_with_a_line_for_each_service() -> None:
    company = Company(services=(MAIL, FILES))
    wanted = references((), company)
    assert [name for name in wanted if name.startswith("answers")] == ["answers(company)", "answers(mail)", "answers(files)"]
    assert len(wanted) == len(CHECKS) + 2
    assert references(("disk", "answers(mail)", "disk"), company) == ("disk", "answers(mail)")


@pytest.mark.parametrize("name", ["nonsense", "dns(mail)", "answers(mail", "", "disk; rm"])
def test_what_is_no_check_is_refused(name: str) -> None:
    with pytest.raises(RefusedError):
        references((name,), Company())


def test_the_company_s_words_reach_the_checks() -> None:
    about = About(version="1", company="Nusantara", services=(MAIL,), portal_page="http://a.example/ok", fixes_refused=("renew",))
    company = company_of(about, "https://help.example")
    assert (company.backend, company.portal_page, company.fixes_refused) == (
        "https://help.example",
        "http://a.example/ok",
        frozenset({"renew"}),
    )
    assert company.service("mail") == MAIL
    assert company.service("files") is None


def test_verdicts_come_cause_first_whatever_was_asked_first(tmp_path: Path) -> None:
    told: list[str] = []
    verdicts = check_computer(
        ("restart", "disk"), open_profile(tmp_path / "profile"), Company(), on_verdict=lambda verdict: told.append(verdict.check)
    )
    assert [verdict.check for verdict in verdicts] == ["disk", "restart"]
    assert sorted(told) == ["disk", "restart"]
