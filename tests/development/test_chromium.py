"""The browser is the system's, or a sentence says what to install."""

from pathlib import Path

import pytest

from development.chromium import chromium


def test_the_first_that_is_there_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="package chromium"):
        chromium()
    program = tmp_path / "google-chrome"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert chromium() == str(program)
