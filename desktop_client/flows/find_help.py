"""Find help: articles that answer what was typed, offline too. What was typed goes nowhere: into no log, no count and no request."""

from dataclasses import replace

from desktop_client.flows.count_help import count_search
from desktop_client.flows.instance import Instance
from desktop_client.knowledge import feeding
from desktop_client.knowledge.result import Found
from desktop_client.knowledge.search import search

LONGEST = 1_000
"""Letters of a query that are looked at."""


def find(instance: Instance, words: str, limit: int = 20, language: str = "", *, settled: bool = False) -> Found:
    """What answers, best first; `complete` is False while articles are still being fetched or read in.

    `language` ("en", "id") is preferred, not demanded. `settled`: the person has stopped typing, so that it counts as one search, where
    counting is agreed to.
    """
    # Asked before too: an index that was damaged may be empty while it is searched, and whole a moment later.
    whole = feeding.follows(instance.library, instance.index)
    found = search(instance.index, words[:LONGEST], limit=limit, language=language)
    found = replace(found, words=words, complete=whole and feeding.follows(instance.library, instance.index))
    if settled and words.strip():
        count_search(instance, found_nothing=not found.results)
    return found
