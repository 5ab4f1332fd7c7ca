"""Whether this computer's clock is right, against the Date of the company's server. The zone is shown, not judged."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.finding_hosts import patiently
from desktop_client.guides.checks.named_hosts import Place, backend, far_places
from desktop_client.guides.checks.portal import pages
from desktop_client.guides.company import Company
from desktop_client.guides.verdict import NotPossible, Outcome, Seen, found, not_possible, ok
from desktop_client.system.limited import together
from desktop_client.system.machine.clock import kept_right, offset_s, zone
from desktop_client.system.network.connections import HttpAnswer, LookUp, Trouble, ask
from desktop_client.system.network.names import look_up
from desktop_client.system.network.proxy import proxy_for

OFF_S = 300.0
CODES_S = 60.0
_AGREE_S = 60.0
_HOUR_S = 3600.0
_MOST_SOURCES = 4

BUILT = datetime(2026, 11, 1, tzinfo=UTC)
"""No clock that is right can show an earlier time: this client did not exist then."""


@dataclass(frozen=True)
class Clock:
    """`built` is a time that is surely past."""

    built: datetime = BUILT
    name: str = "clock"
    limit_s: float = 5.0
    after: tuple[str, ...] = ()

    def look(self, question: Question) -> Seen:
        """`off` from 300 s (Kerberos' limit), `codes` over 60 s (one-time codes change every 30 s).

        Only the Date of an answer is taken, so the server's certificate need not verify, which a wrong clock prevents. For a finding, a
        second source has to agree or the check of portals to be ok: a portal has a date of its own.
        """
        about = (Evidence(name="zone", value=zone()), *_kept())
        if (short_s := (self.built - datetime.now(UTC)).total_seconds()) > 0:
            return found("off", *_shown(-round(short_s)), *about)
        offsets = measure(sources(question.company), self.limit_s - 0.5, patiently(question))
        if not offsets:
            return not_possible(NotPossible.NOT_HERE, *about)
        offset = offsets[0]
        evidence = (*_shown(offset), *about)
        if abs(offset) <= CODES_S:
            return ok(*evidence)
        portal = question.earlier.get("portal")
        confirmed = any(abs(other - offset) <= _AGREE_S for other in offsets[1:])
        if not confirmed and not (portal is not None and portal.outcome is Outcome.OK):
            return not_possible(NotPossible.NOT_HERE, *evidence)
        return found("off" if abs(offset) >= OFF_S else "codes", *evidence)


def sources(company: Company) -> tuple[tuple[str, bool], ...]:
    """Addresses whose answers have a Date, the company's server first, each with whether a proxy may stand between."""
    own = backend(company)
    places = [
        *([own] if own else []),
        *(Place(one.host, one.port, "/", one.secure) for one in far_places(company) if one.port in {80, 443, 8443}),
    ]
    by_host: dict[str, str] = {}
    for place in places:
        by_host.setdefault(place.host, place.url)
    straight = [(url, False) for url in pages(company)]
    return tuple(dict.fromkeys([*((url, True) for url in list(by_host.values())[:_MOST_SOURCES]), *straight]))


def measure(asked: tuple[tuple[str, bool], ...], limit_s: float, find: LookUp = look_up) -> tuple[float, ...]:
    """How far this clock is ahead of each source that answered, in their order."""
    work: dict[Hashable, Callable[[], HttpAnswer | Trouble]] = {
        ("clock", url): partial(ask, url, limit_s - 0.2, proxy_for(url) if by_proxy else None, believe=True, find=find)
        for url, by_proxy in asked
    }
    offsets = []
    for answer in together(limit_s, work).values():
        told = answer.result()
        if isinstance(told, HttpAnswer):
            offset = offset_s(told.headers.get("date", ""), told.asked, told.answered)
            offsets += [] if offset is None else [offset]
    return tuple(offsets)


def _shown(offset_seconds: float) -> tuple[Evidence, ...]:
    seconds = abs(offset_seconds)
    name = "behind" if offset_seconds < 0 else "ahead"
    value, unit = _told(seconds)
    shown = [Evidence(name="offset", value=offset_seconds, unit="s"), Evidence(name=name, value=value, unit=unit)]
    hours = round(seconds / _HOUR_S)
    if hours and abs(seconds - hours * _HOUR_S) <= OFF_S / 2:
        # Somebody set the hands right where the zone was wrong.
        shown.append(Evidence(name="hours", value=hours))
    return tuple(shown)


def _told(seconds: float) -> tuple[float, str]:
    """In the unit that a person would take."""
    if seconds < 2 * CODES_S:
        return round(seconds), "s"
    return (round(seconds / 60), "min") if seconds < 2 * _HOUR_S else (round(seconds / _HOUR_S, 1), "h")


def _kept() -> tuple[Evidence, ...]:
    kept = kept_right()
    return () if kept is None else (Evidence(name="kept_right", value=kept),)
