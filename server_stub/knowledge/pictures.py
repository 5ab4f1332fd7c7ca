"""Pictures that may stand in an article: which kind their first bytes say."""

from contract.articles import ArticleImage

NAME_LETTERS = 500
SEEN_BYTES = 16


def type_of(data: bytes) -> str:
    """The media type of a PNG, JPEG, GIF or WebP, "" for anything else, SVG too: that one can hold scripts."""
    start = data[:SEEN_BYTES]
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if start.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "image/gif"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return ""


def named(images: tuple[ArticleImage, ...]) -> set[tuple[str, str]]:
    """Each by its name and hash."""
    return {(one.name, one.sha256) for one in images}
