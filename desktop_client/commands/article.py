"""`sigap article`: one help article as text, offline too."""

import argparse

from contract.articles import Article
from contract.guides import AskStep, GuideStep, Step
from desktop_client.commands.article_language import article_language
from desktop_client.commands.command import Call, Exit
from desktop_client.commands.instance import CommandInstance
from desktop_client.commands.terminal_text import terminal_line, terminal_text
from desktop_client.flows.read_article import read_article
from desktop_client.reasons import Cause, refused
from desktop_client.sentences.verdicts import fill_sentences

HELP = "Show an article"
SHOWN_LETTERS = 60


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which."""
    parser.add_argument("id", metavar="ID", help="an article's id, as sigap search gives it")


def run(call: Call) -> Exit:
    """Shows it; a key that several languages share is read in the person's."""
    instance = CommandInstance(call.profile)
    try:
        reading = read_article(instance, call.options.id, article_language(instance.preferences.values().language))
        if reading is None:
            raise refused(Cause.NO_SUCH_ARTICLE, article=terminal_line(call.options.id)[:SHOWN_LETTERS])
        article = reading.article
        values = {
            "id": article.id,
            "article": article.article,
            "title": article.title,
            "lang": article.lang,
            "kind": article.kind.value,
            "category": article.category,
            "summary": article.summary,
            "updated": article.updated,
            "languages": dict(reading.languages),
            "related": [head.id for head in reading.related],
            "text": article.body,
        }
        call.output.answer(values, as_text(article))
        return Exit.DONE
    finally:
        instance.close()


def as_text(article: Article) -> str:
    """Its title and its Markdown, then a guide's steps; without the characters by which a text could command a terminal."""
    parts = [f"# {terminal_line(article.title)}", terminal_text(article.body).strip()]
    if article.guide:
        parts += [_step(number, step) for number, step in enumerate(article.guide.steps, start=1)]
        parts.append(f"This guide checks itself: sigap guide {terminal_line(article.id)} --auto")
    return "\n\n".join(part for part in parts if part)


def _step(number: int, step: Step) -> str:
    lines = [f"{number}. {terminal_line(_known(step.title))}"]
    if text := terminal_text(_known(step.text)).strip():
        lines.append(text)
    if isinstance(step, AskStep):
        lines += [f"- {terminal_line(answer.text)}" for answer in step.answers]
    if isinstance(step, GuideStep):
        lines.append(f"- sigap article {terminal_line(step.guide)}")
    return "\n".join(lines)


def _known(text: str) -> str:
    """Without the sentences that say what only a running guide has measured."""
    return fill_sentences(text, {}) if "{" in text else text
