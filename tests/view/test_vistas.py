"""Wide pictures: whole at every tick, alive unless stillness is asked for, and safe to load."""

from pathlib import Path

import pygame
import pytest

from game.view.vistas import MAX_SWAY_PX, Vista, VistaError

FOLDER = Path(__file__).parents[2] / "assets" / "vistas"
UNPAINTED = (255, 0, 255)


def shot(vista: Vista, tick: int, **options: int) -> pygame.Surface:
    target = pygame.Surface((480, 270))
    target.fill(UNPAINTED)
    vista.draw(target, tick, sway_px=options.get("sway_px", 0), still=bool(options.get("still")))
    return target


@pytest.fixture(scope="module")
def title() -> Vista:
    return Vista.load(FOLDER, "title")


@pytest.mark.parametrize("sway_px", [-400, -MAX_SWAY_PX, 0, MAX_SWAY_PX, 400])
def test_no_shift_of_the_view_shows_an_edge(title: Vista, sway_px: int) -> None:
    target = shot(title, 777, sway_px=sway_px)
    assert pygame.mask.from_threshold(target, UNPAINTED, (1, 1, 1)).count() == 0


def test_the_title_lives(title: Vista) -> None:
    assert shot(title, 0).get_buffer().raw != shot(title, 40).get_buffer().raw


def test_stillness_stops_every_motion(title: Vista) -> None:
    calm = shot(title, 0, still=1).get_buffer().raw
    assert all(shot(title, tick, still=1).get_buffer().raw == calm for tick in (40, 9001))


def test_near_sand_moves_more_than_far_rocks_when_the_view_shifts(title: Vista) -> None:
    by_depth = [layer.entry.depth_per_mille for layer in title.layers]
    assert by_depth == sorted(by_depth)
    assert shot(title, 0).get_buffer().raw != shot(title, 0, sway_px=8).get_buffer().raw


def test_a_figure_can_be_left_out() -> None:
    vista = Vista.load(FOLDER, "ending_dawn")
    with_walker, alone = pygame.Surface((480, 270)), pygame.Surface((480, 270))
    vista.draw(with_walker, 0)
    vista.draw(alone, 0, without=(0,))
    assert with_walker.get_buffer().raw != alone.get_buffer().raw


def test_a_missing_or_broken_scene_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(VistaError, match=r"nowhere\.json"):
        Vista.load(tmp_path, "nowhere")
    (tmp_path / "odd.json").write_text('{"version": 1, "layers": [7]}')
    with pytest.raises(VistaError, match=r"odd\.json"):
        Vista.load(tmp_path, "odd")
