"""Whether print queues were here when the print service last answered: while it is silent, nobody else tells."""

from desktop_client.guides.check import Question
from desktop_client.system.printing.print_queues import Queues
from desktop_client.system.printing.printing_here import Printing

_NAME = "queues"


def remember(question: Question, queues: Queues) -> None:
    """Keeps how many there are, where that is new."""
    count = float(len(queues.queues))
    if question.past(_NAME)[-1:] != (count,):
        question.keep(_NAME, count)


def were_here(question: Question, printing: Printing) -> bool:
    """Whether the service has anything to do here, by what was seen before or is seen without it."""
    return printing.queue_exists() or any(count > 0 for count in question.past(_NAME)[-1:])
