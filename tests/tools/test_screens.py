"""The screens stand beside the drawings that said how they were to look."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.view import widgets
from game.view.palette import rgb
from tools.screens import all_shots, main
from tools.shots import night, pairs
from tools.shots.measures import (
    Measures,
    flat_squares,
    measure,
    new_frame,
    palette_share,
    pixels_of,
    words_watched,
)
from tools.shots.studio import Studio, before_light


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    yield Studio(tmp_path_factory.mktemp("home"))


@pytest.mark.parametrize("name", ["patrol", "gate_watch", "storm", "land"])
def test_the_game_is_as_rich_and_as_warm_as_its_drawing(studio: Studio, name: str) -> None:
    with words_watched() as over:
        picture = all_shots()[name](studio)
    assert pairs.too_far(name, pairs.kept()[name], measure(pixels_of(picture))) == []
    assert over == []


@pytest.mark.parametrize("name", ["patrol", "village"])
def test_before_light_falls_on_it_a_picture_has_the_palette_s_colours(
    studio: Studio, name: str
) -> None:
    picture = before_light(night.staged(studio, name))
    assert palette_share(pixels_of(picture)) >= pairs.PALETTE_PER_MILLE


def test_every_pair_is_kept_with_what_was_measured() -> None:
    folder = pairs.folder()
    readme = (folder / "README.md").read_text("utf-8")
    assert set(pairs.kept()) == set(pairs.PAIRS)
    for name in pairs.PAIRS:
        assert (folder / f"{name}.png").is_file()
        assert f"{name}.png" in readme


def test_there_are_pictures_of_every_screen_and_of_every_situation() -> None:
    names = set(all_shots())
    assert len(names) >= 30
    assert {"title", "options", "pause", "map", "talk", "operation", "results"} <= names


def test_a_picture_without_warmth_or_without_tones_falls_short() -> None:
    drawn = Measures(tones=20, warm_per_mille=100, flat_squares=0)
    assert pairs.too_far("it", drawn, Measures(20, 80, 0)) == []
    assert len(pairs.too_far("it", drawn, Measures(12, 40, 3))) == 3


def test_a_flat_square_is_found_and_a_dithered_one_is_not() -> None:
    y, x = np.mgrid[0:80, 0:80]
    flat = np.full((80, 80, 3), 9, np.uint8)
    dithered = np.repeat(((x + y) % 2 * 20)[:, :, None], 3, axis=2).astype(np.uint8)
    assert flat_squares(flat)
    assert not flat_squares(dithered)


def test_words_that_leave_their_panel_or_the_picture_are_named(studio: Studio) -> None:
    font, canvas = studio.library.small, pygame.Surface((200, 60))
    with words_watched() as over:
        new_frame()
        widgets.panel(canvas, 4, 4, 60, 20)
        font.draw(canvas, "short", 8, 8, rgb("sand8"))
        assert over == []
        font.draw(canvas, "far too long for it", 8, 8, rgb("sand8"))
        font.draw(canvas, "away", 190, 40, rgb("sand8"))
    assert len(over) == 2


def test_an_unknown_name_is_told_with_those_that_are_known(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["gait", "--out", str(tmp_path)]) == 2
    assert "gate" in capsys.readouterr().err
