"""`dev.py package`: the client as a folder that needs no Python, for the platform at hand, out of the libraries of the lock."""

import argparse
import os
import shutil
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
SHOWN_LINES = 20


class BuildError(Exception):
    """The package was not built; the text says why."""


def build(folder: Path, work: Path) -> Path:
    """Draws the icons and freezes the client into folder/sigap; `work` takes what is needed on the way. Gives the program's path."""
    if not list((ROOT / "desktop_client" / "ui" / "translations").glob("*.qm")):
        raise BuildError("The translations are not compiled: python3 dev.py package does that first.")
    icons = work / "icons"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "SIGAP_ICON_FOLDER": str(icons), "SIGAP_VERSION": version("sigap")}
    run("Drawing the icons", ["-m", "development.program_icon", str(icons)], environment)
    shutil.rmtree(folder / "sigap", ignore_errors=True)
    words = ["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", str(folder), "--workpath", str(work)]
    run("Freezing the client", [*words, str(ROOT / "packaging" / "sigap.spec")], environment)
    program = folder / "sigap" / ("sigap.exe" if os.name == "nt" else "sigap")
    if not program.is_file():
        raise BuildError(f"PyInstaller ended well, but {program} is not there.")
    return program


def run(title: str, words: list[str], environment: dict[str, str]) -> None:
    """One step, with its last lines when it fails."""
    print(f"{title} …", flush=True)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, text=True
    )
    if done.returncode:
        raise BuildError(f"{title} failed:\n" + "\n".join(done.stdout.strip().splitlines()[-SHOWN_LINES:]))
    print(f"  done in {time.monotonic() - begun:.0f} s", flush=True)


def main(words: list[str]) -> int:
    """The command: 0 built, 1 not, 130 stopped."""
    options = argparse.ArgumentParser("dev.py package", description="Builds the client as a folder that needs no Python.")
    options.add_argument("--out", type=Path, default=ROOT / "dist", help="where the folder sigap is made (default: dist)")
    folder: Path = options.parse_args(words).out.resolve()
    try:
        program = build(folder, ROOT / "build" / "package")
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130
    size = sum(file.stat().st_size for file in program.parent.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{program}\n{size / 1e6:.0f} MB; it can be moved as a whole. Check it with: {program} --self-test")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
