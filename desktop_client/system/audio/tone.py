"""A soft tone, to hear whether sound comes out."""

import io
import math
import struct
import sys
import tempfile
import wave
from pathlib import Path

from desktop_client.system.commands import Outcome, run

SECONDS = 2.0
HERTZ = 440.0
RATE = 22_050
LOUDNESS = 0.12
"""Of the most that a sample can be: ears come first."""
FADE_S = 0.3
PLAYERS = (("pw-play",), ("paplay",), ("aplay", "-q"))
LIMIT_S = 6.0


def tone() -> bytes:
    """A WAV file (RIFF, 16 bit, mono): a sine that comes and goes softly."""
    count = int(SECONDS * RATE)
    samples = bytearray()
    for number in range(count):
        at = number / RATE
        soft = min(1.0, at / FADE_S, (SECONDS - at) / FADE_S)
        samples += struct.pack("<h", round(32767 * LOUDNESS * soft * math.sin(2 * math.pi * HERTZ * at)))
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(samples))
    return written.getvalue()


def play_tone() -> bool:
    """Plays it on the system's default output; False when nothing here can. Blocks for its length."""
    if sys.platform == "win32":
        import winsound  # noqa: PLC0415 - Windows alone has it

        # Written from the documented form, not run.
        winsound.PlaySound(tone(), winsound.SND_MEMORY)
        return True
    with tempfile.TemporaryDirectory(prefix="sigap-tone-") as folder:
        file = Path(folder) / "tone.wav"
        file.write_bytes(tone())
        players = (("afplay",),) if sys.platform == "darwin" else PLAYERS
        for player in players:
            result = run((*player, str(file)), LIMIT_S)
            if result.outcome is Outcome.OK and result.exit == 0:
                return True
    return False
