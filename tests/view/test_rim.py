"""Who is felt or watches from outside the picture has a mark at its rim."""

import pytest

from game.core.units import SUB
from game.sim.level import Kind
from game.sim.tale.night import Felt
from game.view.rim import at_rim
from tests.sim.nights import Person, night, who
from tests.view.stages import Watched, blank, drawn, pixels

TALL = "\n".join("." * 20 + mark + "." * 20 for mark in "R........................@..........")


def felt_far_up(kind: str = "calm") -> Watched:
    """A night in which she feels somebody exactly, far above the picture."""
    world = night(TALL, R=Person(Kind.ROGUE, facing=768))
    rogue = who(world, "rogue_r")
    world.sensing.felt.append(
        Felt(rogue.id, rogue.x, rogue.y, 768, 0, 800, kind, "rogue", True, world.tick + 200)
    )
    return Watched(world)


def test_somebody_felt_inside_the_ring_but_out_of_the_picture_has_a_mark_at_the_rim() -> None:
    watched = felt_far_up()
    view = watched.stage.view(watched.world, 1.0)
    canvas = blank()
    watched.stage.chakra.draw_motes(canvas, watched.world, view)
    assert drawn(canvas.subsurface((220, 0, 40, 40))) > 40
    watched.world.sensing.felt.clear()
    empty = blank()
    watched.stage.chakra.draw_motes(empty, watched.world, view)
    assert drawn(empty) == 0


def test_somebody_felt_in_the_picture_has_none() -> None:
    watched = felt_far_up()
    rogue = who(watched.world, "rogue_r")
    rogue.y = watched.world.sakura.y - 60 * SUB
    watched.stage.between.note(watched.world)
    canvas = blank()
    watched.stage.chakra.draw_motes(canvas, watched.world, watched.stage.view(watched.world, 1.0))
    assert drawn(canvas) == 0


def test_what_somebody_feels_like_is_told_by_shape_not_only_by_colour() -> None:
    shapes = set()
    for kind in ("calm", "moving", "fluctuating", "animal"):
        watched = felt_far_up(kind)
        canvas = blank()
        view = watched.stage.view(watched.world, 1.0)
        watched.stage.chakra.draw_motes(canvas, watched.world, view)
        outline = pixels(canvas).sum(axis=2) > 200
        shapes.add(outline.tobytes())
    assert len(shapes) == 4


@pytest.mark.parametrize("x", range(-600, 1200, 75))
@pytest.mark.parametrize("y", [-400, 20, 250, 700])
def test_marks_at_the_rim_keep_off_the_corners_of_the_screen(x: int, y: int) -> None:
    at_x, at_y, _ = at_rim(x, y, 9)
    assert 9 <= at_x <= 471
    assert 9 <= at_y <= 261
    assert not (at_x < 126 and at_y < 40)
    assert not (at_x > 344 and at_y < 50)
    assert not (at_x < 110 and at_y > 230)
    assert not (at_x > 386 and at_y > 206)
