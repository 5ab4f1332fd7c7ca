"""How the backend says no: to a client with a code of the contract, to an administrator with a sentence."""

from contract.problems import Code


class RefusalError(Exception):
    """A request was refused and nothing was changed. The fields are those of `contract.problems.Problem`."""

    def __init__(
        self,
        code: Code,
        detail: str = "",
        *,
        number: str | None = None,
        field: str | None = None,
        limit: int | None = None,
        uploads: tuple[str, ...] = (),
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(f"{code.value}: {detail}")
        self.code = code
        self.detail = detail
        self.number = number
        self.field = field
        self.limit = limit
        self.uploads = uploads
        self.retry_after_s = retry_after_s


class ServerRefused(Exception):  # noqa: N818 - it reads as what happened, at the command line's border
    """A command of the administrator was not done; the text is one sentence for a person."""


class DataError(Exception):
    """The data folder can't be used as it is; the text is one sentence for the administrator."""
