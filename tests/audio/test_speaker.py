"""The device itself, played into nothing: voices, loops, layers, and having no device at all."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.audio.options import AudioOptions
from game.audio.output import NoOutput, Sides
from game.audio.player import Audio, Ui
from game.audio.speaker import VOICES, Speaker, open_speaker
from game.content.paths import assets_folder
from tests.audio.listening import hear
from tests.sim.nights import WALK_EAST, night

ASSETS = assets_folder()
FULL = Sides(1.0, 1.0)


@pytest.fixture
def speaker() -> Iterator[Speaker]:
    opened = open_speaker(ASSETS, ("ui_ok", "drag", "name"), ("calm", "chase"), mono=False)
    assert isinstance(opened, Speaker)
    opened.wait_until_loaded()
    yield opened
    opened.close()


def playing() -> int:
    """How many channels sound just now."""
    return sum(
        pygame.mixer.Channel(n).get_busy() for n in range(pygame.mixer.get_num_channels())
    )


def test_a_night_is_played_through_the_device() -> None:
    audio = Audio(ASSETS)
    audio.title()
    audio.ui(Ui.OK)
    hear(audio, night(".@.................."), 30, WALK_EAST)
    audio.pause(True)
    audio.pause(False)
    audio.set_options(AudioOptions(mono=True))
    assert pygame.mixer.get_init() == (44_100, -16, 1)
    hear(audio, night(".@.................."), 30, WALK_EAST)
    audio.results()
    audio.stop()
    assert pygame.mixer.get_init() is None


def test_without_a_device_there_is_silence_and_no_complaint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no_such_driver")
    assert isinstance(open_speaker(ASSETS, ("ui_ok",), ("calm",), mono=False), NoOutput)
    audio = Audio(ASSETS)
    audio.title()
    hear(audio, night(".@.................."), 60, WALK_EAST)
    audio.pause(True)
    audio.set_options(AudioOptions(mono=True))
    audio.results()
    audio.stop()


def test_ending_pygame_first_is_no_error() -> None:
    audio = Audio(ASSETS)
    audio.title()
    pygame.mixer.quit()
    audio.ui(Ui.OK)
    hear(audio, night(".@.................."), 20, WALK_EAST)
    audio.pause(True)
    audio.stop()


def test_what_matters_least_makes_room(speaker: Speaker) -> None:
    for _ in range(VOICES):
        speaker.play("name", FULL, 5)
    assert playing() == VOICES
    speaker.play("drag", FULL, 4)
    sounds = [pygame.mixer.Channel(n).get_sound() for n in range(VOICES)]
    lengths = {round(sound.get_length()) for sound in sounds if sound is not None}
    assert lengths == {6}
    speaker.play("drag", FULL, 5)
    sounds = [pygame.mixer.Channel(n).get_sound() for n in range(VOICES)]
    assert sorted(round(sound.get_length()) for sound in sounds if sound is not None)[0] == 3
    assert playing() == VOICES


def test_a_held_loop_plays_once_and_ends_at_nothing(speaker: Speaker) -> None:
    for level in (0.2, 0.5, 0.9):
        speaker.hold("drag", Sides(level, level))
    assert playing() == 1
    speaker.hold("drag", Sides())
    assert playing() == 0


def test_all_layers_run_from_the_first_moment(speaker: Speaker) -> None:
    speaker.layers({"calm": 0.5})
    assert playing() == 2
    channels = [pygame.mixer.Channel(n) for n in range(pygame.mixer.get_num_channels())]
    levels = sorted(channel.get_volume() for channel in channels if channel.get_busy())
    assert levels == pytest.approx([0.0, 0.5], abs=0.02)
    speaker.stop()
    assert playing() == 0


def test_pausing_leaves_menus_their_sounds(speaker: Speaker) -> None:
    speaker.play("name", FULL, 5)
    speaker.pause(True)
    speaker.play("ui_ok", FULL, 5)
    assert playing() == 2
    speaker.pause(False)


def test_a_broken_file_is_logged_and_silent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sound").mkdir()
    (tmp_path / "sound" / "bad.ogg").write_bytes(b"not a sound")
    with caplog.at_level(logging.WARNING):
        opened = open_speaker(tmp_path, ("bad", "missing"), ("calm",), mono=False)
        assert isinstance(opened, Speaker)
        opened.wait_until_loaded()
        opened.play("bad", FULL, 5)
        opened.hold("missing", FULL)
        opened.theme("none", 1.0)
        opened.layers({"calm": 1.0})
        assert playing() == 0
        opened.close()
    for name in ("bad.ogg", "missing.ogg", "calm.ogg", "none"):
        assert any(name in record.getMessage() for record in caplog.records)
