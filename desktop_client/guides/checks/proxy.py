"""Whether the proxy that is set here works. Not whether other programs use it; that it works without one is never advice."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.named_hosts import Place, far_places
from desktop_client.guides.verdict import AFTER, NotPossible, Seen, found, not_possible, ok
from desktop_client.system.network.connections import HttpAnswer, Reached, Trouble, ask, open_tunnel, reach
from desktop_client.system.network.proxy_settings import ProxySetting, proxies_in_script, read_proxy

TRY_S = 2.0
_BETWEEN_S = 0.5
_NAMELESS = (Trouble.NO_SUCH_NAME, Trouble.NO_NAME_SERVER)
_ANY = Place("company.invalid", 443, secure=True)
"""Stands for the company where it named nobody yet: never asked, only looked at for the setting that would apply."""


@dataclass(frozen=True)
class Proxy:
    """Looks at the setting for the company's server, at the proxy's port, and at what it says to CONNECT."""

    name: str = "proxy"
    limit_s: float = 6.0
    after: tuple[str, ...] = ("connected", "gateway", "portal")

    def look(self, question: Question) -> Seen:
        """`dead` (twice no answer), `sign-in` (407), `pac-missing`, `ok:none`, `ok:works`. A proxy without an address is DNS's matter."""
        places = far_places(question.company)
        secure = next((place for place in places if place.secure), places[0] if places else _ANY)
        setting = read_proxy(secure.url, question.run)
        if setting.origin is None:
            return ok(code="none")
        about = (Evidence(name="proxy", value=setting.shown), Evidence(name="origin", value=setting.origin.value))
        target = secure if secure is not _ANY else None
        if setting.script:
            return _by_script(setting, target, about, question)
        return _seen(setting.url, target, about, question)


def _by_script(setting: ProxySetting, target: Place | None, about: tuple[Evidence, ...], question: Question) -> Seen:
    """The script is fetched and read, never run: only one that names a single proxy and no other way says which applies."""
    answer = ask(setting.script, TRY_S)
    if answer in _NAMELESS:
        return not_possible(f"{AFTER}dns", *about)
    named = proxies_in_script(answer.body) if isinstance(answer, HttpAnswer) and answer.status == 200 else None
    if named is None:
        return found("pac-missing", *about, _why(answer if isinstance(answer, Trouble) else Trouble.NOT_HTTP))
    if len(named) == 1 and named[0]:
        return _seen(named[0], target, (*about, Evidence(name="named", value=urlsplit(named[0]).netloc)), question)
    return ok(*about, code="works")


def _seen(url: str, target: Place | None, about: tuple[Evidence, ...], question: Question) -> Seen:
    told = _try(url, target)
    if _is_dead(told) and not question.wait(_BETWEEN_S):
        told = _try(url, target)
    if told in _NAMELESS:
        return not_possible(f"{AFTER}dns", *about)
    if question.stopped.is_set():
        return not_possible(NotPossible.STOPPED, *about)
    if isinstance(told, Trouble) and _is_dead(told):
        without = target is not None and isinstance(reach(target.host, target.port, 1.0), Reached)
        return found("dead", *about, _why(told), Evidence(name="works_without", value=without))
    if told == 407:
        return found("sign-in", *about)
    status = (Evidence(name="proxy_says", value=told),) if isinstance(told, int) and told // 100 != 2 else ()
    return ok(*about, *status, code="works")


def _try(url: str, target: Place | None) -> int | Trouble:
    """The status that it gives to CONNECT; 200 where only its port can be looked at."""
    parts = urlsplit(url)
    if parts.scheme == "http" and target is not None:
        return open_tunnel(url, target.host, target.port, TRY_S)
    told = reach(parts.hostname or "", parts.port or (1080 if parts.scheme.startswith("socks") else 8080), TRY_S)
    return told if isinstance(told, Trouble) else 200


def _is_dead(told: int | Trouble) -> bool:
    return isinstance(told, Trouble) and told not in _NAMELESS


def _why(trouble: Trouble) -> Evidence:
    return Evidence(name="trouble", value=trouble.value)
