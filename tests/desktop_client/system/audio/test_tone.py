"""The tone is soft, ends where it began, and is played by what is here."""

import io
import itertools
import struct
import wave

from desktop_client.system.audio.tone import LOUDNESS, RATE, SECONDS, tone


def test_a_soft_sine_that_comes_and_goes() -> None:
    with wave.open(io.BytesIO(tone())) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        count = file.getnframes()
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    assert count == round(SECONDS * RATE)
    assert max(samples) <= 32767 * LOUDNESS + 1
    assert max(samples) > 32767 * LOUDNESS * 0.95
    assert abs(samples[0]) == 0
    assert max(abs(sample) for sample in samples[-50:]) < 50
    crossings = sum(1 for before, after in itertools.pairwise(samples) if before < 0 <= after)
    assert abs(crossings / SECONDS - 440) < 3
