"""The two languages of the technician's page: which one somebody reads, and where its texts are (gettext; `dev.py translations`)."""

import gettext
import re
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent / "translations"
LANGUAGES = {"en": "English", "id": "Bahasa Indonesia"}
"""Each by its own name. English is the language of the code."""


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The texts of a language. Compiled here, once: there is no compiled file that could be older than its source."""
    if language == "en":
        return gettext.NullTranslations()
    compiled = BytesIO()
    with (FOLDER / f"{language}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language))
    return gettext.GNUTranslations(BytesIO(compiled.getvalue()))


def chosen(preference: str, accepted: str) -> str:
    """The language of whoever reads: what they chose, else the first that the browser asks for (RFC 9110, 12.5.4), else English."""
    if preference in LANGUAGES:
        return preference
    ranked = []
    for place, one in enumerate(accepted[:500].split(",")):
        tag, _, parameters = one.strip().partition(";")
        weight = re.search(r"q=([01](?:\.\d{0,3})?)", parameters)
        ranked.append((-float(weight[1]) if weight else -1.0, place, tag.partition("-")[0].lower()))
    # Browsers set to Indonesian may still say the code that was in force before 1989.
    wanted = ["id" if tag == "in" else tag for weight, _, tag in sorted(ranked) if weight]
    return next((tag for tag in wanted if tag in LANGUAGES), "en")
