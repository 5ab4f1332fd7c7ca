"""The player's functions on a real profile: begun in the language of now, ended, reported, and counted where that is agreed to."""

from contract.articles import Article, ArticlesPage
from desktop_client.flows.instance import Instance
from desktop_client.ui.guide_work import LIMITS_S, Guides
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language
from tests.desktop_client.guides.toy_guides import PRINTER


def shelved(instance: Instance) -> Guides:
    articles = tuple(
        Article(id=f"printer.{lang}", article="printer", lang=lang, title=title, body="", guide=PRINTER)
        for lang, title in (("en", "The printer"), ("id", "Printernya"))
    )
    instance.library.apply(ArticlesPage(epoch="e", last=2, articles=articles))
    return Guides(instance)


def test_begun_in_the_language_of_now_and_gone_on_with(instance: Instance, theme: Theme) -> None:
    work = shelved(instance).work()
    begun = work.begin("printer", False)
    assert begun.title("printer") == "The printer"
    use_language("id")
    again = work.begin("printer", False)
    assert again.title("printer") == "Printernya"
    assert again.walking.walk == begun.walking.walk
    work.end("printer")
    assert work.begin("printer", False).walking.walk.started > begun.walking.walk.started


def test_a_report_begins_with_what_was_tried(instance: Instance, theme: Theme) -> None:
    work = shelved(instance).work()
    walk = work.begin("printer", False).walking.walk
    beginning = work.report(walk, "The printer", ("Tried before this report:", "Queue: OK"), True)
    assert (beginning.subject, beginning.details) == ("The printer", "Tried before this report:\nQueue: OK")


def test_a_guide_that_helped_is_counted_only_with_consent(instance: Instance, theme: Theme) -> None:
    guides = shelved(instance)
    guides.solved("printer")
    assert instance.library.counts.waiting() == {}
    instance.preferences.change("count_help", True)
    guides.solved("printer")
    guides.solved("nowhere")
    (counts,) = instance.library.counts.waiting().values()
    assert [(use.article, use.solved) for use in counts.articles] == [("printer.en", 1)]


def test_limits_of_checks_and_fixes_are_theirs(instance: Instance, theme: Theme) -> None:
    limit_s = shelved(instance).work().limit_s
    assert limit_s("disk") == LIMITS_S["disk"] > 0
    assert limit_s("nonsense") == 0
