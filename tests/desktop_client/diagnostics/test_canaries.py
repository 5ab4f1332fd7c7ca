"""Nothing planted leaves: sixty secrets in twelve places, in the details, in the log, and in what the outbox keeps."""

import json
import logging
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from contract.diagnostics import Diagnostics, Fact
from contract.tickets import PutTicket
from desktop_client.diagnostics.catalogue import COLLECTORS
from desktop_client.diagnostics.collectors import system_log as collectors_system_log
from desktop_client.diagnostics.collectors.printers import PrintersCollector
from desktop_client.diagnostics.collectors.system_log import SystemLogCollector
from desktop_client.diagnostics.redaction.known_values import KnownValues
from desktop_client.diagnostics.redaction.redact import Redactor, redact_text
from desktop_client.diagnostics.redaction.shown import shown
from desktop_client.diagnostics.runner import Asked, Result, run_collectors
from desktop_client.flows.diagnose import diagnose
from desktop_client.system import commands
from desktop_client.system.folders import open_profile
from desktop_client.system.log import start_log
from desktop_client.system.machine import system_log
from desktop_client.system.printing import printers
from tests.desktop_client.diagnostics.canaries import PLACES, SECRETS, leaks, traces

ROOT = Path(__file__).parents[3]
RULES_ALONE = Redactor(KnownValues({}))
"""As if nothing were known by value: what the rules can't find must not have been collected."""


def test_there_are_sixty_secrets_and_twelve_places() -> None:
    assert (len(set(SECRETS)), len(PLACES)) == (60, 12)


def test_the_search_for_leaks_finds_what_was_planted() -> None:
    for place, line in PLACES.items():
        assert len(leaks("\n".join(map(line, SECRETS)))) >= len(SECRETS) - 3, place  # a shell writes quotes in quotes another way
    for secret in SECRETS:
        assert sum(secret in leaks(line(secret)) for line in PLACES.values()) >= len(PLACES) - 1, secret


@pytest.mark.parametrize("place", PLACES)
def test_no_secret_in_any_text_of_this_kind_comes_through_the_rules(place: str) -> None:
    leaked = []
    for secret in SECRETS:
        clean = RULES_ALONE.line(PLACES[place](secret), 300)
        if any(trace.lower() in clean.lower() for trace in traces(secret)):
            leaked.append((secret, clean))
    assert leaked == []


@pytest.mark.parametrize("place", PLACES)
def test_no_secret_of_this_kind_comes_into_the_log(place: str, tmp_path: Path) -> None:
    profile = open_profile(tmp_path / "profile")
    log = start_log(profile, redact_text)
    try:
        for secret in SECRETS:
            logging.getLogger("planted").info("%s", PLACES[place](secret))
            error = ValueError(PLACES[place](secret))
            logging.getLogger("planted").info("it failed", exc_info=(ValueError, error, None))
    finally:
        log.close()
    written = b"".join(file.read_bytes() for file in profile.log_folder.iterdir()).decode()
    lines = [json.loads(line) for line in written.splitlines()]
    assert len(lines) == 2 * len(SECRETS)
    assert leaks("\n".join(f"{line['message']}\n{line.get('exception', '')}" for line in lines)) == []


def through_the_journal(lines: list[str], folder: Path) -> tuple[Fact, ...]:
    """What the collector says when the system's own journalctl, a real program, tells these lines."""
    told = "\n".join(json.dumps({"MESSAGE": line, "SYSLOG_IDENTIFIER": "kasir"}) for line in lines)
    (folder / "told").write_text(told)
    program = folder / "journalctl"
    program.write_text(f"#!/bin/sh\ncat {folder / 'told'}\n")
    program.chmod(0o755)
    collector = SystemLogCollector()
    (result,) = run_collectors([collector], Asked())
    facts, missing = shown(result, RULES_ALONE)
    assert missing == []
    return tuple(facts)


@pytest.mark.parametrize("place", PLACES)
def test_no_secret_in_the_systems_log_comes_into_the_details(place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "journal" / "1").mkdir(parents=True)
    monkeypatch.setattr(collectors_system_log, "read_errors", partial(system_log.read_errors, journals=(tmp_path / "journal",)))
    monkeypatch.setattr(commands, "system_path", lambda: f"{tmp_path}:/usr/bin:/bin")
    lines = [PLACES[place](secret) for secret in SECRETS]
    told = []
    for at in range(0, len(lines), system_log.MOST_KINDS):
        told += through_the_journal(lines[at : at + system_log.MOST_KINDS], tmp_path)
    assert sum(1 for fact in told if fact.name.count(" ") == 1 and fact.name.startswith("Error ")) >= len(SECRETS) - 5
    assert leaks(request_of(Diagnostics(facts=tuple(told), collected=datetime.now(UTC), took_s=1.0))) == []


def request_of(diagnostics: Diagnostics) -> str:
    """What the outbox keeps of a report with these details."""
    request = PutTicket(subject="Printer", written=datetime.now(UTC), diagnostics=diagnostics)
    encoded = msgspec.json.encode(request)
    # As the bytes are, and with what JSON escapes written out.
    return encoded.decode() + repr(msgspec.json.decode(encoded))


def test_no_secret_in_a_printers_name_or_message_comes_into_the_details() -> None:
    collector = PrintersCollector()
    facts: list[Fact] = []
    for place, line in PLACES.items():
        for number, secret in enumerate(SECRETS):
            printer = printers.Printer(f"Kasir{number}", "stopped", (f"other {line(secret)}",), line(secret), accepts_jobs=True, jobs=1)
            named = printers.Printer(line(secret), "idle", (), "", accepts_jobs=True, jobs=0)
            for one in (printer, named):
                clean, missing = shown(Result(collector, tuple(collector._printer(one))), RULES_ALONE)
                assert missing == [], place
                facts += clean
    assert leaks(request_of(Diagnostics(facts=tuple(facts), collected=datetime.now(UTC), took_s=1.0))) == []


def plant_files(home: Path) -> list[Path]:
    """The files in which people's programs keep secrets, with all of ours in them."""
    everything = "\n".join(SECRETS)
    files = {
        ".netrc": "\n".join(f"machine git.example login kasir password {secret}" for secret in SECRETS),
        ".npmrc": everything,
        ".pgpass": everything,
        ".git-credentials": everything,
        ".config/pip/pip.conf": everything,
        ".aws/credentials": "\n".join(f"aws_secret_access_key = {secret}" for secret in SECRETS),
        ".kube/config": everything,
        ".ssh/id_rsa": everything,
        ".mozilla/firefox/p/cookies.sqlite": everything,
        ".config/NetworkManager/kantor.nmconnection": everything,
        ".local/share/recently-used.xbel": everything,
        ".bash_history": everything,
        "project/.git/config": "\n".join(f"url = https://oauth2:{secret}@git.example/x" for secret in SECRETS),
        "project/.env": everything,
    }
    planted = []
    for name, text in files.items():
        file = home / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(stat.S_IRUSR | stat.S_IWUSR)
        planted.append(file)
    return planted


@contextmanager
def running_with_secrets() -> Iterator[subprocess.Popen[bytes]]:
    """A busy program with every secret in its environment and on its command line."""
    environment = {**os.environ, **{f"PLANTED_TOKEN_{number}": secret for number, secret in enumerate(SECRETS)}}
    command = [sys.executable, "-c", "while True: pass", *(f"--password={secret}" for secret in SECRETS)]
    with subprocess.Popen(command, env=environment) as busy:
        try:
            yield busy
        finally:
            busy.send_signal(signal.SIGKILL)


def test_a_whole_check_amid_planted_secrets_tells_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant_files(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("HTTPS_PROXY", "http://kasir:Sunflower-1987@127.0.0.1:9/")
    monkeypatch.chdir(tmp_path / "project")
    told: list[bytes] = []
    with running_with_secrets(), listening(told) as port:
        found = diagnose(address=f"http://127.0.0.1:{port}", hosts=(f"127.0.0.1:{port}",), known_secrets=lambda: SECRETS)
    assert any(fact.group == "Programs" and fact.name.startswith("python") for fact in found.facts)
    assert leaks(request_of(found)) == []
    assert leaks(repr(found)) == []
    assert told
    assert leaks(b"".join(told).decode("latin-1")) == []


@contextmanager
def listening(told: list[bytes]) -> Iterator[int]:
    """A backend's port that keeps what it is told."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                with connection:
                    connection.settimeout(5)
                    try:
                        told.append(connection.recv(65536))
                        connection.sendall(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
                    except OSError:
                        continue

        threading.Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


CHECK = """
from desktop_client.flows.diagnose import diagnose
found = diagnose(address="http://127.0.0.1:9", hosts=("localhost:9",))
print(len(found.facts))
"""
CONTROL = CHECK + "open({planted!r}).read()\nopen('/proc/{pid}/cmdline').read()\nopen('/proc/{pid}/environ').read()\n"


def opened(script: str, home: Path, folder: Path) -> list[str]:
    """Every path that a program and its children open or run, by the kernel's own account."""
    log = folder / "calls"
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    traced = ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,openat2,execve,readlink,readlinkat", "-o", log]
    subprocess.run(
        [*traced, sys.executable, "-c", script], env=environment, cwd=home / "project", check=True, capture_output=True, timeout=120
    )
    return [line.split('"')[1] for line in log.read_text("utf-8", "replace").splitlines() if '"' in line]


def forbidden(paths: list[str], planted: list[Path]) -> set[str]:
    names = {str(file) for file in planted}
    own = {"self", "thread-self"}
    found = set()
    for path in paths:
        parts = path.split("/")
        if path in names or (parts[1:2] == ["proc"] and parts[-1] in {"cmdline", "environ", "mem"} and parts[2] not in own):
            found.add(path)
    return found


@pytest.mark.slow
def test_what_is_never_read_is_never_opened() -> None:
    with TemporaryDirectory() as place, running_with_secrets() as busy:
        home = Path(place)
        planted = plant_files(home)
        paths = opened(CHECK, home, home)
        assert any(path.startswith("/proc/") and path.endswith("/stat") for path in paths), "the trace shows what is opened"
        assert forbidden(paths, planted) == set()
        # The same check with three forbidden looks, so that this test is known to see them.
        seen = forbidden(opened(CONTROL.format(planted=str(planted[0]), pid=busy.pid), home, home), planted)
        assert seen == {str(planted[0]), f"/proc/{busy.pid}/cmdline", f"/proc/{busy.pid}/environ"}


def test_no_collector_declares_what_must_never_be_told() -> None:
    never = (
        "cmdline",
        "command line",
        "environment",
        "title",
        "ssid",
        "password",
        "serial",
        "mac address",
        "clipboard",
        "history",
        "e-mail",
    )
    declared = [f"{collector.name}/{kind.name}".lower() for collector in COLLECTORS for kind in collector.kinds]
    assert [name for name in declared if any(word in name for word in never)] == []
