"""The sound device behind pygame: voices by priority, held loops, layers that keep step.

Files are decoded by a thread, the small ones first, so that the title is not kept waiting; what is
not decoded yet is not heard. A file that cannot be read is logged once and stays silent.
"""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event as Flag
from threading import Thread
from typing import Final

import pygame

from game.audio.output import NoOutput, Output, Sides

RATE: Final = 44_100
BUFFER_FRAMES: Final = 512
VOICES: Final = 18
LOOPS: Final = 12
FADE_MS: Final = 1200
_HEARABLE: Final = 0.003
"""Changes and levels below this are not worth a call."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Voice:
    """A channel for sounds played once, and what it plays."""

    channel: pygame.mixer.Channel
    priority: int = 0
    number: int = 0
    """Counts up with each sound begun: the lowest is the oldest."""


@dataclass(slots=True)
class _Held:
    """A channel for a loop: what it plays, and how loud it was last told to be."""

    channel: pygame.mixer.Channel
    file: str = ""
    sides: Sides = field(default_factory=Sides)


def open_speaker(assets: Path, sounds: Sequence[str], layers: Sequence[str], mono: bool) -> Output:
    """The sound device, or its silent twin if there is none; ``sounds`` first is decoded first."""
    try:
        pygame.mixer.quit()
        pygame.mixer.init(RATE, -16, 1 if mono else 2, BUFFER_FRAMES)
    except (pygame.error, NotImplementedError) as error:
        _log.warning("no sound: %s", error)
        return NoOutput()
    return Speaker(assets, sounds, layers, mono)


class Speaker:
    """An open sound device. Make one with ``open_speaker``."""

    def __init__(
        self, assets: Path, sounds: Sequence[str], layers: Sequence[str], mono: bool
    ) -> None:
        pygame.mixer.set_num_channels(VOICES + LOOPS + len(layers))
        channels = [pygame.mixer.Channel(n) for n in range(VOICES + LOOPS + len(layers))]
        self._assets = assets
        self._mono = mono
        self._voices = [_Voice(channel) for channel in channels[:VOICES]]
        self._held = [_Held(channel) for channel in channels[VOICES : VOICES + LOOPS]]
        self._layers = {
            name: _Held(channel, name)
            for name, channel in zip(layers, channels[VOICES + LOOPS :], strict=True)
        }
        self._bank: dict[str, pygame.mixer.Sound] = {}
        self._begun = 0
        self._theme = ""
        self._layers_go = False
        self._closing = Flag()
        paths = [(name, assets / "sound" / f"{name}.ogg") for name in sounds]
        paths += [(f"music/{name}", assets / "music" / f"{name}.ogg") for name in layers]
        self._loader = Thread(target=self._load, args=(paths,), name="sounds", daemon=True)
        self._loader.start()

    def wait_until_loaded(self) -> None:
        """Return once every file is decoded or given up: for tests and tools, never in play."""
        self._loader.join()

    @property
    def loaded(self) -> int:
        """How many files are decoded."""
        return len(self._bank)

    def play(self, file: str, sides: Sides, priority: int) -> None:
        """Play a sound once; if too much sounds already, what matters least makes room."""
        sound = self._bank.get(file)
        if sound is None or sides.loudest < _HEARABLE or not _is_open():
            return
        voice = next((voice for voice in self._voices if not voice.channel.get_busy()), None)
        if voice is None:
            voice = min(self._voices, key=lambda other: (other.priority, other.number))
            if voice.priority > priority:
                return
        self._begun += 1
        voice.priority, voice.number = priority, self._begun
        voice.channel.play(sound)
        self._set(voice.channel, sides)

    def hold(self, file: str, sides: Sides) -> None:
        """Let a loop go on at this loudness, beginning it if need be; at 0 it ends."""
        if not _is_open():
            return
        held = next((held for held in self._held if held.file == file), None)
        if sides.loudest < _HEARABLE:
            if held is not None:
                held.channel.stop()
                held.file = ""
            return
        if held is None:
            sound = self._bank.get(file)
            held = next((held for held in self._held if not held.file), None)
            if sound is None or held is None:
                return
            held.file, held.sides = file, Sides()
            held.channel.play(sound, loops=-1)
        self._turn(held, sides)

    def layers(self, levels: Mapping[str, float]) -> None:
        """Set the loudness of the layers; all begin together, once all are decoded."""
        if not _is_open() or (not self._layers_go and self._loader.is_alive()):
            return
        if not self._layers_go:
            sounds = [self._bank.get(f"music/{name}") for name in self._layers]
            for held, sound in zip(self._layers.values(), sounds, strict=True):
                if sound is not None:
                    held.channel.play(sound, loops=-1)
                    held.channel.set_volume(0.0)
                    held.sides = Sides()
            self._layers_go = True
        for name, held in self._layers.items():
            level = levels.get(name, 0.0)
            self._turn(held, Sides(level, level))

    def theme(self, file: str, level: float) -> None:
        """Stream a piece of music from its file, round and round; no name fades it out."""
        try:
            if file and file != self._theme:
                pygame.mixer.music.load(self._assets / "music" / f"{file}.ogg")
                pygame.mixer.music.play(loops=-1, fade_ms=FADE_MS)
            elif not file and self._theme:
                pygame.mixer.music.fadeout(FADE_MS)
            if file:
                pygame.mixer.music.set_volume(level)
        except (pygame.error, OSError) as error:
            _log.warning("music %s cannot be played: %s", file, error)
        self._theme = file

    def pause(self, on: bool) -> None:
        """Hold all sounds but the music, or let them go on."""
        if not _is_open():
            return
        for channel in [*(voice.channel for voice in self._voices), *self._loop_channels()]:
            if on:
                channel.pause()
            else:
                channel.unpause()

    def stop(self) -> None:
        """End all sounds and all music."""
        if _is_open():
            pygame.mixer.stop()
            pygame.mixer.music.stop()
        for held in self._held:
            held.file = ""
        self._theme, self._layers_go = "", False

    def close(self) -> None:
        """Let go of the device."""
        self._closing.set()
        self._loader.join()
        self._bank.clear()
        pygame.mixer.quit()

    def _load(self, paths: list[tuple[str, Path]]) -> None:
        for name, path in paths:
            if self._closing.is_set():
                return
            try:
                self._bank[name] = pygame.mixer.Sound(path)
            except (pygame.error, OSError) as error:
                _log.warning("%s: cannot be played: %s", path, error)

    def _loop_channels(self) -> list[pygame.mixer.Channel]:
        return [held.channel for held in self._held]

    def _turn(self, held: _Held, sides: Sides) -> None:
        moved = max(abs(held.sides.left - sides.left), abs(held.sides.right - sides.right))
        ends = sides.loudest == 0.0 and held.sides.loudest > 0.0
        if moved >= _HEARABLE or ends:
            held.sides = sides
            self._set(held.channel, sides)

    def _set(self, channel: pygame.mixer.Channel, sides: Sides) -> None:
        if self._mono or abs(sides.left - sides.right) < _HEARABLE:
            channel.set_volume((sides.left + sides.right) / 2)
        else:
            channel.set_volume(sides.left, sides.right)


def _is_open() -> bool:
    """Whether there is a device: whoever ends pygame first takes it away, and that is no error."""
    return pygame.mixer.get_init() is not None
