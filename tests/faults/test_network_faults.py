"""Faults of the connection, really injected: what the checks must find, what they must not, and healthy but odd networks without finding.

Each has a network of its own (`network_world.py`); they run side by side, for most of their time is waiting.
"""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest

from contract.about import Service, ServiceKind
from tests.faults.certificates import make_certificates
from tests.faults.network_world import (
    COMPANY,
    DNS_1,
    DNS_2,
    DNS_6,
    INNER,
    MAIL_AT,
    NAMES,
    NOBODY,
    PAGES_AT,
    PROGRAMS,
    PROXY_AT,
    PUBLIC_AT,
    SERVICES,
    SIXTH,
    WEB,
    WEB_AT,
    ZONE,
    BadLine,
    World,
    faketime,
    no_leftovers,
    why_not,
)

pytestmark = [pytest.mark.skipif(bool(why_not()), reason=why_not() or "runs"), pytest.mark.slow]

AT_ONCE = 6
NET = ("connected", "gateway", "portal", "proxy", "dns")
ALL = (*NET, "clock", "answers(company)", "answers(public)", "answers(mail)", "line")
LOGIN = [
    *({"address": address, "port": 80, "kind": "login"} for address in (PAGES_AT, PUBLIC_AT, WEB_AT)),
    *({"address": address, "port": 443, "kind": "drops"} for address in (PUBLIC_AT, WEB_AT)),
]
PORTAL_AT = "10.66.0.1"
PROXY = {"http_proxy": f"http://{PROXY_AT}:3128", "https_proxy": f"http://{PROXY_AT}:3128"}

Build = Callable[..., World]


@dataclass(frozen=True, kw_only=True)
class Fault:
    """`make` builds the world, `inject` breaks it, `checks` look; `alone` are looked at once more, each in a run of its own."""

    name: str
    make: Callable[[Build], World]
    inject: Callable[[World], object] = lambda _world: None
    checks: tuple[str, ...] = NET
    alone: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()


def only_own_address(world: World) -> None:
    world.ip("cli", "addr", "flush", "dev", "eth0")
    world.ip("cli", "addr", "add", "169.254.7.7/16", "dev", "eth0")


def gateway_goes(world: World) -> None:
    # The kernel's half minute in which it believes in a neighbour, shorter.
    for setting in ("base_reachable_time_ms=6000", "delay_first_probe_time=2", "retrans_time_ms=500"):
        world.sysctl("cli", f"net.ipv4.neigh.eth0.{setting}")
    world.inside("cli", "ping", "-c", "1", "10.20.0.1")
    world.ip("gw", "addr", "del", "10.20.0.1/24", "dev", "lan")
    assert "REACHABLE" in world.inside("cli", "ip", "neigh")


def black_hole(world: World) -> None:
    world.ip("gw", "route", "add", "blackhole", NOBODY)


def all_names_lead_to_the_portal(world: World) -> None:
    world.ip("net", "addr", "add", f"{PORTAL_AT}/32", "dev", "eth0")
    world.ip("gw", "route", "add", PORTAL_AT, "via", "198.51.100.2")
    told = '{"http": [{"address": "10.66.0.1", "port": 80, "kind": "login"}, {"address": "10.66.0.1", "port": 443, "kind": "drops"}]}'
    world.program(str(PROGRAMS / "far_side.py"), told, side="net")


def slow(rate: str) -> Callable[[World], None]:
    def make_slow(world: World) -> None:
        for side, device in (("gw", "wan"), ("net", "eth0")):
            world.inside(side, "tc", "qdisc", "add", "dev", device, "root", "tbf", "rate", rate, "burst", "16kb", "latency", "400ms")

    return make_slow


def tunnel_without_end(world: World) -> None:
    world.program(str(PROGRAMS / "dead_tunnel.py"), world.space("cli"), "tun0")
    world.ip("cli", "addr", "add", "10.8.0.2/24", "dev", "tun0")
    world.ip("cli", "link", "set", "tun0", "up")


def several(*steps: Callable[[World], object]) -> Callable[[World], None]:
    def all_of_them(world: World) -> None:
        for step in steps:
            step(world)

    return all_of_them


def ping_is_ignored(world: World) -> None:
    world.sysctl("gw", "net.ipv4.icmp_echo_ignore_all=1", "net.ipv6.icmp.echo_ignore_all=1")


def stub_forwards(world: World) -> None:
    world.program(str(PROGRAMS / "far_side.py"), f'{{"dns": [{{"address": "127.0.0.53", "forward": "{DNS_1}"}}]}}', side="cli")


def straight_way_is_blocked(world: World) -> None:
    for address in (WEB_AT, PAGES_AT, PUBLIC_AT):
        world.ip("gw", "route", "add", "blackhole", address)


def moved_clock(by: str) -> dict[str, str]:
    return {"LD_PRELOAD": faketime(), "FAKETIME": by, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}


def by_address(build: Build) -> World:
    """The company without a single name."""
    services = tuple(msgspec.structs.replace(one, host=at) for one, at in zip(SERVICES, (PUBLIC_AT, MAIL_AT), strict=True))
    about = msgspec.structs.replace(COMPANY, services=services, portal_page=f"http://{PAGES_AT}/page", test_file="")
    return build(resolvers=(NOBODY,), about=about, backend=f"https://{WEB_AT}", environment=moved_clock("-7h"))


def with_inner(build: Build) -> World:
    inner = Service(key="inner", name={"en": "Inner"}, host=INNER, port=443, kind=ServiceKind.INSIDE)
    about = msgspec.structs.replace(COMPANY, services=(*SERVICES, inner))
    return build(resolvers=("10.8.0.1", DNS_1), about=about, environment=moved_clock("+90s"))


def sixth_only(build: Build) -> World:
    http = [{**row, "address": SIXTH_OF[str(row["address"])]} for row in WEB]
    return build(sixth=True, http=http, dns=[{"address": DNS_6, "zone": SIXTH}], resolvers=(DNS_6,))


SIXTH_OF = {ZONE[name][0]: SIXTH[name][0] for name in ZONE}

FAULTS = (
    Fault(
        name="1 cable out",
        make=lambda build: build(),
        inject=lambda world: world.ip("gw", "link", "set", "lan", "down"),
        must=("connected found:unplugged",),
        must_not=("gateway found", "dns found"),
    ),
    Fault(
        name="2 only an address of its own making",
        make=lambda build: build(),
        inject=only_own_address,
        must=("connected found:no-address",),
        must_not=("connected found:unplugged",),
    ),
    Fault(
        name="3 gateway gone, its entry still reachable",
        make=lambda build: build(),
        inject=gateway_goes,
        must=("gateway found:silent",),
        must_not=("dns found:none",),
    ),
    Fault(
        name="4 the only DNS server a black hole",
        make=lambda build: build(resolvers=(NOBODY,)),
        inject=black_hole,
        must=("dns found:none",),
        must_not=("gateway found", "portal found"),
    ),
    Fault(
        name="5 the first a black hole, the second fine",
        make=lambda build: build(resolvers=(NOBODY, DNS_2), dns=[{"address": DNS_2, "zone": ZONE}]),
        inject=black_hole,
        checks=("connected", "dns", "proxy", "line"),
        must=("dns found:first-dead",),
        must_not=("dns found:none", "line found"),
    ),
    Fault(
        name="6 portal with true DNS",
        make=lambda build: build(http=LOGIN),
        checks=(*NET, "answers(company)", "answers(public)"),
        must=("portal found:login-page",),
        must_not=("dns found", "answers(company) found", "answers(public) found"),
    ),
    Fault(
        name="7 portal that answers for all names",
        make=lambda build: build(dns=[{"address": DNS_1, "all": PORTAL_AT}], http=[]),
        inject=all_names_lead_to_the_portal,
        alone=("dns", "portal"),
        must=("portal found:login-page",),
        must_not=("dns found:lies",),
    ),
    Fault(
        name="8 proxy refused",
        make=lambda build: build(environment=PROXY),
        must=("proxy found:dead",),
        must_not=("portal found", "dns found"),
    ),
    Fault(
        name="9 mail refused, the rest fine",
        make=lambda build: build(
            http=[row for row in WEB if row["address"] != MAIL_AT], dns=[{"address": DNS_1, "zone": ZONE}, {"address": MAIL_AT}]
        ),
        checks=(*NET, "clock", "answers(mail)"),
        alone=("answers(mail)",),
        must=("answers(mail) found:refused",),
        must_not=tuple(f"{check} found" for check in (*NET, "clock")),
    ),
    Fault(
        name="10 bad Wi-Fi",
        make=lambda build: build(near=BadLine(delay_ms=100, loss=0.2)),
        checks=("connected", "dns", "proxy", "line"),
        must=("line found:loss-near",),
        must_not=("line found:loss-far", "line found:slow", "dns found"),
    ),
    Fault(
        name="11 a thin line",
        make=lambda build: build(),
        inject=slow("256kbit"),
        checks=("connected", "dns", "proxy", "line"),
        must=("line found:slow",),
        must_not=("line found:loss-near",),
    ),
    Fault(
        name="12 clock seven hours behind",
        make=lambda build: build(environment=moved_clock("-7h")),
        checks=("answers(mail)", "answers(public)", "answers(company)", "clock", "portal", "proxy"),
        alone=("clock", "answers(company)"),
        must=("clock found:off",),
        must_not=("answers(company) found:certificate", "answers(public) found:certificate"),
    ),
    Fault(
        name="19 VPN without its DNS, clock 90 s ahead",
        make=with_inner,
        inject=tunnel_without_end,
        checks=("connected", "portal", "clock", "answers(public)", "dns"),
        must=("dns found:inside", "clock found:codes"),
        must_not=("dns found:none", "clock found:off"),
    ),
    Fault(
        name="20 portal, and a proxy out of reach",
        make=lambda build: build(http=LOGIN, environment=dict.fromkeys(PROXY, f"http://{NOBODY}:3128")),
        inject=black_hole,
        must=("portal found:login-page",),
        must_not=("proxy found:dead",),
    ),
    Fault(
        name="21 no DNS, clock behind, company by address",
        make=by_address,
        inject=black_hole,
        checks=("dns", "clock", "answers(mail)", "answers(company)", "answers(public)"),
        must=("dns found:none", "clock found:off"),
        must_not=("answers(company) found:certificate", "answers(public) found:certificate"),
    ),
    Fault(
        name="22 bad Wi-Fi and the first DNS server dead",
        make=lambda build: build(near=BadLine(delay_ms=20, loss=0.15), resolvers=(NOBODY, DNS_2), dns=[{"address": DNS_2, "zone": ZONE}]),
        inject=black_hole,
        checks=("connected", "dns", "proxy", "line"),
        must=("line found:loss-near", "dns found:first-dead"),
        must_not=("dns found:none",),
    ),
    Fault(
        name="the proxy asks for a sign-in",
        make=lambda build: build(environment=PROXY, http=[*WEB, {"address": PROXY_AT, "port": 3128, "kind": "proxy-sign-in"}]),
        must=("proxy found:sign-in",),
        must_not=("proxy found:dead",),
    ),
)

HEALTHY = (
    Fault(name="nothing", make=lambda build: build()),
    Fault(name="3 Mbit/s, 150 ms", make=lambda build: build(far=BadLine(delay_ms=75)), inject=slow("3mbit")),
    Fault(name="IPv6 only, DNS too", make=sixth_only),
    Fault(
        name="a stub at 127.0.0.53 forwards",
        make=lambda build: build(resolvers=("127.0.0.53",)),
        inject=stub_forwards,
    ),
    Fault(
        name="proxy set and working, the straight way blocked",
        make=lambda build: build(environment=PROXY, http=[*WEB, {"address": PROXY_AT, "port": 3128, "kind": "proxy"}]),
        inject=straight_way_is_blocked,
    ),
)
ODD = tuple(replace(one, name=f"healthy: {one.name}", checks=ALL, inject=several(ping_is_ignored, one.inject)) for one in HEALTHY)

EVERY = {one.name: one for one in (*FAULTS, *ODD)}


@pytest.fixture(scope="module")
def verdicts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[dict[str, str]]]]:
    """The verdicts in each of the worlds that this run asks for, by its name, as they come."""
    wanted = {item.callspec.params["name"] for item in request.session.items if "verdicts" in getattr(item, "fixturenames", ())}
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder, NAMES)
    with no_leftovers(), ThreadPoolExecutor(AT_ONCE) as pool:
        # Those that take longest first.
        ordered = sorted(wanted, key=lambda name: ("line" not in EVERY[name].checks, not name.startswith("3 ")))
        yield {name: pool.submit(look, EVERY[name], tmp_path_factory.mktemp("world"), folder) for name in ordered}
        pool.shutdown(cancel_futures=True)


def look(fault: Fault, folder: Path, certificates: Path) -> dict[str, str]:
    with contextlib.ExitStack() as ending:
        world = fault.make(lambda **parts: ending.enter_context(World(folder=folder, certificates=certificates, **parts)))
        fault.inject(world)
        told = world.check(*fault.checks)
        return told | {f"{name} alone": world.check(name)[name] for name in fault.alone}


def is_there(told: dict[str, str], wanted: str) -> bool:
    """Whether "dns found:none" was said, or by "dns found" any finding of it; alone too."""
    check, verdict = wanted.split(" ")
    return any(said == verdict or said.startswith(f"{verdict}:") for name, said in told.items() if name in {check, f"{check} alone"})


@pytest.mark.parametrize("name", [fault.name for fault in FAULTS])
def test_a_fault(name: str, verdicts: dict[str, Future[dict[str, str]]]) -> None:
    if "clock" in name and not faketime():
        pytest.skip("needs libfaketime")
    told = verdicts[name].result()
    assert [wanted for wanted in EVERY[name].must if not is_there(told, wanted)] == [], told
    assert [wrong for wrong in EVERY[name].must_not if is_there(told, wrong)] == [], told


@pytest.mark.parametrize("name", [odd.name for odd in ODD])
def test_a_healthy_but_odd_network(name: str, verdicts: dict[str, Future[dict[str, str]]]) -> None:
    told = verdicts[name].result()
    assert {check: said for check, said in told.items() if said.startswith("found")} == {}
    assert {check for check, said in told.items() if said.startswith("ok")} >= {"connected", "gateway", "dns", "clock", "line"}, told
