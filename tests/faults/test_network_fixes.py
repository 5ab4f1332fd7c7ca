"""The fixes of the connection under the real NetworkManager, in a namespace of its own: once with the fault that they mend, and once with
a fault that stays, which must never be called fixed.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from contract.about import About, NetworkDns
from tests.faults.certificates import make_certificates
from tests.faults.network_world import COMPANY, DNS_1, DNS_2, NAMES, NOBODY, PROGRAMS, ROOT, ZONE, World, no_leftovers, why_not

MISSING = [word for word in ("NetworkManager", "dnsmasq", "dbus-daemon", "nsenter") if shutil.which(word) is None]
WHY = why_not() or (f"needs {', '.join(MISSING)}" if MISSING else "")
pytestmark = [pytest.mark.skipif(bool(WHY), reason=WHY or "runs"), pytest.mark.slow]

AT_ONCE = 3


class Office:
    """This computer, whose address and name servers come by DHCP."""

    def __init__(self, world: World, *servers: str) -> None:
        self.world = world
        self._dhcp: subprocess.Popen[bytes] | None = None
        self.serve_addresses(*servers)
        world.program(str(PROGRAMS / "managed_computer.py"), str(world.folder), side="cli")
        self._inside = world.newest_pid()

    def serve_addresses(self, *servers: str) -> None:
        words = ["dnsmasq", "-k", "--conf-file=/dev/null", "--port=0", "--interface=lan", "--bind-interfaces", "--log-facility=-"]
        words += ["--dhcp-range=10.20.0.50,10.20.0.90,300", f"--dhcp-option=6,{','.join(servers)}", "--pid-file="]
        words += [f"--dhcp-leasefile={self.world.folder / 'leases'}", "--dhcp-authoritative"]
        self._dhcp = subprocess.Popen(["ip", "netns", "exec", self.world.space("gw"), *words], stderr=subprocess.DEVNULL)

    def stop_serving(self) -> None:
        if self._dhcp:
            self._dhcp.kill()
            self._dhcp.wait()
            self._dhcp = None

    def lose_address(self) -> None:
        self.world.ip("cli", "addr", "flush", "dev", "eth0")

    def mend(self, fix: str, *checks: str, meanwhile: Callable[[], object] = lambda: None, **more: Any) -> dict[str, Any]:
        """What came of the fix; `meanwhile` happens between its plan and its work."""
        wanted = {"profile": str(self.world.folder / "profile"), "checks": checks, "fix": fix, "settings": {"connected": {"coming_s": 2}}}
        environment = {
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.world.folder / 'bus'}",
            "SSL_CERT_FILE": str(self.world.certificates / "ca.pem"),
        }
        inside = ["nsenter", "-t", str(self._inside), "-m", "-n"]
        words = [*inside, sys.executable, str(PROGRAMS / "mend.py"), json.dumps(wanted | more)]
        with subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | environment, cwd=ROOT
        ) as mending:
            assert mending.stdout
            assert mending.stdin
            first = mending.stdout.readline()
            if first.strip() == "planned":
                meanwhile()
                mending.stdin.write("go\n")
                mending.stdin.flush()
                first = mending.stdout.readline()
            assert first, mending.stderr.read()[-3000:] if mending.stderr else ""
            answer = json.loads(first)
            assert isinstance(answer, dict)
            return answer


@contextmanager
def office(folder: Path, certificates: Path, *servers: str, **parts: Any) -> Iterator[Office]:
    dns = [{"address": DNS_1, "zone": ZONE}, {"address": DNS_2, "zone": ZONE}]
    with World(folder=folder, certificates=certificates, by_dhcp=True, dns=dns, **parts) as world:
        world.ip("gw", "route", "add", "blackhole", NOBODY)
        made = Office(world, *servers)
        try:
            yield made
        finally:
            made.stop_serving()


def with_servers(*networks: tuple[str, str]) -> About:
    """The company names a DNS server for each network."""
    named = tuple(NetworkDns(network=network, servers=(server,)) for network, server in networks)
    return msgspec.structs.replace(COMPANY, dns_servers=named)


def address_lost(folder: Path, certificates: Path) -> dict[str, Any]:
    with office(folder, certificates, DNS_1) as computer:
        computer.lose_address()
        return computer.mend("renew", "connected")


def address_lost_and_none_given(folder: Path, certificates: Path) -> dict[str, Any]:
    with office(folder, certificates, DNS_1) as computer:
        computer.stop_serving()
        computer.lose_address()
        return computer.mend("renew", "connected")


def first_dead(folder: Path, certificates: Path) -> dict[str, Any]:
    with office(folder, certificates, NOBODY, DNS_2) as computer:
        return computer.mend("switch-dns", "dns", put_back=True)


def company_names_one(folder: Path, certificates: Path) -> dict[str, Any]:
    about = with_servers(("10.20.0.0/24", DNS_1), ("10.99.0.0/16", "10.99.0.1"))
    with office(folder, certificates, NOBODY, about=about) as computer:
        return computer.mend("switch-dns", "dns")


def that_one_dies_meanwhile(folder: Path, certificates: Path) -> dict[str, Any]:
    with office(folder, certificates, NOBODY, about=with_servers(("10.20.0.0/24", DNS_1))) as computer:
        told = computer.mend("switch-dns", "dns", meanwhile=lambda: computer.world.ip("gw", "route", "add", "blackhole", DNS_1))
        return told | {"afterwards": (folder / "etc/resolv.conf").read_text("utf-8")}


def no_other(folder: Path, certificates: Path) -> dict[str, Any]:
    with office(folder, certificates, NOBODY) as computer:
        return computer.mend("switch-dns", "dns")


STORIES = {
    story.__name__: story
    for story in (address_lost, address_lost_and_none_given, first_dead, company_names_one, that_one_dies_meanwhile, no_other)
}


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[dict[str, Any]]]]:
    """How each story ends; they run side by side, for most of their time is waiting."""
    folder = tmp_path_factory.mktemp("certificates")
    make_certificates(folder, NAMES)
    with no_leftovers(), ThreadPoolExecutor(AT_ONCE) as pool:
        yield {name: pool.submit(story, tmp_path_factory.mktemp("world"), folder) for name, story in STORIES.items()}
        pool.shutdown(cancel_futures=True)


Ends = dict[str, "Future[dict[str, Any]]"]


def test_an_address_is_renewed(ends: Ends) -> None:
    told = ends["address_lost"].result()
    assert told["before"]["connected"] == "found:no-address"
    assert told["plan"] == {"actions": ["renew"], "target": {"adapter": "eth0", "by": "networkmanager"}, "rights": False}
    assert (told["phase"], told["after"]["connected"], told["tried"]) == ("fixed", "ok", ["helped"])


def test_a_network_that_gives_no_address_is_never_fixed(ends: Ends) -> None:
    told = ends["address_lost_and_none_given"].result()
    assert told["before"]["connected"] == "found:no-address"
    assert told["phase"] == "no-help"
    assert "helped" not in told["tried"]


def test_the_network_s_other_server_is_asked_and_all_is_put_back(ends: Ends) -> None:
    told = ends["first_dead"].result()
    assert told["before"]["dns"] == "found:first-dead"
    assert told["plan"]["actions"] == ["network", "until-reconnect", "by-itself"]
    assert (told["phase"], told["after"]["dns"], told["tried"]) == ("fixed", "ok", ["helped"])
    assert NOBODY not in told["file"]
    assert told["put_back"] == "put-back"
    assert told["last"].index(NOBODY) < told["last"].index(DNS_2)


def test_the_company_s_server_for_this_network(ends: Ends) -> None:
    told = ends["company_names_one"].result()
    assert told["before"]["dns"] == "found:none"
    assert (told["plan"]["actions"][0], told["plan"]["target"]["servers"]) == ("company", DNS_1)
    assert (told["phase"], told["after"]["dns"]) == ("fixed", "ok")


def test_a_server_that_dies_meanwhile_is_put_back_by_itself(ends: Ends) -> None:
    told = ends["that_one_dies_meanwhile"].result()
    assert (told["phase"], told["tried"]) == ("no-help", ["no-help", "undone"])
    assert NOBODY in told["afterwards"]
    assert DNS_1 not in told["afterwards"]


def test_without_another_server_there_is_nothing_to_do(ends: Ends) -> None:
    told = ends["no_other"].result()
    assert (told["before"]["dns"], told["planned"]) == ("found:none", "not-here")
