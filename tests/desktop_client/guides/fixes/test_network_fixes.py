"""The fixes of the network where NetworkManager isn't: what they plan, and when they don't. The real ones: `tests/faults/`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contract.about import NetworkDns
from contract.guides import CHECKS, FIXES, Evidence
from desktop_client.guides.company import Company
from desktop_client.guides.fix import FixQuestion, NotHere, Plan
from desktop_client.guides.fixes import renew, switch_dns
from desktop_client.guides.fixes.network import NETWORK_FIXES
from desktop_client.guides.fixes.renew import Renew, the_adapter
from desktop_client.guides.fixes.switch_dns import SwitchDns, named_for
from desktop_client.guides.verdict import Verdict, found
from desktop_client.system import administrator
from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.network import resolver
from desktop_client.system.network.adapters import Adapter
from desktop_client.system.network.address_keepers import Keeper
from desktop_client.system.network.dns import NameServers, Through
from desktop_client.system.network.dns_query import DnsAnswer
from desktop_client.system.not_known import NotKnown, Why

CABLE = Adapter("eth0", "wired", True, True, ("10.20.0.2/24",))
OTHER = Adapter("eth1", "wired", True, True)
VPN = Adapter("tun0", "VPN", True, True, ("10.8.0.2/24",))
DONE = CommandResult(b"", b"", 0, Outcome.OK)


@dataclass
class Computer:
    """What the fixes see of it, and what they ran."""

    adapters: tuple[Adapter, ...] = (CABLE,)
    servers: tuple[str, ...] = ("192.0.2.1", "192.0.2.2")
    alive: tuple[str, ...] = ("192.0.2.2",)
    ends: Mapping[str, CommandResult] = field(default_factory=dict)
    ran: list[tuple[str, ...]] = field(default_factory=list)

    def run(self, argv: tuple[str, ...], _limit_s: float = 1.0) -> CommandResult:
        self.ran.append(argv)
        missing = CommandResult(b"", b"", None, Outcome.MISSING)
        return self.ends.get(argv[0], missing if argv[0] in {"pactl", "loginctl", "ip"} else DONE)


@pytest.fixture
def computer(monkeypatch: pytest.MonkeyPatch) -> Computer:
    made = Computer()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus")
    monkeypatch.delenv("SSH_CONNECTION", raising=False)
    for module in (renew, switch_dns):
        monkeypatch.setattr(module, "read_adapters", lambda: made.adapters)
        monkeypatch.setattr(module, "is_administrator", lambda: True)
    monkeypatch.setattr(administrator, "is_administrator", lambda: True)
    monkeypatch.setattr(renew, "keeper_of", lambda _adapter: Keeper.IFUPDOWN)
    monkeypatch.setattr(renew, "default_routes", lambda _run: ())
    monkeypatch.setattr(switch_dns, "read_name_servers", lambda _run: NameServers(made.servers, Through.PROGRAMS))
    monkeypatch.setattr(switch_dns, "who_decides", lambda _adapter: resolver.Decides.FILE)

    def ask(server: str, *_told: object, **_more: object) -> DnsAnswer | NotKnown:
        return DnsAnswer("NXDOMAIN", (), 1.0) if server in made.alive else NotKnown(Why.TIMEOUT)

    monkeypatch.setattr(switch_dns, "ask_server", ask)
    return made


def question(computer: Computer, company: Company | None = None, **more: object) -> FixQuestion:
    told = found("no-address", Evidence(name="adapter", value="eth1"))
    verdicts = {"connected": Verdict(check="connected", seen=told, at=datetime.now(UTC))} if more.get("told") else {}
    keep: Callable[[Mapping[str, str]], object] = more.get("keep", lambda _undo: None)  # type: ignore[assignment]
    return FixQuestion(run=computer.run, limit_s=10, company=company or Company(), verdicts=verdicts, keep=keep)


def planned(plan: Plan | NotHere) -> Plan:
    assert isinstance(plan, Plan), plan
    return plan


def test_every_fix_is_one_of_the_contract_s_and_mends_what_can_be_found() -> None:
    for fix in NETWORK_FIXES:
        assert fix.name in FIXES
        assert all(code in CHECKS[check] for check, _, code in (finding.partition(":") for finding in fix.mends))


def test_renewing_by_ifupdown(computer: Computer) -> None:
    plan = planned(Renew().plan(question(computer)))
    assert (plan.target, plan.can_put_back, plan.warnings[0].key) == ({"adapter": "eth0", "by": "ifupdown"}, False, "cut")
    applied = Renew().apply(question(computer), plan)
    assert (applied.done, applied.evidence[0].value) == (True, "10.20.0.2")
    assert ("ifup", "--force", "eth0") in computer.ran
    assert Renew().put_back(question(computer), {})


def test_renewing_takes_the_adapter_of_the_finding(computer: Computer) -> None:
    computer.adapters = (CABLE, OTHER)
    assert the_adapter(question(computer, told=True)) == OTHER
    assert the_adapter(question(computer)) == CABLE
    computer.adapters = (VPN,)
    assert the_adapter(question(computer)) is None
    assert Renew().plan(question(computer)) == NotHere("not here")


@pytest.mark.parametrize(
    ("ends", "why"),
    [
        ({"ifup": CommandResult(b"", b"", 1, Outcome.OK)}, "failed"),
        ({"ifup": CommandResult(b"", b"", None, Outcome.TIMEOUT)}, "time"),
        ({"ifup": CommandResult(b"", b"", None, Outcome.STOPPED)}, "stopped"),
    ],
)
def test_renewing_that_fails(computer: Computer, ends: Mapping[str, CommandResult], why: str) -> None:
    plan = planned(Renew().plan(question(computer)))
    computer.ends = ends
    applied = Renew().apply(question(computer), plan)
    assert (applied.done, applied.why) == (False, why)


def test_a_network_that_gives_nothing_is_not_done(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned(Renew().plan(question(computer)))
    monkeypatch.setattr(renew, "_ADDRESS_S", 0.1)
    computer.adapters = (Adapter("eth0", "wired", True, True),)
    assert Renew().apply(question(computer), plan).why == "time"


def test_never_under_a_call_or_a_session_from_afar(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned(Renew().plan(question(computer)))
    computer.ends = {"pactl": CommandResult(b'[{"corked":false}]', b"", 0, Outcome.OK)}
    assert Renew().plan(question(computer)) == NotHere("in use")
    assert Renew().apply(question(computer), plan).done is False
    assert not any(argv[0] == "ifup" for argv in computer.ran)
    computer.ends = {"loginctl": CommandResult(b"Remote=yes\n", b"", 0, Outcome.OK)}
    assert Renew().plan(question(computer)) == NotHere("in use")


def test_an_address_that_was_set_by_hand_is_left(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renew, "keeper_of", lambda _adapter: None)
    assert Renew().plan(question(computer)) == NotHere("nothing to do")


def test_an_administrator_is_said_first_and_where_none_can_be_asked_it_isn_t_offered(
    computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, fix in ((renew, Renew()), (switch_dns, SwitchDns())):
        monkeypatch.setattr(module, "is_administrator", lambda: False)
        monkeypatch.setattr(module, "can_ask", lambda: True)
        assert planned(fix.plan(question(computer))).needs_administrator
        monkeypatch.setattr(module, "can_ask", lambda: False)
        assert fix.plan(question(computer)) == NotHere("rights")


def test_another_server_of_the_network(computer: Computer) -> None:
    plan = planned(SwitchDns().plan(question(computer)))
    assert [doing.key for doing in plan.actions] == ["network", "by-itself"]
    assert (plan.target["servers"], plan.can_put_back) == ("192.0.2.2", True)


COMPANY = Company(
    dns_servers=(NetworkDns(network="10.20.0.0/16", servers=("10.20.0.53", "10.20.0.54")), NetworkDns(network="rubbish", servers=("x",)))
)


def test_the_company_s_servers_of_this_network_come_first_when_they_answer(computer: Computer) -> None:
    assert named_for(COMPANY, CABLE) == ("10.20.0.53", "10.20.0.54")
    assert named_for(COMPANY, Adapter("eth0", "wired", True, True, ("10.30.0.2/24",))) == ()
    computer.alive = ("10.20.0.54", "192.0.2.2")
    plan = planned(SwitchDns().plan(question(computer, COMPANY)))
    assert (plan.actions[0].key, plan.target["servers"]) == ("company", "10.20.0.54 192.0.2.2")


@pytest.mark.parametrize("alive", [(), ("192.0.2.1", "192.0.2.2"), ("203.0.113.8",)])
def test_nothing_to_switch_to(computer: Computer, alive: tuple[str, ...]) -> None:
    computer.alive = alive
    assert SwitchDns().plan(question(computer)) == NotHere("nothing to do")


def test_not_with_a_vpn_up_nor_where_something_else_writes_the_list(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    computer.adapters = (CABLE, VPN)
    assert SwitchDns().plan(question(computer)) == NotHere("not here")
    computer.adapters = (CABLE,)
    monkeypatch.setattr(switch_dns, "who_decides", lambda _adapter: None)
    assert SwitchDns().plan(question(computer)) == NotHere("not here")


def test_what_puts_it_back_is_kept_before_anything_changes(computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "resolv.conf"
    old = "nameserver 192.0.2.1\nnameserver 192.0.2.2\n"
    file.write_text(old, "utf-8")
    monkeypatch.setattr(switch_dns, "read_file", lambda: file.read_text("utf-8"))
    monkeypatch.setattr(resolver, "read_file", lambda: file.read_text("utf-8"))
    monkeypatch.setattr(switch_dns, "_SETTLED_S", 0.0)
    written: list[str] = []

    def write(text: str, _run: object) -> administrator.Became:
        written.append(text)
        file.write_text(text, "utf-8")
        return administrator.Became.DONE

    monkeypatch.setattr(resolver, "write_file", write)
    kept: list[tuple[Mapping[str, str], int]] = []
    asked = question(computer, keep=lambda undo: kept.append((undo, len(written))))
    applied = SwitchDns().apply(asked, planned(SwitchDns().plan(asked)))
    assert applied.done
    assert kept == [({"adapter": "eth0", "by": "file", "old": old, "new": "192.0.2.2"}, 0)]
    assert file.read_text("utf-8") == "nameserver 192.0.2.2\n"
    # In another process, after a log-off, and twice.
    assert SwitchDns().put_back(question(computer), kept[0][0])
    assert SwitchDns().put_back(question(computer), kept[0][0])
    assert (file.read_text("utf-8"), len(written)) == (old, 2)
    # Another network has written its own since; one that was cut off is ours.
    for now, after in (("nameserver 198.51.100.1\n", "nameserver 198.51.100.1\n"), ("nameserver 19", old), ("", old)):
        file.write_text(now, "utf-8")
        assert SwitchDns().put_back(question(computer), kept[0][0])
        assert file.read_text("utf-8") == after


def test_no_second_dialog_after_a_refusal_and_what_another_network_gave_stays(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch_dns, "_SETTLED_S", 0.0)
    monkeypatch.setattr(switch_dns, "_CALM_S", 0.0)
    undo = {"adapter": "eth0", "by": "resolved", "old": "192.0.2.1 192.0.2.2", "new": "192.0.2.2"}
    for servers, asked in ((("192.0.2.1", "192.0.2.2"), 0), (("198.51.100.1",), 0), (("192.0.2.2",), 1)):
        computer.servers, computer.ran = servers, []
        assert SwitchDns().put_back(question(computer), undo)
        assert sum(argv[0] == "resolvectl" for argv in computer.ran) == asked


def test_a_refusal_changes_nothing(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch_dns, "set_servers", lambda *_told: administrator.Became.RIGHTS)
    applied = SwitchDns().apply(question(computer), planned(SwitchDns().plan(question(computer))))
    assert (applied.done, applied.why) == (False, "rights")
