"""The cookie that says who is signed in. It holds the session's secret and nothing else."""

from typing import Any

from litestar import Request

SECURE, PLAIN = "__Host-sigap", "sigap"
"""The browser takes the first only over https, from this host, for all of it (RFC 6265bis, 4.1.3.2); the second is for plain http on the
computer itself, where the prefix isn't to be had.
"""


def is_https(request: Request[Any, Any, Any]) -> bool:
    """Whether the browser speaks https, to us or to a trusted proxy."""
    return bool(request.scope["scheme"] == "https")


def secret_of(request: Request[Any, Any, Any]) -> str:
    """The secret that came with the request, or ""."""
    return request.cookies.get(SECURE if is_https(request) else PLAIN, "")


def giving(request: Request[Any, Any, Any], secret: str) -> str:
    """The header's value that gives a browser this secret. It is forgotten when the browser is closed."""
    rest = "Path=/; HttpOnly; SameSite=Strict"
    return f"{SECURE}={secret}; Secure; {rest}" if is_https(request) else f"{PLAIN}={secret}; {rest}"


def taking(request: Request[Any, Any, Any]) -> str:
    """The header's value that makes a browser forget the secret."""
    return f"{giving(request, '')}; Max-Age=0"
