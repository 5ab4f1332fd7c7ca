"""Whether a service of the company's list answers, the way its program goes: name, port, TLS, HTTP. This computer, or the service?"""

from dataclasses import dataclass
from functools import partial

from contract.about import ServiceKind
from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.named_hosts import TLS_PORTS, Place, backend, place_of
from desktop_client.guides.company import Company
from desktop_client.guides.verdict import AFTER, NotPossible, Outcome, Seen, found, not_possible, ok
from desktop_client.system.machine.clock import offset_s
from desktop_client.system.network.connections import HttpAnswer, Reached, Trouble, ask, reach, shake
from desktop_client.system.network.names import look_up
from desktop_client.system.network.proxy import proxy_for

COMPANY = "company"
ANSWER_S = 7.0
OFF_S = 300.0
_ANEW = partial(look_up, anew=True)
"""After a fix the same name is found another way, while the look-up from before may still wait for a dead server."""

FOUND = {
    Trouble.NO_SUCH_NAME: "no-name",
    Trouble.REFUSED: "refused",
    Trouble.TIMEOUT: "silent",
    Trouble.UNREACHABLE: "silent",
    Trouble.BROKE: "silent",
    Trouble.NOT_HTTP: "silent",
    Trouble.CERTIFICATE: "certificate",
    Trouble.ENCRYPTION: "certificate",
}
_ELSEWHERE = {Trouble.NO_NAME_SERVER: "dns", Trouble.PROXY: "proxy", Trouble.PROXY_KIND: "proxy"}


@dataclass(frozen=True)
class Answers:
    """`answers(KEY)`: a service by its key, else the first of a kind ("mail", "public"); `answers(company)`: the enrolled backend."""

    name: str = "answers"
    limit_s: float = 8.0
    after: tuple[str, ...] = ("connected", "gateway", "portal", "proxy", "dns:none", "dns:system", "dns:lies")

    def look(self, question: Question) -> Seen:
        """`no-name`, `refused`, `silent`, `certificate` (only while the clock is right), `5xx`; ok with how long it took.

        Not here when the company told of no such service.
        """
        place = place_for(question.company, question.parameter or COMPANY)
        if place is None:
            return not_possible(NotPossible.NOT_HERE)
        about = (Evidence(name="host", value=place.host), Evidence(name="port", value=place.port))
        told = reach_service(place)
        if not isinstance(told, Trouble):
            return _answered(told, about)
        if told in _ELSEWHERE:
            return not_possible(f"{AFTER}{_ELSEWHERE[told]}", *about)
        if told is Trouble.NO_SUCH_NAME and _is_inside(question) and _dns_is_inside(question):
            return not_possible(f"{AFTER}dns", *about)
        if told is Trouble.CERTIFICATE and _clock_is_off(place, question):
            return not_possible(f"{AFTER}clock", *about)
        return found(FOUND[told], *about)


def place_for(company: Company, wanted: str) -> Place | None:
    """Where the service is that a guide asks about."""
    service = company.service(wanted)
    if service is not None:
        return place_of(service)
    return backend(company) if wanted == COMPANY else None


def reach_service(place: Place) -> HttpAnswer | Reached | Trouble:
    """Goes there as a program would: through the proxy for web addresses, straight for everything else."""
    if place.path:
        return ask(place.url, ANSWER_S, proxy_for(place.url), find=_ANEW)
    if place.port in TLS_PORTS:
        return shake(place.host, place.port, ANSWER_S, proxy_for(place.url), find=_ANEW)
    return reach(place.host, place.port, ANSWER_S, find=_ANEW)


def _answered(told: HttpAnswer | Reached, about: tuple[Evidence, ...]) -> Seen:
    if isinstance(told, Reached):
        return ok(*about, Evidence(name="ms", value=round(told.look_up_ms + told.connect_ms), unit="ms"))
    ms = Evidence(name="ms", value=round(told.reached.look_up_ms + told.reached.connect_ms + told.answer_ms), unit="ms")
    status = Evidence(name="status", value=told.status)
    if told.status == 407:
        return not_possible(f"{AFTER}proxy", *about)
    return found("5xx", *about, status, ms) if told.status >= 500 else ok(*about, status, ms)


def _is_inside(question: Question) -> bool:
    service = question.company.service(question.parameter)
    return service is not None and service.kind in {ServiceKind.INSIDE, ServiceKind.FILES}


def _dns_is_inside(question: Question) -> bool:
    verdict = question.earlier.get("dns")
    return verdict is not None and (verdict.outcome, verdict.code) == (Outcome.FOUND, "inside")


def _clock_is_off(place: Place, question: Question) -> bool:
    """Whether this clock is why the certificate seems wrong: found already, or by the Date of the server itself, believed for this only."""
    verdict = question.earlier.get("clock")
    if verdict is not None and verdict.outcome is not Outcome.NOT_POSSIBLE:
        return (verdict.outcome, verdict.code) == (Outcome.FOUND, "off")
    answer = ask(place.url, 3.0, proxy_for(place.url), believe=True)
    if not isinstance(answer, HttpAnswer):
        return False
    offset = offset_s(answer.headers.get("date", ""), answer.asked, answer.answered)
    return offset is not None and abs(offset) >= OFF_S
