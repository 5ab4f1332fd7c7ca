"""`dev.py pictures`: draws the README's pictures anew, out of the gallery's examples and the page of a backend with sample data.

Run it when a window or the page has changed its looks.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from development.console_pictures import SignIn, picture, signed_in
from development.gallery import draw
from development.running import SERVER, RunningBackend, call_json

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
FONT = "Inter"
"""Of the table in dev.py, so that the pictures look alike wherever they are drawn."""

PICTURES = {
    "report": ("report", "light-en-100"),
    "panel": ("panel", "light-en-100"),
    "review": ("review", "light-en-100"),
    "tickets": ("tickets", "dark-en-100"),
    "computer": ("computer", "light-id-100"),
    "articles": ("articles", "light-en-100"),
    "guide": ("guide-found", "light-en-100"),
    "consent": ("assist-ask", "light-en-100"),
}
"""Each picture's name in the README, and the example and the look that it shows."""
PAGE = "technician"
"""The one that shows the technician's page."""


def main() -> int:
    """The command: 0 drawn, 1 when an example is not there."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sigap-pictures-") as folder:
        for name, (example, look) in PICTURES.items():
            draw(Path(folder), only=example, family=FONT)
            drawn = Path(folder) / f"{example}-{look}.png"
            if not drawn.exists():
                print(f"The gallery has no example {example} in {look}.", file=sys.stderr)
                return 1
            shutil.copyfile(drawn, FOLDER / f"{name}.png")
            print(FOLDER / f"{name}.png")
        print(draw_page(Path(folder) / "backend"))
    return 0


def draw_page(data: Path) -> Path:
    """The technician's page at a ticket of the sample data."""
    made = call_json(*SERVER, "--data", str(data), "--json", "demo-data")
    with RunningBackend(data) as backend:
        who = SignIn(backend.address, made["technicians"][0]["login"], made["technicians"][0]["password"])
        with signed_in(who) as page:
            page.goto(f"{who.address}/console/tickets/{made['tickets'][0]}")
            return picture(page, FOLDER / f"{PAGE}.png")


if __name__ == "__main__":
    sys.exit(main())
