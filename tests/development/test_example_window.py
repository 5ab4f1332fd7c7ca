import sys

import pytest

from development import example_window
from development.demo import shows_problem
from development.virtual_screen import VirtualScreen, end, wait_for

pytestmark = pytest.mark.screen


def test_it_shows_its_problem_until_it_is_ended(bare_screen: VirtualScreen) -> None:
    assert not shows_problem(bare_screen.display)
    program = bare_screen.start(sys.executable, "-m", "development.example_window")
    bare_screen.wait_for_window(example_window.TITLE)
    wait_for(lambda: shows_problem(bare_screen.display) or None, "its red line")
    end(program)
    wait_for(lambda: None if shows_problem(bare_screen.display) else True, "the empty screen")
