"""The list of sessions: one's own, and no one else's."""

import pytest
from playwright.sync_api import expect

from server_stub.console.browsers import shown_browser
from tests.server_stub.console.conftest import NARROW, Console, SignIn, scrolls_sideways, serious


def test_one_ends_another_of_ones_own_and_never_somebody_elses(console: Console) -> None:
    here, there, dewi = console.sign_in("budi"), console.sign_in("budi"), console.sign_in("dewi")
    assert here.post(f"/console/sessions/{dewi.session_id}/end").status == 404
    assert dewi.get("/console/").status == 200
    assert here.post(f"/console/sessions/{there.session_id}/end").headers["location"] == "/console/sessions"
    assert there.get("/console/").status == 303
    other = console.sign_in("budi")
    assert here.post("/console/sessions/end-others").status == 303
    assert [caller.get("/console/").status for caller in (here, other, dewi)] == [200, 303, 200]


def test_where_somebody_is_signed_in_is_told_without_secrets(console: Console, signed_in: SignIn) -> None:
    other = console.sign_in("budi")
    page = signed_in("budi", viewport=NARROW)
    page.goto("/console/sessions")
    expect(page.locator(".chip.accent")).to_have_text("this one")
    assert not scrolls_sideways(page)
    assert serious(page) == []
    html = page.content()
    assert other.secret not in html
    assert other.csrf not in html
    page.get_by_role("button", name="End all others").click()
    expect(page.get_by_role("row")).to_have_count(2)
    assert other.get("/console/").status == 303


CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "shown"),
    [
        (CHROME, "Chrome 142, Linux"),
        (f"{CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0')} Edg/141.0", "Edge 141, Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605 Version/17.5 Safari/605", "Safari 17, macOS"),
        ("Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0", "Firefox 131, Android"),
        ("curl/8", "curl/8"),
        ("Chrome/<script>", "Chrome"),
        ("x" * 500, "x" * 80),
        ("", ""),
    ],
)
def test_browsers_are_called_by_name(agent: str, shown: str) -> None:
    assert shown_browser(agent) == shown
