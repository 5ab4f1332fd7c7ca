"""A sound server of a test's own with devices that are none: null sinks with a form, so that they count as what they say they are."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

SERVER = shutil.which("pulseaudio")
CONTROL = shutil.which("pactl")
READY_S = 15.0


class SoundWorld:
    """Use as a context manager; the server is ended with it."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="sigap-sound-")
        self.runtime = Path(self._folder.name)
        self._server: subprocess.Popen[bytes] | None = None
        self._players: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        words = [str(SERVER), "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "-L", "module-native-protocol-unix"]
        self._server = subprocess.Popen(
            words, env=self._whole, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            self._wait()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def environment(self) -> dict[str, str]:
        return {"XDG_RUNTIME_DIR": str(self.runtime), "HOME": str(self.runtime), "XDG_CONFIG_HOME": ""}

    @property
    def _whole(self) -> dict[str, str]:
        return {name: value for name, value in {**os.environ, **self.environment}.items() if name != "PULSE_SERVER"}

    def _wait(self) -> None:
        until = time.monotonic() + READY_S
        while subprocess.run(["pactl", "info"], env=self._whole, capture_output=True, check=False).returncode:
            if time.monotonic() > until:
                raise TimeoutError("the sound server did not come up")
            time.sleep(0.05)

    def close(self) -> None:
        for process in (*self._players, *([self._server] if self._server else [])):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._folder.cleanup()

    def run(self, *words: str) -> str:
        done = subprocess.run(["pactl", *words], env=self._whole, capture_output=True, text=True, check=False, timeout=10)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout.strip()

    def output(self, name: str, form: str) -> None:
        properties = f'device.description="{name}"' + (f' device.form_factor="{form}"' if form else "")
        self.run("load-module", "module-null-sink", f"sink_name={name}", f"sink_properties='{properties}'")

    def microphone(self, name: str, behind: str) -> None:
        """An input that hears what an output plays."""
        self.run(
            "load-module",
            "module-remap-source",
            f"master={behind}.monitor",
            f"source_name={name}",
            "source_properties=device.description=Mikrofon",
        )

    def play(self, program: str) -> None:
        """A program that plays silence, by its name."""
        words = ["pacat", "--playback", f"--client-name={program}", "--stream-name=musik", "/dev/zero"]
        self._players.append(
            subprocess.Popen(
                words,
                env=self._whole,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        until = time.monotonic() + READY_S
        while program not in self.run("list", "sink-inputs"):
            assert time.monotonic() < until, program
            time.sleep(0.05)

    def stop_playing(self) -> None:
        for player in self._players:
            player.terminate()
            player.wait(5)
        self._players.clear()

    def clean(self) -> None:
        """No device is left, and nothing plays."""
        self.stop_playing()
        for kind in ("module-remap-source", "module-null-sink"):
            if kind in self.run("list", "short", "modules"):
                self.run("unload-module", kind)
