"""The rows about self-help: what is refused and by which name, and that everything survives being printed."""

import tomllib

import pytest
from hypothesis import given, settings, strategies

from contract.about import NetworkDns, Service, ServiceKind
from server_stub.settings.checks import SettingsError
from server_stub.settings.file import parsed
from server_stub.settings.help_checks import SYNONYMS
from server_stub.settings.rendering import rendered
from server_stub.settings.rows import Settings

MAIL = '{ key = "mail", name = { en = "Email" }, host = "mail.example.com", port = 993, kind = "mail" }'


def mail(old: str, new: str) -> str:
    """A list with one service, of which one thing is changed."""
    assert old in MAIL
    return f"services = [{MAIL.replace(old, new, 1)}]"


MANY = ", ".join(MAIL.replace('"mail"', f'"m{place}"', 1) for place in range(101))
WRONG = [
    ("services = 1", 'row "services"'),
    ("services = [1]", 'row "services[1]"'),
    ("services = [{ }]", 'row "services[1].key"'),
    (f"services = [{MAIL}, {MAIL}]", 'row "services[2].key"'),
    (f"services = [{MANY}]", 'row "services"'),
    (mail('"mail"', '"E mail"'), 'row "services[1].key"'),
    (mail("en", "id"), 'row "services[1].name"'),
    (mail("Email", ""), 'row "services[1].name.en"'),
    (mail("mail.example.com", "mail.example.com:993"), 'row "services[1].host"'),
    (mail("mail.example.com", ""), 'row "services[1].host"'),
    (mail("mail.example.com", "https://mail"), 'row "services[1].host"'),
    (mail("993", "0"), 'row "services[1].port"'),
    (mail("993", "65536"), 'row "services[1].port"'),
    (mail('kind = "mail"', 'kind = "post"'), 'row "services[1].kind"'),
    (mail('kind = "mail"', "kind = [1]"), 'row "services[1].kind"'),
    (mail('kind = "mail"', 'path = "health"'), 'row "services[1].path"'),
    (mail('kind = "mail"', 'path = "/a b"'), 'row "services[1].path"'),
    (mail("kind", "kinds"), 'did you mean "services[1].kind"?'),
    ('portal_page = "https://example.com/"', 'row "portal_page"'),
    ('portal_page = "example.com"', 'row "portal_page"'),
    ('portal_page = "http://"', 'row "portal_page"'),
    ('portal_page = "http://a b/"', 'row "portal_page"'),
    ('portal_page = "http://me:secret@example.com/"', 'row "portal_page"'),
    ('portal_page = "http://example.com:99999/"', 'row "portal_page"'),
    ('portal_page = "http://[::1/"', 'row "portal_page"'),
    ("portal_page = 1", 'row "portal_page"'),
    ('test_file = "ftp://example.com/10mb"', 'row "test_file"'),
    ('test_file = "file:///etc/passwd"', 'row "test_file"'),
    ('dns_servers = "10.0.0.1"', 'row "dns_servers"'),
    ("dns_servers = [1]", 'row "dns_servers[1]"'),
    ('dns_servers = [{ network = "10.0.0.1/8", servers = ["10.0.0.1"] }]', 'row "dns_servers[1].network"'),
    ('dns_servers = [{ network = "office", servers = ["10.0.0.1"] }]', 'row "dns_servers[1].network"'),
    ('dns_servers = [{ network = "10.0.0.0/8", servers = [] }]', 'row "dns_servers[1].servers"'),
    ('dns_servers = [{ network = "10.0.0.0/8", servers = ["dns.example.com"] }]', 'row "dns_servers[1].servers"'),
    ('dns_servers = [{ network = "10.0.0.0/8", servers = ["1.1.1.1"] }, { network = "10.0.0.0/8", servers = ["1.1.1.1"] }]', "[2].network"),
    ('fixes_refused = ["renew", "format"]', 'row "fixes_refused"'),
    ("fixes_refused = true", 'row "fixes_refused"'),
    ("synonyms = []", 'row "synonyms"'),
    ('synonyms.lemot = ""', 'row "synonyms.lemot"'),
    ("synonyms.lemot = 3", 'row "synonyms.lemot"'),
    (f'synonyms.lemot = "{"x" * 101}"', 'row "synonyms.lemot"'),
    (f'synonyms.{"x" * 101} = "slow"', 'row "synonyms"'),
    ("[synonyms]\n" + "\n".join(f'a{place} = "b"' for place in range(SYNONYMS + 1)), 'row "synonyms"'),
]


@pytest.mark.parametrize(("toml", "said"), WRONG, ids=[str(place) for place in range(len(WRONG))])
def test_wrong_row_is_named_in_a_sentence(toml: str, said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        parsed(toml)
    assert said in str(raised.value)
    assert len(str(raised.value)) < 400


def test_what_a_company_may_write() -> None:
    read = parsed(f"""
services = [{MAIL}, {{ key = "s", name = {{ en = "Drive S:", id = "Drive S:" }}, host = "fd00:0:0::1", port = 445 }}]
portal_page = "http://portal.example.com/generate"
test_file = "https://files.example.com:8443/10mb?x=1"
dns_servers = [{{ network = "10.20.0.0/16", servers = ["10.20.0.53", "fd00::0:35"] }}]
fixes_refused = ["switch-dns", "switch-dns"]
[synonyms]
"wifi lemot" = "slow Wi-Fi"
""")
    assert read.services[0] == Service(key="mail", name={"en": "Email"}, host="mail.example.com", port=993, kind=ServiceKind.MAIL)
    assert (read.services[1].host, read.services[1].kind) == ("fd00::1", ServiceKind.WEB)
    assert read.dns_servers == (NetworkDns(network="10.20.0.0/16", servers=("10.20.0.53", "fd00::35")),)
    assert read.fixes_refused == ("switch-dns",)
    assert read.synonyms == {"wifi lemot": "slow Wi-Fi"}
    assert read.portal_page == "http://portal.example.com/generate"
    assert parsed(rendered(read)) == read
    assert tomllib.loads(rendered(read))["services"][0]["port"] == 993


words = strategies.text(strategies.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=60)


@settings(deadline=None, max_examples=60)
@given(strategies.dictionaries(words, words, max_size=5), words, strategies.sampled_from(list(ServiceKind)))
def test_any_of_it_survives_being_printed(synonyms: dict[str, str], name: str, kind: ServiceKind) -> None:
    service = Service(key="one", name={"en": name, "id": name}, host="a.example", port=1, path="/x?y=1", kind=kind)
    made = Settings(services=(service,), synonyms=synonyms, dns_servers=(NetworkDns(network="::/0", servers=("::1",)),))
    assert parsed(rendered(made)) == made
