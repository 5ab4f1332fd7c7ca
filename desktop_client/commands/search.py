"""`sigap search`: help articles that answer, offline too. What is searched for is neither sent nor kept."""

import argparse
import time

from desktop_client.backend.session import Session, StoppedError
from desktop_client.commands.article_language import article_language
from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit
from desktop_client.commands.instance import CommandInstance
from desktop_client.commands.terminal_text import terminal_line
from desktop_client.flows.find_help import find
from desktop_client.flows.sync_articles import read_in, sync_now
from desktop_client.knowledge.result import Result
from desktop_client.reasons import Cause, Reason, RefusedError

HELP = "Search help articles"
RESULTS = 10
MOST_RESULTS = 100
SHOWN_LETTERS = 60
"""Of what was searched for, where it is repeated."""
TELL_EVERY_S = 2.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to search for, and whether to fetch first."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="the problem as you would say it, or an error code")
    parser.add_argument("--limit", metavar="N", help=f"how many at most, 1 to {MOST_RESULTS} (default {RESULTS})")
    parser.add_argument("--sync", action="store_true", help="first fetch what changed, and wait until all of it can be found")


def run(call: Call) -> Exit:
    """Searches what is here. Where --sync can't fetch, it says why and fails, with the answers of what is here all the same."""
    limit = _limit(call.options.limit)
    instance = CommandInstance(call.profile)
    try:
        fetched = _fetch(call, instance) if call.options.sync else _read_in(instance)
        words = " ".join(call.options.words)
        found = find(instance, words, limit, article_language(instance.preferences.values().language), settled=True)
        if not instance.library.count():
            call.output.note(_nothing_here(instance, asked=call.options.sync and fetched))
        elif not found.complete and fetched:
            call.output.note("Not all articles are here yet: these are the answers so far. Fetch the rest with --sync.")
        text = "\n".join(f"{result.id} {terminal_line(result.title)}" for result in found.results)
        call.output.answer({"results": [_values(result) for result in found.results]}, text or f'Nothing found for "{shown(words)}".')
        return Exit.DONE if fetched else Exit.FAILED
    finally:
        instance.close()


def shown(words: str) -> str:
    """What was searched for, as an answer repeats it."""
    line = terminal_line(words)
    return line if len(line) <= SHOWN_LETTERS else f"{line[:SHOWN_LETTERS]}…"


def _limit(text: str | None) -> int:
    if text is None:
        return RESULTS
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_RESULTS):
        raise ArgumentsError(f"--limit must be a number from 1 to {MOST_RESULTS}. {SEE_HELP}")
    return int(text)


def _fetch(call: Call, instance: CommandInstance) -> bool:
    """Whether everything that the backend has is here and can be found."""
    instance.settle()
    told_at = time.monotonic()

    def told(done: int, total: int) -> None:
        nonlocal told_at
        if not call.output.as_json and done < total and time.monotonic() > told_at + TELL_EVERY_S:
            told_at = time.monotonic()
            call.output.note(f"Fetching articles: {done} of {total}")

    try:
        with _session(instance) as session:
            sync_now(instance, session, told)
        instance.learn()
    except (RefusedError, StoppedError) as error:
        reason = error.reason if isinstance(error, RefusedError) else Reason(Cause.SLOW)
        call.output.note(f"{instance.say(reason).title}. Only what is here already was searched.")
        _read_in(instance)
        return False
    return True


def _session(instance: CommandInstance) -> Session:
    session = instance.session()
    if session is None:
        raise RefusedError(Reason(Cause.NOT_ENROLLED))
    return session


def _read_in(instance: CommandInstance) -> bool:
    """What was fetched and not read into the index yet, because the program ended before, is."""
    read_in(instance)
    return True


def _nothing_here(instance: CommandInstance, *, asked: bool) -> str:
    if instance.enrolment() is None:
        return "No articles on this computer yet. Register it with: sigap enroll URL CODE"
    if asked:
        return "Your help desk has published no articles yet."
    return "No articles on this computer yet. Fetch them with: sigap search WORDS --sync"


def _values(result: Result) -> dict[str, object]:
    return {"id": result.id, "title": result.title, "lang": result.lang, "kind": result.kind.value, "snippet": result.snippet}
