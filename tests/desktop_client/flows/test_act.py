"""What a guide's buttons do here; what a guide made up does nothing."""

from contract.guides import ACTS
from desktop_client.flows.act import PAGES, act
from desktop_client.system.pages import commands


def test_every_act_of_a_guide_is_known_here() -> None:
    assert set(PAGES) | {"play-tone", "open-portal"} == set(ACTS)
    assert all(commands(page, platform) for page in PAGES.values() for platform in ("win32", "darwin", "linux"))


def test_an_act_that_a_guide_made_up_does_nothing() -> None:
    assert not act("rm -rf /")
    assert not act("open-portal")
