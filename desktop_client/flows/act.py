"""What a guide's button does: opens a page of the system or plays a tone. Nothing that a guide says is run."""

from desktop_client.system.audio.tone import play_tone
from desktop_client.system.pages import open_page

PAGES = {
    "open-date-settings": "date",
    "open-network-settings": "network",
    "open-sound-settings": "sound",
    "open-camera-settings": "camera",
    "open-printer-settings": "printer",
    "open-storage-settings": "storage",
}
"""By `contract.guides.ACTS`; "open-portal" is the browser's, with the company's page."""


def act(name: str) -> bool:
    """Does it; False where this computer has nothing for it. Blocks for a moment, for the tone two seconds."""
    if name == "play-tone":
        return play_tone()
    return name in PAGES and open_page(PAGES[name])
