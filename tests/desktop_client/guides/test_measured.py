"""What was measured before is there again, bounded, and lost without harm."""

from pathlib import Path

from desktop_client.guides.measured import MOST_NAMES, MOST_VALUES, Measured


def test_values_are_kept_in_order_by_check_and_name(tmp_path: Path) -> None:
    measured = Measured(tmp_path / "measured.json")
    measured.keep("line", "home", 1.5)
    measured.keep("line", "home", 2.5)
    measured.keep("line", "office", 9)
    again = Measured(tmp_path / "measured.json")
    assert again.past("line", "home") == (1.5, 2.5)
    assert again.past("line", "office") == (9.0,)
    assert again.past("dns", "home") == ()


def test_only_the_newest_are_kept(tmp_path: Path) -> None:
    measured = Measured(tmp_path / "measured.json")
    for number in range(MOST_VALUES + 5):
        measured.keep("line", "home", number)
    assert measured.past("line", "home") == tuple(float(number) for number in range(5, MOST_VALUES + 5))
    for number in range(MOST_NAMES):
        measured.keep("line", f"network {number}", number)
    assert measured.past("line", "home") == ()
    assert measured.past("line", f"network {MOST_NAMES - 1}") == (float(MOST_NAMES - 1),)


def test_a_damaged_file_and_a_folder_that_is_gone_cost_the_past_alone(tmp_path: Path) -> None:
    (tmp_path / "measured.json").write_bytes(b'{"line/home": "no list"}')
    measured = Measured(tmp_path / "measured.json")
    assert measured.past("line", "home") == ()
    measured.keep("line", "home", 3)
    assert measured.past("line", "home") == (3.0,)
    Measured(tmp_path / "nowhere" / "measured.json").keep("line", "home", 3)
