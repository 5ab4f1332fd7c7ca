"""What a backend is and understands. The client keeps the last answer, and has a built-in one until the first."""

from enum import StrEnum

import msgspec

from contract.tickets import Impact, Urgency
from contract.wire import Part, Reply

API = "v1"

MATRIX: dict[Impact, tuple[int, int, int, int]] = {
    Impact.COMPANY: (1, 1, 2, 3),
    Impact.TEAM: (1, 2, 3, 3),
    Impact.SOME: (2, 3, 3, 4),
    Impact.ME: (2, 3, 4, 4),
}
"""Priority by impact, for the urgencies stopped, hard, workaround and wait: 1 very urgent to 4 can wait."""


def priority(impact: Impact, urgency: Urgency, matrix: dict[Impact, tuple[int, int, int, int]] = MATRIX) -> int:
    """ITIL's priority: impact × urgency, 1 (very urgent) to 4 (can wait)."""
    return matrix[impact][list(Urgency).index(urgency)]


class Category(Part, frozen=True, kw_only=True):
    """A topic to choose from; `name` by language ("en", "id"), English when the person's is missing."""

    key: str
    name: dict[str, str]


class Limits(Part, frozen=True, kw_only=True):
    """What one report may hold."""

    subject_letters: int = 200
    text_letters: int = 50_000
    file_bytes: int = 100 * 1000 * 1000
    report_bytes: int = 500 * 1000 * 1000
    attachments: int = 50
    facts: int = 2_000


CATEGORIES: tuple[Category, ...] = (
    Category(key="computer", name={"en": "Computer or laptop", "id": "Komputer atau laptop"}),
    Category(key="apps", name={"en": "Apps", "id": "Aplikasi"}),
    Category(key="network", name={"en": "Internet and Wi-Fi", "id": "Internet dan Wi-Fi"}),
    Category(key="email", name={"en": "Email and calendar", "id": "Email dan kalender"}),
    Category(key="printing", name={"en": "Printers and scanners", "id": "Printer dan scanner"}),
    Category(key="password", name={"en": "Password and sign-in", "id": "Kata sandi dan login"}),
    Category(key="files", name={"en": "Files and folders", "id": "File dan folder"}),
    Category(key="calls", name={"en": "Calls and meetings", "id": "Telepon dan rapat online"}),
    Category(key="mobile", name={"en": "Phone or tablet", "id": "Ponsel atau tablet"}),
    Category(key="access", name={"en": "Access to something", "id": "Minta akses"}),
    Category(key="security", name={"en": "Suspicious message or lost device", "id": "Pesan mencurigakan atau perangkat hilang"}),
    Category(key="other", name={"en": "Something else", "id": "Lainnya"}),
)


class ServiceKind(StrEnum):
    """What a service is to the people; checks and guides ask for it by this or by its key."""

    SIGN_IN = "sign-in"
    MAIL = "mail"
    FILES = "files"
    WEB = "web"
    VPN = "vpn"
    INSIDE = "inside"
    PUBLIC = "public"

    @classmethod
    def _missing_(cls, _value: object) -> "ServiceKind":
        return cls.WEB


class Service(Part, frozen=True, kw_only=True):
    """Something that people use, as the check `answers` reaches it: name, port, then TLS and HTTP where there is a `path`.

    `kind` "inside" is reached only in the company's network or by VPN; "public" anywhere. Port 443 and 8443 speak TLS.
    """

    key: str
    name: dict[str, str]
    host: str
    port: int
    path: str = ""
    kind: ServiceKind = ServiceKind.WEB


class NetworkDns(Part, frozen=True, kw_only=True):
    """DNS servers that the company has for a network in CIDR notation; the addresses are its own, the best first."""

    network: str
    servers: tuple[str, ...]


class About(Reply, frozen=True, kw_only=True):
    """The backend's own words about itself. `help_desk` and `telephone` are "" where the company set none; `hosts` are "name:port".

    `portal_page` is an address in plain http with an unchanging answer, `test_file` one of some megabytes for measuring the line; "" where
    the company has none. `fixes_refused` are fixes that the company doesn't allow. `synonyms`: words as people here type them, and what
    articles call them. `understands`: optional parts of requests that this backend takes, such as "tried".
    """

    product: str = "sigap"
    version: str
    api: str = API
    company: str
    help_desk: str = ""
    telephone: str = ""
    categories: tuple[Category, ...] = CATEGORIES
    matrix: dict[Impact, tuple[int, int, int, int]] = msgspec.field(default_factory=MATRIX.copy)
    limits: Limits = Limits()
    hosts: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    portal_page: str = ""
    test_file: str = ""
    dns_servers: tuple[NetworkDns, ...] = ()
    fixes_refused: tuple[str, ...] = ()
    synonyms: dict[str, str] = msgspec.field(default_factory=dict)
    understands: tuple[str, ...] = ()
