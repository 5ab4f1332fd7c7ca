"""Why an article file can't be taken."""


class UnreadableError(Exception):
    """`reason` is one sentence for an administrator that says what to do; `line` counts from 1 in the file, 0 where none is meant."""

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(f"Line {line}: {reason}" if line else reason)
        self.reason = reason
        self.line = line
