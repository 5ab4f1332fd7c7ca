"""Whether the network shows a page to sign in on before it lets anything through: a captive portal, as in hotels and on guest Wi-Fi.

Two pages in plain HTTP are asked for, without a proxy and without following redirects: the company's fixed page (`portal_page`), and one
of another host, for one host alone proves nothing. The second is a host that the company named, too: Sigap asks nobody else. It is the
first service of kind "public" on port 80, else the backend's own host on that port, where a company's server mostly sends on to https.
"""

import re
import zlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from contract.about import ServiceKind
from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.finding_hosts import patiently
from desktop_client.guides.checks.named_hosts import backend, is_address
from desktop_client.guides.company import Company
from desktop_client.guides.verdict import AFTER, NotPossible, Seen, found, not_possible, ok
from desktop_client.system.limited import together
from desktop_client.system.network.connections import HttpAnswer, LookUp, Trouble, ask
from desktop_client.system.network.names import look_up
from desktop_client.system.network.proxy import is_loopback

ANSWER_S = 4.0
PAGE = "page"
"""Under this name the company's page is remembered: a checksum of its body, no word of it."""

NO_PAST: Mapping[str, tuple[float, ...]] = {}


@dataclass(frozen=True)
class Portal:
    """Looks at both pages side by side."""

    name: str = "portal"
    limit_s: float = 5.0
    after: tuple[str, ...] = ("connected", "gateway")

    def look(self, question: Question) -> Seen:
        """`login-page` when both pages come back changed; ok when one comes back as it should.

        Where plain HTTP is blocked (normal behind a proxy) nothing is proven. Failing HTTPS says nothing here.
        """
        urls = pages(question.company)
        if len(urls) < 2:
            return not_possible(NotPossible.NOT_HERE)
        answers = ask_pages(urls, self.limit_s - 0.5, patiently(question))
        if all(answer in (Trouble.NO_SUCH_NAME, Trouble.NO_NAME_SERVER) for answer in answers.values()):
            return not_possible(f"{AFTER}dns")
        past = {question.company.portal_page: question.past(PAGE)}
        if owner := portal_of(answers, past):
            return found("login-page", Evidence(name="portal", value=owner), Evidence(name="page", value=urls[0]))
        good = [url for url, answer in answers.items() if isinstance(answer, HttpAnswer) and not _is_changed(url, answer, past)]
        if not good:
            return not_possible(NotPossible.NOT_HERE, *_troubles(answers))
        first = answers[urls[0]]
        if urls[0] == question.company.portal_page and isinstance(first, HttpAnswer):
            _remember(question, first)
        return ok(Evidence(name="page", value=good[0]))


def pages(company: Company) -> tuple[str, ...]:
    """The pages to ask for, of two hosts where the company named as many."""
    urls = [company.portal_page] if company.portal_page.startswith("http://") else []
    public = sorted((one for one in company.services if one.kind is ServiceKind.PUBLIC), key=lambda one: one.port != 80)
    urls += [f"http://{_in_url(service.host)}{service.path if service.port == 80 else ''}" for service in public]
    if (own := backend(company)) is not None and own.secure and not is_loopback(own.host):
        urls.append(f"http://{_in_url(own.host)}")
    by_host: dict[str, str] = {}
    for url in urls:
        by_host.setdefault(urlsplit(url).hostname or "", url)
    return tuple(by_host.values())[:2]


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def ask_pages(urls: tuple[str, ...], limit_s: float, find: LookUp = look_up) -> dict[str, HttpAnswer | Trouble]:
    """The answer of each, side by side."""
    asked: dict[Hashable, Callable[[], HttpAnswer | Trouble]] = {
        ("portal", url): partial(ask, url, min(limit_s, ANSWER_S), find=find) for url in urls
    }
    told = {}
    for url, answer in zip(urls, together(limit_s, asked).values(), strict=True):
        result = answer.result()
        told[url] = result if isinstance(result, HttpAnswer | Trouble) else Trouble.TIMEOUT
    return told


def portal_of(answers: Mapping[str, HttpAnswer | Trouble], past: Mapping[str, tuple[float, ...]] = NO_PAST) -> str:
    """Whose portal it is, by its host, when both answers came back changed; else "". `past` are checksums of a page, by its address."""
    came = {url: answer for url, answer in answers.items() if isinstance(answer, HttpAnswer)}
    if len(came) < 2:
        return ""
    # Two hosts with one page that wants something: no company's fixed page has a form.
    alike = len({checksum(url, answer) for url, answer in came.items()}) == 1 and all(_wants_something(answer) for answer in came.values())
    if not alike and not all(_is_changed(url, answer, past) for url, answer in came.items()):
        return ""
    return next((host for answer in came.values() if (host := _sends_to(answer))), "") or urlsplit(next(iter(came))).hostname or ""


def _wants_something(answer: HttpAnswer) -> bool:
    return _is_page(answer) and re.search(rb"<form|location|http-equiv=.?refresh", answer.body, re.IGNORECASE) is not None


def _is_changed(url: str, answer: HttpAnswer, past: Mapping[str, tuple[float, ...]]) -> bool:
    """Whether somebody else answered: 511 (RFC 6585), sent on to a foreign host, or the company's page with another body than before."""
    if answer.status == 511:
        return True
    own = urlsplit(url).hostname or ""
    if target := _sends_to(answer):
        return not _same_site(target, own)
    before = past.get(url, ())
    return bool(before) and _is_page(answer) and checksum(url, answer) not in before


def _is_page(answer: HttpAnswer) -> bool:
    return answer.status == 200 and "html" in answer.headers.get("content-type", "html").lower() and bool(answer.body.strip())


def _sends_to(answer: HttpAnswer) -> str:
    """The host that an answer sends on to, by its head or by its page; "" for none, and for one without a host."""
    target = answer.headers.get("location", "") if 300 <= answer.status < 400 else ""
    if not target and _is_page(answer):
        refresh = re.search(rb"http-equiv=[\"']?refresh[\"']?[^>]*url=[\"']?([^\"'>\s]+)", answer.body, re.IGNORECASE)
        target = refresh.group(1).decode("utf-8", "replace") if refresh else ""
    try:
        return urlsplit(target).hostname or ""
    except ValueError:
        return ""


def _same_site(one: str, other: str) -> bool:
    if one == other or is_address(one) or is_address(other):
        return one == other
    return one.split(".")[-2:] == other.split(".")[-2:]


def checksum(url: str, answer: HttpAnswer) -> float:
    """Of status and body, without the host that was asked for: some portals write it into their page."""
    host = (urlsplit(url).hostname or "").encode()
    return float(zlib.crc32(str(answer.status).encode() + answer.body.replace(url.encode(), b"").replace(host, b"")))


def _remember(question: Question, answer: HttpAnswer) -> None:
    value = checksum(question.company.portal_page, answer)
    if question.past(PAGE)[-1:] != (value,):
        question.keep(PAGE, value)


def _troubles(answers: Mapping[str, HttpAnswer | Trouble]) -> tuple[Evidence, ...]:
    return tuple(Evidence(name="trouble", value=answer.value) for answer in answers.values() if isinstance(answer, Trouble))[:1]
