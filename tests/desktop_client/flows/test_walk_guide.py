"""A guide from this computer's library: begun, left, gone on with, and taken into a report."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from contract.articles import Article, ArticlesPage
from contract.guides import AskStep, CheckStep, EndOutcome, EndStep, Guide, GuideStep
from contract.tickets import Impact
from desktop_client.flows.instance import Instance
from desktop_client.flows.walk_guide import (
    LibraryGuides,
    begin_guide,
    checks_of,
    end_guide,
    guide_after_start,
    key_of,
    left_guides,
    report_of,
)
from desktop_client.guides.kept_walks import KeptWalks
from desktop_client.guides.walk import Phase, Place
from desktop_client.reasons import RefusedError
from desktop_client.system.folders import open_profile
from tests.desktop_client.guides.toy_guides import NETWORK, PRINTER

RESTARTED = Guide(
    first="look",
    proof=("restart",),
    steps=(
        CheckStep(id="look", title="Is a restart due?", checks=("restart", "disk"), ok="ask", found={"restart": "ask", "disk": "ask"}),
        AskStep(id="ask", title="Is it slow?", answers=(), unknown="report"),
        GuideStep(id="other", title="Go there", guide="network"),
        EndStep(id="report", title="A technician looks", outcome=EndOutcome.REPORT),
    ),
)


def article(id_: str, guide: Guide, key: str = "", lang: str = "en") -> Article:
    return Article(id=id_, article=key, lang=lang, title=f"{id_} title", body="", guide=guide)


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    instance = Instance(open_profile(tmp_path / "profile"))
    page = ArticlesPage(
        epoch="e",
        last=5,
        articles=(
            article("printer.en", PRINTER, "printer"),
            article("printer.id", PRINTER, "printer", "id"),
            article("network.en", NETWORK, "network"),
            article("slow.en", RESTARTED, "slow"),
            article("alone", NETWORK),
        ),
    )
    instance.library.apply(page)
    yield instance
    instance.close()


def test_guides_by_key_in_the_person_s_language_and_by_id(instance: Instance) -> None:
    guides = LibraryGuides(instance.library, "id")
    assert guides.title("printer") == "printer.id title"
    assert guides.title("network") == "network.en title"
    assert guides["alone"] == NETWORK
    assert (guides.get("nowhere"), guides.title("nowhere")) == (None, "")
    assert [key_of(instance.library, wanted) for wanted in ("printer.id", "printer", "alone")] == ["printer", "printer", "alone"]
    with pytest.raises(RefusedError):
        begin_guide(instance, "nowhere", "en")


def test_a_guide_s_checks_are_its_own_its_parts_and_its_proof(instance: Instance) -> None:
    guides = LibraryGuides(instance.library, "en")
    assert checks_of(guides, "printer") == ("connected", "queue")
    assert checks_of(guides, "slow") == ("restart", "disk", "connected")


def test_walked_left_gone_on_with_and_begun_anew(instance: Instance) -> None:
    walking, guides = begin_guide(instance, "slow", "en")
    assert (walking.waits_for_work(), guides.title("slow")) == (True, "slow.en title")
    walk = walking.work()
    assert walk.phase is Phase.SEEN
    assert [one.name for one in walk.tried] == ["restart", "disk"]
    walking.go_on()
    again, _ = begin_guide(instance, "slow", "en")
    assert again.walk == walking.walk
    assert again.walk.place == Place("slow", "ask")
    assert [walk.guide for walk in left_guides(instance)] == ["slow"]
    anew, _ = begin_guide(instance, "slow", "en", again=True)
    assert (anew.walk.place, anew.walk.tried) == (Place("slow", "look"), ())
    end_guide(instance, "slow")
    assert left_guides(instance) == ()


def test_a_guide_that_was_written_anew_meanwhile_begins_anew(instance: Instance) -> None:
    walking, _ = begin_guide(instance, "slow", "en")
    walking.work()
    walking.go_on()
    renamed = msgspec.structs.replace(
        RESTARTED, steps=tuple(msgspec.structs.replace(step, id=f"new-{step.id}") for step in RESTARTED.steps), first="new-look"
    )
    instance.library.apply(ArticlesPage(epoch="e", last=6, articles=(article("slow.en", renamed, "slow"),)))
    again, _ = begin_guide(instance, "slow", "en")
    assert (again.walk.place, again.walk.tried) == (Place("slow", "new-look"), ())


def test_what_was_tried_goes_into_the_report(instance: Instance) -> None:
    walking, guides = begin_guide(instance, "slow", "en")
    walk = walking.work()
    beginning = report_of(instance, walk, guides.title("slow"), ("Is a restart due?: OK",), many=True)
    assert (beginning.subject, beginning.details, beginning.impact) == ("slow.en title", "Is a restart due?: OK", Impact.SOME)
    assert [one.name for one in beginning.tried] == ["restart", "disk"]


def test_what_was_being_fixed_is_put_back_even_when_its_guide_has_gone_and_opens_by_itself_once(instance: Instance) -> None:
    walking, _ = begin_guide(instance, "printer", "en")
    kept = KeptWalks(instance.profile.walks_folder)
    kept.keep(msgspec.structs.replace(walking.walk, guide="gone", place=Place("gone", "clear"), phase=Phase.FIXING))
    assert guide_after_start(instance) == "gone"
    with pytest.raises(RefusedError):
        begin_guide(instance, "gone", "en")
    assert guide_after_start(instance) == ""
