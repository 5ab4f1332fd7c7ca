"""Faults 18 and 24 with their variants, with a real sound server: what is muted, low, or sent to a screen, and turning it on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.checked import command, look
from tests.faults.sound_world import CONTROL, SERVER, SoundWorld

pytestmark = pytest.mark.skipif(SERVER is None or CONTROL is None, reason="needs pulseaudio and pactl")

GUIDE = "no-sound-in-call"


@pytest.fixture(scope="module")
def server() -> Iterator[SoundWorld]:
    with SoundWorld() as world:
        yield world


@pytest.fixture
def world(server: SoundWorld) -> Iterator[SoundWorld]:
    yield server
    server.clean()


def asked(world: SoundWorld, **wanted: Any) -> dict[str, Any]:
    return look("sound", world.environment, guide=GUIDE, **wanted)


def speakers_and_microphone(world: SoundWorld) -> None:
    world.output("speaker", "speaker")
    world.microphone("mic", "speaker")
    world.run("set-default-sink", "speaker")
    world.run("set-default-source", "mic")


def volume(world: SoundWorld, name: str) -> str:
    return world.run("get-sink-volume", name).split("/")[1].strip()


def test_healthy_speakers_and_a_microphone(world: SoundWorld) -> None:
    speakers_and_microphone(world)
    told = asked(world)["before"]
    assert (told["verdict"], told["evidence"]["out"], told["evidence"]["in"]) == ("ok", "speaker", "Mikrofon")


def test_18_muted_turned_on_quietly_and_put_back(world: SoundWorld) -> None:
    speakers_and_microphone(world)
    world.run("set-sink-volume", "speaker", "80%", "60%")
    world.run("set-sink-mute", "speaker", "1")
    told = asked(world, fix="unmute", put_back=True)
    assert (told["before"]["verdict"], told["done"], told["after"]["verdict"]) == ("found:muted", True, "ok")
    assert told["after"]["evidence"]["volume"] == 30
    assert told["kept"] == [told["undo"]]
    assert (told["put_back"], told["last"]["verdict"]) == ([True, True], "found:muted")
    assert [word for word in world.run("get-sink-volume", "speaker").split() if word.endswith("%")] == ["80%", "60%"]


def test_18_as_a_technician_asks(world: SoundWorld, tmp_path: Path) -> None:
    speakers_and_microphone(world)
    world.run("set-sink-mute", "speaker", "1")
    assert command(world.environment, tmp_path / "profile", "sound") == {"sound": "found:muted"}


def test_18_kept_alive_is_never_called_fixed(world: SoundWorld) -> None:
    speakers_and_microphone(world)
    world.output("tv", "tv")
    world.run("set-sink-mute", "speaker", "1")
    world.run("set-default-sink", "tv")
    # The person stays with the screen: what was found is found again.
    told = asked(world, fix="unmute", choose=[""])
    assert (told["before"]["verdict"], told["done"], told["after"]["verdict"]) == ("found:to-monitor", True, "found:to-monitor")


def test_24_a_screen_is_the_default_and_the_speakers_are_muted(world: SoundWorld) -> None:
    speakers_and_microphone(world)
    world.output("hdmi-stereo", "tv")
    world.run("set-sink-mute", "speaker", "1")
    world.run("set-default-sink", "hdmi-stereo")
    world.play("rapat")
    told = asked(world)["before"]
    assert (told["verdict"], told["evidence"]["also"]) == ("found:to-monitor", "muted")
    # Solving one of the two is not enough.
    world.run("set-default-sink", "speaker")
    assert asked(world)["before"]["verdict"] == "found:muted"
    world.run("set-default-sink", "hdmi-stereo")
    told = asked(world, fix="unmute", put_back=True)
    assert list(told["plan"]["choices"].items()) == [("route:speaker", ["speaker", 0, True]), ("", ["hdmi-stereo", 0, False])]
    assert (told["done"], told["after"]["verdict"], told["after"]["evidence"]["out"]) == (True, "ok", "speaker")
    assert (told["put_back"], told["last"]["verdict"], told["last"]["evidence"]["also"]) == ([True, True], "found:to-monitor", "muted")
    # Outside the guide, sound on a screen is nobody's fault.
    assert look("sound", world.environment)["before"]["verdict"] == "ok"


def test_low_is_made_audible(world: SoundWorld) -> None:
    speakers_and_microphone(world)
    world.run("set-sink-volume", "speaker", "2%")
    told = asked(world, fix="unmute", put_back=True)
    assert (told["before"]["verdict"], told["after"]["verdict"], told["last"]["verdict"]) == ("found:low", "ok", "found:low")
    assert volume(world, "speaker") == "2%"


def test_a_muted_program_and_a_muted_microphone(world: SoundWorld) -> None:
    speakers_and_microphone(world)
    world.play("rapat")
    (stream,) = (row["index"] for row in json.loads(world.run("-f", "json", "list", "sink-inputs")))
    world.run("set-sink-input-mute", str(stream), "1")
    world.run("set-source-mute", "mic", "1")
    told = asked(world, fix="unmute", put_back=True)
    assert (told["before"]["verdict"], told["before"]["evidence"]["program"]) == ("found:program-muted", "rapat")
    assert told["before"]["evidence"]["also"] == "mic-muted"
    assert (told["plan"]["actions"], told["after"]["verdict"]) == (["program", "microphone"], "ok")
    assert told["last"]["verdict"] == "found:program-muted"
    world.stop_playing()
    assert asked(world)["before"]["verdict"] == "found:mic-muted"


def test_a_dummy_and_monitors_are_no_devices(world: SoundWorld) -> None:
    world.output("auto_null", "")
    assert asked(world)["before"]["verdict"] == "found:no-output"
    assert look("sound", world.environment)["before"]["verdict"] == "ok"
    world.output("speaker", "speaker")
    world.run("set-default-sink", "speaker")
    assert asked(world)["before"]["verdict"] == "found:no-mic"
    assert asked(world, fix="unmute")["not_here"] == "nothing to do"


def test_no_sound_service_is_not_known(world: SoundWorld) -> None:
    nowhere = {**world.environment, "XDG_RUNTIME_DIR": str(world.runtime / "none")}
    told = look("sound", nowhere, guide=GUIDE, fix="unmute")
    assert (told["before"]["verdict"], told["not_here"]) == ("not_possible:not here", "not on this system")
