"""What measurements of the network mean: adapters and routes, lost pings, name servers' words. Nothing is measured here."""

import pytest

from desktop_client.guides.checks.connected import judge as connected
from desktop_client.guides.checks.dns import code_of, is_private, lies
from desktop_client.guides.checks.dns_asking import AllTold, Told
from desktop_client.guides.checks.gateway import is_beyond
from desktop_client.guides.checks.line_verdict import Measured, is_undecided, judge
from desktop_client.guides.verdict import Seen
from desktop_client.system.network.adapters import Adapter
from desktop_client.system.network.dns import Through
from desktop_client.system.network.dns_query import DnsAnswer
from desktop_client.system.network.names import Looked
from desktop_client.system.network.ping import Pinged
from desktop_client.system.network.routes import Route
from desktop_client.system.not_known import NotKnown, Why

CABLE = Adapter("eth0", "wired", True, True, ("10.0.0.5/24",))
PULLED = Adapter("eth0", "wired", True, False)
WIFI = Adapter("wlan0", "Wi-Fi", True, True, ("10.0.1.5/24",), signal_dbm=-56)
NO_WIFI = Adapter("wlan0", "Wi-Fi", True, False)
VPN = Adapter("tun0", "VPN", True, True, ("10.8.0.2/24",))
BRIDGE = Adapter("br0", "joined", True, True, ("10.0.0.5/24",))
OUT = Route(4, "10.0.0.1", "eth0")


def said(seen: Seen) -> str:
    return f"{seen.outcome}:{seen.code}" if seen.code else str(seen.outcome)


@pytest.mark.parametrize(
    ("adapters", "routes", "off", "verdict"),
    [
        ([CABLE], [OUT], False, "ok"),
        ([PULLED], [], False, "found:unplugged"),
        ([PULLED, NO_WIFI], [], False, "found:no-wifi"),
        ([PULLED, NO_WIFI], [], True, "found:off"),
        ([Adapter("eth0", "wired", False, False)], [], False, "found:off"),
        ([PULLED, WIFI], [Route(4, "10.0.1.1", "wlan0")], False, "ok"),
        ([CABLE, NO_WIFI], [OUT], True, "ok"),
        ([Adapter("eth0", "wired", True, True, (), only_link_local=True)], [], False, "found:no-address"),
        ([CABLE], [], False, "found:no-route"),
        ([Adapter("eth0", "wired", True, True, ("2001:db8::5/64",))], [Route(6, "fe80::1%eth0", "eth0")], False, "ok"),
        ([CABLE], [Route(6, "fe80::1%eth0", "eth0")], False, "found:no-route"),
        ([CABLE, VPN], [Route(4, "", "tun0")], False, "ok"),
        ([Adapter("eth0", "wired", True, True), BRIDGE], [Route(4, "10.0.0.1", "br0")], False, "ok"),
        ([PULLED, VPN], [Route(4, "", "tun0")], False, "found:unplugged"),
        ([Adapter("eth0", "", True, None, ("10.0.0.5/24",))], [OUT], False, "ok"),
        ([], [], False, "not_possible:not here"),
        ([VPN], [Route(4, "", "tun0")], False, "ok"),
    ],
)
def test_connected(adapters: list[Adapter], routes: list[Route], off: bool, verdict: str) -> None:  # noqa: FBT001 - a table
    assert said(connected(adapters, routes, off)) == verdict


def test_connected_shows_the_way_that_is_used_and_its_signal() -> None:
    seen = connected([WIFI], [Route(4, "10.0.1.1", "wlan0")], False)
    assert {one.name: one.value for one in seen.evidence if one.name != "network"} == {
        "adapter": "wlan0",
        "kind": "Wi-Fi",
        "address": "10.0.1.5",
        "signal": -56,
    }


@pytest.mark.parametrize(
    ("address", "beyond"), [("198.51.100.53", True), ("10.0.0.9", False), ("10.0.0.1", False), ("127.0.0.53", False), ("name.test", False)]
)
def test_what_only_the_gateway_leads_to(address: str, beyond: bool) -> None:  # noqa: FBT001 - a table
    assert is_beyond(address, OUT, [CABLE]) is beyond


def test_behind_a_vpn_nothing_proves_the_gateway() -> None:
    assert not is_beyond("198.51.100.53", OUT, [CABLE, VPN])


def pinged(lost: int, ms: float = 20.0, sent: int = 40, best: float | None = None) -> Pinged:
    times = [ms] * (sent - lost)
    if best is not None and times:
        times[0] = best
    return Pinged(sent, tuple(times))


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (Measured(near=pinged(0), far=pinged(0)), "ok"),
        (Measured(near=pinged(2), far=pinged(2)), "ok"),
        (Measured(near=pinged(5), far=pinged(14)), "found:loss-near"),
        (Measured(near=pinged(0), far=pinged(6)), "found:loss-far"),
        (Measured(near=pinged(20), far=pinged(0)), "ok"),
        (Measured(near=None, far=pinged(9)), "found:loss-far"),
        (Measured(near=pinged(4, sent=80), far=pinged(4, sent=80)), "ok"),
        (Measured(near=pinged(5, sent=80), far=pinged(6, sent=80)), "found:loss-near"),
        (Measured(near=pinged(14), far=pinged(14), mbit=0.2), "found:loss-near"),
        (Measured(near=pinged(0, 120), far=pinged(0, 130)), "found:delay-near"),
        (Measured(near=pinged(0, 5), far=pinged(0, 401)), "found:delay-far"),
        (Measured(near=pinged(0, 5), far=pinged(0, 399)), "ok"),
        (Measured(near=pinged(0, 5), far=pinged(0, 310), past_far_ms=(100.0,) * 5), "found:delay-far"),
        (Measured(near=pinged(0, 5), far=pinged(0, 310), past_far_ms=(100.0,) * 4), "ok"),
        (Measured(near=pinged(0, 1), far=pinged(0, 4), past_far_ms=(1.0,) * 5), "ok"),
        (Measured(near=pinged(0, 5), far=pinged(0, 200, best=50)), "found:crowded"),
        (Measured(near=pinged(0, 5), far=pinged(0, 199, best=50)), "ok"),
        (Measured(near=pinged(0, 5), far=pinged(0, 200, best=50), mbit=2.0, own_bit=5e6), "found:own-traffic"),
        (Measured(near=pinged(0), far=pinged(0), mbit=50.0, own_bit=40e6), "ok"),
        (Measured(near=pinged(0), far=pinged(0), mbit=0.9), "found:slow"),
        (Measured(near=pinged(0), far=pinged(0), mbit=1.1), "ok"),
        (Measured(near=pinged(0), far=pinged(0), mbit=9.0, past_mbit=(50.0,) * 5), "found:slow"),
        (Measured(near=pinged(0), far=pinged(0), mbit=11.0, past_mbit=(50.0,) * 5), "ok"),
        (Measured(near=pinged(0), far=pinged(0), mbit=0.4, own_bit=20_000.0), "found:slow"),
    ],
)
def test_the_line(told: Measured, verdict: str) -> None:
    assert said(judge(told)) == verdict


@pytest.mark.parametrize(
    ("near", "far", "again"),
    [(0, 3, True), (0, 4, True), (0, 5, False), (3, 20, True), (20, 20, False), (4, 0, False), (2, 2, False), (20, 3, True)],
)
def test_three_or_four_lost_are_measured_once_more(near: int, far: int, again: bool) -> None:  # noqa: FBT001 - a table
    assert is_undecided(pinged(near), pinged(far)) is again


def test_a_steady_line_says_what_the_guide_s_end_needs() -> None:
    evidence = {one.name: one.value for one in judge(Measured(near=pinged(0), far=pinged(1, 42.4))).evidence}
    assert (evidence["loss"], evidence["n"], evidence["delay"]) == (1, 40, 42)


HELP, PUBLIC, INNER = "help.company.test", "www.public.test", "inner.corp.test"


def told(server: str, *, tries: int = 1, code: str = "NOERROR", **addresses: str) -> Told:
    names = {"help": HELP, "public": PUBLIC, "inner": INNER}
    answers = [(names[key], DnsAnswer(code, (value,) if value else (), 5.0)) for key, value in addresses.items()]
    return Told(server, tuple(answers), tries)


GOOD = told("192.0.2.2", help="198.51.100.10", public="198.51.100.20")
DEAD = Told("192.0.2.1", ())
FOUND = {HELP: Looked((), 12.0), PUBLIC: Looked((), 12.0)}
TIMEOUT, ABSENT = NotKnown(Why.TIMEOUT), NotKnown(Why.ABSENT)


@pytest.mark.parametrize(
    ("all_told", "through", "inner", "portal", "code"),
    [
        (AllTold((GOOD,), FOUND), Through.PROGRAMS, "", False, ""),
        (AllTold((DEAD, GOOD), FOUND), Through.PROGRAMS, "", False, "first-dead"),
        (AllTold((GOOD, DEAD), FOUND), Through.PROGRAMS, "", False, ""),
        (AllTold((DEAD, GOOD), FOUND), Through.SERVICE, "", False, ""),
        (AllTold((DEAD, GOOD), {HELP: Looked((), 5012.0)}), Through.SERVICE, "", False, "first-dead"),
        (AllTold((GOOD,), {HELP: ABSENT}), Through.PROGRAMS, "", False, "system"),
        (AllTold((GOOD,), {HELP: TIMEOUT}), Through.PROGRAMS, "", False, "system"),
        (AllTold((GOOD,), {HELP: TIMEOUT}, lossy=True), Through.PROGRAMS, "", False, ""),
        (AllTold((told("a", help="", public="", code="NXDOMAIN"),), {HELP: ABSENT}), Through.PROGRAMS, "", False, ""),
        (AllTold((told("a", help="10.66.0.1", public="10.66.0.1"),), FOUND), Through.PROGRAMS, "", False, "lies"),
        (AllTold((told("a", help="10.66.0.1", public="10.66.0.1"),), FOUND), Through.PROGRAMS, "", True, ""),
        (AllTold((told("a", help="10.0.0.1", public="198.51.100.20"),), FOUND), Through.PROGRAMS, "", False, ""),
        (AllTold((DEAD, told("b", help="198.51.100.10", inner="")), {INNER: ABSENT}), Through.PROGRAMS, INNER, False, "inside"),
        (AllTold((told("b", inner="10.9.0.1"),), {INNER: TIMEOUT}, lossy=True), Through.PROGRAMS, INNER, False, ""),
        (AllTold((GOOD,), {INNER: Looked((), 3.0)}), Through.PROGRAMS, INNER, False, ""),
    ],
)
def test_names(all_told: AllTold, through: Through, inner: str, portal: bool, code: str) -> None:  # noqa: FBT001 - a table
    assert code_of(all_told, through, inner=inner, public=PUBLIC, is_portal=lambda: portal) == code


def test_a_server_that_does_not_do_its_work_does_not_answer() -> None:
    assert not told("a", help="", code="SERVFAIL").works
    assert told("a", help="", code="NXDOMAIN").works


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("172.32.0.1", False),
        ("0.0.0.0", True),  # noqa: S104 - an answer
        ("fd00::1", True),
        ("2001:db8::1", False),
        ("x", False),
    ],
)
def test_private_addresses(address: str, private: bool) -> None:  # noqa: FBT001 - a table
    assert is_private(address) is private


def test_without_a_public_name_nobody_lies() -> None:
    assert not lies([told("a", public="10.0.0.1")], "")
