"""Order of monitors."""

from desktop_client.capture.monitors import Monitor, in_order

LEFT = {"left": 0, "top": 0, "width": 800, "height": 600, "is_primary": False}
RIGHT = {"left": 800, "top": 0, "width": 1920, "height": 1080, "is_primary": True}


def test_the_pointer_s_monitor_comes_first() -> None:
    assert in_order([LEFT, RIGHT], (10, 10)) == (Monitor(0, 0, 800, 600), Monitor(800, 0, 1920, 1080))
    assert in_order([LEFT, RIGHT], (900, 10))[0].left == 800


def test_without_a_pointer_the_primary_comes_first() -> None:
    assert in_order([LEFT, RIGHT], None)[0].left == 800


def test_a_pointer_on_no_monitor_is_as_none() -> None:
    assert in_order([LEFT, RIGHT], (-5, 5000))[0].left == 800


def test_mirrored_monitors_count_once_and_empty_ones_not() -> None:
    off = {"left": 0, "top": 0, "width": 0, "height": 0}
    assert in_order([LEFT, dict(LEFT), off], None) == (Monitor(0, 0, 800, 600),)


def test_a_monitor_left_of_the_desktop_s_corner_holds_its_pointer() -> None:
    assert in_order([LEFT, {"left": -1024, "top": -20, "width": 1024, "height": 768}], (-1, 0))[0].left == -1024
