"""One sprite of the icons that the pages use: Tabler's (MIT), read from the library pytablericons when the backend starts.

Only the library's drawings are read. Importing it would load Pillow, which nothing here needs.
"""

import re
from importlib.util import find_spec
from pathlib import Path

LIBRARY = "pytablericons"
OUTLINE = (
    "alert-circle",
    "alert-triangle",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "bell",
    "book",
    "camera",
    "check",
    "checkbox",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "circle",
    "circle-check",
    "circle-dotted",
    "circle-half-2",
    "clock",
    "copy",
    "cpu",
    "device-desktop",
    "device-laptop",
    "devices",
    "dots",
    "download",
    "edit",
    "external-link",
    "eye",
    "eye-off",
    "file",
    "file-text",
    "history",
    "hourglass",
    "inbox",
    "info-circle",
    "keyboard",
    "language",
    "link",
    "list-search",
    "lock",
    "logout",
    "map-pin",
    "message",
    "message-reply",
    "microphone",
    "mouse",
    "network",
    "palette",
    "paperclip",
    "pencil",
    "phone",
    "photo",
    "player-stop",
    "plug-connected-x",
    "plus",
    "printer",
    "refresh",
    "rotate",
    "screen-share",
    "search",
    "send",
    "settings",
    "shield-check",
    "stack-2",
    "tool",
    "trash",
    "triangle-inverted",
    "user",
    "user-check",
    "user-plus",
    "user-question",
    "users",
    "wifi",
    "x",
    "zoom-in",
    "zoom-out",
)
FILLED = ("alert-circle", "alert-octagon", "alert-triangle", "circle-check", "player-stop")
NAMES = (*OUTLINE, *(f"{name}-filled" for name in FILLED))


def sprite() -> str:
    """An SVG with one symbol for each name; a filled one is `NAME-filled`."""
    found = find_spec(LIBRARY)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(LIBRARY)
    folder = Path(found.submodule_search_locations[0]) / "icons"
    symbols = [symbol(name, (folder / "outline" / f"{name}.svg").read_text("utf-8")) for name in OUTLINE]
    symbols += [symbol(f"{name}-filled", (folder / "filled" / f"{name}.svg").read_text("utf-8")) for name in FILLED]
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>'


def symbol(name: str, drawing: str) -> str:
    """A drawing as a part of the sprite. Its colour and stroke come from the page."""
    inside = re.search(r"<svg[^>]*>(.*)</svg>", drawing, re.DOTALL)
    assert inside is not None  # noqa: S101 - the library's own file
    paint = 'fill="currentColor" stroke="none"' if name.endswith("-filled") else 'fill="none" stroke="currentColor"'
    return f'<symbol id="{name}" viewBox="0 0 24 24" {paint} stroke-linecap="round" stroke-linejoin="round">{inside[1].strip()}</symbol>'
