"""The instance as the command line uses it: with a sender to drain the outbox, and sentences in English."""

from typing import Literal

from desktop_client.flows.instance import Instance
from desktop_client.help_desk.sender import Sender
from desktop_client.reasons import Reason
from desktop_client.sentences.reasons import Sentence, sentence
from desktop_client.system import bell


class CommandInstance(Instance):
    """One profile, for one command. Close it at the end."""

    def sender(self) -> Sender:
        """A sender to drain the outbox with; a tray that sends already is rung instead."""
        self.settle()
        return Sender(self.outbox, self.session, self.profile.sender_lock, delivered=self.delivered, ring=lambda: self.ring("wake"))

    def tray_runs(self) -> bool:
        """Whether a tray of this profile listens, and so tries again by itself."""
        return bell.answers(self.profile)

    def say(self, reason: Reason, *, saved: Literal["report", "reply"] | None = None, next_try: str | None = None) -> Sentence:
        """The reason in English, with the names of this help desk and company."""
        about = self.about()
        return sentence(reason, desk=about.help_desk, company=about.company, saved=saved, next_try=next_try)
