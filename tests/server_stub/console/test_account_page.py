"""What somebody sets for themselves, and the faces of colleagues."""

import pytest

from server_stub.console.languages import chosen
from server_stub.store.accounts import Preferences, Role
from tests.server_stub.console.conftest import PASSWORD, Console
from tests.server_stub.knowledge.written import png


def preferences(console: Console, login: str) -> Preferences:
    return next(one for one in console.served.backend.accounts.all() if one.login == login).preferences


def test_language_and_appearance_hold_from_the_next_page_on(console: Console) -> None:
    caller = console.sign_in("budi")
    answer = caller.post("/console/account", {"language": "id", "appearance": "dark", "next": "/console/sessions"})
    assert (answer.status, answer.headers["location"]) == (303, "/console/sessions")
    assert preferences(console, "budi") == Preferences(language="id", appearance="dark", single_keys=False)
    page = caller.get("/console/sessions", {"Accept-Language": "en"}).body.decode()
    assert '<html lang="id" data-theme="dark">' in page
    assert "Sesi login" in page
    back = {"language": "", "appearance": "system", "single_keys": "yes", "next": "https://evil.example"}
    assert caller.post("/console/account", back).headers["location"] == "/console/"
    assert '<html lang="en">' in caller.get("/console/", {"Accept-Language": "en"}).body.decode()


@pytest.mark.parametrize("wrong", [{"language": "fr", "appearance": "dark"}, {"language": "en", "appearance": "<b>"}, {}])
def test_what_nobody_offered_is_refused(console: Console, wrong: dict[str, str]) -> None:
    before = preferences(console, "budi")
    assert console.sign_in("budi").post("/console/account", wrong).status == 422
    assert preferences(console, "budi") == before


@pytest.mark.parametrize(
    ("preference", "accepted", "language"),
    [
        ("", "", "en"),
        ("id", "en", "id"),
        ("", "id-ID,id;q=0.9,en;q=0.8", "id"),
        ("", "en;q=0.8,id;q=0.9", "id"),
        ("", "in", "id"),
        ("", "fr-FR, id;q=0.1", "id"),
        ("", "id;q=0", "en"),
        ("xx", "de,*", "en"),
        ("", "q=;;,,id;q=x" * 1000, "id"),
    ],
)
def test_which_language_is_read(preference: str, accepted: str, language: str) -> None:
    assert chosen(preference, accepted) == language


def test_a_face_is_a_picture_and_nothing_else(console: Console) -> None:
    drawn = png()
    account = console.served.backend.accounts.add("sari", "Sari Hutapea", Role.TECHNICIAN, password=PASSWORD, picture=drawn)
    answer = console.sign_in("sari").get(f"/console/people/{account.id}/picture", {"Accept": "image/*"})
    assert (answer.status, answer.body, answer.headers["content-type"]) == (200, drawn, "image/png")
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert f'src="/console/people/{account.id}/picture"' in console.sign_in("sari").get("/console/").body.decode()
    budi = next(one for one in console.served.backend.accounts.all() if one.login == "budi")
    assert console.sign_in("budi").get(f"/console/people/{budi.id}/picture").status == 404
