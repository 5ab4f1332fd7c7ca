"""The neighbour table, as each system tells it."""

import pytest

from desktop_client.system.network.neighbours import Neighbour, State, neighbour_in, neighbour_of_macos, neighbour_of_windows
from desktop_client.system.not_known import NotKnown, Why

ROW = b'[{"dst":"192.0.2.1","dev":"eth0","lladdr":"02:fc:00:00:00:05","used":3,"confirmed":290,"updated":1,"probes":1,"state":["%s"]}]'


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("REACHABLE", State.THERE),
        ("STALE", State.UNSURE),
        ("DELAY", State.UNSURE),
        ("PROBE", State.UNSURE),
        ("FAILED", State.SILENT),
        ("INCOMPLETE", State.SILENT),
        ("PERMANENT", State.UNSURE),
        ("NEW-WORD", State.UNSURE),
    ],
)
def test_states_as_recorded(word: str, state: State) -> None:
    assert neighbour_in(ROW % word.encode(), "192.0.2.1") == Neighbour(state, word, 290)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"[]", Why.ABSENT),
        (b"", Why.ABSENT),
        (ROW % b"STALE", Why.ABSENT),
        (b"[" * 100_000, Why.UNREADABLE),
        (b"\xff", Why.UNREADABLE),
        (b"{}", Why.ABSENT),
        (b"[1, null]", Why.ABSENT),
    ],
)
def test_no_such_neighbour(text: bytes, why: Why) -> None:
    assert neighbour_in(text, "192.0.2.99") == NotKnown(why)


def test_a_row_without_a_state() -> None:
    assert neighbour_in(b'[{"dst":"192.0.2.1","state":7}]', "192.0.2.1") == Neighbour(State.UNSURE, "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"? (192.168.0.1) at a4:91:b1:0:1:2 on en0 ifscope [ethernet]\n", Neighbour(State.UNSURE, "known")),
        (b"? (192.168.0.1) at (incomplete) on en0 ifscope [ethernet]\n", Neighbour(State.SILENT, "incomplete")),
        (b"192.168.0.1 (192.168.0.1) -- no entry\n", NotKnown(Why.ABSENT)),
    ],
)
def test_macos_from_documentation(text: bytes, told: Neighbour | NotKnown) -> None:
    assert neighbour_of_macos(text) == told


@pytest.mark.parametrize(
    ("number", "state"), [(0, State.SILENT), (1, State.SILENT), (4, State.UNSURE), (5, State.THERE), (None, State.UNSURE)]
)
def test_windows_from_documentation(number: int | None, state: State) -> None:
    rows = ({"IPAddress": "192.168.1.1", "InterfaceAlias": "WLAN", "State": number},)
    assert neighbour_of_windows(rows, "192.168.1.1", "WLAN") == Neighbour(state, str(number))
    assert neighbour_of_windows(rows, "192.168.1.2", "WLAN") == NotKnown(Why.ABSENT)
