"""`sigap guide ID --auto`: runs the checks that a guide names, and nothing else. Changes nothing, sends nothing to the help desk."""

import argparse

from desktop_client.commands.article_language import article_language
from desktop_client.commands.check import as_text, as_values, company_here
from desktop_client.commands.command import SEE_HELP, ArgumentsError, Call, Exit
from desktop_client.commands.instance import CommandInstance
from desktop_client.flows.report_contents import clean_line
from desktop_client.flows.run_checks import check_computer
from desktop_client.flows.walk_guide import LibraryGuides, checks_of, key_of

HELP = "Run a guide's checks; changes nothing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which guide."""
    parser.add_argument("id", metavar="ID", help="a guide's id, as sigap search gives it")
    parser.add_argument("--auto", action="store_true", help="run its checks, ask nothing and fix nothing")


def run(call: Call) -> Exit:
    """Looks, and says what each check found."""
    if not call.options.auto:
        raise ArgumentsError(f"A guide with questions and fixes runs in its window; here it needs --auto. {SEE_HELP}")
    instance = CommandInstance(call.profile)
    try:
        key = key_of(instance.library, call.options.id)
        guides = LibraryGuides(instance.library, article_language(instance.preferences.values().language))
        wanted = checks_of(guides, clean_line(key)[:200])
        title = guides.title(key)
    finally:
        instance.close()
    verdicts = check_computer(wanted, call.profile, company_here(call.profile), guide=key) if wanted else ()
    values = {"guide": key, "title": title, "checks": [as_values(verdict) for verdict in verdicts]}
    call.output.answer(values, f"{clean_line(title)}\n{as_text(verdicts)}")
    return Exit.DONE
