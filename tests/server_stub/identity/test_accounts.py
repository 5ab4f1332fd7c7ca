"""Accounts: what may be kept of a person, their picture, and what the administrator changes."""

import struct
import zlib
from pathlib import Path

import pytest

from contract.ids import new_id
from contract.problems import Code
from server_stub.identity.accounts import PICTURE_BYTES
from server_stub.identity.passwords import is_right
from server_stub.refusals import RefusalError, ServerRefused
from server_stub.store.accounts import Preferences, Role
from server_stub.tickets.uploads import Uploads
from tests.server_stub.identity.room import PASSWORD, Room


def png(width: int = 64, height: int = 64, more: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head)) + more


def blobs(room: Room) -> list[Path]:
    return [path for path in room.blobs.folder.rglob("*") if path.is_file()]


def test_an_account_is_kept_without_its_password(room: Room) -> None:
    made = room.technician(" Budi.Santoso@example.com ", "  Budi Santoso ", Role.LEAD, title="Service Desk", picture=png())
    assert (made.login, made.name, made.title, made.role) == ("budi.santoso@example.com", "Budi Santoso", "Service Desk", Role.LEAD)
    assert room.accounts.account(made.id) == made
    assert room.accounts.all() == [made]
    assert PASSWORD not in room.kept_password(made.login)
    assert is_right(PASSWORD, room.kept_password(made.login))
    assert [(one.actor, one.what) for one in room.audited()] == [("sigap-server", "user-added")]
    assert PASSWORD not in str(room.audited())


def test_an_account_is_there_after_a_restart_and_its_picture_is_not_swept_away(room: Room) -> None:
    made = room.technician(picture=png(more=b"x" * 1_000))
    Uploads(room.store, room.blobs, room.settings).sweep(alone=True)
    found = room.accounts.picture(made.id)
    assert found is not None
    assert found.path.read_bytes() == png(more=b"x" * 1_000)
    assert (found.size_bytes, found.sha256) == (len(png()) + 1_000, made.picture_sha256)


def test_who_has_no_picture_has_initials(room: Room) -> None:
    names = {"Budi Santoso": "BS", "dewi": "D", "Siti Nur Halimah Putri": "SP", "印刷 太郎": "印太", "Élodie d'Arc": "ÉD"}
    for place, (name, initials) in enumerate(names.items()):
        made = room.technician(f"login-{place}", name)
        assert made.initials == initials
        assert made.picture == ""
        assert room.accounts.picture(made.id) is None
    assert room.accounts.picture(new_id()) is None
    assert room.accounts.account("' OR 1=1 --") is None


@pytest.mark.parametrize(
    "login", ["", "b", " ", "budi santoso", "budi!", "<b>budi</b>", "budi\0", "-budi", "budi-", "../budi", "x" * 61, "büdi"]
)
def test_logins_are_plain(room: Room, login: str) -> None:
    with pytest.raises(ServerRefused, match="login"):
        room.technician(login)
    assert room.accounts.all() == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "Budi\nSantoso", "Budi\0", "Budi\u202eSantoso", "\x1b[2J"])
def test_names_and_titles_are_one_line(room: Room, name: str) -> None:
    with pytest.raises(ServerRefused, match="one line"):
        room.technician(name=name)
    if name.strip():
        with pytest.raises(ServerRefused, match="one line"):
            room.technician(title=name)
    assert room.accounts.all() == []


def test_a_login_is_taken_whatever_its_case(room: Room) -> None:
    room.technician("budi", picture=png())
    before = blobs(room)
    for login in ("budi", "BUDI", " Budi "):
        with pytest.raises(ServerRefused, match="taken"):
            room.technician(login, picture=png())
    assert blobs(room) == before
    with pytest.raises(ServerRefused, match="at least 10"):
        room.technician("dewi", password="short", picture=png())
    assert blobs(room) == before


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (b"", "no PNG, JPEG or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "no PNG, JPEG or WebP"),
        (b"GIF89a" + struct.pack("<HH", 30, 20) + b"\0\0\0", "no PNG, JPEG or WebP"),
        (b"MZ" + bytes(1_000), "no PNG, JPEG or WebP"),
        (png()[:20], "no PNG, JPEG or WebP"),
        (png(0, 10), "no PNG, JPEG or WebP"),
        (png(4_097, 10), "4096 × 4096"),
        (png(10, 4_097), "4096 × 4096"),
        (png(100_000, 100_000), "no PNG, JPEG or WebP"),
        (png(more=bytes(PICTURE_BYTES)), "2,000,000 bytes"),
    ],
)
def test_what_is_no_small_picture_is_refused(room: Room, picture: bytes, said: str) -> None:
    with pytest.raises(ServerRefused, match=said):
        room.technician(picture=picture)
    assert room.accounts.all() == []
    assert blobs(room) == []


def test_a_picture_may_be_as_large_as_is_said(room: Room) -> None:
    assert room.technician(picture=png(4_096, 4_096)).picture


def test_disabling_and_enabling(room: Room) -> None:
    room.technician()
    secret, _ = room.sign_in()
    assert room.accounts.disable("BUDI").disabled
    assert room.web_sessions.who(secret) is None
    with pytest.raises(RefusalError):
        room.sign_in()
    with pytest.raises(ServerRefused, match="disabled already"):
        room.accounts.disable("budi")
    assert not room.accounts.enable("budi").disabled
    assert room.web_sessions.who(secret) is None, "a session that ended stays so"
    room.sign_in()
    with pytest.raises(ServerRefused, match="not disabled"):
        room.accounts.enable("budi")
    assert [one.what for one in room.audited() if one.what.startswith("user-")] == ["user-added", "user-disabled", "user-enabled"]


def test_a_new_password_counts_at_once_and_the_old_one_no_more(room: Room) -> None:
    room.technician()
    room.accounts.set_password("budi", "seekor burung 7")
    with pytest.raises(RefusalError) as refused:
        room.sign_in()
    assert refused.value.code is Code.CODE_WRONG
    secret, _ = room.sign_in(password="seekor burung 7")
    with pytest.raises(ServerRefused, match="almost the login"):
        room.accounts.set_password("budi", "budibudibudi")
    assert room.web_sessions.who(secret) is not None


def test_nobody_can_be_changed_who_is_not_there(room: Room) -> None:
    for login in ("nobody", "", "' OR 1=1 --", "x" * 10_000):
        for change in (room.accounts.disable, room.accounts.enable, lambda one: room.accounts.set_password(one, PASSWORD)):
            with pytest.raises(ServerRefused, match="Nobody has the login"):
                change(login)
    assert room.audited() == []


def test_everybody_sets_what_they_like_of_what_there_is(room: Room) -> None:
    made = room.technician()
    liked = Preferences(language="id", appearance="dark", single_keys=False)
    room.accounts.set_preferences(made.id, liked)
    found = room.accounts.account(made.id)
    assert found is not None
    assert found.preferences == liked
    for wrong in (Preferences(language="xx"), Preferences(appearance="<b>"), Preferences(language="../en")):
        with pytest.raises(RefusalError) as refused:
            room.accounts.set_preferences(made.id, wrong)
        assert refused.value.code is Code.INVALID
    with pytest.raises(RefusalError):
        room.technician("dewi", preferences=Preferences(language="xx"))
    assert len(room.accounts.all()) == 1


def test_a_list_says_who_was_there(room: Room) -> None:
    room.technician("budi")
    room.technician("ayu")
    for _ in range(2):
        room.sign_in()
    room.accounts.disable("ayu")
    ayu, budi = room.accounts.lines()
    assert (ayu.login, ayu.sessions, ayu.last_seen, ayu.disabled is None) == ("ayu", 0, None, False)
    assert (budi.login, budi.sessions, budi.disabled) == ("budi", 2, None)
    assert budi.last_seen == room.clock.now
