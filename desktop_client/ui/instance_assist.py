"""Remote help for one instance: the thread that speaks, the watch for tools that nobody asked for, and the windows of both.

Windows, tools and cryptography are loaded with the first request or warning: a tray at rest holds two sleeping threads.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from contract.assist import Answer, AssistSession
from desktop_client.assist.known_tools import KNOWN_TOOLS
from desktop_client.assist.watching import FoundTool, RemoteToolWatch, close_found
from desktop_client.flows.instance import Instance
from desktop_client.flows.remote_help import RemoteHelp
from desktop_client.reasons import Reason
from desktop_client.screens.desk import desk_of
from desktop_client.system.open_address import open_address
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.program import Program

if TYPE_CHECKING:
    from desktop_client.assist.now import AssistNow
    from desktop_client.assist.tool import Provider
    from desktop_client.ui.assist.assisting import Assisting


class InstanceAssist:
    """Belongs to Qt's thread; `heard` may be called by any. `remote` and `watch` have a `run` for a thread of their own."""

    def __init__(
        self,
        theme: Theme,
        pool: Background,
        instance: Instance,
        program: Callable[[], Program | None],
        *,
        notify: Callable[[str, str, str], object],
        notified: Callable[[str], object],
        unexpected: Callable[[Exception], Reason],
    ) -> None:
        """`notify` shows a notification that stays (key, title, text), `notified` takes it away."""
        self._theme, self._pool, self._instance, self._program = theme, pool, instance, program
        self._notify, self._notified, self._unexpected = notify, notified, unexpected
        # Stop must not stand behind what else is being done.
        self._own = Background(workers=2)
        self._assisting: Assisting | None = None
        self.remote = RemoteHelp(instance, self._offered, lambda now: pool.post(lambda: self._show(now)))
        self.watch = RemoteToolWatch(
            KNOWN_TOOLS,
            instance.preferences.values().remote_tools_always_run,
            lambda found: pool.post(lambda: self._windows().warn(found)),
            self._expected,
            wanted=lambda: instance.preferences.values().warn_of_remote_tools,
        )

    def heard(self, session: AssistSession) -> None:
        """The feed told of a session."""
        self.remote.heard(session)

    def front(self) -> None:
        """A click on the notification."""
        if self._assisting is not None:
            self._assisting.front()

    def close_windows(self) -> None:
        """The program ends."""
        if self._assisting is not None:
            self._assisting.close()
        self._own.close()

    # inside

    def _show(self, now: "AssistNow | None") -> None:
        if now is not None or self._assisting is not None:
            self._windows().show(now)

    def _windows(self) -> "Assisting":
        if self._assisting is None:
            from desktop_client.ui.assist.assisting import AssistActions, Assisting  # noqa: PLC0415 - with the first request or warning

            actions = AssistActions(
                answer=self._answer,
                code=lambda typed: self._run(lambda: self.remote.give_code(typed)),
                stop=self._stop,
                closed=lambda: self._run(self.remote.closed),
                open_ticket=lambda ticket: self._of_program(lambda program: program.open_tickets(ticket)),
                report=lambda beginning: self._of_program(lambda program: program.reporting().start(beginning)),
                opened_myself=lambda _tool: None,
                close_tool=self._close_tool,
                download=lambda address: self._run(lambda: open_address(address)),
                notify=self._notify,
                notified=self._notified,
                viewed=lambda name: self._of_program(lambda program: program.viewed(name, self._stop)),
                desk=lambda: desk_of(self._instance.about()),
            )
            self._assisting = Assisting(self._theme, self._pool, actions)
        return self._assisting

    def _stop(self) -> None:
        self._run(self.remote.stop)

    def _answer(self, session: str, answer: Answer, tool: str) -> None:
        self._run(lambda: self.remote.answer(session, answer, tool))

    def _close_tool(self, found: FoundTool) -> None:
        self._run(lambda: close_found(found))

    def _run(self, work: Callable[[], object]) -> None:
        self._own.run(work, None, self._unexpected)

    def _of_program(self, call: Callable[[Program], object]) -> None:
        program = self._program()
        if program is not None:
            call(program)

    def _offered(self) -> "tuple[Provider, ...]":
        from desktop_client.assist.catalogue import offered  # noqa: PLC0415 - with the first request

        return offered(self._instance.preferences.values())

    def _expected(self) -> frozenset[str]:
        key = self.remote.expected_tool()
        if not key:
            return frozenset()
        from desktop_client.assist.catalogue import expected_names  # noqa: PLC0415 - with the first session

        return expected_names(self._instance.preferences.values(), key)
