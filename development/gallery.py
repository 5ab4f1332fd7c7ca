"""Draws every window in every state, light and dark, English and Indonesian, 100 and 200 %: `python -m development.gallery --out DIR`."""

import argparse
import html
import os
from pathlib import Path

CANT = "This plugin does not support "
"""How a line begins that Qt's platform without a screen says of every window."""

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sigap: every window</title>
<style>
body {{ font: 15px/1.4 system-ui, sans-serif; margin: 24px; background: #F5F6F8; color: #17202B }}
h2 {{ margin: 40px 0 12px }} .row {{ display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start }}
figure {{ margin: 0 }} figcaption {{ color: #556070; font-size: 13px; margin-bottom: 4px }}
img {{ max-width: 46vw; border: 1px solid #DCE1E7; border-radius: 6px; background: #fff }}
img.dark {{ background: #13171C }}
</style>
<h1>Sigap: every window</h1>
<p>{count} pictures. Light and dark, English and Indonesian, 100 and 200 % text.</p>
{body}
</html>
"""


def draw(out: Path, only: str = "", family: str = "") -> int:
    """Draws the examples whose name begins with `only`, one PNG each and look, and the page; gives how many pictures there are."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: PLC0415 - the platform is chosen first
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the platform is chosen first

    from desktop_client.ui.gallery import EXAMPLES, LOOKS, built, dress, picture, taken_down  # noqa: PLC0415 - the same

    def say(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
        if not text.startswith(CANT):
            print(text)

    qInstallMessageHandler(say)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
    out.mkdir(parents=True, exist_ok=True)
    examples = [example for example in EXAMPLES if example.name.startswith(only)]
    count = 0
    for look in LOOKS:
        theme = dress(app, look, family)
        for example in examples:
            window = built(example, theme)
            picture(window).save(str(out / f"{example.name}-{look.name}.png"))
            taken_down(window)
            count += 1
    body = []
    for example in examples:
        figures = "".join(
            f'<figure><figcaption>{look.name}</figcaption><img loading="lazy" class="{"dark" if look.dark else "light"}" '
            f'src="{html.escape(example.name)}-{look.name}.png" alt="{html.escape(example.name)}, {look.name}"></figure>'
            for look in LOOKS
        )
        body.append(f'<h2>{html.escape(example.name)}</h2><div class="row">{figures}</div>')
    (out / "index.html").write_text(PAGE.format(count=count, body="\n".join(body)), "utf-8")
    return count


def main(arguments: list[str] | None = None) -> int:
    """The command: where to draw, and what."""
    parser = argparse.ArgumentParser(prog="gallery", description="Draw every window in every state")
    parser.add_argument("--out", type=Path, default=Path("build/gallery"), help="folder for the pictures and index.html")
    parser.add_argument("--only", default="", metavar="NAME", help="only examples whose name begins so")
    parser.add_argument("--font", default="", metavar="FAMILY", help="a font family; the system's if left out")
    options = parser.parse_args(arguments)
    count = draw(options.out, options.only, options.font)
    print(f"{count} pictures, {options.out / 'index.html'}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
