"""The HUD's pieces show what they are given, and every sign of the atlas can be told apart."""

from pathlib import Path

import pygame
import pytest

from game.view import gauges, widgets
from game.view.font import Font
from game.view.palette import rgb

ASSETS = Path(__file__).parents[2] / "assets"
GROUND = (105, 86, 127)


@pytest.fixture
def screen() -> pygame.Surface:
    surface = pygame.Surface((480, 270))
    surface.fill(GROUND)
    return surface


@pytest.fixture(params=["small", "large"])
def font(request: pytest.FixtureRequest) -> Font:
    return Font.load(ASSETS / "font" / f"{request.param}.json")


def count(surface: pygame.Surface, name: str, area: pygame.Rect | tuple[int, int, int, int]) -> int:
    part = surface.subsurface(area)
    return pygame.mask.from_threshold(part, rgb(name), (1, 1, 1)).count()


@pytest.mark.parametrize("per_mille", [-50, 0, 250, 500, 1000, 1400])
def test_a_bar_is_filled_as_far_as_its_value(screen: pygame.Surface, per_mille: int) -> None:
    widgets.bar(screen, 10, 10, 80, 5, per_mille, widgets.CHAKRA_RAMP)
    empty = count(screen, "night2", (10, 12, 80, 1))
    assert empty == 80 - 80 * max(0, min(per_mille, 1000)) // 1000


def test_what_was_spent_stands_behind_the_fill_as_a_ghost(screen: pygame.Surface) -> None:
    widgets.bar(screen, 10, 10, 80, 5, 500, widgets.CHAKRA_RAMP, ghost_per_mille=750)
    assert count(screen, "chak1", (50, 12, 40, 1)) == 20


def test_as_many_pips_burn_as_are_lit(screen: pygame.Surface) -> None:
    widgets.pips(screen, 10, 10, 4, 6)
    lit = [screen.get_at((14 + 13 * i, 11))[:3] == rgb("lamp2") for i in range(6)]
    assert lit == [True, True, True, True, False, False]


def test_a_panel_has_cut_corners_and_a_moonlit_top(screen: pygame.Surface) -> None:
    widgets.panel(screen, 20, 20, 40, 30, corner=3)
    assert screen.get_at((20, 20))[:3] == GROUND
    assert screen.get_at((59, 49))[:3] == GROUND
    assert screen.get_at((40, 20))[:3] == rgb("moon0")


def test_the_compass_glows_where_the_signature_is(screen: pygame.Surface) -> None:
    small = Font.load(ASSETS / "font" / "small.json")
    west = gauges.Arc(heading=512, half_width=90)
    gauges.compass(screen, small, 240, 135, 27, [west], facing=0, north="N")
    assert (
        count(screen, "chak0", (213, 120, 27, 30)) + count(screen, "chak3", (213, 120, 27, 30)) > 0
    )
    for name in gauges.CHAKRA_ARC:
        assert count(screen, name, (244, 120, 24, 30)) == 0


def test_a_vague_signature_has_a_wider_arc_than_a_sure_one() -> None:
    small = Font.load(ASSETS / "font" / "small.json")
    glow = []
    for half_width in (40, 200):
        surface = pygame.Surface((60, 60))
        arc = gauges.Arc(0, half_width)
        gauges.compass(surface, small, 30, 30, 27, [arc], facing=512, north="N")
        glow.append(sum(count(surface, n, (0, 0, 60, 60)) for n in gauges.CHAKRA_ARC))
    assert glow[1] > 2 * glow[0]


def test_the_trust_needle_leans_to_the_side_of_the_feeling(screen: pygame.Surface) -> None:
    gauges.trust_needle(screen, 100, 100, -1000)
    gauges.trust_needle(screen, 200, 100, 1000)
    assert (
        count(screen, "sand8", (100, 100, 20, 16)) > 0 == count(screen, "sand8", (121, 100, 14, 16))
    )
    assert (
        count(screen, "sand8", (221, 100, 14, 16)) > 0 == count(screen, "sand8", (200, 100, 20, 16))
    )


def test_a_stopped_heart_draws_no_beat(screen: pygame.Surface) -> None:
    for x, flat in ((0, False), (120, True)):
        gauges.heart_trace(screen, x, 0, 100, 34, step=300, period=33, strength=1000, flat=flat)
    assert count(screen, "heal2", (0, 0, 100, 15)) > 0
    assert count(screen, "heal2", (120, 0, 100, 15)) == 0


def test_a_focused_row_is_marked_by_shape_and_not_only_by_colour(
    screen: pygame.Surface, font: Font
) -> None:
    widgets.menu_row(screen, font, 240, 50, "Rest", focused=False)
    assert count(screen, "chak3", (0, 0, 480, 270)) == 0
    area = widgets.menu_row(screen, font, 240, 50, "Rest", focused=True)
    assert count(screen, "chak3", area) > 8


def test_prompts_in_a_row_do_not_overlap(screen: pygame.Surface, font: Font) -> None:
    button = pygame.Surface((13, 11))
    for key in ("Q", "Space", button):
        behind = widgets.prompt(screen, font, 20, 20, key, "Sense")
        assert behind == 20 + widgets.prompt_width(font, key, "Sense")


def test_a_talk_of_two_lines_stays_inside_its_box(screen: pygame.Surface, font: Font) -> None:
    widgets.dialogue_box(
        screen,
        font,
        ["I have slept worse.", "Not often."],
        name="Sakura",
        accent="pink2",
        name_align=0,
        more=True,
    )
    below = screen.subsurface((0, 262, 480, 8))
    assert pygame.transform.average_color(below)[:3] == GROUND
    assert count(screen, "sand8", (27, 205, 430, 50)) > 60
