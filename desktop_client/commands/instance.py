"""What the commands of one call share: this profile's outbox, drafts, settings, and its way to the backend."""

from typing import Literal

from contract.about import About
from desktop_client.backend.enrolment import Enrolment, current_enrolment, open_session
from desktop_client.backend.session import Session
from desktop_client.flows.enrol import follow_owner
from desktop_client.flows.follow_tickets import note_delivered
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.sender import Sender
from desktop_client.policy import read_policy
from desktop_client.reasons import Reason, RefusedError
from desktop_client.sentences import Sentence, sentence
from desktop_client.settings import Preferences, Settings
from desktop_client.system import bell
from desktop_client.system.folders import Profile
from desktop_client.system.secrets import TokenStore


class Instance:
    """One profile, for one command. Close it at the end."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.tokens = TokenStore(profile)
        self.drafts = Drafts(profile.drafts_folder)
        self.outbox = Outbox(profile.outbox_folder)
        self.cache = Cache(profile.cache_file)
        self.about_kept = AboutKept(profile.about_file)

    def close(self) -> None:
        """Lets go of the files."""
        self.outbox.close()
        self.cache.close()

    def settings(self) -> Settings:
        """What the person and the company chose."""
        return Preferences(self.profile.settings_file, read_policy()).values()

    def enrolment(self) -> Enrolment | None:
        """Whom this computer is enrolled as."""
        return current_enrolment(self.profile, self.tokens)

    def about(self) -> About:
        """The backend's last words about itself, or the built-in ones."""
        enrolment = self.enrolment()
        return self.about_kept.about(enrolment.address if enrolment else "")

    def session(self) -> Session | None:
        """A way to the backend, None while this computer isn't enrolled."""
        return open_session(self.profile, self.tokens)

    def sender(self) -> Sender:
        """A sender to drain the outbox with; a tray that sends already is rung instead."""
        self.follow_owner()
        return Sender(
            self.outbox,
            self.session,
            self.profile.sender_lock,
            delivered=lambda promise, answer: note_delivered(promise, answer, cache=self.cache),
            ring=lambda: self.ring("wake"),
        )

    def follow_owner(self) -> None:
        """Makes outbox and cache this person's, should a crash have come between enrolling and that."""
        enrolment = self.enrolment()
        if enrolment:
            follow_owner(enrolment, outbox=self.outbox, cache=self.cache)

    def ring(self, message: str) -> None:
        """Tells a running tray, if there is one."""
        bell.ring(self.profile, message)

    def tray_runs(self) -> bool:
        """Whether a tray of this profile listens, and so tries again by itself."""
        return bell.answers(self.profile)

    def known_secrets(self) -> tuple[str, ...]:
        """What redaction must find wherever it stands. A locked keyring gives none, and so nothing that could leak."""
        try:
            token = self.tokens.read()
        except RefusedError:
            return ()
        return (token,) if token else ()

    def say(self, reason: Reason, *, saved: Literal["report", "reply"] | None = None, next_try: str | None = None) -> Sentence:
        """The reason in English, with the names of this help desk and company."""
        about = self.about()
        return sentence(reason, desk=about.help_desk, company=about.company, saved=saved, next_try=next_try)
