"""A served backend with technicians, and the system's Chromium that looks at their page as they do.

Whatever a page of `signed_in` asks of another host, writes to the console as an error, or does against the content security policy
fails the test at its end.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from development.chromium import chromium
from server_stub.settings.rows import Settings
from server_stub.store.accounts import Role
from tests.server_stub.served import Answer, Served, serving

PASSWORD = "correct horse battery staple"
WIDE, NARROW = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
HTML = {"Accept": "text/html"}
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


@dataclass
class Console:
    """The page of one backend. budi is a technician, dewi a lead."""

    served: Served

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.served.port}"

    def sign_in(self, login: str) -> "Caller":
        secret, _ = self.served.backend.web_sessions.sign_in(login, PASSWORD, "127.0.0.1", "tests")
        found = self.served.backend.web_sessions.who(secret)
        assert found is not None
        return Caller(self, secret, found.csrf, found.session_id)

    def nobody(self) -> "Caller":
        return Caller(self, "", "", "")


@dataclass
class Caller:
    """Somebody who speaks HTTP to the page."""

    console: Console
    secret: str
    csrf: str
    session_id: str

    @property
    def cookie(self) -> dict[str, str]:
        return {"Cookie": f"sigap={self.secret}"} if self.secret else {}

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.console.served.call("GET", path, None, {**HTML, **self.cookie, **(headers or {})})

    def post(self, path: str, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        """A form as a browser sends it: with the session's word, from our own page."""
        body = urlencode({"csrf": self.csrf, **(form or {})}).encode()
        sent = {**HTML, **FORM, "Origin": self.console.address, **self.cookie, **(headers or {})}
        return self.console.served.call("POST", path, body, sent)


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """One for all tests of a file."""
    with serving(tmp_path_factory.mktemp("console"), Settings(company="PT Nusantara Pangan")) as served:
        for login, name, role in (("budi", "Budi Santoso", Role.TECHNICIAN), ("dewi", "Dewi Lestari", Role.LEAD)):
            served.backend.accounts.add(login, name, role, "Service desk", password=PASSWORD)
        yield Console(served)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        yield browser
        browser.close()


@dataclass
class Watched:
    """What pages did that they must not. `forgive` takes back what a test causes on purpose."""

    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def forgive(self, part: str) -> None:
        self.errors[:] = [error for error in self.errors if part not in error]


def watched(context: BrowserContext, address: str, seen: Watched) -> None:
    """Listens to every page of a context. A violation of the policy is told on the console, as an error."""

    def asked(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"blob", "data", "about"} and parts.netloc != urlsplit(address).netloc:
            seen.foreign.append(url)

    def said(kind: str, text: str) -> None:
        if kind in {"error", "warning"}:
            seen.errors.append(f"{kind}: {text}")

    context.on("request", lambda request: asked(request.url))
    context.on("console", lambda message: said(message.type, message.text))
    context.on("weberror", lambda error: said("error", str(error.error)))


SignIn = Callable[..., Page]


@pytest.fixture
def watching() -> Watched:
    """What the pages of this test did that they must not."""
    return Watched()


@pytest.fixture
def signed_in(console: Console, browser: Browser, watching: Watched) -> Iterator[SignIn]:
    """`signed_in("budi")` gives an empty page in a browser of its own, of somebody who is signed in (with "" of nobody). Keywords go to
    the browser's context: `viewport`, `locale`, `color_scheme`.
    """
    opened: list[BrowserContext] = []

    def make(login: str = "budi", **options: Any) -> Page:
        context = browser.new_context(base_url=console.address, **{"viewport": WIDE, "locale": "en-GB", **options})
        watched(context, console.address, watching)
        opened.append(context)
        if login:
            secret = console.sign_in(login).secret
            context.add_cookies([{"name": "sigap", "value": secret, "url": console.address, "httpOnly": True, "sameSite": "Strict"}])
        return context.new_page()

    yield make
    for context in opened:
        context.close()
    assert watching.foreign == []
    assert watching.errors == []


def serious(page: Page) -> list[str]:
    """What axe finds that keeps somebody from using the page: rule, and where."""
    found = Axe().run(page).response["violations"]
    grave = [one for one in found if one["impact"] in {"serious", "critical"}]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in grave for node in one["nodes"]]


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than its window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))
