"""A network of a test's own: three namespaces, this computer – the gateway – the world outside, joined by cables or by a bad line.

Everything is removed again, also after a failure; what a killed run left is removed by the next one.
"""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Self

import msgspec
import psutil

from contract.about import About, Service, ServiceKind
from desktop_client.backend.enrolment import Enrolment
from desktop_client.system.folders import Profile

PROGRAMS = Path(__file__).parent / "programs"
ROOT = Path(__file__).parents[2]
ETC = Path("/etc/netns")
PREFIX = "sigap-faults"
HELD_BY_US = count()

HELP, PAGES, PUBLIC, MAIL, INNER = "help.company.test", "pages.company.test", "www.public.test", "mail.company.test", "inner.corp.test"
WEB_AT, PAGES_AT, PUBLIC_AT, MAIL_AT, PROXY_AT = (f"198.51.100.{n}" for n in (10, 11, 20, 30, 80))
DNS_1, DNS_2, NOBODY = "198.51.100.53", "198.51.100.54", "198.51.100.99"
ZONE = {HELP: [WEB_AT], PAGES: [PAGES_AT], PUBLIC: [PUBLIC_AT], MAIL: [MAIL_AT]}
SIXTH = {HELP: ["2001:db8:1::10"], PAGES: ["2001:db8:1::11"], PUBLIC: ["2001:db8:1::20"], MAIL: ["2001:db8:1::30"]}
DNS_6 = "2001:db8:1::53"
NAMES = (*ZONE, *(address for table in (ZONE, SIXTH) for addresses in table.values() for address in addresses))

WEB = [
    *({"address": address, "port": 80, "kind": "page"} for address in (PAGES_AT, PUBLIC_AT)),
    *({"address": address, "port": 443, "kind": "page", "secure": True} for address in (WEB_AT, PUBLIC_AT)),
    {"address": MAIL_AT, "port": 993, "kind": "open"},
]
"""What answers where nothing is wrong."""

SERVICES = (
    Service(key="public", name={"en": "Public"}, host=PUBLIC, port=443, path="/", kind=ServiceKind.PUBLIC),
    Service(key="mail", name={"en": "Mail"}, host=MAIL, port=993, kind=ServiceKind.MAIL),
)
COMPANY = About(version="1", company="Company", services=SERVICES, portal_page=f"http://{PAGES}/page", test_file=f"https://{HELP}/big")
BACKEND = f"https://{HELP}"


def why_not() -> str:
    """Why there can be no such network here; "" when there can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs an administrator's rights on Linux"
    if missing := [word for word in ("ip", "tc", "ping") if shutil.which(word) is None]:
        return f"needs {', '.join(missing)}"
    if not Path("/dev/net/tun").exists():
        return "needs /dev/net/tun"
    name = f"{PREFIX}-{os.getpid()}-try"
    made = subprocess.run(["ip", "netns", "add", name], capture_output=True, check=False)
    # In a changed root that is no mount of its own, a namespace can be made and not entered.
    entered = subprocess.run(["ip", "netns", "exec", name, "true"], capture_output=True, check=False)
    subprocess.run(["ip", "netns", "del", name], capture_output=True, check=False)
    return "" if made.returncode == entered.returncode == 0 else "no network namespaces"


def faketime() -> str:
    """The library that moves a program's clock, "" without it."""
    places = (*Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), *Path("/usr/lib64/faketime").glob("libfaketimeMT.so.1"))
    return str(next(iter(places), ""))


@dataclass(frozen=True, kw_only=True)
class BadLine:
    """A line whose packets wait and get lost, each way."""

    delay_ms: float = 0.0
    loss: float = 0.0
    seed: int = 1


@dataclass(kw_only=True)
class World:
    """How it is built. `near` is the line cli–gw, `far` gw–net; None: a cable. `http` and `dns` are for `far_side.py`."""

    folder: Path
    certificates: Path
    near: BadLine | None = None
    far: BadLine | None = None
    sixth: bool = False
    by_dhcp: bool = False
    http: list[dict[str, object]] = field(default_factory=lambda: list(WEB))
    dns: list[dict[str, object]] = field(default_factory=lambda: [{"address": DNS_1, "zone": ZONE}])
    resolvers: tuple[str, ...] = (DNS_1,)
    about: About = COMPANY
    backend: str = BACKEND
    environment: dict[str, str] = field(default_factory=dict)
    name: str = ""
    _programs: list[subprocess.Popen[str]] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.name = f"{PREFIX}-{os.getpid()}-{next(HELD_BY_US)}"
        try:
            self._build()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def space(self, side: str) -> str:
        """The namespace of "cli", "gw" or "net"."""
        return f"{self.name}-{side}"

    def ip(self, side: str, *words: str) -> None:
        """`ip` in one of them."""
        run("ip", "-n", self.space(side), *words)

    def inside(self, side: str, *words: str, environment: Mapping[str, str] | None = None, limit_s: float = 120) -> str:
        """A program in one of them; its output. It has to end well."""
        done = subprocess.run(
            ["ip", "netns", "exec", self.space(side), *words],
            env={**os.environ, **(environment or {})},
            capture_output=True,
            text=True,
            timeout=limit_s,
            cwd=ROOT,
            check=False,
        )
        logs = "".join(file.read_text("utf-8")[-2000:] for file in self.folder.glob("profile/**/*.log")) if done.returncode else ""
        assert done.returncode == 0, f"{words}: {done.stdout[-500:]} {done.stderr[-2000:]} {logs}"
        return done.stdout

    def program(self, *words: str, side: str = "") -> None:
        """Starts a program that says "ready", in one of them or outside, until the world ends."""
        inside = ["ip", "netns", "exec", self.space(side)] if side else []
        log = (self.folder / f"{Path(words[0]).stem}-{len(self._programs)}.log").open("w", encoding="utf-8")
        with log:
            started = subprocess.Popen([*inside, sys.executable, *words], stdout=subprocess.PIPE, stderr=log, text=True, cwd=ROOT)
        self._programs.append(started)
        assert started.stdout is not None
        assert started.stdout.readline().strip() == "ready", Path(log.name).read_text("utf-8")[-2000:]

    def newest_pid(self) -> int:
        """Of the program that was started last."""
        return self._programs[-1].pid

    def close(self) -> None:
        """Ends all programs and removes the namespaces."""
        for started in self._programs:
            started.kill()
            started.wait()
            if started.stdout:
                started.stdout.close()
        self._programs.clear()
        for side in ("cli", "gw", "net"):
            remove(self.space(side))

    def _build(self) -> None:
        for side in ("cli", "gw", "net"):
            run("ip", "netns", "add", self.space(side))
            self.ip(side, "link", "set", "lo", "up")
        self._join("cli", "eth0", "gw", "lan", self.near)
        self._join("gw", "wan", "net", "eth0", self.far)
        self.sysctl("gw", "net.ipv4.ip_forward=1", "net.ipv6.conf.all.forwarding=1")
        (self._fourth_and_sixth if self.sixth else self._fourth)()
        self.write_resolvers(*self.resolvers)
        self.program(
            str(PROGRAMS / "far_side.py"), json.dumps({"ca": str(self.certificates), "dns": self.dns, "http": self.http}), side="net"
        )
        self._write_profile()

    def sysctl(self, side: str, *settings: str) -> None:
        """Settings of the kernel in one of them."""
        for setting in settings:
            name, _, value = setting.partition("=")
            self.inside(side, "sh", "-c", f"echo {value} > /proc/sys/{name.replace('.', '/')}")

    def write_resolvers(self, *servers: str) -> None:
        """The resolv.conf that programs of this computer see."""
        folder = ETC / self.space("cli")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "resolv.conf").write_text("".join(f"nameserver {server}\n" for server in servers), "utf-8")

    def _join(self, one: str, one_name: str, other: str, other_name: str, line: BadLine | None) -> None:
        if line is None:
            self.ip(one, "link", "add", one_name, "type", "veth", "peer", "name", other_name, "netns", self.space(other))
        else:
            places = (self.space(one), one_name, self.space(other), other_name)
            self.program(str(PROGRAMS / "relay.py"), *places, str(line.delay_ms), str(line.loss), str(line.seed))
        self.ip(one, "link", "set", one_name, "up")
        self.ip(other, "link", "set", other_name, "up")

    def _fourth(self) -> None:
        if not self.by_dhcp:
            self.ip("cli", "addr", "add", "10.20.0.2/24", "dev", "eth0")
            self.ip("cli", "route", "add", "default", "via", "10.20.0.1", "onlink", "dev", "eth0")
        self.ip("gw", "addr", "add", "10.20.0.1/24", "dev", "lan")
        self.ip("gw", "addr", "add", "198.51.100.1/24", "dev", "wan")
        used = {str(row["address"]) for row in (*self.http, *self.dns)}
        for address in sorted({"198.51.100.2", PROXY_AT, DNS_1, DNS_2, *used} - {NOBODY}):
            if ":" not in address and address.startswith("198."):
                self.ip("net", "addr", "add", f"{address}/24", "dev", "eth0")
        self.ip("net", "route", "add", "default", "via", "198.51.100.1")

    def _fourth_and_sixth(self) -> None:
        self.ip("cli", "addr", "add", "fd20::2/64", "dev", "eth0", "nodad")
        self.ip("gw", "addr", "add", "fd20::1/64", "dev", "lan", "nodad")
        self.ip("gw", "addr", "add", "2001:db8:1::1/64", "dev", "wan", "nodad")
        for address in sorted({str(row["address"]) for row in (*self.http, *self.dns)}):
            self.ip("net", "addr", "add", f"{address}/64", "dev", "eth0", "nodad")
        self.ip("cli", "-6", "route", "add", "default", "via", "fd20::1", "dev", "eth0")
        self.ip("net", "-6", "route", "add", "default", "via", "2001:db8:1::1", "dev", "eth0")

    def _write_profile(self) -> None:
        profile = Profile(self.folder / "profile", own=True)
        profile.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        if self.backend:
            enrolment = Enrolment(id="e", address=self.backend, person="p", computer="c", company="Company", owner="o", token_digest="d")
            profile.enrolment_file.write_bytes(msgspec.json.encode(enrolment))
        profile.about_file.write_bytes(msgspec.json.encode(self.about))

    def check(self, *names: str, **environment: str) -> dict[str, str]:
        """The verdicts of Sigap on this computer, by check: a process of its own, through its command line."""
        told = self.inside(
            "cli",
            *(sys.executable, "-m", "desktop_client", "--profile", str(self.folder / "profile"), "check", *names, "--json"),
            environment={"SSL_CERT_FILE": str(self.certificates / "ca.pem"), **self.environment, **environment},
        )
        (self.folder / "told.json").write_text(told, "utf-8")
        return {row["name"]: row["verdict"] for row in json.loads(told)["checks"]}


def run(*words: str) -> None:
    """A command that has to work."""
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"


def remove(space: str) -> None:
    """A namespace of ours, with what runs in it."""
    told = subprocess.run(["ip", "netns", "pids", space], capture_output=True, text=True, check=False)
    for number in told.stdout.split():
        with contextlib.suppress(psutil.Error):
            psutil.Process(int(number)).kill()
    subprocess.run(["ip", "netns", "del", space], capture_output=True, check=False)
    shutil.rmtree(ETC / space, ignore_errors=True)


def remove_left() -> None:
    """What runs that were killed left behind."""
    told = subprocess.run(["ip", "netns", "list"], capture_output=True, text=True, check=False)
    left = {line.split()[0] for line in told.stdout.splitlines() if line.startswith(PREFIX)}
    left |= {place.name for place in ETC.glob(f"{PREFIX}-*")} if ETC.is_dir() else set()
    for space in left:
        owner = space.split("-")[2]
        if not owner.isdecimal() or not psutil.pid_exists(int(owner)):
            remove(space)


@contextlib.contextmanager
def no_leftovers() -> Iterator[None]:
    """Before and after."""
    remove_left()
    yield
    with contextlib.suppress(OSError):
        ETC.rmdir()
