import getpass
import os
import pwd
import socket

import pytest

from desktop_client.system.machine.identity import account, computer_name, display_name


def test_the_account_is_the_systems_and_not_the_environments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somebody else")
    monkeypatch.setenv("USER", "somebody else")
    assert getpass.getuser() == "somebody else"
    assert account() == pwd.getpwuid(os.geteuid()).pw_name


def entry(gecos: str) -> pwd.struct_passwd:
    return pwd.struct_passwd(("siti", "x", 1000, 1000, gecos, "/home/siti", "/bin/sh"))


@pytest.mark.parametrize(
    ("gecos", "name"),
    [
        ("Siti Rahma,Room 3,1500,", "Siti Rahma"),
        ("& Rahma", "Siti Rahma"),
        ("", ""),
        ("  ,x", ""),
        ("Siti\nRahma\x1b", "SitiRahma"),
        ("\udcff", "?"),
        ("S" * 400, "S" * 255),
    ],
)
def test_the_name_is_the_first_field(monkeypatch: pytest.MonkeyPatch, gecos: str, name: str) -> None:
    monkeypatch.setattr(pwd, "getpwuid", lambda _user: entry(gecos))
    assert display_name() == name


def test_an_account_without_an_entry_is_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_user: int) -> pwd.struct_passwd:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", none)
    assert account() == str(os.geteuid())
    assert display_name() == ""


@pytest.mark.parametrize(("host", "name"), [("laptop-7.example.com", "laptop-7"), ("", "unknown"), (".local", "unknown")])
def test_the_computer_without_its_domain(monkeypatch: pytest.MonkeyPatch, host: str, name: str) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: host)
    assert computer_name() == name
