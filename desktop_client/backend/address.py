"""Addresses of backends, in one spelling, and only those that are safe to speak to."""

from urllib.parse import urlsplit

from desktop_client.reasons import Cause, RefusedError, refused
from desktop_client.system.network.proxy import is_loopback

PORTS = {"https": 443, "http": 80}
LONGEST = 500


def normal_address(typed: str) -> str:
    """The address as scheme, host, perhaps port and path, without a slash at its end.

    Without a scheme it means https; plain http is for this computer only. Anything else is RefusedError(ADDRESS).
    """
    text = typed.strip()
    if not text or len(text) > LONGEST or any(letter.isspace() or not letter.isprintable() for letter in text):
        raise _not_an_address(text)
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise _not_an_address(text) from None
    if parts.scheme not in PORTS or not host or parts.username is not None or parts.query or parts.fragment or port == 0:
        raise _not_an_address(text)
    if any(letter in host for letter in "%\\<>\"'`{}|^,;*()!$&=+~/") or any(letter in parts.path for letter in '%\\"<>`'):
        raise _not_an_address(text)
    if parts.scheme == "http" and not is_loopback(host):
        raise _not_an_address(text)
    place = f"[{host}]" if ":" in host else host
    if port and port != PORTS[parts.scheme]:
        place = f"{place}:{port}"
    return f"{parts.scheme}://{place}{parts.path.rstrip('/')}"


def host_of(address: str) -> str:
    """The host that people know the backend by."""
    return urlsplit(address).hostname or address


def _not_an_address(text: str) -> RefusedError:
    # A password typed before an @ must not come back on the screen or in a log.
    return refused(Cause.ADDRESS, address="".join(c if c.isprintable() else "?" for c in text.rpartition("@")[2][:100]))
