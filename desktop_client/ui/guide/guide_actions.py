"""What the guide player needs from outside; each returns at once, and what becomes of it comes as the next view."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class GuideActions:
    """`answer` gets the key of an answer (`guide_view.UNKNOWN` for "I don't know"), `fix` the keys of what is ticked.

    `go_on` is the main button wherever it says Next, Skip after a verdict, Done, Go on, or "It has been restarted". `stop` ends the running
    check or fix. `works` answers "Does it work now?"; on a solved guide, `works(False)` is "Still broken". `later` leaves and keeps the
    place. `again` starts the guide anew. `act` gets a key of `contract.guides.ACTS`. `say_again`: the language changed; show the view anew.
    """

    answer: Callable[[str], object]
    go_on: Callable[[], object]
    back: Callable[[], object]
    stop: Callable[[], object]
    fix: Callable[[tuple[str, ...]], object]
    skip: Callable[[], object]
    put_back: Callable[[], object]
    works: Callable[[bool], object]
    later: Callable[[], object]
    report: Callable[[], object]
    again: Callable[[], object]
    act: Callable[[str], object]
    say_again: Callable[[], object]
