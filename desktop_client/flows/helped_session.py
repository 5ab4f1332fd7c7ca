"""One session of remote help on this computer: what both sides agreed on, the tool that was started, and how it ends.

Safe from any thread. Nothing here speaks to the backend; `flows/remote_help.py` says what has to be said.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from contract.assist import CONSENT_VERSION, LIVE, LONGEST_S, AssistSession, AssistState, End
from desktop_client.assist.exchange import Agreed, Exchange, ExchangeError
from desktop_client.assist.kept_session import Consent, KeptSession, forget, keep
from desktop_client.assist.next_word import Word, next_word
from desktop_client.assist.now import AssistNow, Phase
from desktop_client.assist.tool import CodeFrom, Provider, RunningTool, Tool
from desktop_client.reasons import Cause, Reason, RefusedError

log = logging.getLogger(__name__)

CODE_WAIT_S = 300.0
"""How long the tool waits for the code that the technician's side makes."""


class HelpedSession:
    """`changed` is called, in any thread, whenever `now` may tell something else."""

    def __init__(
        self,
        session: AssistSession,
        kept: KeptSession | None,
        file: Path,
        providers: tuple[Provider, ...],
        changed: Callable[[], object],
    ) -> None:
        """`kept` is what an earlier run left of this session; a tool that it may have started is over, or can't be closed by Sigap."""
        self._lock = threading.RLock()
        self._file, self._changed = file, changed
        self._exchange = Exchange(kept.key if kept else "")
        self.kept = kept or KeptSession(id=session.id, number=session.number, key=self._exchange.keep())
        self.session = session
        self.picture = b""
        self.heard_at = time.monotonic()
        self.offline = False
        self._providers = {one.key: one for one in providers}
        self._tools: tuple[Tool, ...] = ()
        self._agreed: Agreed | None = None
        self._running: RunningTool | None = None
        self._code_wanted = False
        self._code_refused: Reason | None = None
        self._sealed = ""
        self._code = ""
        self._code_here = threading.Event()
        self._since: datetime | None = None
        self._since_monotonic = 0.0
        self._confirm = self._stays = False
        self._stopping = False
        self._closing = threading.Lock()
        self._elsewhere = self._alarmed = False
        if kept is None:
            self._keep()
        elif kept.consent is not None:
            left = kept.end is None
            self._confirm = kept.confirm or (left and kept.launched and not kept.consent.closes)
            if left:
                self._end(End.CLIENT_ENDED)

    # what the windows see

    def now(self) -> AssistNow:
        """How it stands."""
        with self._lock:
            consent = self.kept.consent
            tool = next((one for one in self._tools if consent and one.key == consent.tool), None)
            if tool is not None and self._stays:
                tool = msgspec.structs.replace(tool, closes=False)
            return AssistNow(
                session=self.session,
                phase=self._phase(),
                words=self._agreed.words if self._agreed else None,
                picture=self.picture,
                tools=self._tools,
                tool=tool,
                code_wanted=self._code_wanted and not self.is_over(),
                code_refused=self._code_refused,
                code="" if self.is_over() else self._code,
                offline=self.offline,
                since=self._since,
                closes_at=self._since + timedelta(seconds=LONGEST_S) if self._since and tool and not tool.closes else None,
                end=self.session.end or self.kept.end,
                alarmed=self._alarmed or (self.session.end is End.NOT_OUR_HELP_DESK and self.session.state not in LIVE),
            )

    def is_over(self) -> bool:
        """Whether nothing is shared any more, as far as Sigap can tell."""
        return self._elsewhere or (not self._confirm and (self.kept.end is not None or self.session.state not in LIVE))

    def is_done(self) -> bool:
        """Whether it is over and the backend knows."""
        return self._elsewhere or (self.is_over() and self.session.state not in LIVE and not self.kept.owes_alarm)

    def is_closing(self) -> bool:
        """Whether the tool is being ended right now."""
        return self._closing.locked()

    def is_elsewhere(self) -> bool:
        """Whether another computer of the same person was faster: this one has nothing to show."""
        return self._elsewhere

    def word(self) -> Word:
        """What the backend has to hear next."""
        with self._lock:
            if self.kept.owes_alarm:
                return Word.NOT_OUR_HELP_DESK
            return next_word(self.session, self.kept, code_waits=bool(self._sealed))

    def look_for_tools(self) -> None:
        """Looks which tools are on this computer. Blocks."""
        found = tuple(one.tool() for one in self._providers.values())
        with self._lock:
            self._tools = found
        self._changed()

    # what the backend said

    def heard(self, session: AssistSession) -> None:
        """How it stands there now. A state never goes back: what was under way when another answer came is older than that."""
        with self._lock:
            if session.id != self.session.id or _rank(session.state) < _rank(self.session.state):
                return
            self.session = session
            self.heard_at = time.monotonic()
            self.offline = False
            foreign = bool(session.client_key) and session.client_key != self._exchange.public
            # Without the technician's key, which a backend shows to no other computer, that is no cause for alarm. After the words were
            # shown here it is one: a tool that runs must not be taken for another computer's.
            agreed = self._agreed is not None or self.kept.consent is not None
            self._elsewhere = foreign and not session.technician_key and not agreed
            over = session.state not in LIVE
            wrong = self._agree() or (foreign and agreed and not over)
        if wrong:
            # A key that isn't the one that was promised can only come from somebody in between: that is an alarm, not an accident.
            self._end(End.NOT_OUR_HELP_DESK)
        if over:
            self._close_tool(confirm=True)
            self._code_here.set()
        self._changed()

    def unknown(self) -> None:
        """The backend knows nothing of it any more, as after older data were restored: that is an end like any other."""
        with self._lock:
            ended = msgspec.structs.replace(self.session, state=AssistState.ENDED, end=self.session.end or End.UNKNOWN)
        self.heard(ended)

    def silent(self, seconds: float) -> None:
        """The backend hasn't answered for so long. Where nothing is shared, that is only told."""
        with self._lock:
            self.offline = True
            ends = seconds and self.kept.launched and self.kept.end is None
        if ends:
            self._end(End.SILENT)
        self._changed()

    def public_key(self) -> str:
        """The key to send."""
        return self._exchange.public

    def sealed(self) -> str:
        """The code to send, "" when there is none."""
        return self._sealed

    def code_arrived(self, sealed: str) -> None:
        """This sealed code is at the backend."""
        with self._lock:
            if self._sealed == sealed:
                self._sealed = ""

    def may_launch(self) -> bool:
        """Whether the consent has arrived and the tool must be started now: True once."""
        with self._lock:
            due = self.session.state is AssistState.CONSENTED and not self.kept.launched and self.kept.end is None
            if due:
                self.kept = msgspec.structs.replace(self.kept, launched=True)
                self._keep()
            return due

    # what the person does

    def consent(self, tool_key: str) -> None:
        """The person agreed to one tool, after the words were there. Anything else changes nothing."""
        with self._lock:
            tool = next((one for one in self._tools if one.key == tool_key and one.missing is None), None)
            if tool is None or self._agreed is None or self.session.state is not AssistState.ASKED or self.kept.end or self.kept.consent:
                return
            agreed = Consent(tool=tool.key, tool_name=tool.name, can=tool.can, consent_version=CONSENT_VERSION, closes=tool.closes)
            self.kept = msgspec.structs.replace(self.kept, consent=agreed)
            self._keep()
        self._changed()

    def decline(self) -> None:
        """The person declined, or closed the window."""
        self._end(End.DECLINED)

    def not_our_help_desk(self) -> None:
        """The person said that this is not the help desk: everything ends, and the people in charge hear of it."""
        with self._lock:
            self._confirm = False
            if self.session.state not in LIVE:
                self.kept = msgspec.structs.replace(self.kept, owes_alarm=True)
        self._end(End.NOT_OUR_HELP_DESK)

    def alarm_told(self) -> None:
        """The backend has heard that this was not the help desk."""
        with self._lock:
            if self.kept.owes_alarm:
                self.kept = msgspec.structs.replace(self.kept, owes_alarm=False)
                self._alarmed = True
                self._keep()
        self._changed()

    def stop(self) -> None:
        """The person pressed Stop. Where Sigap can't close the tool, the session goes on until the person has closed it."""
        self._stopping = True
        try:
            if self._close_tool(confirm=True):
                self._end(End.STOPPED)
        finally:
            self._stopping = False
        self._changed()

    def closed(self) -> None:
        """The person says that the tool is closed."""
        with self._lock:
            self._confirm = False
        self._end(End.STOPPED)

    def give_code(self, typed: str) -> None:
        """The person pasted the tool's code."""
        with self._lock:
            provider = self._provider()
            if provider is None or self._agreed is None or self.is_over():
                return
            try:
                self._sealed = self._agreed.seal(provider.clean_code(typed))
                self._code_wanted, self._code_refused = False, None
            except RefusedError as error:
                self._code_wanted, self._code_refused = True, error.reason
        self._changed()

    # the tool

    def launch(self) -> None:
        """Starts the tool, and reads its code where it tells one. Blocks for as long as that takes; belongs to a thread of its own."""
        provider = self._provider()
        tool = next((one for one in self._tools if provider is not None and one.key == provider.key), None)
        if provider is None or tool is None:
            self.failed()
            return
        try:
            installed = provider.find()
            running = provider.start(installed, ticket=self.kept.number, code=self._code_before(tool))
        except RefusedError as error:
            log.info("The remote tool %s didn't start: %s", tool.key, error.reason.cause.value)
            self.failed()
            return
        if self._started(running, tool) and tool.code_from is CodeFrom.TOOL:
            try:
                self.give_code(provider.read_code(installed, self.is_over))
            except RefusedError as error:
                with self._lock:
                    self._code_wanted, self._code_refused = True, error.reason
                self._changed()

    def _code_before(self, tool: Tool) -> str:
        """The code without which the tool isn't started, "" where it needs none. RefusedError when it doesn't come, or all is over."""
        if tool.code_from is CodeFrom.TECHNICIAN:
            self._code_here.wait(CODE_WAIT_S)
        with self._lock:
            if self.is_over() or (tool.code_from is CodeFrom.TECHNICIAN and not self._code):
                raise RefusedError(Reason(Cause.TOOL_DID_NOT_START, {"tool": tool.name}))
            return self._code

    def _started(self, running: RunningTool, tool: Tool) -> bool:
        """The tool runs; one that comes too late is closed again, and False."""
        with self._lock:
            self._running = running
            late = self.is_over()
            if not late:
                self._since, self._since_monotonic = datetime.now(UTC), time.monotonic()
                self.kept = msgspec.structs.replace(self.kept, running=True)
                self._keep()
                self._code_wanted = tool.code_from is CodeFrom.EMPLOYEE
        if late:
            self._close_tool(confirm=True)
        self._changed()
        return not late

    def failed(self) -> None:
        """The tool couldn't be started, for a reason that nobody foresaw."""
        self._end(End.TOOL_FAILED)

    def watch(self, *, away: bool) -> None:
        """Looks at the tool and the clock, twice a second. `away`: the computer is locked, or another account is at it."""
        with self._lock:
            running, kept, since = self._running, self.kept, self._since_monotonic
            if running is None or kept.end is not None or self.session.state not in LIVE:
                return
            late = time.monotonic() - since >= LONGEST_S
        if running.ended():
            # What ends because the person pressed Stop is no end of its own.
            if not self._stopping:
                self._end(End.TOOL_ENDED)
        elif away:
            self._end(End.LOCKED)
        elif late and kept.consent is not None and not kept.consent.closes:
            self._end(End.TIME_UP)

    def client_ends(self) -> None:
        """Sigap is being closed."""
        with self._lock:
            launched = self.kept.launched and self.kept.end is None and self.session.state in LIVE
        if launched:
            self._end(End.CLIENT_ENDED)
        self._code_here.set()

    def forget(self) -> None:
        """Nothing of it stays on the disk."""
        forget(self._file)

    # inside

    def _provider(self) -> Provider | None:
        return self._providers.get(self.kept.consent.tool) if self.kept.consent else None

    def _agree(self) -> bool:
        """Makes the words once the technician's key is there, and opens a code; True when the key can't be the promised one."""
        session = self.session
        try:
            if self._agreed is None and session.technician_key and session.state in LIVE:
                if session.client_key != self._exchange.public:
                    return True
                self._agreed = self._exchange.agree(
                    session.technician_key, session.commitment, session=session.id, number=session.number, language=session.language
                )
            if self._agreed is not None and session.code and session.state in LIVE:
                self._code = self._agreed.open(session.code)
                self._code_here.set()
        except ExchangeError:
            return True
        return False

    def _end(self, end: End) -> None:
        """Closes the tool first, and writes down how it ended: the first reason stays."""
        with self._lock:
            if self.kept.end is None and self.session.state in LIVE:
                self.kept = msgspec.structs.replace(self.kept, end=end)
        self._close_tool(confirm=end not in {End.STOPPED, End.TOOL_ENDED})
        with self._lock:
            self._keep()
            self._code = self._sealed = ""
        self._code_here.set()
        self._changed()

    def _close_tool(self, *, confirm: bool) -> bool:
        """Closes what was started; False where that can't be done, and then the person is asked to do it (`confirm`).

        That is so of a tool, too, that could be closed when it was agreed to: the person may have opened it before Sigap did, or something
        of it belongs to an administrator.
        """
        with self._lock:
            running = self._running
        with self._closing:
            if running is None or running.ended() or running.close():
                return True
        with self._lock:
            self._stays = True
            if confirm and not self._confirm:
                self._confirm = True
                self._keep()
        return False

    def _phase(self) -> Phase:
        if self._confirm:
            return Phase.CONFIRM_CLOSED
        if self.is_over():
            return Phase.OVER
        if self.kept.consent is None:
            return Phase.ASKED
        return Phase.RUNNING if self.kept.running else Phase.STARTING

    def _keep(self) -> None:
        self.kept = msgspec.structs.replace(self.kept, confirm=self._confirm)
        try:
            keep(self._file, self.kept)
        except OSError as error:
            # The warden closes the tool all the same when this program ends, and the backend ends the session by its silence.
            log.warning("How remote help stands can't be kept: %s", error.strerror)


def _rank(state: AssistState) -> int:
    """How far a state is on its way."""
    order = (AssistState.ASKED, AssistState.CONSENTED, AssistState.STARTING, AssistState.RUNNING)
    return order.index(state) if state in order else len(order)
