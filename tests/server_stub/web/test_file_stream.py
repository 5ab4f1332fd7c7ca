"""Answers that are files: always whole, always a download."""

from tests.server_stub.knowledge.written import keep_article, png
from tests.server_stub.served import Served


def test_a_picture_is_a_download_that_nothing_opens(served: Served) -> None:
    ana = served.person()
    keep_article(served)
    for path in ("printer/images/pictures/tray.png", "printer/images/pictures%2Ftray.png"):
        answer = ana.call("GET", f"/api/v1/articles/{path}")
        assert (answer.status, answer.body) == (200, png())
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert "sandbox" in answer.headers["content-security-policy"]
    for path in ("printer/images/other.png", "other/images/pictures/tray.png", "printer/images/..%2Fprinter.md", "printer/images/%00"):
        assert ana.call("GET", f"/api/v1/articles/{path}").problem().code == "not-found"
