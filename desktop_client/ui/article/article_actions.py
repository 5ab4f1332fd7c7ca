"""What the article reader needs from outside; each returns at once."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage


@dataclass(frozen=True, kw_only=True)
class ArticleActions:
    """`open` gets an article's id, `open_outside` an address that the person agreed to: https, http or mailto.

    `other_language`: the same article in `ArticleView.other_language`. `opinion` gets whether it helped, and what was missing, "" for
    nothing. `report` opens a report with the article as its context. `keep_size` gets the text size in percent, to be handed back to
    `ArticlePage.use_size` in the next start. `picture` gets the name of one of the article's own images, the widest that it can be shown
    (pixels of the screen), and who takes the image: read it beside Qt's thread with `article_picture.decoded`, null if there is none.
    """

    back: Callable[[], object]
    open: Callable[[str], object]
    open_outside: Callable[[str], object]
    other_language: Callable[[], object]
    opinion: Callable[[bool, str], object]
    report: Callable[[], object]
    keep_size: Callable[[int], object]
    picture: Callable[[str, int, Callable[[QImage], object]], object]
