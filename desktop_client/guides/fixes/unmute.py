"""Turns on what is muted, not loud, and on request sends sound to the speakers instead of a screen."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from contract.guides import Evidence
from desktop_client.guides.checks.sound import LOW_PERCENT, read_here, speakers
from desktop_client.guides.fix import Applied, Choice, Doing, FixQuestion, NotHere, Plan
from desktop_client.system.audio.sound import FULL, Device, Sound
from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown

MOST_PERCENT = 30
"""Somebody may wear a headset."""
ROUTE = "route:"
COMMAND_S = 2.0

Steps = list[tuple[str, ...]]
"""Commands of pactl, in order."""


@dataclass(frozen=True, kw_only=True)
class UnmuteFix:
    """All old values come back: the default output, mutes, and every channel's volume."""

    name: str = "unmute"
    limit_s: float = 15.0
    mends: tuple[str, ...] = ("sound:muted", "sound:low", "sound:program-muted", "sound:mic-muted", "sound:to-monitor")
    read: Callable[[Run], Sound | NotKnown] = read_here

    def plan(self, question: FixQuestion) -> Plan | NotHere:
        """What is wrong now, not what was."""
        sound = self._sound(question)
        if sound is None:
            return NotHere("not on this system")
        out, into = sound.out(), sound.into()
        actions = []
        routes = _routes(sound)
        if out is not None and not routes and _quiet(out):
            actions.append(Doing("speakers", {"out": out.title, "n": MOST_PERCENT}))
        actions += [Doing("program", {"program": stream.program}) for stream in sound.playing if stream.muted]
        if into is not None and into.muted:
            actions.append(Doing("microphone", {"in": into.title}))
        if routes and out is not None:
            actions.append(Doing("route", {"out": out.title}))
        if not actions:
            return NotHere("nothing to do")
        choices = [Choice(f"{ROUTE}{device.name}", device.title, ticked=device is routes[0]) for device in routes]
        if routes and out is not None:
            choices.append(Choice("", out.title, ticked=False, says=Doing("choice-stay", {"out": out.title})))
        return Plan(
            actions=tuple(actions),
            warnings=(Doing("not-loud", {"n": MOST_PERCENT}),),
            choices=tuple(choices),
            one_choice=bool(choices),
            can_put_back=True,
            takes_s=2,
        )

    def apply(self, question: FixQuestion, plan: Plan) -> Applied:
        """Everything at once; the first command that fails ends it, and what was changed is put back."""
        del plan  # what is wrong may have changed since
        sound = self._sound(question)
        if sound is None:
            return Applied(done=False, why="failed")
        route = next((key.removeprefix(ROUTE) for key in question.chosen if key.startswith(ROUTE)), "")
        target = next((device for device in sound.outputs if device.name == route), None) or sound.out()
        undo = {"back": json.dumps(_back(sound, target))}
        question.keep(undo)
        for step in _steps(sound, target):
            if not _done(question.run, step):
                return Applied(done=False, why="failed")
        told = (Evidence(name="out", value=target.title),) if target is not None else ()
        return Applied(done=True, undo=undo, evidence=told)

    def put_back(self, question: FixQuestion, undo: Mapping[str, str]) -> bool:
        """The old values. A program that has ended since has none."""
        done = [(step, _done(question.run, tuple(step))) for step in json.loads(undo["back"])]
        return all(ended or step[0] in {"set-sink-input-mute", "move-sink-input"} for step, ended in done)

    def _sound(self, question: FixQuestion) -> Sound | None:
        sound = self.read(question.run)
        return None if isinstance(sound, NotKnown) or not sound_is_changeable(sound) else sound


def sound_is_changeable(sound: Sound) -> bool:
    """Whether the values came from a server that takes orders here; other systems' have the names "output" and "input" only."""
    return any(device.name not in {"output", "input"} for device in (*sound.outputs, *sound.inputs))


def _quiet(device: Device) -> bool:
    return device.muted or device.percent < LOW_PERCENT


def _routes(sound: Sound) -> list[Device]:
    """Where sound could go instead of a screen."""
    out = sound.out()
    return [device for device in sound.outputs if device.name in speakers(sound)] if out is not None and out.screen else []


def _steps(sound: Sound, target: Device | None) -> Steps:
    """What pactl is asked to do. The volume is set before the mute is taken off: nothing may be loud for a moment."""
    steps: Steps = []
    if target is not None and (_quiet(target) or target.name != sound.output):
        if target.percent > MOST_PERCENT or target.percent < LOW_PERCENT:
            steps.append(("set-sink-volume", target.name, f"{MOST_PERCENT}%"))
        if target.muted:
            steps.append(("set-sink-mute", target.name, "0"))
    steps += [("set-sink-input-mute", str(stream.number), "0") for stream in sound.playing if stream.muted]
    into = sound.into()
    if into is not None and into.muted:
        steps.append(("set-source-mute", into.name, "0"))
    if target is not None and target.name != sound.output:
        steps.append(("set-default-sink", target.name))
        steps += [("move-sink-input", str(stream.number), target.name) for stream in sound.playing if stream.device == sound.output]
    return steps


def _back(sound: Sound, target: Device | None) -> Steps:
    """The same the other way: muted first."""
    steps: Steps = []
    if target is not None and target.name != sound.output:
        steps.append(("set-default-sink", sound.output))
        steps += [("move-sink-input", str(stream.number), sound.output) for stream in sound.playing if stream.device == sound.output]
    if target is not None:
        volumes = [str(volume) for volume in target.volumes] or [str(FULL)]
        steps += [("set-sink-mute", target.name, str(int(target.muted))), ("set-sink-volume", target.name, *volumes)]
    steps += [("set-sink-input-mute", str(stream.number), "1") for stream in sound.playing if stream.muted]
    into = sound.into()
    if into is not None and into.muted:
        steps.append(("set-source-mute", into.name, "1"))
    return steps


def _done(run: Run, step: tuple[str, ...]) -> bool:
    told = run(("pactl", *step), COMMAND_S)
    return told.outcome is Outcome.OK and told.exit == 0
