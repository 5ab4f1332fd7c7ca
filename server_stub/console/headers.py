"""Headers that every answer of the technician's page has. `nosniff` and the referrer's are on every answer of the backend already."""

from litestar.types import Message, Send

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""Content Security Policy, level 3: no script or style in a page, nothing from another host, never in a frame."""

ALWAYS = {
    b"content-security-policy": CSP.encode(),
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"cache-control": b"no-store",
}


def guarded(send: Send) -> Send:
    """Puts the headers on an answer that doesn't bring its own of that name (a file's are stricter, a picture of ours may be kept)."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            brought = list(message["headers"])
            names = {name.lower() for name, _ in brought}
            message["headers"] = [*brought, *((name, value) for name, value in ALWAYS.items() if name not in names)]
        await send(message)

    return sent
