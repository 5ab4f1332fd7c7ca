from pathlib import Path

import msgspec

from contract.about import About, Limits, NetworkDns, Service, ServiceKind
from contract.tickets import Impact
from server_stub.settings.rows import Settings
from tests.server_stub.served import Served, serving


def test_health_reads_the_store(served: Served) -> None:
    answer = served.call("GET", "/health")
    assert (answer.status, answer.json()["status"]) == (200, "ok")
    served.backend.store.close()
    assert served.call("GET", "/health").status == 503


def test_about_says_what_the_settings_say(tmp_path: Path) -> None:
    matrix = dict.fromkeys(Impact, (4, 4, 4, 4))
    settings = Settings(
        company="Contoso", help_desk="IT Desk", telephone="123", hosts=("mail.example:443",), matrix=matrix, limits=Limits(attachments=3)
    )
    with serving(tmp_path, settings) as served:
        about = msgspec.json.decode(served.call("GET", "/api/v1/about").body, type=About)
        assert (about.company, about.help_desk, about.telephone, about.hosts) == ("Contoso", "IT Desk", "123", ("mail.example:443",))
        assert (about.matrix, about.limits.attachments, about.product, about.api) == (matrix, 3, "sigap", "v1")
        assert len(about.categories) == 12
        ana = served.person()
        ana.ticket(impact="company", urgency="stopped")
        assert served.backend.desk.show("INC-000001").priority == 4


def test_about_says_what_checks_need(tmp_path: Path) -> None:
    settings = Settings(
        services=(Service(key="mail", name={"en": "Email"}, host="mail.example", port=993, kind=ServiceKind.MAIL),),
        portal_page="http://check.example/",
        test_file="https://files.example/10mb",
        dns_servers=(NetworkDns(network="10.0.0.0/8", servers=("10.0.0.53",)),),
        fixes_refused=("free",),
        synonyms={"lemot": "slow"},
    )
    with serving(tmp_path, settings) as served:
        about = msgspec.json.decode(served.call("GET", "/api/v1/about").body, type=About)
        for name in ("services", "portal_page", "test_file", "dns_servers", "fixes_refused", "synonyms"):
            assert getattr(about, name) == getattr(settings, name)
        assert "tried" in about.understands


def test_no_documentation_pages_at_run_time(shared: Served) -> None:
    for path in ("/schema", "/schema/openapi.json", "/docs", "/openapi.json", "/schema/swagger"):
        assert shared.call("GET", path).problem().code == "not-found"


def test_every_answer_forbids_guessing_its_kind(shared: Served) -> None:
    for path in ("/health", "/api/v1/about", "/nothing"):
        headers = shared.call("GET", path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
