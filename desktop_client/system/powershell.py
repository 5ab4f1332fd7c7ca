"""Several questions to Windows' own classes (CIM) in one PowerShell process: starting one takes a second, each question little.

Written from the documented form, not run. Windows PowerShell 5.1 answers one JSON line a question: `{"n":"os","e":null,"v":[…]}`.
"""

import json
from collections.abc import Mapping

from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown, Why

LIMIT_S = 6.0
_HEAD = (
    "$ProgressPreference='SilentlyContinue'\n"
    "try{[Console]::OutputEncoding=New-Object Text.UTF8Encoding $false}catch{}\n"
    "function q($n,$b){$e=$null;$v=@();try{$v=@(& $b)}catch{$e=$_.FullyQualifiedErrorId}\n"
    " ConvertTo-Json -Compress -Depth 4 -InputObject ([pscustomobject]@{n=$n;e=$e;v=$v})}\n"
)

Row = dict[str, object]
Rows = tuple[Row, ...]


def cim(classname: str, names: tuple[str, ...], namespace: str = "root/cimv2") -> str:
    """A script block that reads these properties of all instances of a class."""
    return f"Get-CimInstance -Namespace {namespace} {classname} -OperationTimeoutSec 3 -ErrorAction Stop|select {','.join(names)}"


def ask(run: Run, questions: Mapping[str, str], limit_s: float = LIMIT_S) -> Mapping[str, Rows | NotKnown]:
    """The rows of each question by its name. `questions` are script blocks of ours with single quotes only."""
    script = _HEAD + "\n".join(f"q '{name}' {{{block}}}" for name, block in questions.items())
    told = run(("powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive", "-Command", script), limit_s)
    if told.outcome is not Outcome.OK:
        return dict.fromkeys(questions, NotKnown.of(told))
    answers = answers_in(told.stdout)
    return {name: answers.get(name, NotKnown(Why.UNREADABLE)) for name in questions}


def answers_in(text: bytes) -> dict[str, Rows | NotKnown]:
    """The lines of an answer; what is no JSON object is skipped. A lone object, a list, null and `{"value":[…],"Count":2}` are all rows."""
    answers: dict[str, Rows | NotKnown] = {}
    for line in text.decode("utf-8-sig", "replace").splitlines():
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(told, dict) and isinstance(told.get("n"), str):
            answers[told["n"]] = NotKnown(_why(str(told["e"]))) if told.get("e") else _rows(told.get("v"))
    return answers


def _rows(value: object) -> Rows:
    if isinstance(value, dict) and isinstance(value.get("value"), list) and "Count" in value:
        value = value["value"]
    many = value if isinstance(value, list) else [value]
    return tuple(row for row in many if isinstance(row, dict))


def _why(error: str) -> Why:
    if "AccessDenied" in error or "0x80070005" in error or "0x80041003" in error:
        return Why.DENIED
    return Why.TIMEOUT if "Timeout" in error or "0x40004" in error else Why.ABSENT


def number(row: Row, name: str) -> int | None:
    """A property that is a number; 64-bit ones may come as text."""
    value = row.get(name)
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return int(value)
    return int(value) if isinstance(value, str) and value.strip().isdecimal() and len(value) < 20 else None


def text(row: Row, name: str) -> str:
    """A property that is text, "" where it isn't told."""
    value = row.get(name)
    return value.strip() if isinstance(value, str) else ""
