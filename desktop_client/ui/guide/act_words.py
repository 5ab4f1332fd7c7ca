"""What the button of a step says, by the keys of `contract.guides.ACTS`."""

from PySide6.QtCore import QCoreApplication

from desktop_client.sentences.mark import QT_TRANSLATE_NOOP

ACTS = {
    "open-portal": QT_TRANSLATE_NOOP("Acts", "Open the sign-in page"),
    "open-date-settings": QT_TRANSLATE_NOOP("Acts", "Open the date and time settings"),
    "open-network-settings": QT_TRANSLATE_NOOP("Acts", "Open the network settings"),
    "open-sound-settings": QT_TRANSLATE_NOOP("Acts", "Open the sound settings"),
    "open-camera-settings": QT_TRANSLATE_NOOP("Acts", "Open the camera settings"),
    "open-printer-settings": QT_TRANSLATE_NOOP("Acts", "Open the printer settings"),
    "open-storage-settings": QT_TRANSLATE_NOOP("Acts", "Open the storage settings"),
    "play-tone": QT_TRANSLATE_NOOP("Acts", "Play a soft tone"),
}
ICONS = {"open-portal": "world", "play-tone": "volume", "open-printer-settings": "printer", "open-network-settings": "wifi"}


def act_name(act: str) -> str:
    """The words on the button; "" for an act that this client does not know, which then has no button."""
    return QCoreApplication.translate("Acts", ACTS[act]) if act in ACTS else ""


def act_icon(act: str) -> str:
    """Its icon."""
    return ICONS.get(act, "settings")
