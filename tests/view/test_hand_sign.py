"""While a stroke goes on the player sees how true the hand is, and where it should be."""

from itertools import pairwise
from pathlib import Path

import pygame
import pytest

from game.content.operations import story_operation
from game.content.strings import Strings
from game.core import codec
from game.core.units import SUB, seconds
from game.sim.table import tuning
from game.sim.table.operation import Operation, TableInput, TableNight, begin, step
from game.view.hand_sign import HandSign, Lie
from game.view.operation_scene import OperationView
from game.view.palette import rgb

ASSETS = Path(__file__).parents[2] / "assets"
PATIENT = story_operation()
SLASH = PATIENT.wound("slash_3")
PANEL = pygame.Rect(150, 236, 200, 34)


def opened() -> Operation:
    op = begin(PATIENT, 760, 900, 5)
    op.shirt_open = True
    return op


def work(op: Operation, sign: HandSign, point: tuple[int, int], ticks: int = seconds(3)) -> None:
    """Heal at a place with a flow that is kept in its band."""
    for _ in range(ticks):
        step(op, PATIENT, TableInput(point=point, flow=op.flow < 500), TableNight())
        sign.hear(op, PATIENT)


def beside(pixels: int) -> tuple[int, int]:
    """A point so far below the middle of the lower slash, square to it."""
    x, y = SLASH.marks[len(SLASH.marks) // 2]
    return round(x / SUB + pixels * 0.45), round(y / SUB + pixels * 0.89)


@pytest.mark.parametrize(
    ("pixels", "lie"),
    [(0, Lie.ON), (2, Lie.NEAR), (5, Lie.BESIDE), (9, Lie.ASTRAY), (30, Lie.NOTHING)],
)
def test_the_farther_the_hand_is_from_the_wound_the_louder_it_is_said(
    pixels: int, lie: Lie
) -> None:
    op, sign = opened(), HandSign()
    work(op, sign, beside(0), 50)
    work(op, sign, beside(pixels), 100)

    assert sign.lie is lie


def test_help_with_a_steady_hand_calls_the_same_hand_nearer() -> None:
    plain, helped = opened(), opened()
    helped.rules = type(helped.rules)(tolerance_per_mille=2000)
    signs = HandSign(), HandSign()
    for op, sign in zip((plain, helped), signs, strict=True):
        work(op, sign, beside(0), 50)
        work(op, sign, beside(5), 100)

    assert signs[0].lie is Lie.BESIDE
    assert signs[1].lie is Lie.NEAR


def test_where_all_is_knitted_the_hand_is_led_on_to_what_is_left() -> None:
    op, sign = opened(), HandSign()
    work(op, sign, beside(0), seconds(1))
    wound = op.wound("slash_3")
    wound.spots = [0] * 2 + [tuning.SPOT_DONE] * (len(wound.spots) - 2)
    work(op, sign, beside(0), seconds(1))

    assert sign.lie is Lie.GO_ON
    assert sign.place is not None
    start_x, start_y = SLASH.path[0]
    assert abs(sign.place[0] - start_x) + abs(sign.place[1] - start_y) < 12


def test_a_hand_that_runs_along_the_wound_is_told_so() -> None:
    op, sign = opened(), HandSign()
    work(op, sign, SLASH.path[0], seconds(2))
    for mark in range(0, len(SLASH.marks), 2):
        x, y = SLASH.marks[mark]
        work(op, sign, (x // SUB, y // SUB), 3)

    assert sign.lie is Lie.FAST


def test_an_arrowhead_points_from_the_hand_to_its_place_and_grows_as_it_strays() -> None:

    def arrow(pixels: int) -> pygame.Rect:
        op, sign = opened(), HandSign()
        work(op, sign, beside(0), 50)
        work(op, sign, beside(pixels), 100)
        canvas = pygame.Surface((480, 270))
        canvas.fill((1, 2, 3))
        sign.draw(canvas, op.touch_px, op)
        mask = pygame.mask.from_threshold(canvas, (1, 2, 3), (1, 1, 1))
        mask.invert()
        return mask.get_bounding_rects()[0] if mask.count() else pygame.Rect(0, 0, 0, 0)

    small, large = arrow(4), arrow(9)
    assert arrow(0).size == (0, 0)
    assert 0 < small.width < large.width
    assert large.centery < beside(9)[1]


@pytest.mark.parametrize("large", [False, True], ids=["small text", "large text"])
@pytest.mark.parametrize("language", ["en", "en_XA"])
def test_every_word_for_flow_and_hand_fits_beside_the_other(large: bool, language: str) -> None:
    strings = Strings.load(language)
    view = OperationView(ASSETS, strings, large_text=large)
    op, canvas = opened(), pygame.Surface((480, 270))
    op.target = "slash_3"
    for flow in (0, 100, 500, 700, 900):
        op.flow = flow
        for lie in Lie:
            view._hand.lie = lie
            view.draw(canvas, op, PATIENT)
            assert not lie or _widest_gap_of_letters(canvas, view) >= 6

    assert strings.missing == []


def _widest_gap_of_letters(canvas: pygame.Surface, view: OperationView) -> int:
    """The widest gap between letters in the upper row of the flow's panel."""
    names = ("sand8", "heal2", "heal3", "lamp2", "lamp3", "blood2", "steel2")
    colors = {rgb(name) for name in names}
    top = canvas.get_height() - view.font.cap - 19
    rows = range(top, top + view.font.cap)
    lit = [
        x
        for x in range(110, 370)
        if any(canvas.get_at((x, y))[:3] in colors for y in rows)
    ]
    return max(after - before - 1 for before, after in pairwise(lit))


def test_watching_and_drawing_change_nothing() -> None:
    op, sign = opened(), HandSign()
    work(op, sign, beside(5))
    before = codec.encode(op)
    sign.hear(op, PATIENT)
    sign.draw(pygame.Surface((480, 270)), op.touch_px, op)

    assert codec.encode(op) == before
