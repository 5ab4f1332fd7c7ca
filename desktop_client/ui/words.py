"""Words in the person's language: which language is used, and times, sizes and numbers as it writes them.

The language is Qt's own state (installed translators, default locale), so it reaches every window as Qt's LanguageChange event.
"""

import logging
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime, QTranslator

from desktop_client.reasons import Reason
from desktop_client.sentences.reasons import CONTEXT, Forms, Sentence, sentence

log = logging.getLogger(__name__)

TRANSLATIONS = Path(__file__).parent / "translations"
LANGUAGES = ("en", "id")
COUNTRY = {"en": "en_GB", "id": "id_ID"}
"""How numbers and times are written where the system is set to another language."""

MINUTE_S = 60
HOUR_S = 3600
DAY_H = 24
UNITS = (("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1_000))
translate = QCoreApplication.translate


def use_language(choice: str) -> str:
    """Switches to "en", "id" or the "system" language, at once in everything open; gives the language that is used now.

    A system in neither language gets English.
    """
    chosen = choice if choice in LANGUAGES else _system_language()
    app = QCoreApplication.instance()
    QLocale.setDefault(_locale(chosen))
    before = app.findChildren(QTranslator, "words")
    translator = QTranslator(app)
    translator.setObjectName("words")
    if translator.load(str(TRANSLATIONS / f"sigap_{chosen}.qm")):
        app.installTranslator(translator)
    else:
        log.error("no translation for %s: the client was not built with development/translations.py", chosen)
    for old in before:
        app.removeTranslator(old)
        old.setParent(None)
    return chosen


def language() -> str:
    """The language that is used now, "en" or "id"."""
    return "id" if QLocale().language() == QLocale.Language.Indonesian else "en"


def number(value: float, digits: int = 0) -> str:
    """A number as the language writes it, such as "12,345" or "3,5"."""
    return QLocale().toString(float(value), "f", digits)


def size(count: int) -> str:
    """An amount of bytes in decimal units, as short as one says it: "38 KB", "1.4 MB"; at least "1 KB" unless nothing."""
    for unit, worth in UNITS:
        if count >= worth or unit == "KB":
            amount = count / worth
            if unit == "KB":
                return f"{number(max(1, round(amount)) if count else 0)} {unit}"
            text = number(amount, 1 if amount < 100 else 0)
            zero = QLocale().decimalPoint() + "0"
            return f"{text.removesuffix(zero)} {unit}"
    raise AssertionError("unreachable: the last unit takes everything")


def clock_time(moment: datetime) -> str:
    """The time of day here, "14:05" or "14.05"."""
    here = moment.astimezone()
    return QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat)


def when(moment: datetime, now: datetime | None = None) -> str:
    """A moment as one says it: "in 5 minutes" within the coming hour, else "today at 14:05", "12 May at 14:05"."""
    here = moment.astimezone()
    now = (now or datetime.now().astimezone()).astimezone()
    ahead = (here - now).total_seconds()
    if 0 < ahead < MINUTE_S:
        return translate("Words", "in a moment")
    if MINUTE_S <= ahead < HOUR_S:
        minutes = round(ahead / MINUTE_S)
        return translate("Words", "in %n minute(s)", "", minutes)
    time = clock_time(here)
    days = (here.date() - now.date()).days
    if days == 0:
        return translate("Words", "today at {time}").format(time=time)
    if days == -1:
        return translate("Words", "yesterday at {time}").format(time=time)
    if days == 1:
        return translate("Words", "tomorrow at {time}").format(time=time)
    pattern = "d MMMM" if here.year == now.year else "d MMMM yyyy"
    day = QLocale().toString(QDate(here.year, here.month, here.day), pattern)
    return translate("Words", "{day} at {time}").format(day=day, time=time)


def day(of: date) -> str:
    """A day with its year: "3 November 2026"."""
    return QLocale().toString(QDate(of.year, of.month, of.day), "d MMMM yyyy")


def desk(name: str) -> str:
    """The help desk as one speaks of it inside a sentence: the company's own name for it, or "the help desk"."""
    return name or translate("Words", "the help desk")


def say(
    reason: Reason,
    *,
    help_desk: str = "",
    company: str = "",
    saved: Literal["report", "reply"] | None = None,
    next_try: datetime | None = None,
) -> Sentence:
    """What a reason says, in the person's language; `help_desk` and `company` as in `contract.about.About`."""
    return sentence(
        reason,
        desk=help_desk,
        company=company,
        translate=lambda text: QCoreApplication.translate(CONTEXT, text),
        saved=saved,
        next_try=when(next_try) if next_try else None,
        forms=Forms(size=size, number=number),
    )


def listed(parts: list[str]) -> str:
    """Parts with commas between them."""
    return ", ".join(parts)


def _system_language() -> str:
    for name in QLocale.system().uiLanguages():
        if name.split("-")[0] in LANGUAGES:
            return name.split("-")[0]
    return "en"


def _locale(chosen: str) -> QLocale:
    """The system's own way with numbers and times if it speaks the language, else the usual one of the language."""
    system = QLocale.system()
    if system.language() != QLocale.Language.C and system.name().split("_")[0] == chosen:
        return system
    return QLocale(COUNTRY[chosen])
