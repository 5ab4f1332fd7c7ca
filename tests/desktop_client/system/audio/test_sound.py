"""Sound devices from pactl's JSON as PulseAudio 16.1 and PipeWire write it, and from macOS' words."""

import json

import pytest

from desktop_client.system.audio.microphone_permission import microphone_allowed
from desktop_client.system.audio.sound import Sound, read_sound, sound_in
from desktop_client.system.audio.sound_elsewhere import default_names_in, read_sound_on_macos, read_sound_on_windows, sound_in_settings
from desktop_client.system.commands import CommandResult, Outcome, Run
from desktop_client.system.not_known import NotKnown, Why

INFO = b'{"server_name":"PulseAudio (on PipeWire 0.3.65)","default_sink_name":"hdmi","default_source_name":"mic"}'


def device(index: int, name: str, **more: object) -> dict[str, object]:
    volume = {channel: {"value": 32768, "value_percent": "50%", "db": "-18.06 dB"} for channel in ("front-left", "front-right")}
    plain = {"index": index, "name": name, "description": f"The {name}", "driver": "module-alsa-card.c", "mute": False, "volume": volume}
    return {**plain, "properties": {}, "ports": [], "active_port": None, **more}


def told(**lists: list[object]) -> dict[str, bytes]:
    names = {"sinks": [], "sources": [], "sink_inputs": [], "source_outputs": [], **lists}
    return {name.replace("_", "-"): json.dumps(rows).encode() for name, rows in names.items()}


def test_devices_of_all_kinds() -> None:
    port = {"name": "hdmi-output-0", "type": "HDMI", "availability": "available"}
    away = {"name": "headphones", "type": "Headphones", "availability": "not available"}
    sound = sound_in(
        INFO,
        told(
            sinks=[
                device(1, "hdmi", ports=[port], active_port="hdmi-output-0"),
                device(2, "analog", mute=True, ports=[away], active_port="headphones", properties={"device.form_factor": "internal"}),
                device(3, "auto_null", driver="module-null-sink.c"),
                device(4, "null", driver="PipeWire", properties={"factory.name": "support.null-audio-sink"}),
                device(5, "cable", driver="module-null-sink.c", properties={"device.form_factor": "speaker"}),
            ],
            sources=[
                device(6, "hdmi.monitor", properties={"device.class": "monitor"}),
                device(7, "mic", volume={"mono": {"value": 65536}}),
            ],
            sink_inputs=[
                {"index": 9, "sink": 1, "mute": True, "properties": {"application.name": "Rapat"}},
                {"index": 10, "sink": 1, "mute": True, "properties": {"application.name": "Meter", "media.name": "Peak detect"}},
                {"index": 11, "sink": 1, "mute": False, "properties": {}},
            ],
        ),
    )
    assert [(one.name, one.screen, one.real, one.plugged) for one in sound.outputs] == [
        ("hdmi", True, True, True),
        ("analog", False, True, False),
        ("auto_null", False, False, True),
        ("null", False, False, True),
        ("cable", False, True, True),
    ]
    out, into = sound.out(), sound.into()
    assert out is not None
    assert into is not None
    assert (out.title, out.percent, into.name, into.percent) == ("The hdmi", 50, "mic", 100)
    assert [(one.number, one.program, one.device, one.muted) for one in sound.playing] == [(9, "Rapat", "hdmi", True)]


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[1, null, {}]", b'{"a": 1}', b"[" * 100_000, b'[{"name": 5, "volume": [], "ports": {}}]', b"\xff"]
)
def test_what_is_broken_is_left_out(text: bytes) -> None:
    sound = sound_in(text, {"sinks": text, "sources": text, "sink-inputs": text, "source-outputs": text})
    assert (sound.out(), sound.into(), sound.playing) == (None, None, ())


def answering(result: CommandResult) -> Run:
    return lambda _argv, _limit: result


def test_without_pactl_and_without_a_server() -> None:
    assert read_sound(answering(CommandResult(b"", b"", None, Outcome.MISSING))) == NotKnown(Why.MISSING)
    assert read_sound(answering(CommandResult(b"", b"Connection failure", 1, Outcome.OK))) == NotKnown(Why.OFF)
    assert read_sound(answering(CommandResult(b"", b"", None, Outcome.TIMEOUT))) == NotKnown(Why.TIMEOUT)
    assert read_sound(answering(CommandResult(b"", b"", 0, Outcome.OK))) == NotKnown(Why.UNREADABLE)


def test_macos() -> None:
    sound = sound_in_settings(b"output volume:50, input volume:75, alert volume:100, output muted:true\n")
    assert isinstance(sound, Sound)
    out, into = sound.out(), sound.into()
    assert out is not None
    assert into is not None
    assert (out.muted, out.percent, into.percent) == (True, 50, 75)
    screen = sound_in_settings(b"output volume:missing value, input volume:missing value, alert volume:100, output muted:missing value")
    assert isinstance(screen, Sound)
    assert screen.out() is not None
    assert screen.into() is None
    assert sound_in_settings(b"") == NotKnown(Why.UNREADABLE)
    assert read_sound_on_macos(answering(CommandResult(b"", b"", None, Outcome.MISSING))) == NotKnown(Why.MISSING)


def test_names_on_macos() -> None:
    items = [
        {"_name": "MacBook Speakers", "coreaudio_default_audio_output_device": "spaudio_yes"},
        {"_name": "Headset", "coreaudio_default_audio_input_device": "spaudio_yes"},
    ]
    text = json.dumps({"SPAudioDataType": [{"_items": items, "_name": "coreaudio_device"}]}).encode()
    assert default_names_in(text) == ("MacBook Speakers", "Headset")
    assert default_names_in(b"{}") == default_names_in(b"[" * 100_000) == default_names_in(b'{"SPAudioDataType": 5}') == ("", "")


def test_windows_is_not_here() -> None:
    assert read_sound_on_windows() == NotKnown(Why.UNSUPPORTED)
    assert microphone_allowed() is None
