"""Default sound devices on macOS and Windows. Written from the documented form, not run."""

import json
import re
import sys

from desktop_client.system.audio.sound import FULL, Device, Sound
from desktop_client.system.commands import Outcome, Run
from desktop_client.system.not_known import NotKnown, Why

LIMIT_S = 1.0
_VOLUMES = ("osascript", "-e", "get volume settings")
_DEVICES = ("system_profiler", "-json", "SPAudioDataType")


def read_sound_on_macos(run: Run) -> Sound | NotKnown:
    """Volumes and mute by the script language's own words, which ask nobody; the devices' names where they come in time."""
    told = run(_VOLUMES, LIMIT_S)
    if told.outcome is not Outcome.OK:
        return NotKnown.of(told)
    return sound_in_settings(told.stdout, run(_DEVICES, LIMIT_S).stdout)


def sound_in_settings(settings: bytes, devices: bytes = b"") -> Sound | NotKnown:
    """`output volume:50, input volume:75, alert volume:100, output muted:false`; "missing value" for a device without a volume."""
    told = dict(re.findall(r"([a-z ]+):([^,\r\n]+)", settings.decode("utf-8", "replace")))
    told = {name.strip(): value.strip() for name, value in told.items()}
    if "output muted" not in told and "output volume" not in told:
        return NotKnown(Why.UNREADABLE)
    names = default_names_in(devices)
    out = Device(name="output", title=names[0], muted=told.get("output muted") == "true", volumes=_volume(told.get("output volume", "")))
    into = Device(name="input", title=names[1], volumes=_volume(told.get("input volume", "")))
    has_input = "input volume" in told and (told["input volume"] != "missing value" or bool(names[1]))
    return Sound(output="output", input="input" if has_input else "", outputs=(out,), inputs=(into,) if has_input else ())


def _volume(word: str) -> tuple[int, ...]:
    return (round(int(word) * FULL / 100),) if word.isdecimal() and len(word) <= 3 else ()


def default_names_in(text: bytes) -> tuple[str, str]:
    """The default output's and input's names in system_profiler's JSON, "" where not told."""
    try:
        told = json.loads(text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return "", ""
    groups = told.get("SPAudioDataType") if isinstance(told, dict) else None
    items = [item for group in _dicts(groups) for item in _dicts(group.get("_items"))]
    keys = ("coreaudio_default_audio_output_device", "coreaudio_default_audio_input_device")
    out, into = (next((str(item["_name"]) for item in items if item.get(key) == "spaudio_yes" and "_name" in item), "") for key in keys)
    return out, into


def _dicts(value: object) -> list[dict[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


_ENUMERATOR = "{BCDE0395-E52F-467C-8E3D-C4579291692E}", "{A95664D2-9614-4F35-A746-DE8DB63617E6}"
_ENDPOINT_VOLUME = "{5CDF2C82-841E-4546-9722-0CF74078229A}"
_RENDER, _CAPTURE, _CONSOLE = 0, 1, 0
_NONE = 0x80070490
_IN_PROCESS = 0x1


def read_sound_on_windows() -> Sound | NotKnown:
    """The default endpoints' volume and mute (Core Audio, IAudioEndpointVolume)."""
    if sys.platform == "win32":
        out, into = _endpoint(_RENDER), _endpoint(_CAPTURE)
        return Sound(
            output="output" if out else "",
            input="input" if into else "",
            outputs=(out,) if out else (),
            inputs=(into,) if into else (),
        )
    return NotKnown(Why.UNSUPPORTED)


def _endpoint(flow: int) -> Device | None:
    """None where there is no such device; raises OSError for anything else."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only here

        ole32 = ctypes.OleDLL("ole32")
        pointer = ctypes.c_void_p

        def guid(text: str) -> ctypes.Array[ctypes.c_char]:
            buffer = ctypes.create_string_buffer(16)
            ole32.CLSIDFromString(ctypes.c_wchar_p(text), buffer)
            return buffer

        def method(this: ctypes.c_void_p, place: int, *types: type) -> ctypes._CFuncPtr:
            table = ctypes.cast(this, ctypes.POINTER(ctypes.POINTER(pointer)))[0]
            return ctypes.WINFUNCTYPE(ctypes.c_long, pointer, *types)(table[place])

        def release(this: ctypes.c_void_p) -> None:
            method(this, 2)(this)

        ole32.CoInitializeEx(None, 0)
        enumerator, device, volume = pointer(), pointer(), pointer()
        ole32.CoCreateInstance(guid(_ENUMERATOR[0]), None, _IN_PROCESS, guid(_ENUMERATOR[1]), ctypes.byref(enumerator))
        try:
            got = method(enumerator, 4, ctypes.c_int, ctypes.c_int, ctypes.POINTER(pointer))
            if got(enumerator, flow, _CONSOLE, ctypes.byref(device)) & 0xFFFFFFFF == _NONE or not device:
                return None
            activate = method(device, 3, pointer, ctypes.c_ulong, pointer, ctypes.POINTER(pointer))
            activate(device, ctypes.cast(guid(_ENDPOINT_VOLUME), pointer), _IN_PROCESS, None, ctypes.byref(volume))
            level, muted = ctypes.c_float(1.0), ctypes.c_int(0)
            method(volume, 9, ctypes.POINTER(ctypes.c_float))(volume, ctypes.byref(level))
            method(volume, 15, ctypes.POINTER(ctypes.c_int))(volume, ctypes.byref(muted))
        finally:
            for one in (volume, device, enumerator):
                if one:
                    release(one)
        name = "output" if flow == _RENDER else "input"
        return Device(name=name, title="", muted=bool(muted.value), volumes=(round(level.value * FULL),))
    return None
