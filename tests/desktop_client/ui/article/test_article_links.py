"""Links of an article: what leads somewhere, and everything that leads nowhere."""

import pytest

from desktop_client.ui.article.article_links import Outside, ToArticle, ToHeading, slug, target


@pytest.mark.parametrize(
    ("href", "id_"),
    [
        ("kb:printers", "printers"),
        ("KB:printers", "printers"),
        ("kb:with%20space%C3%A9".replace("%20", "-"), "with-spaceé"),
        ("sigap://article/err-0x709", "err-0x709"),
        ("SIGAP://article/x", "x"),
    ],
)
def test_leads_to_an_article(href: str, id_: str) -> None:
    assert target(href) == ToArticle(id_)


@pytest.mark.parametrize(
    ("href", "host"),
    [
        ("https://support.example.com/printers?a=1#b", "support.example.com"),
        ("HTTP://EXAMPLE.com", "example.com"),
        ("https://example.com:8443/", "example.com"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
    ],
)
def test_leads_to_the_browser(href: str, host: str) -> None:
    led = target(href)
    assert isinstance(led, Outside)
    assert (led.host, led.mail) == (host, False)
    assert led.url.startswith(("http://", "https://"))


def test_letters_that_look_alike_are_shown_as_they_are_on_the_wire() -> None:
    led = target("https://ex\u0430mple.com/")
    assert isinstance(led, Outside)
    assert led.host == "xn--exmple-4nf.com"
    assert led.url == "https://xn--exmple-4nf.com/"


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("mailto:help@example.com", "mailto:help@example.com"),
        ("mailto:help@example.com?subject=Printer%203", "mailto:help@example.com?subject=Printer%203"),
        ("mailto:help@example.com?attach=/etc/passwd&subject=x&body=y", "mailto:help@example.com?subject=x"),
        ("mailto:help@example.com?subject=x%0Abcc:all@example.com", "mailto:help@example.com"),
    ],
)
def test_leads_to_the_mail_program_with_nothing_but_a_subject(href: str, url: str) -> None:
    assert target(href) == Outside(url, "help@example.com", mail=True)


@pytest.mark.parametrize(
    "href",
    [
        "",
        "sigap://article/../../etc/passwd",
        "kb:..%2f..%2fetc",
        "http://169.254.169.254/",
        "http://2852039166/",
        "http://[fe80::1]/",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "FILE://host/share",
        "\\\\host\\share",
        "//host/share",
        "smb://host/share",
        "ms-msdt:/id PCWDiagnostic",
        "search-ms:query=x",
        "ms-word:ofe|u|http://x",
        "ftp://example.com/x",
        "ldap://example.com",
        "about:blank",
        "qrc:/x",
        "article.md",
        "/etc/passwd",
        "C:\\Windows",
        "https:example.com",
        "https://",
        "https:///path",
        "https://bank.example@evil.example/",
        "https://user:password@example.com/",
        "https://example.com\\@evil.example/",
        "https://exa\u202emple.com/",
        "https://exa\u200bmple.com/",
        "https://example.com/a b",
        "https://example.com/\n",
        "https://" + "a" * 3000,
        "mailto:",
        "mailto:a",
        "mailto:a@b,c@d",
        "mailto:a@b;c@d",
        "mailto:?attach=/etc/passwd",
        "mailto:a%0d%0abcc:x@y",
        "sigap://settings/x",
        "sigap:article/x",
        "sigap://article/",
        "kb:",
        "kb:" + "x" * 300,
        "kb:a%0ab",
    ],
)
def test_leads_nowhere(href: str) -> None:
    assert target(href) is None


def test_heading_of_the_same_article() -> None:
    assert target("#What-you-can-do") == ToHeading("what-you-can-do")
    assert slug("What you can do?") == "what-you-can-do"
    assert slug("Jika tidak ada: Wi-Fi") == "jika-tidak-ada-wi-fi"
