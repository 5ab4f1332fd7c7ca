"""What a file is by its first bytes, never by what anybody calls it."""

HEAD_BYTES = 16


def picture_type(data: bytes) -> str:
    """The media type of a PNG, JPEG, GIF or WebP, "" for anything else, SVG too: that one can hold scripts."""
    start = data[:HEAD_BYTES]
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return ""
