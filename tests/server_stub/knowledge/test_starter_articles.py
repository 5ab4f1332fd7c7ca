"""The articles that come with Sigap: whole in both languages, in the voice of the product, and never asking what nobody may be asked."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import server_stub
from contract.about import CATEGORIES
from contract.articles import ArticleKind
from contract.guides import ACTS, CHECKS, FIXES, AskStep, CheckStep, EndOutcome, EndStep, FixStep, Guide, ReadStep, RestartStep
from server_stub.knowledge.article_file import ArticleFile, read_article, written
from server_stub.knowledge.guide_paths import ways
from server_stub.knowledge.guide_rules import refused

FOLDER = Path(server_stub.__file__).parent / "starter_articles"
FILES = {path.name: read_article(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("*.md"))}
GUIDES = {
    "forgotten-password",
    "internet-is-slow",
    "no-internet",
    "printer-does-not-print",
    "program-not-responding",
    "computer-is-slow",
    "disk-full",
    "no-sound-in-call",
    "camera-not-working",
    "email-asks-for-password",
    "shared-drive-missing",
    "vpn-does-not-connect",
}
PART = "network-part"
PROOFS = {
    "forgotten-password": ("answers(sign-in)",),
    "internet-is-slow": ("line",),
    "no-internet": ("answers(company)", "answers(public)"),
    "printer-does-not-print": ("printer", "queue"),
    "program-not-responding": ("hung",),
    "computer-is-slow": ("memory",),
    "disk-full": ("disk",),
    "no-sound-in-call": ("sound",),
    "camera-not-working": (),
    "email-asks-for-password": ("answers(mail)",),
    "shared-drive-missing": ("answers(files)",),
    "vpn-does-not-connect": ("answers(inside)",),
}
EVIDENCE = {
    "desk",
    "telephone",
    "printer",
    "host",
    "loss",
    "n",
    "delay",
    "ms",
    "drive",
    "out",
    "in",
    "program",
    "path",
    "reason",
    "location",
}
NEVER_SAID = {
    "en": r"\b(reboot|user|users|please|sorry|oops|credentials|spooler|log on|log in|login|unfortunately)\b",
    "id": r"\b(harap|pengguna|peramban|surel|pencetak|tetikus|luring|berkas|galat|kredensial|pemutakhiran|spooler|reboot|"
    r"antrian|maaf|sayangnya|kami)\b",
}
NEVER_ADVISED = (
    r"regedit|registry|registri\b|\bterminal\b|command prompt|command line|powershell|\bsudo\b|\bBIOS\b|\bUEFI\b",
    r"(turn|switch)(ing)? off (the |your )?(antivirus|virus scanner|firewall|updates|encryption|proxy)|disable",
    r"(matikan|nonaktifkan) (antivirus|firewall|pembaruan|enkripsi|proxy)",
    r"\b(unscrew|open the case|factory reset|reinstall|format the)\b|buka casing|instal ulang",
    r"accept (the|this) (certificate )?warning|terima peringatan",
)
TELL_A_SECRET = {
    "en": (r"\b(say|write|tell|send|show|read out)\b[^.:]*\b(password|PIN|code)\b", r"never|not\b|n't|nobody|leave out"),
    "id": (r"\b(tulis|katakan|beri tahu|kirim|sebutkan|bacakan)\b[^.:]*\b(kata sandi|PIN|kode)\b", r"jangan|tidak|bukan"),
}
NO_SECRET = r"error code|exact error|kode kesalahan|changed|diganti|have you (the )?code"


def guide(file: ArticleFile) -> Guide:
    assert file.article.guide
    return file.article.guide


def guides(*, part: bool = True) -> Iterator[ArticleFile]:
    return (file for file in FILES.values() if file.article.guide and (part or not file.article.guide.part))


def texts(file: ArticleFile) -> Iterator[str]:
    yield from (file.article.title, file.article.summary, file.article.body)
    for step in file.article.guide.steps if file.article.guide else ():
        yield from (step.title, step.text)
        if isinstance(step, AskStep):
            yield from (answer.text for answer in step.answers)


def sentences(file: ArticleFile) -> Iterator[str]:
    for text in texts(file):
        yield from re.split(r"(?<=[.?])\s+|\n", text)


def test_twelve_guides_a_part_and_twelve_articles_in_both_languages() -> None:
    keys = {file.article.article for file in FILES.values()}
    assert {file.article.article for file in guides()} == GUIDES | {PART}
    assert len(keys - GUIDES - {PART}) == 12
    assert set(FILES) == {f"{key}.{lang}.md" for key in keys for lang in ("en", "id")}
    for name, file in FILES.items():
        article = file.article
        assert name == f"{article.id}.md"
        assert article.id == f"{article.article}.{article.lang}"
        assert (file.state, file.audience, file.extra) == ("published", "everyone", {})


def test_all_are_good_together() -> None:
    assert refused(list(FILES.values()), {}) == []


@pytest.mark.parametrize("name", FILES)
def test_each_is_complete_and_written_as_it_is_read(name: str) -> None:
    file = FILES[name]
    article = file.article
    assert written(file) == (FOLDER / name).read_bytes()
    assert article.category in {category.key for category in CATEGORIES}
    assert len(article.title) <= 60
    assert article.summary.count(".") == 1
    assert article.summary.endswith(".")
    assert article.updated
    assert {f"{related}.md" for related in article.related} <= set(FILES) - {name}
    if article.article != PART:
        assert len(article.also) == 3
        assert len(article.tags) >= 3
        assert len(article.related) >= 2
    assert len(article.body.split()) > (100 if article.kind is ArticleKind.GUIDE else 150) or article.article == PART


@pytest.mark.parametrize("name", FILES)
def test_each_speaks_with_the_voice_of_the_product(name: str) -> None:
    file = FILES[name]
    for text in texts(file):
        assert not re.search(r"!(?!\[)|\N{HORIZONTAL ELLIPSIS}{2}|[\U0001f300-\U0001faff]", text), text
        assert not re.search(NEVER_SAID[file.article.lang], text, re.IGNORECASE), text
        assert set(re.findall(r"\{(\w+)\}", text)) <= EVIDENCE, text
        assert not re.search(r"(^|[.?]\s)\{(desk|telephone)\}", text), text
    for body_only in (file.article.title, file.article.summary, file.article.body):
        assert "{" not in body_only


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_advised_that_nobody_may_be_asked(name: str) -> None:
    file = FILES[name]
    asked, refusing = TELL_A_SECRET[file.article.lang]
    for sentence in sentences(file):
        for pattern in NEVER_ADVISED:
            assert not re.search(pattern, sentence, re.IGNORECASE), sentence
        if re.search(asked, sentence, re.IGNORECASE) and not re.search(NO_SECRET, sentence, re.IGNORECASE):
            assert re.search(refusing, sentence, re.IGNORECASE), sentence


@pytest.mark.parametrize("name", [file.name for file in guides()])
def test_a_guide_ends_in_its_proof_and_asks_little(name: str) -> None:
    file = FILES[name]
    steps = guide(file).steps
    ends = [step.outcome for step in steps if isinstance(step, EndStep)]
    assert EndOutcome.SOLVED in ends
    assert EndOutcome.REPORT in ends
    if not guide(file).part:
        assert guide(file).proof == PROOFS[file.article.article]
    assert sum(isinstance(step, RestartStep) for step in steps) <= 1
    by_id = {step.id: step for step in steps}
    for step in steps:
        assert len(step.title) <= 85, step.title
        if isinstance(step, RestartStep):
            assert "only Restart starts afresh" in step.text or "hanya Mulai ulang yang benar-benar dari awal" in step.text
            assert "VPN" in step.text, "who signs in over the VPN is not sent away from it"
            after = by_id[step.go]
            assert isinstance(after, CheckStep | ReadStep | AskStep), "it looks again after a restart"
        if isinstance(step, AskStep):
            assert len(step.answers) <= 6
            assert step.title.endswith("?")
        if isinstance(step, EndStep) and step.outcome is not EndOutcome.SOLVED:
            assert step.text, "a report says what to add"


def test_a_way_to_say_that_others_have_it_ends_without_a_change_here() -> None:
    for file in guides():
        by_id = {step.id: step for step in guide(file).steps}
        for step in by_id.values():
            if isinstance(step, AskStep) and step.id.startswith("colleagues"):
                first = by_id[step.answers[0].go]
                assert isinstance(first, EndStep)
                assert first.outcome is EndOutcome.REPORT_MANY


def test_every_check_and_every_fix_is_used_and_every_act_too() -> None:
    steps = [step for file in guides() for step in guide(file).steps]
    assert {reference.partition("(")[0] for step in steps if isinstance(step, CheckStep) for reference in step.checks} == set(CHECKS)
    assert {step.fix for step in steps if isinstance(step, FixStep)} == set(FIXES)
    assert {step.act for step in steps if isinstance(step, ReadStep | AskStep)} - {""} == set(ACTS)


def test_a_fix_that_did_not_help_never_ends_as_solved_unseen() -> None:
    for file in guides():
        by_id = {step.id: step for step in guide(file).steps}
        for step in by_id.values():
            if isinstance(step, FixStep):
                after = by_id[step.not_fixed]
                assert not (isinstance(after, EndStep) and after.outcome is EndOutcome.SOLVED), (file.name, step.id)


@pytest.mark.parametrize("key", sorted(GUIDES | {PART}))
def test_the_languages_differ_in_every_text(key: str) -> None:
    english, indonesian = (guide(FILES[f"{key}.{lang}.md"]) for lang in ("en", "id"))
    for one, other in zip(english.steps, indonesian.steps, strict=True):
        assert ways(one) == ways(other)
        assert one.title != other.title
        assert (one.text == other.text) == (not one.text)
        assert set(re.findall(r"\{\w+\}", one.text)) == set(re.findall(r"\{\w+\}", other.text))


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Open a terminal and type this."),
        ("en", "Turn off your antivirus for a moment."),
        ("id", "Matikan firewall dulu."),
        ("en", "Accept the certificate warning."),
        ("en", "Tell us your password."),
        ("en", "Write the code in the report."),
        ("id", "Tulis kata sandi Anda di laporan."),
    ],
)
def test_what_must_never_be_advised_would_be_seen(lang: str, sentence: str) -> None:
    asked, refusing = TELL_A_SECRET[lang]
    secret = re.search(asked, sentence, re.IGNORECASE) and not re.search(refusing, sentence, re.IGNORECASE)
    assert secret or any(re.search(pattern, sentence, re.IGNORECASE) for pattern in NEVER_ADVISED)
