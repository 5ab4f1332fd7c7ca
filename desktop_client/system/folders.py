"""Where one instance of Sigap keeps everything: its profile."""

import json
import logging
import os
import sys
import uuid
from dataclasses import dataclass
from pathlib import Path

from desktop_client.reasons import Cause, refused, unwritable
from desktop_client.system.durable import replace_file

VERSION = 1
"""Of the profile's form; a profile with a higher one was made by a newer Sigap and is left alone."""
PROBE_BYTES = 64 * 1024

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Profile:
    """The folder and what is in it. With `own` (--profile, SIGAP_PROFILE) nothing outside of it is touched: no keyring, no autostart."""

    root: Path
    own: bool

    @property
    def outbox_folder(self) -> Path:
        """What is promised to be delivered: precious."""
        return self.root / "outbox"

    @property
    def drafts_folder(self) -> Path:
        """Reports while they are written, a folder each."""
        return self.root / "drafts"

    @property
    def log_folder(self) -> Path:
        """The client's log, and what is left of a crash."""
        return self.root / "log"

    @property
    def cache_file(self) -> Path:
        """Tickets as last seen; can always be fetched again."""
        return self.root / "cache.db"

    @property
    def settings_file(self) -> Path:
        """What the person chose."""
        return self.root / "settings.json"

    @property
    def enrolment_file(self) -> Path:
        """To which backend, as whom; without the token."""
        return self.root / "enrolment.json"

    @property
    def token_file(self) -> Path:
        """The device token, where no keyring holds it."""
        return self.root / "token"

    @property
    def about_file(self) -> Path:
        """The backend's last words about itself."""
        return self.root / "about.json"

    @property
    def replies_file(self) -> Path:
        """Replies that are written and not sent."""
        return self.root / "replies.json"

    @property
    def knowledge_file(self) -> Path:
        """Help articles, and opinions about them that wait; pictures are in the folder `articles` beside it."""
        return self.root / "knowledge.db"

    @property
    def index_file(self) -> Path:
        """The search over the articles; can always be made anew from them."""
        return self.root / "search.db"

    @property
    def walks_folder(self) -> Path:
        """Guides that were left half-way."""
        return self.root / "walks"

    @property
    def assist_file(self) -> Path:
        """What this computer did in the session of remote help that isn't over."""
        return self.root / "assist.json"

    @property
    def measured_file(self) -> Path:
        """What checks measured here before; can be lost."""
        return self.root / "measured.json"

    @property
    def version_file(self) -> Path:
        """Which form this profile has."""
        return self.root / "profile.json"

    @property
    def sender_lock(self) -> Path:
        """Held by the one process that sends."""
        return self.root / "sender.lock"

    @property
    def articles_lock(self) -> Path:
        """Held by the one process that fetches articles."""
        return self.root / "articles.lock"

    @property
    def instance_lock(self) -> Path:
        """Held by the tray."""
        return self.root / "instance.lock"


def default_folder() -> Path:
    """This account's profile, in its local data: a folder that a network or another computer shares is no place for a database."""
    import platformdirs  # noqa: PLC0415 - not needed where a profile is given

    return platformdirs.user_data_path("sigap", appauthor=False, roaming=False)


def profile_at(folder: Path | None) -> Profile:
    """The profile in this folder (None: this account's own), whether or not it exists."""
    return Profile((folder or default_folder()).absolute(), own=folder is not None)


def open_profile(folder: Path | None) -> Profile:
    """The profile in this folder (None: this account's own), made where it is new.

    RefusedError: PROFILE_OTHER_USER, PROFILE_NEWER, PROFILE_READ_ONLY, DISK_FULL; nothing in an existing profile was changed then.
    """
    profile = profile_at(folder)
    try:
        _look(profile)
        profile.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        for part in (profile.outbox_folder, profile.drafts_folder, profile.log_folder):
            part.mkdir(mode=0o700, exist_ok=True)
        if not profile.version_file.exists():
            replace_file(profile.version_file, json.dumps({"version": VERSION}).encode())
        _try_writing(profile.root)
    except OSError as error:
        raise unwritable(error, profile.root) from error
    return profile


def _look(profile: Profile) -> None:
    """Refuses what isn't this person's, or isn't understood, before anything is written."""
    try:
        found = profile.root.stat()
    except FileNotFoundError:
        return
    if sys.platform != "win32" and found.st_uid != os.geteuid():
        raise refused(Cause.PROFILE_OTHER_USER, owner=_name_of(found.st_uid))
    try:
        version = json.loads(profile.version_file.read_bytes())["version"]
    except FileNotFoundError:
        if not any(profile.root.iterdir()):
            profile.root.chmod(0o700)
    except (ValueError, TypeError, KeyError):
        log.warning("The profile does not say its version; it is taken as version %d", VERSION)
    else:
        if not isinstance(version, int) or version > VERSION:
            raise refused(Cause.PROFILE_NEWER)


def _name_of(user: int) -> str:
    import pwd  # noqa: PLC0415 - POSIX only

    try:
        return pwd.getpwuid(user).pw_name
    except KeyError:
        return str(user)


def _try_writing(folder: Path) -> None:
    """Finds out now, not when a report is sent, whether there is room and permission."""
    probe = folder / f".room-{uuid.uuid4().hex}"
    try:
        probe.write_bytes(bytes(PROBE_BYTES))
    finally:
        probe.unlink(missing_ok=True)
