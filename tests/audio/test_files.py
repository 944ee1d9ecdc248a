"""The committed sounds, listened to with numbers, and that they are what the programs make."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.audio.going_on import LOOPS
from game.audio.table import read_table
from game.content.paths import assets_folder
from tools.audio.catalogue import FOLDERS, rendered
from tools.audio.measure import measured, sameness, seam
from tools.audio.music import LOOP_FRAMES
from tools.audio.recipe import LEVEL_DB, Loudness
from tools.audio.synth import PEAK, RATE, Samples

ASSETS = assets_folder()
EVERY = [(folder, name) for folder, recipes in FOLDERS.items() for name in recipes]


@pytest.fixture(autouse=True, scope="module")
def mixer() -> Iterator[None]:
    pygame.mixer.quit()
    pygame.mixer.init(RATE, -16, 2)
    yield
    pygame.mixer.quit()


def path_of(folder: str, name: str) -> Path:
    return ASSETS / folder / f"{name}.ogg"


@cache
def heard(folder: str, name: str) -> Samples:
    """A committed file as the game decodes it; one channel where both are the same."""
    sound = pygame.mixer.Sound(path_of(folder, name))
    samples = np.frombuffer(sound.get_raw(), np.int16).reshape(-1, 2) / 32768.0
    return samples if np.any(samples[:, 0] != samples[:, 1]) else samples[:, 0].copy()


def test_the_programs_make_exactly_the_committed_files() -> None:
    made = {path_of(folder, name) for folder, name in EVERY}
    assert made == {path for folder in FOLDERS for path in (ASSETS / folder).glob("*.ogg")}


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("sound", "heartbeat"),
        ("sound", "alarm_search"),
        ("sound", "step_rock_hard_2"),
        ("sound", "scan_soft_3"),
        ("sound", "punch"),
        ("music", "talk"),
    ],
)
def test_a_rebuilt_sound_is_the_committed_one(folder: str, name: str) -> None:
    assert sameness(rendered(FOLDERS[folder][name]), heard(folder, name)) > 0.95


def test_other_sounds_are_not_taken_for_the_same() -> None:
    one, other = heard("sound", "scan_soft_3"), heard("sound", "scan_hard_3")
    assert sameness(one, other) < 0.8


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_every_sound_is_as_loud_as_its_class_and_none_clips(folder: str) -> None:
    for name, recipe in FOLDERS[folder].items():
        figures = measured(heard(folder, name))
        goes_on = recipe.loudness in (Loudness.LOOP, Loudness.MUSIC)
        level = figures.whole_db if goes_on else figures.rms_db
        assert abs(level - LEVEL_DB[recipe.loudness]) < 1.5, (name, level)
        assert figures.peak < PEAK + 0.1, (name, figures.peak)


def test_every_loop_joins_without_a_click() -> None:
    for folder, name in EVERY:
        if FOLDERS[folder][name].loop:
            assert seam(heard(folder, name)) < 1.0, name


def test_a_loop_cut_short_would_click() -> None:
    whole = heard("sound", "heal_3")
    assert seam(whole[: len(whole) * 2 // 5]) > 2.0


def test_what_is_looped_is_made_to_loop() -> None:
    table = read_table(ASSETS)
    looped = {file for name in LOOPS for file in table.files(name)}
    assert looped == {name for name, recipe in FOLDERS["sound"].items() if recipe.loop}


def test_all_layers_are_equally_long_and_the_title_ends_in_silence() -> None:
    for name in read_table(ASSETS).layers():
        assert len(heard("music", name)) == LOOP_FRAMES
    title = heard("music", "title")
    assert 40 < len(title) / RATE < 60
    assert np.max(np.abs(title[-200:])) < 0.01
    assert np.max(np.abs(title[:200])) < 0.01


def test_pitch_climbs_with_the_takes_of_a_loop() -> None:
    for name in ("pulse", "heal", "scan_nothing", "scan_soft", "scan_hard"):
        files = read_table(ASSETS).files(name)
        spectra = [np.abs(np.fft.rfft(heard("sound", file))) for file in files]
        hertz = [
            int(np.argmax(spectrum)) * RATE / len(heard("sound", file))
            for file, spectrum in zip(files, spectra, strict=True)
        ]
        assert hertz == sorted(hertz)
        assert len(set(hertz)) == len(hertz)


def test_gravel_is_brighter_than_sand_and_soft_sand_is_dullest() -> None:
    bright = {
        ground: measured(heard("sound", f"step_{ground}_easy_1")).centroid_hz
        for ground in ("soft", "sand", "gravel")
    }
    assert bright["soft"] < bright["sand"] < bright["gravel"]


def test_the_streams_are_numbered_alike_and_small_enough_to_carry() -> None:
    paths = [path_of(folder, name) for folder, name in EVERY]
    assert all(path.read_bytes()[14:18] == b"SUNA" for path in paths)
    assert sum(path.stat().st_size for path in paths) < 12_000_000
