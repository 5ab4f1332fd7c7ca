"""In which language articles are looked for: the one that was chosen in Settings, else that of the terminal."""

import os

LANGUAGES = ("en", "id")


def article_language(chosen: str) -> str:
    """Its code, "en" or "id"; "" where neither Settings nor the terminal says one (LC_ALL, LC_MESSAGES, LANG, the first that is set)."""
    if chosen in LANGUAGES:
        return chosen
    told = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    spoken = told.partition("_")[0].partition(".")[0].lower()
    return spoken if spoken in LANGUAGES else ""
