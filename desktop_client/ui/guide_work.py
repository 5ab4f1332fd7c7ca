"""The functions that the guide player takes, on the flows of one instance. They block and are called beside Qt's thread."""

from desktop_client.flows.act import act
from desktop_client.flows.begin_report import Beginning
from desktop_client.flows.count_help import count_solved
from desktop_client.flows.instance import Instance
from desktop_client.flows.walk_guide import begin_guide, end_guide, report_of
from desktop_client.guides.catalogue import CHECKS, FIXES
from desktop_client.guides.walk import Walk
from desktop_client.ui import words
from desktop_client.ui.guide.playing import Begun, PlayingWork

LIMITS_S = {one.name: one.limit_s for one in (*CHECKS, *FIXES)}


class Guides:
    """Guides of this profile's library."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance

    def work(self) -> PlayingWork:
        """The functions, as the player takes them."""
        return PlayingWork(
            begin=self.begin,
            end=lambda key: end_guide(self._instance, key),
            report=self.report,
            act=act,
            limit_s=lambda name: LIMITS_S.get(name, 0.0),
            portal_page=lambda: self._instance.about().portal_page,
        )

    def begin(self, key: str, again: bool) -> Begun:  # noqa: FBT001 - the shape of the player's function
        """The walk through a guide, in the language that is used now."""
        walking, guides = begin_guide(self._instance, key, words.language(), again=again)
        return Begun(walking, guides, guides.title)

    def solved(self, key: str) -> None:
        """A guide has helped: counted where that is agreed to."""
        article = self._instance.library.by_key(key, words.language())
        if article is not None:
            count_solved(self._instance, article.id)

    def report(self, walk: Walk, title: str, lines: tuple[str, ...], many: bool) -> Beginning:  # noqa: FBT001 - the shape of the player's function
        """What a report begins with after a guide."""
        return report_of(self._instance, walk, title, lines, many=many)
