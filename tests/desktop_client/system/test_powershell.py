"""PowerShell's answers, from documentation: one JSON line a question, in all the forms in which 5.1 writes lists."""

from desktop_client.system.commands import CommandResult, Outcome
from desktop_client.system.not_known import NotKnown, Why
from desktop_client.system.powershell import answers_in, ask, cim, number, text


def test_every_form_of_a_list_is_rows() -> None:
    told = answers_in(
        b'\xef\xbb\xbf{"n":"one","e":null,"v":{"Name":"A"}}\r\n'
        b'{"n":"two","e":null,"v":[{"Name":"A"},{"Name":"B"}]}\r\n'
        b'{"n":"none","e":null,"v":null}\r\n{"n":"empty","e":null,"v":[]}\r\n'
        b'{"n":"counted","e":null,"v":{"value":[{"Name":"C"}],"Count":1}}\r\n'
    )
    assert told == {"one": ({"Name": "A"},), "two": ({"Name": "A"}, {"Name": "B"}), "none": (), "empty": (), "counted": ({"Name": "C"},)}


def test_errors_say_why() -> None:
    told = answers_in(
        b'{"n":"a","e":"HRESULT 0x80041003,Get","v":[]}\n{"n":"b","e":"OperationTimeout,X","v":[]}\n{"n":"c","e":"Other","v":[]}\n'
    )
    assert told == {"a": NotKnown(Why.DENIED), "b": NotKnown(Why.TIMEOUT), "c": NotKnown(Why.ABSENT)}


def test_what_is_cut_or_foreign_is_skipped() -> None:
    assert answers_in(b'#< CLIXML\n{"n":"a","e":nu\n[1]\n{"v":1}\n\xff\xfe\n' + b"[" * 100_000) == {}


def test_one_process_for_all_questions() -> None:
    asked: list[tuple[str, ...]] = []

    def run(argv: tuple[str, ...], limit_s: float) -> CommandResult:
        asked.append(argv)
        return CommandResult(b'{"n":"a","e":null,"v":[]}', b"", 0, Outcome.OK)

    assert ask(run, {"a": cim("Win32_Printer", ("Name", "Default")), "b": "1"}) == {"a": (), "b": NotKnown(Why.UNREADABLE)}
    assert len(asked) == 1
    assert asked[0][0] == "powershell.exe"
    assert '"' not in asked[0][-1]
    assert "select Name,Default" in asked[0][-1]


def test_without_powershell() -> None:
    assert ask(lambda _argv, _limit: CommandResult(b"", b"", None, Outcome.MISSING), {"a": "1"}) == {"a": NotKnown(Why.MISSING)}


def test_values() -> None:
    row: dict[str, object] = {"n": 3, "s": "18446744073709551615", "b": True, "t": " x ", "none": None}
    assert [number(row, name) for name in ("n", "s", "b", "t", "missing")] == [3, None, None, None, None]
    assert number({"s": "123456789012"}, "s") == 123456789012
    assert (text(row, "t"), text(row, "n"), text(row, "none")) == ("x", "", "")
