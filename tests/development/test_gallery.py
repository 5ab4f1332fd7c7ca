"""The gallery as a command: its pictures and its page."""

import subprocess
import sys
from pathlib import Path

from development import gallery


def test_draws_every_look_and_a_page(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", gallery.__name__, "--out", str(tmp_path), "--only", "quit-question"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, f"8 pictures, {tmp_path / 'index.html'}\n"), done.stderr
    pictures = sorted(path.name for path in tmp_path.glob("*.png"))
    assert len(pictures) == 8
    assert pictures[0] == "quit-question-dark-en-100.png"
    page = (tmp_path / "index.html").read_text("utf-8")
    assert all(f'src="{name}"' in page for name in pictures)
    sizes = {path.name: path.stat().st_size for path in tmp_path.glob("*.png")}
    assert all(size > 1000 for size in sizes.values()), sizes
