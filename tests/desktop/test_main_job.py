"""The main job as a person does it: a click on the real icon in the real tray, a sentence, Ctrl+Enter; and what is in the backend then."""

import hashlib
import platform
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from development.running import RunningBackend
from development.virtual_screen import TWO_MONITORS, VirtualScreen, wait_for
from tests.desktop.session_bus import NOTIFICATIONS, WATCHER, Desktop, Icon
from tests.desktop.tray_client import Box, TrayClient, grab, show_problem

pytestmark = pytest.mark.screen


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningBackend]:
    with RunningBackend(tmp_path_factory.mktemp("backend") / "data") as running:
        yield running


@pytest.fixture
def client(two_screens: VirtualScreen, backend: RunningBackend, tmp_path: Path) -> Iterator[TrayClient]:
    with TrayClient(two_screens, backend, tmp_path / "profile") as running:
        two_screens.wait_for_tray_icon()
        yield running


def monitors() -> list[Box]:
    return [Box(monitor.x, monitor.y, monitor.width, monitor.height) for monitor in TWO_MONITORS]


def before(screen: VirtualScreen) -> dict[tuple[int, int], QImage]:
    """Every monitor as it is now, by its size."""
    return {(box.width, box.height): grab(screen, box) for box in monitors()}


def assert_pictures(ticket: dict[str, Any], seen: dict[tuple[int, int], QImage], icon: Box) -> None:
    """The ticket has a picture of each monitor, pixel for pixel as it was before the click, apart from the icon itself."""
    found = {}
    for attachment in ticket["attachments"]:
        data = Path(attachment["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == attachment["sha256"]
        picture = QImage.fromData(data).convertToFormat(QImage.Format.Format_RGB32)
        found[picture.width(), picture.height()] = picture
    assert found.keys() == seen.keys()
    for (width, height), picture in found.items():
        was = seen[width, height]
        left = next(box.x for box in monitors() if (box.width, box.height) == (width, height))
        differing = [
            (x, y)
            for y in range(height)
            if picture.constScanLine(y).tobytes() != was.constScanLine(y).tobytes()
            for x in range(width)
            if picture.pixel(x, y) != was.pixel(x, y)
        ]
        outside = [
            (x, y)
            for x, y in differing
            if not (icon.x - 4 <= x + left <= icon.x + icon.width + 4 and icon.y - 4 <= y <= icon.y + icon.height + 4)
        ]
        assert outside == []


def test_by_the_panel(client: TrayClient, tmp_path: Path) -> None:
    show_problem(client.screen)
    icon = Box(*client.screen.wait_for_tray_icon()[1:])
    seen = before(client.screen)
    client.click_tray()
    panel = client.box("^Sigap$")
    client.click_filled_button(panel)
    client.report_window()
    client.type("Cannot print the invoice")
    client.key("ctrl+Return")
    client.gone("^Report a problem")
    number = client.arrived("Cannot print the invoice")["number"]
    ticket = client.show(number, "--files", str(tmp_path / "files"))
    assert [attachment["kind"] for attachment in ticket["attachments"]] == ["screenshot", "screenshot"]
    assert_pictures(ticket, seen, icon)
    facts = {(fact["group"], fact["name"]): fact["value"] for fact in ticket["diagnostics"]["facts"]}
    assert facts["System", "Kernel"] == platform.release()
    assert client.box("Your report")


def test_by_the_menu(client: TrayClient, tmp_path: Path) -> None:
    show_problem(client.screen)
    icon = Box(*client.screen.wait_for_tray_icon()[1:])
    seen = before(client.screen)
    client.choose("Down")
    client.report_window()
    client.type("The menu works too")
    client.key("ctrl+Return")
    ticket = client.show(client.arrived("The menu works too")["number"], "--files", str(tmp_path / "files"))
    assert_pictures(ticket, seen, icon)


def test_a_reply_changes_the_icon(client: TrayClient) -> None:
    client.command("report", "--subject", "Slow network", "--no-screenshot", "--no-diagnostics")
    number = client.arrived("Slow network")["number"]
    place = Box(*client.screen.wait_for_tray_icon()[1:])
    idle = grab(client.screen, place)
    client.backend.command("reply", number, "We are looking into it.", "--as", "Rina")
    wait_for(lambda: grab(client.screen, place) != idle or None, "another picture of the icon")


def test_status_notifier_host_and_notification_service(
    bare_screen: VirtualScreen, bus_address: str, backend: RunningBackend, tmp_path: Path
) -> None:
    desktop = Desktop(bus_address)
    desktop.start(WATCHER, NOTIFICATIONS)
    try:
        with TrayClient(bare_screen, backend, tmp_path / "profile", DBUS_SESSION_BUS_ADDRESS=bus_address) as client:
            icon = Icon(bus_address, wait_for(lambda: next(iter(desktop.items), None), "an item"))
            icon.activate()
            client.click_filled_button(client.box("^Sigap$"))
            client.report_window()
            client.type("By the other kind of tray")
            client.key("ctrl+Return")
            ticket = client.arrived("By the other kind of tray")
            assert len(ticket["attachments"]) == 1
            idle = icon.property("IconPixmap")
            backend.command("reply", ticket["number"], "Please restart it.\nThen try again.", "--as", "Rina Hartono")
            told = desktop.notifications.get(timeout=20)
            assert told.title == "Rina Hartono replied"
            assert "Please restart it." in told.text
            wait_for(lambda: icon.property("IconPixmap") != idle or None, "another picture of the icon")
            assert "1 unread message" in str(icon.property("ToolTip"))
            assert any("1 unread" in words for words in icon.menu())
            desktop.click(told)
            client.box("^Sigap$")
            # Two seconds in view, and it is read.
            wait_for(lambda: not any("unread" in words for words in icon.menu()) or None, "the reply is read")
            icon.choose("Report a problem")
            client.report_window()
            icon.close()
    finally:
        desktop.stop()
