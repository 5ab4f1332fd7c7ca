"""Which proxy an address is reached through."""

import pytest

from desktop_client.system.network.proxy import is_loopback, proxy_for


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "REQUEST_METHOD"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def test_none_without_one() -> None:
    assert proxy_for("https://help.example.com") is None


@pytest.mark.parametrize(
    ("environment", "url", "proxy"),
    [
        ({"https_proxy": "http://proxy:3128"}, "https://help.example.com", "http://proxy:3128"),
        ({"HTTPS_PROXY": "proxy:3128"}, "https://help.example.com:8443", "http://proxy:3128"),
        ({"http_proxy": "http://proxy:3128"}, "https://help.example.com", None),
        ({"all_proxy": "http://proxy:3128"}, "https://help.example.com", "http://proxy:3128"),
        ({"https_proxy": "http://proxy", "no_proxy": "example.com"}, "https://help.example.com", None),
        ({"https_proxy": "http://proxy", "no_proxy": "help.example.com:8443"}, "https://help.example.com:8443", None),
        ({"https_proxy": "http://proxy", "no_proxy": "other.com"}, "https://help.example.com", "http://proxy"),
        ({"https_proxy": "http://proxy", "no_proxy": "*"}, "https://help.example.com", None),
        ({"https_proxy": ""}, "https://help.example.com", None),
        ({"http_proxy": "http://proxy", "https_proxy": "http://proxy"}, "http://127.0.0.1:8080", None),
        ({"http_proxy": "http://proxy", "https_proxy": "http://proxy"}, "https://localhost:8080", None),
        ({"http_proxy": "http://proxy", "https_proxy": "http://proxy"}, "http://[::1]:8080", None),
    ],
)
def test_by_the_environment_and_never_for_this_computer(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], url: str, proxy: str | None
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(url) == proxy


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.200.3.4", "::1"])
def test_this_computer(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "localhost.example.com", "10.0.0.1", "0.0.0.0", "128.0.0.1", "127.0.0.1.nip.io", "127.1"])  # noqa: S104 - must not count
def test_not_this_computer(host: str) -> None:
    assert not is_loopback(host)
