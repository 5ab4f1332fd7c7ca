from collections.abc import Sequence

import pytest

from contract.articles import Article
from server_stub.knowledge.article_file import ArticleFile, UnreadableError, read_article
from server_stub.knowledge.guide_rules import Refusal, refused

HEAD = ("---", "id: g.en", "article: g", "title: A guide", "lang: en", "first: look", "steps:")
LOOK = ("- id: look", "  step: check", "  title: Look", "  checks: [clock]", "  ok: end", "  found: {clock: fix}")
FIX = ("- id: fix", "  step: fix", "  title: Fix", "  fix: renew", "  fixed: end", "  not_fixed: ask")
ASK = ("- id: ask", "  step: ask", "  title: Well?", "  answers: [{text: Yes, go: end}]", "  unknown: end")
END = ("- id: end", "  step: end", "  title: End", "  outcome: report")
WHOLE = (*HEAD, *LOOK, *FIX, *ASK, *END, "---")


def text(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def changed(old: str, new: str) -> str:
    whole = text(*WHOLE)
    assert whole.count(old) == 1
    return whole.replace(old, new)


def file(whole: str, name: str = "g.md") -> ArticleFile:
    return read_article(name, whole.encode())


def test_the_guide_that_the_others_are_changed_from_is_good() -> None:
    assert len(file(text(*WHOLE)).article.guide.steps) == 4  # type: ignore[union-attr] # it has one


CASES = [
    # forms
    ("first: look\n", "", 6, "The guide has no first"),
    ("steps:\n", "stps:\n", 6, "The guide has no steps"),
    ("first: look\n", "first: look\npart: perhaps\n", 7, "part must be true or false"),
    ("first: look\n", "first: look\nproof: clock\n", 7, "proof must be a list"),
    ("- id: fix\n", "- just words\n- id: fix\n", 14, "A step must have keys"),
    ("  step: check\n", "", 8, "A step doesn't say what it is: add step, one of ask, check, end, fix, guide, read, restart."),
    (
        "  step: check\n",
        "  step: chek\n",
        9,
        "There is no step chek: use one of ask, check, end, fix, guide, read, restart. Did you mean check?",
    ),
    ("  title: Look\n", "", 8, "A step check has no title: add it."),
    ("  title: Look\n", "  titel: Look\n", 10, "A step check has no key titel"),
    ("  title: Look\n", "  title: [Look]\n", 10, "title must be a text"),
    ("  ok: end\n", "  ok:\n", 8, "A step check has no ok: add it."),
    ("  ok: end\n", "", 8, "A step check has no ok: add it."),
    ("  not_fixed: ask\n", "", 14, "A step fix has no not_fixed"),
    ("  unknown: end\n", "", 20, "A question has no unknown: say which step follows “I don't know”."),
    ("  unknown: end\n", "  unknown: ''\n", 20, "A question has no unknown"),
    ("{text: Yes, go: end}", "{text: Yes}", 23, "An answer has no go"),
    ("{text: Yes, go: end}", "Yes", 23, "An answer must have keys"),
    ("[{text: Yes, go: end}]", "Yes", 23, "answers must be a list"),
    ("[{text: Yes, go: end}]", "[]", 23, "The question ask has no answers"),
    ("  found: {clock: fix}\n", "  found: fix\n", 13, "found must be keys with values"),
    ("  outcome: report\n", "  outcome: reports\n", 28, "outcome is not valid here"),
    # names
    ("checks: [clock]", "checks: [clok]", 11, "There is no check clok"),
    ("checks: [clock]", "checks: [clok]", 11, "Did you mean clock?"),
    ("checks: [clock]", "checks: []", 11, "The step look checks nothing"),
    ("checks: [clock]", "checks: [clock, answers]", 11, "The check answers needs to know of what: write answers(mail)"),
    ("checks: [clock]", "checks: [clock, answers()]", 11, "The check answers needs to know of what"),
    ("checks: [clock]", "checks: [clock, answers(mail]", 11, "The check answers needs to know of what"),
    ("checks: [clock]", "checks: [clock, dns(mail)]", 11, "The check dns takes nothing in brackets"),
    ("{clock: fix}", "{clock:of: fix}", 13, "The check clock never finds of: use one of off, codes. Did you mean off?"),
    ("{clock: fix}", "{clok: fix}", 13, "The step look doesn't check clok: add it to checks, or remove it here. Did you mean clock?"),
    ("{clock: fix}", "{clock:off: fix}", 13, "The step look leads nowhere for clock:codes: add each to found, or clock for all of them."),
    ("{clock: fix}", "{}", 13, "The step look leads nowhere for clock:off, clock:codes"),
    ("fix: renew", "fix: renw", 17, "There is no fix renw"),
    ("title: Well?\n", "title: Well?\n  act: open-portl\n", 23, "There is no act open-portl"),
    ("first: look\n", "first: look\nproof: [clock, disks]\n", 7, "There is no check disks"),
    # paths
    ("first: look\n", "first: lok\n", 6, "There is no step lok to begin with. Did you mean look?"),
    ("  ok: end\n", "  ok: ennd\n", 12, "The step look leads to ennd, which is no step: name one. Did you mean end?"),
    ("{clock: fix}", "{clock: fxi}", 13, "The step look leads to fxi"),
    ("{text: Yes, go: end}", "{text: Yes, go: away}", 23, "The step ask leads to away"),
    ("- id: fix\n", "- id: look\n", 14, "Two steps have the id look: give this one another."),
    ("{clock: fix}", "{clock: end}", 14, "No way leads to the step fix: lead to it, or remove it."),
    ("  fixed: end\n", "  fixed: look\n", 8, "The steps go in a circle (look → fix → look)"),
    ("  unknown: end\n", "  unknown: ask\n", 20, "The steps go in a circle (ask → ask)"),
]


@pytest.mark.parametrize(("old", "new", "line", "reason"), CASES)
def test_a_guide_that_can_not_be_walked_is_refused_with_its_line(old: str, new: str, line: int, reason: str) -> None:
    with pytest.raises(UnreadableError) as error:
        file(changed(old, new))
    assert reason in error.value.reason
    assert error.value.line == line


def test_every_mistake_of_these_is_told_with_what_to_do() -> None:
    for old, new, _, _ in CASES:
        with pytest.raises(UnreadableError) as error:
            file(changed(old, new))
        assert error.value.reason.endswith((".", "?"))


def test_one_restart_on_a_way_and_another_on_another_way() -> None:
    again = ("- id: again", "  step: restart", "  title: Again", "  go: end")
    both = text(*WHOLE).replace("  fixed: end\n", "  fixed: again\n").replace("  unknown: end\n", "  unknown: once\n")
    one = ("- id: once", "  step: restart", "  title: Once", "  go: end")
    assert file(both.replace("- id: end\n", "\n".join((*again, *one)) + "\n- id: end\n"))
    twice = ("- id: once", "  step: restart", "  title: Once", "  go: again")
    with pytest.raises(UnreadableError, match="Another restart follows the restart once") as error:
        file(both.replace("- id: end\n", "\n".join((*again, *twice)) + "\n- id: end\n"))
    assert error.value.line == 29


def test_a_bare_name_leads_for_every_service() -> None:
    asked = changed("checks: [clock]", "checks: [answers(mail), answers(vpn)]").replace("{clock: fix}", "{answers: fix}")
    assert file(asked)
    assert file(asked.replace("{answers: fix}", "{'answers(mail)': fix, answers(vpn):refused: end, answers: fix}"))
    with pytest.raises(UnreadableError, match=r"leads nowhere for answers\(vpn\):no-name"):
        file(asked.replace("{answers: fix}", "{'answers(mail)': fix}"))


ENGLISH = text(*WHOLE)
INDONESIAN = ENGLISH.replace("g.en", "g.id").replace("lang: en", "lang: id").replace("title: Look", "title: Periksa")


def refusals(*wholes: str, known: Sequence[str] = ()) -> list[Refusal]:
    files = [file(whole, f"{number}.md") for number, whole in enumerate(wholes)]
    return refused(files, {one.id: one for one in (file(whole).article for whole in known)})


def test_both_languages_together_or_beside_what_is_known() -> None:
    assert refusals(ENGLISH, INDONESIAN) == []
    assert refusals(ENGLISH, known=[INDONESIAN]) == []
    assert refusals(ENGLISH.replace("lang: en", "lang: en-GB"), INDONESIAN) == []
    german = ENGLISH.replace("g.en", "g.de").replace("lang: en", "lang: de")
    assert refusals(german, ENGLISH, INDONESIAN) == []


def test_articles_without_steps_need_no_translation() -> None:
    assert refusals("---\nid: a\ntitle: A\nlang: en\n---\n") == []


def test_a_missing_translation() -> None:
    [only] = refusals(ENGLISH)
    assert (only.name, only.line) == ("0.md", 3)
    assert only.reason == "Missing translation: there is no published Indonesian file with article: g, so add one (id)."
    [only] = refusals(INDONESIAN)
    assert "English" in only.reason
    assert "needs article" in refusals(ENGLISH.replace("article: g\n", ""))[0].reason


def test_a_draft_may_wait_for_its_translation_but_is_none() -> None:
    draft = ENGLISH.replace("first:", "state: draft\nfirst:")
    assert refusals(draft) == []
    [only] = refusals(draft, INDONESIAN)
    assert (only.name, "English" in only.reason) == ("1.md", True)


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("{clock: fix}", "{clock: ask}", 8, "The step look is not like the same step of 0.md"),
        ("fix: renew", "fix: unmute", 14, "The step fix is not like the same step of 0.md"),
        ("outcome: report", "outcome: solved", 25, "The step end is not like the same step"),
        ("first: look", "first: look\nproof: [clock]", 7, "proof is not that of 0.md"),
        ("first: look", "first: look\npart: true", 7, "part is not that of 0.md"),
        ("unknown: end", "unknown: out\n- id: out\n  step: end\n  title: Out\n  outcome: report", 20, "The step ask is not like"),
    ],
)
def test_a_translation_that_goes_another_way(old: str, new: str, line: int, reason: str) -> None:
    other = INDONESIAN.replace(old, new).replace("{clock: ask}", "{clock: ask}")
    if "{clock: ask}" in other:
        other = other.replace("  ok: end\n", "  ok: fix\n")
    found = refusals(ENGLISH, other)
    assert [(one.name, one.line) for one in found] == [("0.md", 3), ("1.md", line)], "without a second language the first is refused too"
    assert reason in found[1].reason
    assert "Missing translation" in found[0].reason


def test_a_step_more_in_one_language() -> None:
    more = "- id: read\n  step: read\n  title: Read\n  go: end\n- id: end\n"
    found = refusals(ENGLISH, INDONESIAN.replace("unknown: end", "unknown: read").replace("- id: end\n", more))
    assert "Missing translation" in found[0].reason
    assert found[1].reason.startswith("The step ask is not like")


def test_the_same_language_twice() -> None:
    found = refusals(ENGLISH, ENGLISH.replace("g.en", "g2.en"), INDONESIAN)
    assert [one.name for one in found] == ["0.md", "1.md", "2.md"]
    assert "Two files are g in this language, the other is 1.md" in found[0].reason


def test_a_new_version_of_one_language_must_still_fit_the_other() -> None:
    newer = ENGLISH.replace("fix: renew", "fix: unmute")
    [only] = refusals(newer, known=[ENGLISH, INDONESIAN])
    assert (only.name, only.line) == ("0.md", 14)
    assert "g.id" in only.reason
    assert refusals(newer, INDONESIAN.replace("fix: renew", "fix: unmute"), known=[ENGLISH, INDONESIAN]) == []


LEADING = "unknown: other\n- id: other\n  step: guide\n  title: Other\n  guide: h"


def test_a_guide_that_leads_to_one_that_is_not_there() -> None:
    english, indonesian = (one.replace("unknown: end", LEADING) for one in (ENGLISH, INDONESIAN))
    found = refusals(english, indonesian)
    assert [(one.name, one.line) for one in found] == [("0.md", 28), ("1.md", 28)]
    assert found[0].reason == "The step other leads to the guide h, which is not there: name the article key of one."
    others = [one.replace("article: g", "article: h").replace("id: g.", "id: h.") for one in (ENGLISH, INDONESIAN)]
    assert refusals(english, indonesian, *others) == []
    assert refusals(english, indonesian, known=others) == []
    broken = refusals(english, indonesian, others[0])
    assert [one.name for one in broken] == ["0.md", "1.md", "2.md"], "what leads to a refused guide is refused too"


def test_translations_for_different_people() -> None:
    found = refusals(ENGLISH, INDONESIAN.replace("first:", "audience: technicians\nfirst:"))
    assert [(one.name, one.line) for one in found] == [("0.md", 3), ("1.md", 6)]
    assert found[0].reason == "1.md is for technicians, this one for everyone: translations have one audience."


def test_a_guide_that_leads_to_itself() -> None:
    english, indonesian = (one.replace("unknown: end", LEADING.replace("guide: h", "guide: g")) for one in (ENGLISH, INDONESIAN))
    assert "leads to its own guide" in refusals(english, indonesian)[0].reason


def test_what_is_known_is_never_refused() -> None:
    kept = file(ENGLISH).article
    assert isinstance(kept, Article)
    assert refused([], {kept.id: kept}) == []
