"""Which proxy is set, and by whom: the forms of each system, and GNOME's through a real command."""

from pathlib import Path

import pytest

from desktop_client.system.commands import Commands
from desktop_client.system.network.proxy_settings import (
    NONE_SET,
    Origin,
    ProxySetting,
    proxies_in_script,
    read_proxy,
    setting_of_macos,
    setting_of_windows,
)

URL = "https://help.company.test/health"
MACOS = (
    b"<dictionary> {\n  HTTPEnable : 1\n  HTTPPort : 8080\n  HTTPProxy : 10.0.0.5\n"
    b"  HTTPSEnable : 1\n  HTTPSPort : 8443\n  HTTPSProxy : 10.0.0.6\n}\n"
)


def test_the_environment_is_first_and_its_password_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://rina:planted@proxy.test:3128")
    told = read_proxy(URL, Commands("/nowhere").run)
    assert (told.origin, told.shown) == (Origin.ENVIRONMENT, "proxy.test:3128")
    assert "planted" in told.url
    assert read_proxy("http://127.0.0.1:8080/health", Commands("/nowhere").run) == NONE_SET


def test_an_exception_in_the_environment_is_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.test:3128")
    monkeypatch.setenv("no_proxy", "company.test")
    assert read_proxy(URL, Commands("/nowhere").run) == NONE_SET


def gnome(folder: Path, answers: dict[str, str]) -> Commands:
    """A `gsettings` that knows these values by "schema key"."""
    cases = "\n".join(f'"{key}") echo "{value}";;' for key, value in answers.items())
    program = folder / "gsettings"
    program.write_text(f'#!/bin/sh\ncase "$2 $3" in\n{cases}\n*) echo "No such schema" >&2; exit 1;;\nesac\n', "utf-8")
    program.chmod(0o755)
    return Commands(f"{folder}:/usr/bin:/bin")


OWN = "org.gnome.system.proxy"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({f"{OWN} mode": "'none'"}, NONE_SET),
        ({}, NONE_SET),
        (
            {f"{OWN} mode": "'manual'", f"{OWN}.https host": "'proxy.test'", f"{OWN}.https port": "3128", f"{OWN} ignore-hosts": "[]"},
            ProxySetting("http://proxy.test:3128", origin=Origin.DESKTOP),
        ),
        (
            {
                f"{OWN} mode": "'manual'",
                f"{OWN}.https host": "''",
                f"{OWN}.https port": "0",
                f"{OWN}.socks host": "'s'",
                f"{OWN}.socks port": "9",
            },
            ProxySetting("socks://s:9", origin=Origin.DESKTOP),
        ),
        ({f"{OWN} mode": "'manual'", f"{OWN} ignore-hosts": "['help.company.test', '::1']", f"{OWN}.https host": "'p'"}, NONE_SET),
        (
            {f"{OWN} mode": "'auto'", f"{OWN} autoconfig-url": "'http://wpad.test/wpad.dat'"},
            ProxySetting(script="http://wpad.test/wpad.dat", origin=Origin.DESKTOP),
        ),
    ],
)
def test_gnome(tmp_path: Path, answers: dict[str, str], told: ProxySetting) -> None:
    assert read_proxy(URL, gnome(tmp_path, answers).run) == told


def test_macos_from_documentation() -> None:
    assert setting_of_macos(MACOS, "https").url == "http://10.0.0.6:8443"
    assert setting_of_macos(MACOS, "http").url == "http://10.0.0.5:8080"
    script = b"  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://wpad.corp/wpad.dat\n"
    assert setting_of_macos(script, "https").script == "http://wpad.corp/wpad.dat"
    assert setting_of_macos(b"\xff<dictionary> {\n}\n", "https") == NONE_SET


@pytest.mark.parametrize(
    ("values", "url"),
    [
        ({"ProxyEnable": 1, "ProxyServer": "proxy.corp:8080"}, "http://proxy.corp:8080"),
        ({"ProxyEnable": 1, "ProxyServer": "http=h:80;https=s:443"}, "http://s:443"),
        ({"ProxyEnable": 1, "ProxyServer": "http=h:80"}, ""),
        ({"ProxyEnable": 0, "ProxyServer": "proxy.corp:8080"}, ""),
        ({"ProxyEnable": 1, "ProxyServer": None}, ""),
        ({}, ""),
    ],
)
def test_windows_from_documentation(values: dict[str, object], url: str) -> None:
    assert setting_of_windows(values, "https").url == url


def test_windows_script_from_documentation() -> None:
    told = setting_of_windows({"AutoConfigURL": " http://wpad.corp/p.pac ", "ProxyEnable": 1, "ProxyServer": "x:1"}, "https", Origin.POLICY)
    assert (told.script, told.origin, told.shown) == ("http://wpad.corp/p.pac", Origin.POLICY, "http://wpad.corp/p.pac")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (b'function FindProxyForURL(u,h){return "PROXY a:8080; DIRECT";}', ("http://a:8080", "")),
        (b'function FindProxyForURL(u,h){return "PROXY a:8080";} // PROXY a:8080', ("http://a:8080",)),
        (b'function FindProxyForURL(u,h){return "SOCKS5 s:1080";}', ("socks://s:1080",)),
        (b"<html>not found</html>", None),
        (b"", None),
        (b"\xff\xfe FindProxyForURL", ()),
    ],
)
def test_what_a_script_names(text: bytes, named: tuple[str, ...] | None) -> None:
    assert proxies_in_script(text) == named
