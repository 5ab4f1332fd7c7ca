"""Where a link of an article may lead. What isn't told here is no link: files, shares, scripts, programs of the system, tricks."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address

from PySide6.QtCore import QUrl

LONGEST = 2000
SIGAP = "//article/"
ID = re.compile(r"[\w.-]{1,200}")
ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What an honest address never holds: control characters, spaces, backslashes, and letters that turn the writing or can't be seen."""


@dataclass(frozen=True)
class ToArticle:
    """Another article, by its id."""

    id: str


@dataclass(frozen=True)
class ToHeading:
    """A heading of the same article, as in "#what-you-can-do"."""

    slug: str


@dataclass(frozen=True)
class Outside:
    """An address for the browser or the mail program. `host` is what the person is asked about: a host, or a mail address."""

    url: str
    host: str
    mail: bool = False


Target = ToArticle | ToHeading | Outside


def target(href: str) -> Target | None:
    """Where this leads; None: nowhere that Sigap would go.

    `kb:ID` and `sigap://article/ID` are articles, `https`, `http` and `mailto` lead outside. Of a mail address only the subject is kept:
    other fields could attach files. A host is given as it is on the wire (RFC 3492), so that look-alike letters show.
    """
    if not href or len(href) > LONGEST or ODD.search(href):
        return None
    if href.startswith("#"):
        return ToHeading(slug(QUrl.fromPercentEncoding(href[1:].encode())))
    scheme, _, rest = href.partition(":")
    kinds: dict[str, Callable[[], Target | None]] = {
        "kb": lambda: _article(rest),
        "sigap": lambda: _article(rest.removeprefix(SIGAP)) if rest.startswith(SIGAP) else None,
        "https": lambda: _web(href),
        "http": lambda: _web(href),
        "mailto": lambda: _mail(rest),
    }
    return kinds.get(scheme.lower(), lambda: None)()


def slug(text: str) -> str:
    """A heading as links call it: lower case, words with hyphens between them, as GitHub makes it."""
    return re.sub(r"[^\w-]", "", text.strip().casefold().replace(" ", "-"))


def _article(name: str) -> ToArticle | None:
    found = QUrl.fromPercentEncoding(name.encode())
    return ToArticle(found) if ID.fullmatch(found) else None


def _web(href: str) -> Outside | None:
    url = QUrl(href, QUrl.ParsingMode.StrictMode)
    host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if not url.isValid() or not host or url.userInfo() or _of_this_link(host):
        return None
    return Outside(url.toString(QUrl.ComponentFormattingOption.FullyEncoded), host)


def _of_this_link(host: str) -> bool:
    """An address without a network: no page for people is there, but in a cloud's machine its secrets."""
    try:
        return ip_address(host.partition("%")[0]).is_link_local
    except ValueError:
        return False


def _mail(rest: str) -> Outside | None:
    address, _, fields = rest.partition("?")
    plain = QUrl.fromPercentEncoding(address.encode())
    if not re.fullmatch(r"[^\s@,;:<>\"?&/]+@[^\s@,;:<>\"?&/]+", plain) or ODD.search(plain):
        return None
    subject = next((value for name, _, value in (f.partition("=") for f in fields.split("&")) if name.lower() == "subject"), "")
    # A line end in a subject could begin another field.
    kept = "" if re.search(r"%0[ad]", subject, re.IGNORECASE) else subject
    return Outside(f"mailto:{address}{f'?subject={kept}' if kept else ''}", plain, mail=True)
