"""Suggest articles while a report is written: at most three that really speak of it, or none. Offline too; nothing typed goes anywhere."""

from desktop_client.flows.instance import Instance
from desktop_client.knowledge.result import Result
from desktop_client.knowledge.search import search
from desktop_client.knowledge.stop_words import STOP_WORDS
from desktop_client.knowledge.words import fold, parts, tokens

MOST = 3
LOOKED_AT = 10
"""Among so many results suggestions are chosen."""

WORDS_OF_A_SUBJECT = 3
"""A subject with fewer words that say something is read together with the details."""

DETAILS_LETTERS = 200
STEM_LETTERS = 5
"""Two words that begin with the same so many letters are one ("print", "printing")."""

PROGRAM_LETTERS = 3
NO_NAMES = frozenset({"app", "bin", "desktop", "esr", "exe", "gnome", "microsoft", "org"})
"""What stands in the names of many programs."""


def suggest(instance: Instance, subject: str, details: str = "", program: str = "", language: str = "") -> tuple[Result, ...]:
    """What may help right away. `program` is the name of the program in front, such as "EXCEL.EXE" or "firefox", "" unknown."""
    words = subject if len(_telling(subject)) >= WORDS_OF_A_SUBJECT else f"{subject}\n{details[:DETAILS_LETTERS]}"
    wanted = _telling(words)
    if not wanted:
        return ()
    found = search(instance.index, words, limit=LOOKED_AT, language=language)
    answers = [result for result in found.results if _answers(result, len(wanted))]
    answers.sort(key=lambda result: not _speaks_of(result, program))
    return tuple(answers[:MOST])


def _telling(text: str) -> set[str]:
    """The words that say something."""
    return {word for word in tokens(fold(text)) if word not in STOP_WORDS and len(word) > 1}


def _answers(result: Result, asked: int) -> bool:
    """Whether its title speaks of what was asked, and title and snippet together of half of it or more.

    Words that no article has count as asked: a sentence about something else shares one word with many articles.
    """
    title = {_stem(result.title[start:end]) for start, end in result.title_marks}
    snippet = {_stem(result.snippet[start:end]) for start, end in result.snippet_marks}
    return bool(title) and 2 * len(title | snippet) >= asked


def _stem(word: str) -> str:
    return fold(word)[:STEM_LETTERS]


def _speaks_of(result: Result, program: str) -> bool:
    names = {name for name in _parts(program) if len(name) >= PROGRAM_LETTERS} - NO_NAMES
    return bool(names & _parts(f"{result.title} {result.product}"))


def _parts(text: str) -> set[str]:
    return {part for token in tokens(fold(text)) for part in parts(token)}
