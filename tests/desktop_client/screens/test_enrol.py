import pytest

from desktop_client.reasons import Cause, Reason
from desktop_client.screens.enrol import enrol_view


@pytest.mark.parametrize(
    ("cause", "field"),
    [
        (Cause.CODE_WRONG, "code"),
        (Cause.CODE_USED, "code"),
        (Cause.CODE_EXPIRED, "code"),
        (Cause.TOO_MANY_TRIES, "code"),
        (Cause.ADDRESS, "address"),
        (Cause.NOT_OURS, "address"),
        (Cause.UNREACHABLE, "address"),
        (Cause.SERVER_BUSY, ""),
    ],
)
def test_a_problem_stands_where_it_can_be_mended(cause: Cause, field: str) -> None:
    view = enrol_view(problem=Reason(cause))
    assert (view.wrong_field, view.problem) == (field, Reason(cause))


def test_reports_that_wait_for_another_backend_are_a_question_and_no_problem() -> None:
    view = enrol_view(problem=Reason(Cause.WAITING_ELSEWHERE, {"count": 3}))
    assert (view.waiting, view.problem, view.wrong_field) == (3, None, "")


def test_nothing_is_wrong_at_first() -> None:
    view = enrol_view(address="help.example", busy=True)
    assert (view.address, view.busy, view.problem, view.wrong_field, view.waiting) == ("help.example", True, None, "", 0)
