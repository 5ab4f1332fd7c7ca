"""The whole of remote help with everything real: the technician's page in Chromium, the employee's client in a tray, the company's tool.

The tool is x11vnc, chosen by a policy as an administrator writes it; the technician's side of it is a VNC client that gets the code from
the page alone, sees the employee's screen and types into a window on it.
"""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from development.chromium import chromium
from development.running import SERVER, RunningBackend, call, free_port
from development.virtual_screen import VirtualScreen, wait_for
from tests.desktop.test_policy import may_mount, under_policy
from tests.desktop.tray_client import Box, TrayClient, grab, show_problem

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(not may_mount(), reason="needs an administrator who may mount"),
    pytest.mark.skipif(shutil.which("x11vnc") is None, reason="needs x11vnc"),
]

PASSWORD = "correct horse battery staple"
POLICY = """
remote_tools = ["office-vnc"]

[remote_tool]
key = "office-vnc"
name = "Office VNC"
program = "/usr/bin/x11vnc"
arguments = ["-localhost", "-no6", "-rfbport", "{port}", "-shared", "-forever", "-passwdfile", "rm:{{code_file}}"]
code_from = "made"
can = ["view", "control"]
"""
ASKS = "would like to see your screen"


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with RunningBackend(tmp_path_factory.mktemp("backend") / "data") as running:
        for login, name, role in (("budi", "Budi Santoso", "technician"), ("dewi", "Dewi Lestari", "lead")):
            words = ("user", "add", login, "--name", name, "--role", role, "--title", "IT Support Jakarta")
            call(*SERVER, "--data", str(running.data), *words, typed=f"{PASSWORD}\n")
        yield running


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def program(tmp_path: Path, port: int) -> tuple[str, ...]:
    """The client, on a computer with the company's policy."""
    return under_policy(tmp_path, POLICY.format(port=port))


@pytest.fixture
def client(screen: VirtualScreen, backend: RunningBackend, tmp_path: Path, program: tuple[str, ...]) -> Iterator[TrayClient]:
    running = TrayClient(screen, backend, tmp_path / "profile")
    running.enrol()
    running.start("--quiet", program=program)
    screen.wait_for_tray_icon()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"]) as running:
        yield running


def signed_in(browser: Browser, backend: RunningBackend, login: str) -> Page:
    """A technician's page, with the queue in it."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.goto(f"{backend.address}/console/")
    page.get_by_label("Name").fill(login)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return page


@pytest.fixture
def page(browser: Browser, backend: RunningBackend) -> Iterator[Page]:
    opened = signed_in(browser, backend, "budi")
    yield opened
    opened.context.close()


def tools(port: int) -> list[psutil.Process]:
    """The company's tool, by the port that it was told."""
    return [
        process
        for process in psutil.process_iter(["name", "cmdline", "status"])
        if process.info["name"] == "x11vnc" and str(port) in (process.info["cmdline"] or []) and process.info["status"] != "zombie"
    ]


def listens(port: int) -> bool | None:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0 or None


def report(client: TrayClient, subject: str) -> str:
    """The number of a new report."""
    assert client.command("report", "--subject", subject, "--no-screenshot", "--no-diagnostics", "--wait", "30") == 0
    return str(client.arrived(subject)["number"])


def ask(page: Page, backend: RunningBackend, number: str) -> None:
    """The technician asks on the ticket's page."""
    page.goto(f"{backend.address}/console/tickets/{number}/assist")
    page.locator("#ask-button").click()
    for place in (0, 1):
        expect(page.locator(f"[data-word='{place}']")).not_to_be_empty()


def click_in_question(client: TrayClient, from_left: int = 0, from_right: int = 0) -> None:
    """Clicks in the lowest row of the window that asks, until it has gone: in its first moments it takes no answer."""
    client.still(ASKS)

    def answered() -> bool | None:
        if not client.screen.windows(ASKS):
            return True
        box = client.box(ASKS)
        client.screen.click(box.x + (from_left or box.width - from_right), box.y + box.height - 36)
        time.sleep(0.3)
        return None

    wait_for(answered, "an answer")


def click_share(client: TrayClient) -> None:
    """The right one of the two equal buttons."""
    click_in_question(client, from_right=90)


def colours(screen: VirtualScreen) -> set[str]:
    """What is at the edge of the screen, and in a row through the bar."""
    picture = grab(screen, Box(0, 0, screen.width, 60))
    return {picture.pixelColor(x, y).name() for x in range(0, screen.width, 3) for y in (1, 36)}


def test_from_the_report_to_the_receipt(
    screen: VirtualScreen, client: TrayClient, backend: RunningBackend, page: Page, tmp_path: Path, port: int
) -> None:
    # A report appears in the queue without reloading.
    expect(page.get_by_text("Live", exact=True)).to_be_visible()
    number = report(client, "The invoice won't print")
    row = page.get_by_role("link", name="The invoice won't print")
    expect(row).to_be_visible()
    row.click()

    # The technician answers; the client shows it.
    page.get_by_role("textbox", name="Reply to").fill("May I have a look at your screen?")
    page.get_by_role("button", name="Send to").click()
    expect(page.locator("#talk").get_by_text("May I have a look at your screen?")).to_be_visible()
    wait_for(lambda: b"May I have a look" in (client.profile / "cache.db-wal").read_bytes() or None, "the answer on the computer")

    # Asks to see the screen; a real click consents.
    page.get_by_role("link", name="See screen").click()
    page.locator("#ask-button").click()
    expect(page.locator("[data-word='1']")).not_to_be_empty()
    click_share(client)
    expect(page.locator("[data-code]")).not_to_be_empty(timeout=20_000)
    code = page.locator("[data-code]").inner_text()
    wait_for(lambda: listens(port), "the tool")
    assert len(tools(port)) == 1
    assert code not in " ".join(tools(port)[0].cmdline())
    red = {"#b3261e", "#b4271f"}
    assert colours(screen) & red

    # The technician's side sees a pattern on the employee's screen, and types into a window.
    show_problem(screen)
    typed = tmp_path / "typed"
    line = f'read line; echo "$line" > {typed}.part; mv {typed}.part {typed}; sleep 600'
    screen.start("xterm", "-T", "typing", "-geometry", "40x5+20+500", "-e", "sh", "-c", line)
    screen.wait_for_window("typing")
    seen = tmp_path / "seen.png"
    vncdo = Path(sys.executable).with_name("vncdo")
    words = ("move", "120", "560", "click", "1", "pause", "0.5", "capture", str(seen), "type", "dari jauh", "key", "enter")
    done = subprocess.run(
        [vncdo, "-s", f"127.0.0.1::{port}", "-p", code, "-t", "20", *words], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert wait_for(lambda: (typed.exists() and typed.read_text()) or None, "what was typed") == "dari jauh\n"
    assert seen.stat().st_size > 1000

    # Stop, from any window, ends it; both sides have the receipt.
    client.key("ctrl+alt+s")
    expect(page.get_by_role("heading", name="is over")).to_be_visible(timeout=10_000)
    wait_for(lambda: not tools(port) or None, "the end of the tool")
    receipt = page.locator(".receipt").first
    for words_ in ("Budi Santoso", "Office VNC", "mouse and keyboard", "version 1"):
        expect(receipt).to_contain_text(words_)
    client.box("^Remote help")
    assert not colours(screen) & red
    ticket = client.show(number)
    [session] = ticket["assist"]
    assert (session["state"], session["end"]) == ("ended", "stopped")
    assert session["audit"][:12] in (page.locator(".receipt code").first.get_attribute("title") or "")
    verified = backend.command("audit", "verify")
    assert verified["broken"] is None

    # And resolved.
    page.goto(f"{backend.address}/console/tickets/{number}")
    page.locator("#act-state").click()
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    assert client.show(number)["state"] == "resolved"


def test_the_keyboard_begins_on_decline(client: TrayClient, backend: RunningBackend, page: Page, port: int) -> None:
    number = report(client, "Only looking")
    ask(page, backend, number)
    client.still(ASKS)
    over = page.get_by_role("heading", name="is over")

    def pressed() -> bool | None:
        # In its first moments the window takes no key, since it may have been meant for another.
        client.key("space")
        return over.is_visible() or None

    wait_for(pressed, "the end of the request")
    client.gone(ASKS)
    assert tools(port) == []
    page.goto(f"{backend.address}/console/tickets/{number}/assist")
    expect(page.locator("#ask-button")).to_have_count(0)


def test_a_killed_backend_goes_on_and_a_killed_tray_leaves_no_tool_behind(
    screen: VirtualScreen, client: TrayClient, backend: RunningBackend, page: Page, port: int, program: tuple[str, ...]
) -> None:
    number = report(client, "It is killed meanwhile")
    ask(page, backend, number)
    click_share(client)
    wait_for(lambda: listens(port), "the tool")
    expect(page.get_by_role("heading", name="is running")).to_be_visible()
    # A backend that is killed and comes back: the session goes on, and the computer's signs reach it again.
    backend.process.kill()
    backend.process.wait()
    read = len(backend.log.read_bytes())
    backend.__enter__()
    wait_for(lambda: b"/alive" in backend.log.read_bytes()[read:] or None, "a sign of the computer", 20)
    assert client.show(number)["assist"][0]["state"] == "running"
    expect(page.get_by_role("heading", name="is running")).to_be_visible()
    assert client.process
    # `unshare` replaced itself by the client, so that this is the tray.
    client.process.send_signal(signal.SIGKILL)
    client.process.communicate(timeout=20)
    wait_for(lambda: not tools(port) or None, "the end of the tool", 10)
    client.start("--quiet", program=program)
    screen.wait_for_tray_icon()
    expect(page.get_by_role("heading", name="is over")).to_be_visible(timeout=10_000)
    assert client.show(number)["assist"][0]["end"] == "client-ended"


def test_somebody_else_alarms_every_lead_until_one_confirms(
    client: TrayClient, backend: RunningBackend, browser: Browser, page: Page, port: int
) -> None:
    lead = signed_in(browser, backend, "dewi")
    number = report(client, "Who is that?")
    ask(page, backend, number)
    click_in_question(client, from_left=100)
    banner = lead.get_by_text("This was not the help desk").or_(lead.locator(".alarm"))
    expect(banner.first).to_be_visible(timeout=10_000)
    expect(page.get_by_role("heading", name="is over")).to_be_visible(timeout=10_000)
    lead.get_by_role("button", name="seen").first.click()
    expect(banner.first).to_be_hidden()
    assert tools(port) == []
    lead.context.close()
