"""One instance of the client: a profile, with the outbox, drafts, tickets and settings in it, and its way to the backend.

Windows and command line are built on the same one. Opening it blocks on the disk.
"""

import logging
import threading
from typing import TYPE_CHECKING

from contract.about import About
from desktop_client.backend.enrolment import Enrolment, current_enrolment, open_session
from desktop_client.backend.session import Session
from desktop_client.flows import enrol as enrolling
from desktop_client.flows.follow_tickets import note_delivered
from desktop_client.help_desk.about_kept import AboutKept
from desktop_client.help_desk.cache import Cache
from desktop_client.help_desk.drafts import Drafts
from desktop_client.help_desk.outbox import Outbox
from desktop_client.help_desk.promise import Promise
from desktop_client.help_desk.reply_drafts import ReplyDrafts
from desktop_client.policy import read_policy
from desktop_client.reasons import RefusedError
from desktop_client.settings import Preferences
from desktop_client.system import bell
from desktop_client.system.folders import Profile
from desktop_client.system.secrets import TokenStore

if TYPE_CHECKING:
    from desktop_client.knowledge.index import Index
    from desktop_client.knowledge.library import Library

log = logging.getLogger(__name__)


class Instance:
    """Close it at the end. RefusedError where the profile can't be used."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.preferences = Preferences(profile.settings_file, read_policy())
        self.tokens = TokenStore(profile)
        self.drafts = Drafts(profile.drafts_folder)
        self.outbox = Outbox(profile.outbox_folder)
        self.cache = Cache(profile.cache_file)
        self.replies = ReplyDrafts(profile.replies_file)
        self._about = AboutKept(profile.about_file)
        self._lock = threading.RLock()
        self._library: Library | None = None
        self._index: Index | None = None

    @property
    def library(self) -> "Library":
        """The help articles on this computer. The first call opens them, and blocks on the disk."""
        from desktop_client.knowledge.library import Library  # noqa: PLC0415 - a start needs none of it

        with self._lock:
            if self._library is None:
                self._library = Library(self.profile.knowledge_file)
                self.claim_articles()
            return self._library

    @property
    def index(self) -> "Index":
        """The search over them. The first call opens it, and blocks on the disk."""
        from desktop_client.knowledge.index import Index  # noqa: PLC0415 - a start needs none of it

        with self._lock:
            if self._index is None:
                self._index = Index(self.profile.index_file)
                self._index.use_synonyms(self.about().synonyms)
            return self._index

    def claim_articles(self) -> None:
        """Where articles are open, they are those of the backend that this computer is registered to; others are forgotten."""
        with self._lock:
            enrolment = self.enrolment()
            if self._library is not None and enrolment is not None and self._library.begin(enrolment.address, enrolment.owner):
                self.index.clear()

    def close(self) -> None:
        """Lets go of the files."""
        with self._lock:
            for part in (self._library, self._index):
                if part is not None:
                    part.close()
        self.cache.close()
        self.outbox.close()

    def settle(self) -> Enrolment | None:
        """Whom this computer is enrolled as; finishes what a crash interrupted, so that outbox and tickets are this person's."""
        enrolment = current_enrolment(self.profile, self.tokens)
        if enrolment:
            enrolling.follow_owner(enrolment, outbox=self.outbox, cache=self.cache)
            self.claim_articles()
        return enrolment

    def enrolment(self) -> Enrolment | None:
        """Whom this computer is enrolled as."""
        return current_enrolment(self.profile, self.tokens)

    def enrol(self, address: str, code: str, *, confirmed: bool) -> Enrolment:
        """Registers this computer; `confirmed`: what waits may go to another backend. RefusedError as `flows.enrol`."""
        enrolment = enrolling.enrol(
            address,
            code,
            profile=self.profile,
            tokens=self.tokens,
            outbox=self.outbox,
            cache=self.cache,
            about=self._about,
            confirmed=confirmed,
        )
        self.claim_articles()
        return enrolment

    def about(self) -> About:
        """The backend's last words about itself, or the built-in ones."""
        enrolment = self.enrolment()
        return self._about.about(enrolment.address if enrolment else "")

    def learn(self) -> About:
        """Asks the backend about itself again. RefusedError says why that failed."""
        session = self.session()
        if session is None:
            return self.about()
        with session:
            about = self._about.refresh(session)
        with self._lock:
            if self._index is not None:
                self._index.use_synonyms(about.synonyms)
        return about

    def session(self) -> Session | None:
        """A way to the backend, None while this computer isn't enrolled. RefusedError: KEYRING_LOCKED."""
        return open_session(self.profile, self.tokens)

    def delivered(self, promise: Promise, answer: bytes) -> None:
        """Something arrived: it is in the tickets at once."""
        note_delivered(promise, answer, cache=self.cache)

    def known_secrets(self) -> tuple[str, ...]:
        """What redaction must find wherever it stands. A locked keyring gives none, and so nothing that could leak."""
        try:
            token = self.tokens.read()
        except RefusedError:
            token = None
        code = self.preferences.values().backend_code
        return tuple(secret for secret in (token, code) if secret)

    def ring(self, message: str) -> None:
        """Tells a running tray, if there is one."""
        bell.ring(self.profile, message)
