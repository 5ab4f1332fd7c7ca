"""Which addresses in what people write may be clicked: http, https and mailto, each whole and without tricks. All others are only text."""

import re
from urllib.parse import urlsplit

MOST_LETTERS = 2_000
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Letters that turn the direction of what follows (UAX #9): in a name they can make an ending look like another."""

_MAIL = re.compile(r"mailto:[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}", re.IGNORECASE)
_HOST = re.compile(r"[^\W_](?:[\w.-]{0,250}[^\W_])?|\[[0-9A-Fa-f:.]{2,45}\]")


def is_link(address: str) -> bool:
    """Whether a click on this address can only open a web page, or a letter in the mail program.

    Refused are other schemes, addresses without one (`//host`, paths), a name or password before the host (`https://bank@evil`), a
    backslash, letters that no screen shows and those that turn the direction.
    """
    if len(address) > MOST_LETTERS or not address.isprintable() or any(letter in BIDI or letter in "\\ <>\"'`" for letter in address):
        return False
    if address[:7].lower() == "mailto:":
        return _MAIL.fullmatch(address) is not None
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    whole = re.match(r"https?://", address, re.IGNORECASE) is not None
    host = parts.netloc.removesuffix(f":{port}") if port is not None else parts.netloc
    return whole and "@" not in parts.netloc and _HOST.fullmatch(host) is not None
