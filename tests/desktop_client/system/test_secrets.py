import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.errors
import pytest

from desktop_client.reasons import Cause, Cure, RefusedError
from desktop_client.system.folders import Profile, open_profile
from desktop_client.system.secrets import NAME, SERVICE, TokenStore

TOKEN = "sgd_" + "a" * 43


class Store(keyring.backend.KeyringBackend):
    """A password store in memory, through the library's own way of adding one; it can be locked, and silent."""

    priority = 1.0  # type: ignore[assignment] # the library's own form of it is a property of the class

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.silent = threading.Event()
        self.silent.set()

    def _open(self) -> None:
        self.silent.wait(10)
        if self.locked:
            raise keyring.errors.KeyringLocked(f"locked while asked about {TOKEN}")

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.kept[service, username]


@pytest.fixture
def store() -> Iterator[Store]:
    before = keyring.get_keyring()
    made = Store()
    keyring.set_keyring(made)
    yield made
    made.silent.set()
    keyring.set_keyring(before)


@pytest.fixture
def no_store() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def account(tmp_path: Path) -> Profile:
    """A profile that is the account's own, though it lies here."""
    return Profile(open_profile(tmp_path).root, own=False)


def test_an_own_profile_keeps_it_in_a_file_and_asks_no_keyring(tmp_path: Path, store: Store) -> None:
    tokens = TokenStore(open_profile(tmp_path))
    assert tokens.read() is None
    tokens.write(TOKEN)
    assert tokens.read() == TOKEN
    assert stat.S_IMODE((tmp_path / "token").stat().st_mode) == 0o600
    assert store.kept == {}
    tokens.delete()
    tokens.delete()
    assert tokens.read() is None
    assert not tokens.in_file()


def test_the_keyring_keeps_it_where_there_is_one(account: Profile, store: Store) -> None:
    tokens = TokenStore(account)
    assert tokens.read() is None
    tokens.write(TOKEN)
    assert store.kept == {(SERVICE, NAME): TOKEN}
    assert tokens.read() == TOKEN
    assert not account.token_file.exists()
    tokens.delete()
    assert store.kept == {}
    tokens.delete()


def test_without_a_keyring_it_lies_in_a_file_until_there_is_one(account: Profile, no_store: None) -> None:
    tokens = TokenStore(account)
    assert tokens.read() is None
    tokens.write(TOKEN)
    assert tokens.in_file()
    assert tokens.read() == TOKEN
    made = Store()
    keyring.set_keyring(made)
    tokens.write(TOKEN)
    assert not tokens.in_file()
    assert tokens.read() == TOKEN


def test_a_locked_keyring_is_told_and_says_nothing_of_the_token(account: Profile, store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(0)
    store.locked = True
    tokens = TokenStore(account)
    for ask in (tokens.read, lambda: tokens.write(TOKEN), tokens.delete):
        with pytest.raises(RefusedError) as caught:
            ask()
        assert (caught.value.reason.cause, caught.value.reason.cure) == (Cause.KEYRING_LOCKED, Cure.TIME)
    assert not account.token_file.exists()
    assert TOKEN not in caplog.text


def test_a_keyring_that_can_not_keep_it_is_as_good_as_none(account: Profile, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_service: str, _name: str, _password: str) -> None:
        raise keyring.errors.InitError("no collection")

    monkeypatch.setattr(store, "set_password", refuse)
    tokens = TokenStore(account)
    tokens.write(TOKEN)
    assert tokens.in_file()
    assert tokens.read() == TOKEN


def test_a_keyring_that_never_answers_is_not_waited_for(account: Profile, store: Store) -> None:
    store.silent.clear()
    with pytest.raises(RefusedError) as caught:
        TokenStore(account, answer_s=0.05).read()
    assert caught.value.reason.cause is Cause.KEYRING_LOCKED


def test_a_damaged_file_is_some_token_that_fits_nowhere(tmp_path: Path) -> None:
    profile = open_profile(tmp_path)
    profile.token_file.write_bytes(b"\xff\xfe\n")
    assert TokenStore(profile).read() != TOKEN
    profile.token_file.write_bytes(b"\n")
    assert TokenStore(profile).read() is None
