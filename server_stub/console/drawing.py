"""Templates: Jinja2 with everything escaped, one environment for each language."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from babel.dates import format_datetime, format_time
from markupsafe import Markup

from server_stub.console.icons import NAMES
from server_stub.console.languages import LANGUAGES, catalogue
from server_stub.console.static_files import SPRITE, address

FOLDER = Path(__file__).parent / "templates"


@cache
def environment(language: str) -> jinja2.Environment:
    """The templates in a language. A name that a template doesn't get is an error, not an empty place."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(catalogue(language), newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"icon": icon, "static": address, "LANGUAGES": LANGUAGES, "at": moment(language)}
    return made


def icon(name: str, style: str = "") -> Markup:
    """An icon of the sprite, which screen readers pass over. `style` are classes, such as "i16"."""
    if name not in NAMES:
        raise KeyError(name)
    return Markup('<svg class="i {}" aria-hidden="true"><use href="{}#{}"></use></svg>').format(style, address(SPRITE), name)


def moment(language: str) -> Callable[[datetime], Markup]:
    """How a time is put on a page: as the backend's clock shows it, until `page.js` puts the reader's own time in its place."""
    locale = "en_GB" if language == "en" else language

    def shown(at: datetime) -> Markup:
        local = at.astimezone()
        today = local.date() == datetime.now(local.tzinfo).date()
        text = format_time(local, "short", locale=locale) if today else format_datetime(local, "d MMM y HH:mm", locale=locale)
        return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), text)

    return shown


def drawn(language: str, template: str, **values: Any) -> str:
    """A template's text with these values."""
    return environment(language).get_template(template).render(**values)
