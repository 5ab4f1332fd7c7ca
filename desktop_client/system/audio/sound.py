"""Sound devices and the programs that use them, as PulseAudio and PipeWire tell both alike (`pactl`, Linux)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_client.system.commands import CommandResult, Outcome, Run
from desktop_client.system.not_known import NotKnown, Why

LIMIT_S = 1.0
FULL = 65536
"""The value of 100 % volume."""
DUMMY = frozenset({"auto_null", "dummy"})
_SCREEN_WORDS = ("hdmi", "displayport", "display-port")


@dataclass(frozen=True, kw_only=True)
class Device:
    """An output or an input. `title` is what a person calls it; `form` such as "speaker", "headset", "hdmi", "tv", "" where not told.

    `volumes` are per channel, 65536 is 100 %. `plugged` False only when the device says that nothing is plugged in.
    """

    name: str
    title: str
    form: str = ""
    muted: bool = False
    volumes: tuple[int, ...] = ()
    plugged: bool = True
    real: bool = True
    screen: bool = False

    @property
    def percent(self) -> int:
        """Of the loudest channel."""
        return round(100 * max(self.volumes, default=FULL) / FULL)


@dataclass(frozen=True, kw_only=True)
class Stream:
    """A program that plays or listens at a device, by the server's number."""

    number: int
    program: str
    device: str
    muted: bool


@dataclass(frozen=True, kw_only=True)
class Sound:
    """All of it. `output` and `input` are the defaults' names; monitors (what an output plays) are no inputs and left out."""

    output: str = ""
    input: str = ""
    outputs: tuple[Device, ...] = ()
    inputs: tuple[Device, ...] = ()
    playing: tuple[Stream, ...] = ()
    listening: tuple[Stream, ...] = ()

    def out(self) -> Device | None:
        """The default output."""
        return next((device for device in self.outputs if device.name == self.output), None)

    def into(self) -> Device | None:
        """The default input, None where that is a monitor or nothing."""
        return next((device for device in self.inputs if device.name == self.input), None)


def read_sound(run: Run, limit_s: float = LIMIT_S) -> Sound | NotKnown:
    """The sound of this session; missing without `pactl`, off without a sound service."""
    info = run(("pactl", "-f", "json", "info"), limit_s)
    if info.outcome is not Outcome.OK:
        return NotKnown.of(info)
    if info.exit != 0:
        return NotKnown(Why.OFF)
    told = {kind: _listed(run(("pactl", "-f", "json", "list", kind), limit_s)) for kind in _KINDS}
    if not told["sinks"] and not told["sources"] and not info.stdout.strip():
        return NotKnown(Why.UNREADABLE)
    return sound_in(info.stdout, told)


_KINDS = ("sinks", "sources", "sink-inputs", "source-outputs")


def _listed(result: CommandResult) -> bytes:
    return result.stdout if result.outcome is Outcome.OK and result.exit == 0 else b""


def sound_in(info: bytes, told: dict[str, bytes]) -> Sound:
    """The same from pactl's JSON; whatever isn't understood is left out."""
    head = _loaded(info)
    defaults = head if isinstance(head, dict) else {}
    outputs = {_int(row, "index"): _device(row) for row in _rows(told.get("sinks", b""))}
    inputs = {_int(row, "index"): _device(row) for row in _rows(told.get("sources", b"")) if not _is_monitor(row)}
    return Sound(
        output=_text(defaults, "default_sink_name"),
        input=_text(defaults, "default_source_name"),
        outputs=tuple(device for device in outputs.values() if device.name),
        inputs=tuple(device for device in inputs.values() if device.name),
        playing=tuple(_streams(told.get("sink-inputs", b""), "sink", outputs)),
        listening=tuple(_streams(told.get("source-outputs", b""), "source", inputs)),
    )


def _streams(text: bytes, where: str, devices: dict[int, Device]) -> Iterable[Stream]:
    for row in _rows(text):
        properties = _properties(row)
        program = _text(properties, "application.name") or _text(properties, "application.process.binary")
        device = devices.get(_int(row, where))
        # Level meters (peak detection) listen to everything and are nobody's call.
        if program and _int(row, "index") >= 0 and "peak" not in _text(properties, "media.name").lower():
            yield Stream(number=_int(row, "index"), program=program, device=device.name if device else "", muted=row.get("mute") is True)


def _device(row: dict[str, object]) -> Device:
    properties = _properties(row)
    name = _text(row, "name")
    form = _text(properties, "device.form_factor")
    port = _active_port(row)
    driver, factory = _text(row, "driver"), _text(properties, "factory.name")
    virtual = driver.startswith(("module-null-sink", "module-null-source")) or factory == "support.null-audio-sink"
    words = f"{name} {form} {_text(port, 'name')} {_text(port, 'type')}".lower()
    volume = row.get("volume")
    channels = volume.values() if isinstance(volume, dict) else ()
    return Device(
        name=name,
        title=_text(row, "description") or name,
        form=form,
        muted=row.get("mute") is True,
        volumes=tuple(_int(channel, "value") for channel in channels if isinstance(channel, dict)),
        plugged=_text(port, "availability") != "not available",
        # A null device swallows sound, unless it is told to be something: a virtual cable has a form.
        real=name not in DUMMY and not (virtual and not form),
        screen=any(word in words for word in _SCREEN_WORDS) or form in {"tv", "hdmi"},
    )


def _active_port(row: dict[str, object]) -> dict[str, object]:
    ports, active = row.get("ports"), row.get("active_port")
    found = [port for port in ports if isinstance(port, dict) and port.get("name") == active] if isinstance(ports, list) else []
    return found[0] if found else {}


def _is_monitor(row: dict[str, object]) -> bool:
    return _text(row, "name").endswith(".monitor") or _text(_properties(row), "device.class") == "monitor"


def _properties(row: dict[str, object]) -> dict[str, object]:
    properties = row.get("properties")
    return properties if isinstance(properties, dict) else {}


def _rows(text: bytes) -> list[dict[str, object]]:
    told = _loaded(text)
    return [row for row in told if isinstance(row, dict)] if isinstance(told, list) else []


def _loaded(text: bytes) -> object:
    try:
        return json.loads(text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _text(row: dict[str, object], name: str) -> str:
    value = row.get(name)
    return value.strip() if isinstance(value, str) and value.strip() not in {"(null)", "n/a"} else ""


def _int(row: dict[str, object], name: str) -> int:
    value = row.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
