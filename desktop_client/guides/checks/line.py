"""How good the line is: what is lost, how long answers take, near and far, and how fast it is."""

import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.finding_hosts import patiently
from desktop_client.guides.checks.line_verdict import BURST, Measured, is_undecided, judge
from desktop_client.guides.checks.named_hosts import Place, far_places
from desktop_client.guides.verdict import NotPossible, Seen, not_possible
from desktop_client.system.limited import together
from desktop_client.system.network.adapters import read_adapters
from desktop_client.system.network.connections import Fetched, LookUp, fetch
from desktop_client.system.network.names import Looked
from desktop_client.system.network.network_manager import Device, Manager, read_device, read_manager
from desktop_client.system.network.ping import Pinged, knock, knocks, ping
from desktop_client.system.network.proxy import proxy_for
from desktop_client.system.network.proxy_settings import read_proxy
from desktop_client.system.network.routes import default_routes
from desktop_client.system.network.traffic import bytes_through
from desktop_client.system.not_known import known

WAKE, EVERY_S = 10, 0.1
SPEED_S, SPEED_BYTES = 8.0, 5_000_000
_LEAST_BYTES, _LEAST_S = 50_000, 2.0
"""Less than this in less time says nothing of the speed."""
_GATEWAY_PORTS = (53, 80, 443)
FIND_S = 8.0
_TRY_S = 3.0
FAR_MS, MBIT = "far ms", "mbit"


@dataclass(frozen=True)
class Target:
    """Where answers are timed; `port` 0: by ping, else by connections."""

    address: str
    port: int = 0


@dataclass(frozen=True)
class Line:
    """`speed_s`: how long the company's test file is read at most; 0 leaves it out."""

    speed_s: float = SPEED_S
    name: str = "line"
    limit_s: float = 25.0
    after: tuple[str, ...] = ("connected", "gateway", "portal", "proxy", "dns:none", "dns:system", "dns:lies")

    def look(self, question: Question) -> Seen:
        """`loss-near`, `loss-far`, `own-traffic`, `delay-near`, `delay-far`, `crowded`, `slow`, or ok with the same values.

        10 pings wake the radio, 40 at 100 ms go to the gateway and a host of the company's, then its test file is read: 5 MB or 8 s.
        Where somebody pays for every byte it is left out. A satellite's 600 ms are a finding only by the limit; a hop that limits pings is
        none; nor is delay under our own download, which ends before.
        """
        started = time.monotonic()
        routes = known(default_routes(question.run))
        near, far = self._targets(question, routes[0].gateway if routes else "")
        if far is None:
            # A gateway alone proves little: it may limit pings, and a good one says nothing of what is behind it.
            return not_possible(NotPossible.NOT_HERE)
        adapter = routes[0].adapter if routes else ""
        through, begun = bytes_through(adapter), time.monotonic()
        pings = _times(question, near, far)
        if is_undecided(*pings) and not question.stopped.is_set():
            again = _times(question, near, far)
            pings = (_both(pings[0], again[0]), _both(pings[1], again[1]))
        own_bit = _rate(through, bytes_through(adapter), time.monotonic() - begun)
        if question.stopped.is_set():
            return not_possible(NotPossible.STOPPED)
        mbit = self._speed(question, self.limit_s - 1 - (time.monotonic() - started))
        here = _network(adapter, routes[0].gateway if routes else "")
        seen = judge(
            Measured(
                near=pings[0],
                far=pings[1],
                mbit=mbit,
                own_bit=own_bit,
                past_far_ms=question.past(f"{FAR_MS} {here}"),
                past_mbit=question.past(f"{MBIT} {here}"),
            )
        )
        _remember(question, here, pings[1], mbit)
        signal = [one.signal_dbm for one in read_adapters() if one.name == adapter and one.signal_dbm is not None]
        return Seen(seen.outcome, seen.code, (*seen.evidence, *(Evidence(name="signal", value=value, unit="dBm") for value in signal)))

    def _targets(self, question: Question, gateway: str) -> tuple[Target | None, Target | None]:
        def near() -> Target | None:
            return _target(question, gateway, _GATEWAY_PORTS) if gateway else None

        def far() -> Target | None:
            find = patiently(question)
            return next((target for place in _far(question) if (target := _far_target(question, place, find)) is not None), None)

        answers = together(FIND_S, {("line", "near"): near, ("line", "far"): far})
        found = [answer.result() for answer in answers.values()]
        return found[0] if isinstance(found[0], Target) else None, found[1] if isinstance(found[1], Target) else None

    def _speed(self, question: Question, left_s: float) -> float | None:
        """Mbit/s, None where it is not measured: no test file, somebody pays for bytes, or it did not come."""
        url = question.company.test_file
        manager = read_manager() if sys.platform == "linux" else None
        if not url or min(left_s, self.speed_s) <= 0 or (isinstance(manager, Manager) and manager.metered):
            return None
        told = fetch(url, min(left_s, self.speed_s), proxy_for(url), SPEED_BYTES, question.stopped)
        if not isinstance(told, Fetched) or told.status != 200 or (told.received_bytes < _LEAST_BYTES and told.took_s < _LEAST_S):
            return None
        return 8 * told.received_bytes / max(told.took_s, 0.001) / 1e6


def _far(question: Question) -> Sequence[Place]:
    """The company's hosts, and where a proxy stands between, the proxy: behind it nothing else may be reached straight."""
    places = far_places(question.company)
    proxies = [urlsplit(setting.url) for place in places[:1] if (setting := read_proxy(place.url, question.run)).url]
    return [*(Place(parts.hostname, parts.port or 8080) for parts in proxies if parts.hostname), *places[:3]]


def _far_target(question: Question, place: Place, find: LookUp) -> Target | None:
    looked = find(place.host, place.port, _TRY_S)
    addresses = [target[0] for _, target in looked.addresses] if isinstance(looked, Looked) else []
    return _target(question, addresses[0], (place.port,)) if addresses else None


def _target(question: Question, address: str, ports: Sequence[int]) -> Target | None:
    """By ping where it answers to that; else by a port that answers, opened or refused."""
    told = ping(address, question.run, count=5, every_s=0.2, limit_s=_TRY_S)
    if isinstance(told, Pinged) and told.times_ms:
        return Target(address)
    return next((Target(address, port) for port in ports if not question.stopped.is_set() and knock(address, port) is not None), None)


def _times(question: Question, near: Target | None, far: Target | None) -> tuple[Pinged | None, Pinged | None]:
    """Both side by side; the first of them only wake a radio that sleeps."""
    results: dict[str, Pinged | None] = {}

    def work(name: str, target: Target | None) -> None:
        results[name] = _burst(question, target) if target else None

    threads = [threading.Thread(target=work, args=pair, name="line", daemon=True) for pair in (("near", near), ("far", far))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join((WAKE + BURST) * EVERY_S + _TRY_S)
    return results.get("near"), results.get("far")


def _burst(question: Question, target: Target) -> Pinged | None:
    if target.port:
        knocks(target.address, target.port, count=WAKE, every_s=EVERY_S, stopped=question.stopped)
        return knocks(target.address, target.port, count=BURST, every_s=EVERY_S, stopped=question.stopped)
    ping(target.address, question.run, count=WAKE, every_s=EVERY_S, limit_s=WAKE * EVERY_S + 0.5)
    told = ping(target.address, question.run, count=BURST, every_s=EVERY_S)
    return told if isinstance(told, Pinged) else None


def _both(first: Pinged | None, second: Pinged | None) -> Pinged | None:
    return first.and_then(second) if first and second else first


def _rate(before: int | None, after: int | None, seconds: float) -> float:
    """Bits a second."""
    return 8 * (after - before) / seconds if before is not None and after is not None and after > before and seconds > 0 else 0.0


def _network(adapter: str, gateway: str) -> str:
    """What tells this network from others: its name, or its gateway's address."""
    device = read_device(adapter) if sys.platform == "linux" and adapter else None
    return device.network if isinstance(device, Device) and device.network else gateway


def _remember(question: Question, here: str, far: Pinged | None, mbit: float | None) -> None:
    if far is not None and far.median_ms is not None:
        question.keep(f"{FAR_MS} {here}", far.median_ms)
    if mbit is not None:
        question.keep(f"{MBIT} {here}", mbit)
