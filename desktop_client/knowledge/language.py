"""In which language something was typed: told by its little words, and by words that only one of the two has here."""

from collections.abc import Iterable

from desktop_client.knowledge.colloquial import LETTERS
from desktop_client.knowledge.meanings import only_indonesian
from desktop_client.knowledge.stop_words import ENGLISH, INDONESIAN


def typed_language(words: Iterable[str]) -> str:
    """Either "en" or "id"; "" when the words don't tell. English names of things don't: Indonesians say monitor and webcam too."""
    english = indonesian = 0
    for word in words:
        english += word in ENGLISH
        indonesian += word in INDONESIAN or word in LETTERS or only_indonesian(word)
    if english == indonesian:
        return ""
    return "en" if english > indonesian else "id"
