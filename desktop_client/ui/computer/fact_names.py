"""What facts and collectors are called in the person's language. A part in braces stands for what was found: a disk, a number."""

import re
from functools import cache

from PySide6.QtCore import QCoreApplication

from desktop_client.sentences.mark import QT_TRANSLATE_NOOP

NAMES = (
    QT_TRANSLATE_NOOP("FactNames", "Operating system"),
    QT_TRANSLATE_NOOP("FactNames", "Disks"),
    QT_TRANSLATE_NOOP("FactNames", "Displays"),
    QT_TRANSLATE_NOOP("FactNames", "Reachability"),
    QT_TRANSLATE_NOOP("FactNames", "Heaviest programs"),
    QT_TRANSLATE_NOOP("FactNames", "Printers"),
    QT_TRANSLATE_NOOP("FactNames", "System"),
    QT_TRANSLATE_NOOP("FactNames", "Build"),
    QT_TRANSLATE_NOOP("FactNames", "Kernel"),
    QT_TRANSLATE_NOOP("FactNames", "Architecture"),
    QT_TRANSLATE_NOOP("FactNames", "Model"),
    QT_TRANSLATE_NOOP("FactNames", "Started"),
    QT_TRANSLATE_NOOP("FactNames", "Running for"),
    QT_TRANSLATE_NOOP("FactNames", "Restart pending"),
    QT_TRANSLATE_NOOP("FactNames", "Desktop"),
    QT_TRANSLATE_NOOP("FactNames", "Processor"),
    QT_TRANSLATE_NOOP("FactNames", "Cores"),
    QT_TRANSLATE_NOOP("FactNames", "Threads"),
    QT_TRANSLATE_NOOP("FactNames", "In use"),
    QT_TRANSLATE_NOOP("FactNames", "Load"),
    QT_TRANSLATE_NOOP("FactNames", "Memory"),
    QT_TRANSLATE_NOOP("FactNames", "Total"),
    QT_TRANSLATE_NOOP("FactNames", "Available"),
    QT_TRANSLATE_NOOP("FactNames", "Swap total"),
    QT_TRANSLATE_NOOP("FactNames", "Swap in use"),
    QT_TRANSLATE_NOOP("FactNames", "Waiting for memory"),
    QT_TRANSLATE_NOOP("FactNames", "Battery"),
    QT_TRANSLATE_NOOP("FactNames", "Charge"),
    QT_TRANSLATE_NOOP("FactNames", "On mains"),
    QT_TRANSLATE_NOOP("FactNames", "Time left"),
    QT_TRANSLATE_NOOP("FactNames", "Health"),
    QT_TRANSLATE_NOOP("FactNames", "Charge cycles"),
    QT_TRANSLATE_NOOP("FactNames", "Screens"),
    QT_TRANSLATE_NOOP("FactNames", "Text scale"),
    QT_TRANSLATE_NOOP("FactNames", "Network"),
    QT_TRANSLATE_NOOP("FactNames", "Own address"),
    QT_TRANSLATE_NOOP("FactNames", "Router"),
    QT_TRANSLATE_NOOP("FactNames", "Name servers"),
    QT_TRANSLATE_NOOP("FactNames", "Help desk server"),
    QT_TRANSLATE_NOOP("FactNames", "Help desk server name"),
    QT_TRANSLATE_NOOP("FactNames", "Help desk server connection"),
    QT_TRANSLATE_NOOP("FactNames", "Help desk server answer"),
    QT_TRANSLATE_NOOP("FactNames", "Help desk server through proxy"),
    QT_TRANSLATE_NOOP("FactNames", "Clock"),
    QT_TRANSLATE_NOOP("FactNames", "Local time"),
    QT_TRANSLATE_NOOP("FactNames", "Time zone"),
    QT_TRANSLATE_NOOP("FactNames", "Set automatically"),
    QT_TRANSLATE_NOOP("FactNames", "Ahead of the server"),
    QT_TRANSLATE_NOOP("FactNames", "Program in front"),
    QT_TRANSLATE_NOOP("FactNames", "Program in front, process"),
    QT_TRANSLATE_NOOP("FactNames", "Processes"),
    QT_TRANSLATE_NOOP("FactNames", "Print service"),
    QT_TRANSLATE_NOOP("FactNames", "Default printer"),
    QT_TRANSLATE_NOOP("FactNames", "Recent errors"),
    QT_TRANSLATE_NOOP("FactNames", "Kinds of errors"),
    QT_TRANSLATE_NOOP("FactNames", "Tried"),
    QT_TRANSLATE_NOOP("FactNames", "Screen {number} size"),
    QT_TRANSLATE_NOOP("FactNames", "Screen {number} position"),
    QT_TRANSLATE_NOOP("FactNames", "Screen {number} connector"),
    QT_TRANSLATE_NOOP("FactNames", "Error {number}"),
    QT_TRANSLATE_NOOP("FactNames", "Error {number} times"),
    QT_TRANSLATE_NOOP("FactNames", "Error {number} last"),
    QT_TRANSLATE_NOOP("FactNames", "{name} total"),
    QT_TRANSLATE_NOOP("FactNames", "{name} free"),
    QT_TRANSLATE_NOOP("FactNames", "{name} in use"),
    QT_TRANSLATE_NOOP("FactNames", "{name} files in use"),
    QT_TRANSLATE_NOOP("FactNames", "{name} kind"),
    QT_TRANSLATE_NOOP("FactNames", "{name} state"),
    QT_TRANSLATE_NOOP("FactNames", "{name} addresses"),
    QT_TRANSLATE_NOOP("FactNames", "{name} speed"),
    QT_TRANSLATE_NOOP("FactNames", "{name} signal"),
    QT_TRANSLATE_NOOP("FactNames", "{name} errors"),
    QT_TRANSLATE_NOOP("FactNames", "{name} name"),
    QT_TRANSLATE_NOOP("FactNames", "{name} connection"),
    QT_TRANSLATE_NOOP("FactNames", "{name} processor"),
    QT_TRANSLATE_NOOP("FactNames", "{name} memory"),
    QT_TRANSLATE_NOOP("FactNames", "{name} problem"),
    QT_TRANSLATE_NOOP("FactNames", "{name} message"),
    QT_TRANSLATE_NOOP("FactNames", "{name} accepts jobs"),
    QT_TRANSLATE_NOOP("FactNames", "{name} waiting"),
    QT_TRANSLATE_NOOP("FactNames", "{name} job {number}"),
)
"""Every fact that the collectors of this version bring, and every collector; a braced part other than a number is called `{name}`."""


def translated_name(name: str) -> str:
    """The name in the person's language; one that this version doesn't know is left as it is."""
    if name in NAMES:
        return QCoreApplication.translate("FactNames", name)
    for template, pattern in _templates():
        if found := pattern.fullmatch(name):
            return QCoreApplication.translate("FactNames", template).format(**found.groupdict())
    return name


@cache
def _templates() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The templates, the longest first, so that "files in use" is not taken for "in use"."""
    braced = sorted((name for name in NAMES if "{" in name), key=len, reverse=True)
    return tuple((template, re.compile(_pattern(template), re.DOTALL)) for template in braced)


def _pattern(template: str) -> str:
    return re.escape(template).replace(r"\{name\}", "(?P<name>.+)").replace(r"\{number\}", r"(?P<number>\d+)")
