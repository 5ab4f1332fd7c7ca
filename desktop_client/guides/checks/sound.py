"""Whether sound comes out and goes in: default devices, volumes, mutes and routes. A headset's own switch, and the mute button of a call
program, are seen by no computer.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.check import Question
from desktop_client.guides.checks.measures import percent
from desktop_client.guides.verdict import Seen, found, ok
from desktop_client.system.audio.microphone_permission import microphone_allowed
from desktop_client.system.audio.sound import Sound, read_sound
from desktop_client.system.audio.sound_elsewhere import read_sound_on_macos, read_sound_on_windows
from desktop_client.system.commands import Run
from desktop_client.system.not_known import NotKnown, known

GUIDES = frozenset({"no-sound-in-call", "no-sound-or-microphone"})
"""In which somebody misses sound or a microphone."""
LOW_PERCENT = 10
IN_GUIDE_ONLY = frozenset({"no-output", "to-monitor", "no-mic"})
"""A computer without speakers or a microphone is no fault until somebody misses them."""


def read_here(run: Run) -> Sound | NotKnown:
    """The sound of this session. Windows and macOS: written from the documented form, not run."""
    if sys.platform == "win32":
        return read_sound_on_windows()
    return read_sound_on_macos(run) if sys.platform == "darwin" else read_sound(run)


@dataclass(frozen=True, kw_only=True)
class SoundCheck:
    """Cause before consequence: where there is no output, nothing can be muted. What is wrong besides is told as evidence "also"."""

    name: str = "sound"
    limit_s: float = 3.0
    after: tuple[str, ...] = ()
    read: Callable[[Run], Sound | NotKnown] = read_here
    allowed: Callable[[], bool | None] = microphone_allowed

    def look(self, question: Question) -> Seen:
        """Now; nothing is played."""
        sound = known(self.read(question.run))
        wrong = judge(sound, missed=question.guide in GUIDES, allowed=self.allowed())
        if not wrong:
            return ok(*_about(sound))
        also = (Evidence(name="also", value=wrong[1]),) if wrong[1:] else ()
        return found(wrong[0], *_about(sound), *also)


def judge(sound: Sound, *, missed: bool, allowed: bool | None = None) -> list[str]:
    """Everything that is wrong, the cause first; the output before the input. `missed`: somebody misses sound or a microphone."""
    wrong = []
    out, into = sound.out(), sound.into()
    if out is None or not out.real or not out.plugged:
        wrong.append("no-output")
    else:
        meant = [device for device in sound.outputs if device.name in speakers(sound)] if missed and out.screen else []
        if meant:
            wrong.append("to-monitor")
            if all(device.muted for device in meant):
                wrong.append("muted")
        if out.muted and "muted" not in wrong:
            wrong.append("muted")
        if not out.muted and out.percent < LOW_PERCENT:
            wrong.append("low")
    if any(stream.muted for stream in sound.playing):
        wrong.append("program-muted")
    if allowed is False:
        wrong.append("no-permission")
    if into is None or not into.real:
        wrong.append("no-mic")
    elif into.muted:
        wrong.append("mic-muted")
    return [code for code in wrong if missed or code not in IN_GUIDE_ONLY]


def speakers(sound: Sound) -> list[str]:
    """The outputs that are no screen and are there: what somebody who hears nothing may have meant."""
    return [device.name for device in sound.outputs if device.real and device.plugged and not device.screen]


def _about(sound: Sound) -> tuple[Evidence, ...]:
    told = []
    out, into = sound.out(), sound.into()
    if out is not None and out.real:
        told += [Evidence(name="out", value=out.title), percent("volume", out.percent)]
    if into is not None and into.real:
        told += [Evidence(name="in", value=into.title), percent("mic-volume", into.percent)]
    muted = sorted({stream.program for stream in sound.playing if stream.muted})
    if muted:
        told.append(Evidence(name="program", value=", ".join(muted)))
    others = [device.title for device in sound.outputs if device.name in speakers(sound) and device is not out]
    if others:
        told.append(Evidence(name="others", value=", ".join(others[:4])))
    return tuple(told)
