"""Whether a request that changes something comes from our own page: by what the browser says of its origin, and by the session's word.

Either alone would do in a browser of today; both are asked, so that a mistake in one opens nothing.
"""

import hmac
from typing import Any

from litestar import Request

from server_stub.console.asked import Asked

HEADER, FIELD = "x-csrf", "csrf"


def is_from_here(request: Request[Any, Any, Any]) -> bool:
    """By Sec-Fetch-Site (W3C Fetch Metadata) where the browser sends it, and by Origin (RFC 6454) unless it is withheld: pages that send no
    referrer say "null" of a form.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is None or origin == "null":
        return site is not None
    return origin.partition("://")[2].lower() == request.headers.get("host", "").lower()


async def has_word(asked: Asked) -> bool:
    """Whether the session's word came along, in the header or in the form."""
    given = asked.request.headers.get(HEADER) or ((await asked.form()).get(FIELD) if asked.sends_form else "")
    return hmac.compare_digest(given.encode("utf-8", "replace"), asked.csrf.encode())
