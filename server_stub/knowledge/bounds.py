"""How long the short texts of an article may be: they stand in lists and windows of every computer."""

from server_stub.knowledge.article_file import ArticleFile
from server_stub.knowledge.unreadable import UnreadableError

LETTERS = {"title": 300, "summary": 1_000, "product": 200, "category": 200}
LISTS = ("tags", "also", "related")
MOST_ENTRIES = 300
ENTRY_LETTERS = 300


def refuse_long(file: ArticleFile) -> None:
    """Raises `UnreadableError` with the line for the first text that is too long."""
    for key, most in LETTERS.items():
        if len(getattr(file.article, key)) > most:
            raise UnreadableError(f"{key} has more than {most} letters: shorten it, and say the rest below.", file.lines.get(key, 0))
    for key in LISTS:
        entries = getattr(file.article, key)
        if len(entries) > MOST_ENTRIES:
            raise UnreadableError(f"{key} has more than {MOST_ENTRIES} entries: keep those that people look for.", file.lines.get(key, 0))
        for place, entry in enumerate(entries):
            if len(entry) > ENTRY_LETTERS:
                line = file.lines.get(f"{key}[{place}]", file.lines.get(key, 0))
                raise UnreadableError(f"An entry of {key} has more than {ENTRY_LETTERS} letters: shorten it.", line)
