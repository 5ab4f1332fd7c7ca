"""Short texts that are not short are refused with their line."""

import pytest

from server_stub.knowledge.article_file import read_article
from server_stub.knowledge.bounds import refuse_long
from server_stub.knowledge.unreadable import UnreadableError
from tests.server_stub.knowledge.written import article


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ({"title": "x" * 301}, 3),
        ({"summary": "x" * 1001}, 5),
        ({"product": "x" * 201}, 5),
        ({"tags": f"[a, {'x' * 301}]"}, 5),
        ({"also": f"[{', '.join(map(str, range(301)))}]"}, 5),
        ({"related": "\n- a\n- " + "x" * 301}, 7),
    ],
)
def test_what_is_too_long_is_refused_with_its_line(front: dict[str, str], line: int) -> None:
    with pytest.raises(UnreadableError, match="more than") as refused:
        refuse_long(read_article("a.md", article("a", **front).encode()))
    assert refused.value.line == line


def test_what_just_fits() -> None:
    refuse_long(read_article("a.md", article("a", title="x" * 300, tags="y" * 300, summary="z" * 1000).encode()))
