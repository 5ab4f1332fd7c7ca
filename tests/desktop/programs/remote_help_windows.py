"""The windows of remote help on a real screen, with nobody behind them.

Reads how it stands from standard input, one word a line (the keys of STATES, warn, quit; leave ends it while all is shown), and writes what
the person did as JSON lines.
"""

import json
import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import msgspec
from PySide6.QtWidgets import QApplication

from contract.assist import Ability, AssistSession, AssistState, End, ShownTechnician
from desktop_client.assist.now import AssistNow, Phase
from desktop_client.assist.tool import CodeFrom, Tool
from desktop_client.assist.watching import FoundTool
from desktop_client.ui.assist.assisting import AssistActions, Assisting
from desktop_client.ui.background import Background
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.words import use_language

AT = datetime.now(UTC)
TOOL = Tool(key="anydesk", name="AnyDesk", can=tuple(Ability), code_from=CodeFrom.EMPLOYEE, closes=True, where="anydesk-address")
ASKED = AssistSession(
    id="s1",
    ticket="t1",
    number="INC-000123",
    subject="Printer on floor 3 not available",
    technician=ShownTechnician(name="Budi Santoso", title="IT Support Jakarta"),
    state=AssistState.ASKED,
    commitment="0" * 64,
    asked=AT,
    expires=AT + timedelta(minutes=5),
)
ENDED = msgspec.structs.replace(ASKED, state=AssistState.ENDED, consented=AT, started=AT, ended=AT, end=End.STOPPED, can=TOOL.can)


def now(phase: Phase, **more: object) -> AssistNow:
    return msgspec.structs.replace(AssistNow(session=ASKED, phase=phase, words=("mangga", "sungai"), tools=(TOOL,)), **more)


STATES: dict[str, AssistNow | None] = {
    "making": now(Phase.ASKED, words=None),
    "asked": now(Phase.ASKED),
    "starting": now(Phase.STARTING, tool=TOOL),
    "code": now(Phase.STARTING, tool=TOOL, code_wanted=True),
    "running": now(Phase.RUNNING, tool=TOOL, since=AT),
    "confirm": now(Phase.CONFIRM_CLOSED, tool=msgspec.structs.replace(TOOL, closes=False)),
    "over": now(Phase.OVER, session=ENDED, tool=TOOL, end=End.STOPPED),
    "none": None,
}


def said(name: str) -> Callable[..., None]:
    def say(*values: object) -> None:
        print(json.dumps([name, *(str(value) for value in values)]), flush=True)

    return say


app = QApplication(["sigap"])
app.setQuitOnLastWindowClosed(False)
use_language("en")
theme = Theme()
theme.apply(app)
pool = Background()
names = [name for name in AssistActions.__dataclass_fields__ if name != "desk"]
assisting = Assisting(theme, pool, AssistActions(**{name: said(name) for name in names}))


def obey(word: str) -> None:
    if word == "quit":
        assisting.close()
        pool.close()
        app.quit()
    elif word == "leave":
        app.quit()
    elif word == "warn":
        assisting.warn(FoundTool(key="anydesk", name="AnyDesk", pids=(1,), started=(1.0,)))
    else:
        assisting.show(STATES[word])
    print(json.dumps(["did", word]), flush=True)


def read() -> None:
    for line in sys.stdin:
        pool.post(partial(obey, line.strip()))


threading.Thread(target=read, daemon=True).start()
sys.exit(app.exec())
