import pytest
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel
from pytestqt.qtbot import QtBot

from desktop_client.screens.report import Checking, Sums
from desktop_client.ui.look.theme import Theme
from desktop_client.ui.report.report_footer import ReportFooter


@pytest.fixture
def footer(qtbot: QtBot, theme: Theme) -> ReportFooter:
    made = ReportFooter(theme)
    qtbot.addWidget(made)
    made.resize(1000, 66)
    made.show()
    return made


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        (Sums(pictures=0, files=0, facts=0, size_bytes=120), "only your text"),
        (Sums(pictures=1, files=0, facts=0, size_bytes=1_300_000), "1 picture, 1.3 MB"),
        (Sums(pictures=2, files=1, facts=41, size_bytes=1_400_000), "2 pictures, 1 file, 41 details, 1.4 MB"),
        (Sums(pictures=0, files=3, facts=1, size_bytes=900), "3 files, 1 detail, 1 KB"),
    ],
)
def test_sums_leave_out_what_is_none(footer: ReportFooter, sums: Sums, said: str) -> None:
    footer.show_sums(sums, None, None)
    assert footer.findChild(QLabel, "sums").text() == said


def test_where_it_is_narrow_it_takes_two_lines(footer: ReportFooter) -> None:
    footer.show_sums(Sums(pictures=2, files=1, facts=41, size_bytes=1_400_000), Checking(done=1, total=13), None)
    footer.show_obstacle("First write what's wrong")
    assert footer._bar.direction() is QBoxLayout.Direction.LeftToRight
    footer.resize(480, 120)
    QApplication.processEvents()
    assert footer._bar.direction() is QBoxLayout.Direction.TopToBottom
    footer.resize(1000, 66)
    QApplication.processEvents()
    assert footer._bar.direction() is QBoxLayout.Direction.LeftToRight


def test_an_obstacle_hides_that_the_draft_is_kept(footer: ReportFooter) -> None:
    footer.show_kept(kept=True)
    status = footer.findChild(QLabel, "status")
    assert status.text() == "Draft kept."
    footer.show_obstacle("First write what's wrong")
    assert status.text() == "First write what's wrong"
    assert not footer.send_button.isEnabled()
    footer.show_obstacle("")
    assert status.text() == "Draft kept."
    assert footer.send_button.isEnabled()
