"""What the first start shows: address, code, and what came of the last try."""

from dataclasses import dataclass

from desktop_client.reasons import Cause, Reason

CODE_CAUSES = {Cause.CODE_WRONG, Cause.CODE_USED, Cause.CODE_EXPIRED, Cause.TOO_MANY_TRIES}
ADDRESS_CAUSES = {Cause.ADDRESS, Cause.NOT_OURS, Cause.UNREACHABLE, Cause.CERTIFICATE}


@dataclass(frozen=True, kw_only=True)
class EnrolView:
    """All that the window shows.

    `address` and `code` are filled in once, when given; `wrong_field` is "address", "code" or "". `waiting` counts reports that wait for
    the backend before: the person is asked before they go to another one.
    """

    address: str = ""
    code: str = ""
    busy: bool = False
    problem: Reason | None = None
    wrong_field: str = ""
    waiting: int = 0
    help_desk: str = ""
    company: str = ""


def enrol_view(
    *,
    address: str = "",
    code: str = "",
    busy: bool = False,
    problem: Reason | None = None,
    help_desk: str = "",
    company: str = "",
) -> EnrolView:
    """The window; `problem` is why the last try came to nothing."""
    cause = problem.cause if problem else None
    wrong = "code" if cause in CODE_CAUSES else "address" if cause in ADDRESS_CAUSES else ""
    waiting = int(problem.data.get("count", 1)) if problem and cause is Cause.WAITING_ELSEWHERE else 0
    return EnrolView(
        address=address,
        code=code,
        busy=busy,
        problem=None if waiting else problem,
        wrong_field=wrong,
        waiting=waiting,
        help_desk=help_desk,
        company=company,
    )
