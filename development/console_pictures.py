"""Pictures of the technician's page, taken with the system's Chromium as a technician would see it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from development.chromium import chromium

WIDE, NARROW = (1280, 800), (390, 844)
SETTLED_MS = 600
"""Thumbnails and times are in their places."""


class SignIn(NamedTuple):
    """Who looks at the page at this address, such as http://127.0.0.1:20000."""

    address: str
    login: str
    password: str


@contextmanager
def signed_in(who: SignIn, size: tuple[int, int] = WIDE, *, dark: bool = False, language: str = "en") -> Iterator[Page]:
    """A page of somebody who has signed in, with the queue in it."""
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"]) as browser:
        page = browser.new_page(
            viewport={"width": size[0], "height": size[1]},
            color_scheme="dark" if dark else "light",
            locale="id-ID" if language == "id" else "en-GB",
        )
        page.goto(f"{who.address}/console/")
        page.locator("[name=login]").fill(who.login)
        page.locator("#password").fill(who.password)
        page.locator("button.primary").click()
        page.locator("tr.ticket").first.wait_for()
        yield page


def picture(page: Page, file: Path) -> Path:
    """What the page shows, as a PNG."""
    page.wait_for_timeout(SETTLED_MS)
    page.screenshot(path=file)
    return file


def save_pictures(who: SignIn, number: str, folder: Path) -> tuple[Path, ...]:
    """The queue, and a ticket in it, wide and narrow; then what else a ticket's page can show."""
    made = []
    for name, size in (("wide", WIDE), ("narrow", NARROW)):
        with signed_in(who, size) as page:
            made.append(picture(page, folder / f"queue-{name}.png"))
            page.goto(f"{who.address}/console/tickets/{number}")
            made.append(picture(page, folder / f"ticket-{name}.png"))
            page.goto(f"{who.address}/console/tickets/{number}/assist")
            made.append(picture(page, folder / f"assist-{name}.png"))
    with signed_in(who, dark=True, language="id") as page:
        page.goto(f"{who.address}/console/tickets/{number}")
        page.keyboard.press("n")
        made.append(picture(page, folder / "ticket-note-dark-id.png"))
        if page.locator("#entries [data-picture]").count():
            page.locator("#entries [data-picture]").first.click()
            made.append(picture(page, folder / "ticket-picture.png"))
    return tuple(made)
