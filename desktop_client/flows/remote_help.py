"""Remote help, as a thread of the tray lives it: it hears of requests, says what the person answers, and ends what must end.

One thread speaks to the backend, and may wait for it. While a tool is there, another looks at it and at the computer twice a second and
waits for nobody, so that an ended tool and a lost backend are noticed at once. At rest there is the one thread, asleep, and nothing loaded.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from contract.assist import BY_CLIENT, LIVE, SIGN_EVERY_S, SILENT_S, Answer, AssistSession, AssistState, End
from desktop_client.assist import talking
from desktop_client.assist.kept_session import forget, read_kept
from desktop_client.assist.next_word import AT_ONCE, Word
from desktop_client.assist.now import AssistNow
from desktop_client.assist.tool import Provider
from desktop_client.backend.session import Session, StoppedError
from desktop_client.flows.instance import Instance
from desktop_client.reasons import Cause, RefusedError
from desktop_client.system.machine.session_lock import is_away

if TYPE_CHECKING:
    from desktop_client.assist.kept_session import KeptSession
    from desktop_client.flows.helped_session import HelpedSession

T = TypeVar("T")
log = logging.getLogger(__name__)

WATCH_S = 0.5
AWAY_EVERY_S = 3.0
AGAIN_S = 1.0
"""After a failed call, the next."""
IDLE_S = 3600.0

CLOCKS_DIFFER = timedelta(hours=1)
"""So much a clock may be off; whether a request has expired, the backend says."""

OVER = frozenset({Cause.ASSIST_OVER, Cause.NO_SUCH_TICKET, Cause.REFUSED, Cause.CONFLICT})
"""Refusals after which it is asked how the session really stands."""


class RemoteHelp:
    """`run` belongs to a thread of its own; everything else may be called by any, and answers at once unless it says otherwise."""

    def __init__(
        self, instance: Instance, offered: Callable[[], tuple[Provider, ...]], changed: Callable[[AssistNow | None], object]
    ) -> None:
        """`offered` gives the tools that the company allows, in its order; `changed` hears how it stands, None when there is nothing."""
        self._instance, self._offered, self._tell = instance, offered, changed
        self._woken = threading.Condition()
        self._wake_wanted = False
        self._closed = threading.Event()
        self._helped: HelpedSession | None = None
        self._news: list[AssistSession] = []
        self._asked: dict[str, datetime] = {}
        self._left = ""

    # any thread

    def heard(self, session: AssistSession) -> None:
        """The feed told of a session."""
        with self._woken:
            self._news.append(session)
        self.wake()

    def answer(self, session: str, answer: Answer, tool: str = "") -> None:
        """The person's answer. Closes a tool where there is one, which may block for seconds."""
        helped = self._of(session)
        if helped is None:
            return
        if answer is Answer.CONSENT:
            helped.consent(tool)
        elif answer is Answer.NOT_OUR_HELP_DESK:
            helped.not_our_help_desk()
        else:
            helped.decline()
        self.wake()

    def stop(self) -> None:
        """The person pressed Stop. Closes the tool, which may block for seconds."""
        helped = self._helped
        if helped is not None:
            helped.stop()
            self.wake()

    def closed(self) -> None:
        """The person closed the tool."""
        helped = self._helped
        if helped is not None:
            helped.closed()
            self.wake()

    def give_code(self, typed: str) -> None:
        """The person pasted the tool's code."""
        helped = self._helped
        if helped is not None:
            helped.give_code(typed)
            self.wake()

    def wake(self) -> None:
        """There is something to say, or the network is another."""
        with self._woken:
            self._wake_wanted = True
            self._woken.notify_all()

    def expected_tool(self) -> str:
        """The key of the tool that belongs to a session now, "" without one: it is no cause for alarm."""
        helped = self._helped
        consent = helped.kept.consent if helped else None
        return consent.tool if consent else ""

    def close(self) -> None:
        """Ends what is running: the tool at once, and then the way to the backend. Blocks for up to some seconds."""
        helped = self._helped
        if helped is not None:
            helped.client_ends()
        self._closed.set()
        self.wake()

    # the two threads

    def run(self) -> None:
        """Until `close`."""
        self._begin()
        while True:
            wait = self._turn()
            if self._closed.is_set():
                break
            with self._woken:
                if not self._wake_wanted:
                    self._woken.wait(wait)
                self._wake_wanted = False

    def _begin(self) -> None:
        """What an earlier run left is taken up first, then what the feed last told."""
        kept = read_kept(self._instance.profile.assist_file)
        live = self._instance.cache.live_assist()
        self._left = kept.id if kept else ""
        if live is not None:
            self.heard(live)

    def _take_up(self, session_id: str) -> None:
        """What an earlier run left, once the backend says how it stands."""
        kept = read_kept(self._instance.profile.assist_file)
        if kept is None:
            self._left = ""
            return
        found = self._call(lambda way: talking.ask(way, session_id), unknown=lambda: forget(self._instance.profile.assist_file))
        if found is None:
            return
        self._left = ""
        helped = self._open(found, kept)
        helped.heard(found)
        helped.look_for_tools()

    def _open(self, session: AssistSession, kept: "KeptSession | None") -> "HelpedSession":
        from desktop_client.flows.helped_session import HelpedSession  # noqa: PLC0415 - brings cryptography, which a tray at rest needs not

        self._helped = HelpedSession(session, kept, self._instance.profile.assist_file, self._offered(), self._changed)
        return self._helped

    def _watch(self, helped: "HelpedSession") -> None:
        looked, away, failed = 0.0, False, False
        while not helped.is_over() and not self._closed.wait(WATCH_S):
            before = helped.kept.end
            try:
                if time.monotonic() - looked > AWAY_EVERY_S:
                    looked, away = time.monotonic(), is_away()
                helped.watch(away=away)
                failed = False
            except Exception:
                # Such as no more open files: a tool that nobody looks at would outlive its session. Told once, not twice a second.
                if not failed:
                    log.exception("Looking at the remote tool failed")
                failed = True
            if time.monotonic() - helped.heard_at > SILENT_S:
                helped.silent(SILENT_S)
            if helped.kept.end is not before:
                self.wake()

    # one turn of the thread that speaks

    def _turn(self) -> float:
        """Says what there is to say; gives the seconds until the next sign."""
        try:
            if self._left:
                self._take_up(self._left)
            self._take_news()
            helped = self._helped
            if helped is None:
                return SIGN_EVERY_S if self._asked or self._left else IDLE_S
            while not helped.is_done():
                word = helped.word()
                if word is Word.NOTHING:
                    break
                if not self._say(helped, word):
                    return AGAIN_S
                if word not in AT_ONCE and helped.word() not in AT_ONCE:
                    return SIGN_EVERY_S
            if helped.is_done():
                helped.forget()
            if helped.is_elsewhere():
                self._helped = None
                self._changed()
            return SIGN_EVERY_S if self._asked or not helped.is_over() else IDLE_S
        except Exception:
            # A fault of ours must not leave a session without its thread.
            log.exception("Remote help failed at a step")
            return AGAIN_S

    def _take_news(self) -> None:
        with self._woken:
            news, self._news = self._news, []
        for session in news:
            helped = self._helped
            if helped is not None and helped.session.id == session.id:
                # What the feed tells has no codes, and may be older than an answer: it is only cause to ask.
                found = self._call(lambda way, one=session.id: talking.ask(way, one))  # type: ignore[misc]
                if found is not None:
                    helped.heard(found)
            elif session.state is AssistState.ASKED:
                self._asked[session.id] = session.expires
        for session_id, expires in list(self._asked.items()):
            helped = self._helped
            if datetime.now(UTC) - CLOCKS_DIFFER > expires:  # nothing is added to what a backend says: it may say the year 9999
                del self._asked[session_id]
            elif helped is None or (helped.is_done() and not helped.is_closing()):
                self._begin_with(session_id)

    def _begin_with(self, session_id: str) -> None:
        """Takes a request up; it is tried again while the backend doesn't answer."""
        found = self._call(lambda way: talking.ask(way, session_id), unknown=lambda: self._asked.pop(session_id))
        if found is None:
            return
        del self._asked[session_id]
        if found.state is not AssistState.ASKED or found.client_key:
            return
        helped = self._open(found, None)
        self._changed()
        helped.look_for_tools()
        if found.technician.picture:
            helped.picture = self._call(lambda way: talking.picture(way, session_id)) or b""

    def _say(self, helped: "HelpedSession", word: Word) -> bool:
        """One call; False when the backend didn't answer."""
        sealed = helped.sealed()
        found = self._call(lambda way: _call_of(way, helped, word, sealed))
        if found is None:
            return False
        if word is Word.CODE:
            helped.code_arrived(sealed)
        if word is Word.NOT_OUR_HELP_DESK:
            helped.alarm_told()
        helped.heard(found)
        if helped.may_launch():
            for name, target in (("remote-help-tool", self._launch), ("remote-help-watch", self._watch)):
                threading.Thread(target=target, args=(helped,), name=name, daemon=True).start()
        return True

    def _launch(self, helped: "HelpedSession") -> None:
        try:
            helped.launch()
        except Exception:
            log.exception("The remote tool couldn't be started")
            helped.failed()
        self.wake()

    def _call(self, call: Callable[[Session], T], unknown: Callable[[], object] = lambda: None) -> T | None:
        """What the backend answers, None when it doesn't. A refusal that says that the session stands otherwise is followed by asking.

        `unknown` is called when there is no session here and the backend knows of none.
        """
        helped = self._helped
        try:
            way = self._instance.session()
            if way is None:
                return None
            with way:
                try:
                    return call(way)
                except RefusedError as error:
                    if error.reason.cause not in OVER:
                        raise
                    if helped is None:
                        unknown()
                    else:
                        _ask_again(way, helped)
                    return None
        except StoppedError:
            return None
        except RefusedError as error:
            log.info("Remote help can't reach the backend: %s", error.reason.cause.value)
            if helped is not None:
                helped.silent(0.0)
            return None

    def _of(self, session: str) -> "HelpedSession | None":
        helped = self._helped
        return helped if helped is not None and helped.session.id == session else None

    def _changed(self) -> None:
        helped = self._helped
        self._tell(helped.now() if helped is not None else None)


def _ask_again(way: Session, helped: "HelpedSession") -> None:
    """How it really stands. RefusedError when the backend doesn't answer."""
    try:
        helped.heard(talking.ask(way, helped.session.id))
    except RefusedError as error:
        if error.reason.cause not in OVER:
            raise
        helped.unknown()


def _call_of(way: Session, helped: "HelpedSession", word: Word, sealed: str) -> AssistSession:
    session, kept = helped.session.id, helped.kept
    if word is Word.KEY:
        return talking.put_key(way, session, helped.public_key())
    if word is Word.CONSENT and kept.consent is not None:
        agreed = kept.consent
        return talking.consent(
            way, session, tool=agreed.tool, tool_name=agreed.tool_name, can=agreed.can, consent_version=agreed.consent_version
        )
    if word in {Word.DECLINE, Word.NOT_OUR_HELP_DESK}:
        return talking.decline(way, session, Answer(word.value))
    if word in {Word.STARTING, Word.RUNNING, Word.ENDED}:
        end = kept.end if kept.end in BY_CLIENT else End.STOPPED
        return talking.put_step(way, session, AssistState(word.value), end if word is Word.ENDED else None)
    if word is Word.CODE:
        return talking.put_code(way, session, sealed)
    return talking.alive(way, session) if helped.session.state in LIVE - {AssistState.ASKED} else talking.ask(way, session)
