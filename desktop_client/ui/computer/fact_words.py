"""Facts about a computer in the person's language: groups, values with their unit, and what was hidden in them."""

from PySide6.QtCore import QCoreApplication, QLocale

from contract.diagnostics import Hidden
from desktop_client.screens.review import HIDDEN, segments
from desktop_client.sentences.mark import QT_TRANSLATE_NOOP
from desktop_client.ui import words
from desktop_client.ui.computer.fact_names import translated_name

translate = QCoreApplication.translate


GROUPS = (
    QT_TRANSLATE_NOOP("Facts", "System"),
    QT_TRANSLATE_NOOP("Facts", "Processor"),
    QT_TRANSLATE_NOOP("Facts", "Memory"),
    QT_TRANSLATE_NOOP("Facts", "Disk"),
    QT_TRANSLATE_NOOP("Facts", "Battery"),
    QT_TRANSLATE_NOOP("Facts", "Display"),
    QT_TRANSLATE_NOOP("Facts", "Network"),
    QT_TRANSLATE_NOOP("Facts", "Connection"),
    QT_TRANSLATE_NOOP("Facts", "Clock"),
    QT_TRANSLATE_NOOP("Facts", "Programs"),
    QT_TRANSLATE_NOOP("Facts", "Printing"),
    QT_TRANSLATE_NOOP("Facts", "Recent errors"),
)
"""Every group that this version knows; a group of a newer collector is shown as it is called."""


def fact_name(name: str) -> str:
    """A fact's, collector's or group's name in the person's language, where it is known there."""
    return QCoreApplication.translate("Facts", name) if name in GROUPS else translated_name(name)


def amount(value: float | bool) -> str:  # noqa: FBT001 - a fact's value
    """A number with as many digits as it needs to be told from others like it: "38", "3.5", "0.04"; yes or no for a bool."""
    if isinstance(value, bool):
        return translate("Facts", "yes") if value else translate("Facts", "no")
    if float(value).is_integer():
        # A year or a port is no amount: groups of digits only where there are many.
        return words.number(value) if abs(value) >= 100_000 else f"{value:.0f}"
    digits = 2 if abs(value) < 1 else 1
    return words.number(value, digits).removesuffix(QLocale().decimalPoint() + "0")


def hidden_words(kind: Hidden) -> str:
    """What stands beside a bar: that something was hidden, and of what kind it was."""
    said = {
        Hidden.PASSWORD: translate("Facts", "Hidden: possible password"),
        Hidden.CARD_NUMBER: translate("Facts", "Hidden: possible card number"),
        Hidden.ID_NUMBER: translate("Facts", "Hidden: possible ID number"),
        Hidden.ACCESS_KEY: translate("Facts", "Hidden: possible access key"),
        Hidden.USER_NAME: translate("Facts", "Hidden: user name"),
        Hidden.COMPUTER_NAME: translate("Facts", "Hidden: computer name"),
        Hidden.NETWORK_NAME: translate("Facts", "Hidden: name of a Wi-Fi network"),
        Hidden.ADDRESS: translate("Facts", "Hidden: address"),
        Hidden.TEXT: translate("Facts", "Hidden: text"),
    }
    return said[kind]


def value_as_text(value: str | float | bool, unit: str = "") -> str:  # noqa: FBT001 - a fact's value
    """A fact's value in one line of text, what was hidden in brackets."""
    if not isinstance(value, str):
        return f"{amount(value)} {unit}".strip()
    if not HIDDEN.search(value):
        return f"{value} {unit}".strip()
    return "".join(f"[{hidden_words(part)}]" if isinstance(part, Hidden) else part for part in segments(value))


def not_known_words(reason: str) -> str:
    """Why a collector gave no answer."""
    said = {
        "slow": translate("Facts", "no answer in time"),
        "redaction": translate("Facts", "left out, because it could not be cleaned"),
    }
    return said.get(reason, translate("Facts", "not available"))
