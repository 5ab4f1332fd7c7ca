"""Each row of the settings once, with its default, its check and its explanation."""

import dataclasses
from dataclasses import dataclass
from typing import TypeVar

from contract.about import CATEGORIES, MATRIX, Category, Limits, NetworkDns, Service
from contract.assist_words import LANGUAGES
from contract.guides import FIXES
from contract.tickets import Impact
from server_stub.settings.checks import Check, host, network, number, one_of, text, texts, word
from server_stub.settings.help_checks import address, dns_servers, services, synonyms
from server_stub.settings.report_checks import categories, limits, matrix

DAY_BYTES = 5_000_000_000


@dataclass(frozen=True)
class Row:
    """How a row is explained and checked."""

    explanation: str
    check: Check


Value = TypeVar("Value")


def row(default: Value, explanation: str, check: Check) -> Value:
    """A field of `Settings` with everything that is known about it."""
    factory = default.copy if isinstance(default, dict) else (lambda: default)
    return dataclasses.field(default_factory=factory, metadata={"row": Row(explanation, check)})  # type: ignore[return-value]


@dataclass(frozen=True)
class Settings:
    """The rows, as they are in force."""

    company: str = row("Your company", "The company's name, as employees read it.", text(100, empty=False))
    help_desk: str = row("", 'What the help desk is called, such as "IT Service Desk"; empty: the client says "the help desk".', text(100))
    telephone: str = row("", "The help desk's telephone, shown where something is urgent; empty: none is shown.", text(60))
    hosts: tuple[str, ...] = row(
        (),
        'What a report tests besides this backend, each as "name:port", such as "mail.example.com:443".',
        texts(host, 'hosts, each as "name:port"'),
    )
    trusted_proxies: tuple[str, ...] = row(
        (),
        "Addresses or networks of proxies in front of this backend, such as 127.0.0.1 or 10.0.0.0/24. "
        "Forwarded client addresses are believed from these alone.",
        texts(network, "addresses or networks"),
    )
    reports_per_day: int = row(
        2_000, "Most reports and replies, and most opinions on articles, of one person within 24 hours.", number(1, 1_000_000)
    )
    bytes_per_day: int = row(DAY_BYTES, "Most bytes that one person uploads within 24 hours.", number(1_000_000, 10**15))
    open_uploads: int = row(100, "Most uploads of one person that are begun and not yet part of a report.", number(1, 10_000))
    upload_expiry_h: int = row(72, "Hours after which an upload that no report took is removed.", number(1, 24 * 365))
    code_tries: int = row(10, "Most enrolment codes that one address may try within 15 minutes.", number(1, 10_000))
    sign_in_tries: int = row(
        10, "How often signing in at the technician's page may fail within 15 minutes, by address and by login.", number(1, 10_000)
    )
    session_idle_min: int = row(30, "Minutes without anything done after which a technician has to sign in again.", number(1, 24 * 60))
    session_hours: int = row(12, "Hours after which a technician has to sign in again, whatever was done.", number(1, 24 * 30))
    words_language: str = row(
        "en",
        f"In which language the two words of remote help are, which both sides say to each other: {' or '.join(LANGUAGES)}.",
        word(LANGUAGES),
    )
    portal_page: str = row(
        "",
        "A page of the company in plain http whose answer never changes: by it, guides recognise a network that wants a sign-in first.",
        address("http"),
    )
    test_file: str = row(
        "",
        "A file of some megabytes of the company: by fetching it, guides measure the line. Empty: no speed is measured.",
        address("http", "https"),
    )
    fixes_refused: tuple[str, ...] = row(
        (), f"Fixes that guides may not offer here, of {', '.join(FIXES)}.", texts(one_of(FIXES), f"fixes, each one of {', '.join(FIXES)}")
    )
    services: tuple[Service, ...] = row(
        (),
        "What people use, as guides test it: a key, its names by language, host, port, a path where it answers to HTTP, and its kind "
        "(sign-in, mail, files, web, vpn, inside for what is reached in the company's network or by VPN only, public).",
        services,
    )
    dns_servers: tuple[NetworkDns, ...] = row(
        (), "The company's own DNS servers by network, the best first: only to these a guide may switch.", dns_servers
    )
    limits: Limits = row(Limits(), "What one report or reply may hold. The client says so before it sends.", limits)  # noqa: RUF009 - makes a field
    matrix: dict[Impact, tuple[int, int, int, int]] = row(  # noqa: RUF009 - makes a field
        MATRIX,
        "Priority, 1 (very urgent) to 4 (can wait), by impact; each line for the urgencies stopped, hard, workaround and wait.",
        matrix,
    )
    categories: tuple[Category, ...] = row(
        CATEGORIES, 'Topics that a report can have, with their names by language; "en" is the fallback.', categories
    )
    synonyms: dict[str, str] = row(  # noqa: RUF009 - makes a field
        {}, 'Words as people here type them, and what help articles call the same, such as lemot = "slow".', synonyms
    )

    @property
    def desk_name(self) -> str:
        """Who answers when a technician gives no name."""
        return self.help_desk or "Help desk"


ROWS: dict[str, Row] = {field.name: field.metadata["row"] for field in dataclasses.fields(Settings)}
