"""What the picture says about being seen: cones, lamps, shadows and the eye in the corner."""

import numpy as np
import pygame
import pytest
from numpy.typing import NDArray

from game.core import headings
from game.core.units import SUB, TILE_PX, TILE_SUB
from game.sim import Command
from game.sim.beings import Alert
from game.sim.command import Button, Gait
from game.sim.level import Kind
from game.sim.minds.eyes import FURTHEST_TILES, Zone
from game.sim.minds.looking import figure_of_her, see
from game.sim.minds.perception import sight_cells
from game.view.camera import WIDTH, View
from game.view.cones import SightCones, cone_picture, is_drawn
from game.view.hud import seen_from_tiles
from game.view.lighting import Lighting
from game.view.options import Cones
from game.view.palette import rgb
from tests.sim.nights import EAST, NORTH, SOUTH, WEST, Person, night, pass_time, who
from tests.view.stages import STILL, Watched, blank, brightness, drawn, pixels

FIELD = """
    ..............................
    ..............................
    ..............................
    .......#......................
    ......R#...................@..
    ..............................
    ....####......................
    ..............................
    ..............................
"""


def field() -> list[tuple[int, int, Zone]]:
    world = night(FIELD, R=Person(Kind.ROGUE, facing=WEST))
    return sight_cells(world, who(world, "rogue_r"))


def eye() -> tuple[int, int]:
    """The tile of whose cone ``field`` is."""
    watcher = who(night(FIELD, R=Person(Kind.ROGUE, facing=WEST)), "rogue_r")
    return watcher.x // TILE_SUB, watcher.y // TILE_SUB


@pytest.mark.parametrize("alarmed", [False, True])
def test_a_cone_covers_the_tiles_its_owner_sees_and_no_other(alarmed: bool) -> None:
    cells = field()
    picture, (left, top) = cone_picture(cells, alarmed, eye())
    covered = set()
    for x in range(picture.get_width() // TILE_PX):
        for y in range(picture.get_height() // TILE_PX):
            middle = x * TILE_PX + TILE_PX // 2, y * TILE_PX + TILE_PX // 2
            if picture.get_at(middle).a:
                covered.add((x + left // TILE_PX, y + top // TILE_PX))
    seen = {(x, y) for x, y, _ in cells}
    assert covered == seen


def test_the_cone_on_the_screen_covers_the_very_tiles_that_its_owner_sees() -> None:
    world = night(FIELD, R=Person(Kind.ROGUE, facing=WEST))
    watched, cones = Watched(world), SightCones(Cones.ALWAYS)
    view = watched.stage.view(world, 1.0)
    for _ in range(3):
        canvas = blank()
        cones.draw(canvas, world, view)
    seen = {(x, y) for x, y, _ in sight_cells(world, who(world, "rogue_r"))}
    changed = {
        (x, y)
        for x in range(world.level.width)
        for y in range(world.level.height)
        if drawn(middle_of_tile(canvas, view, x, y))
    }
    assert changed == seen


def middle_of_tile(canvas: pygame.Surface, view: View, x: int, y: int) -> pygame.Surface:
    """The pixel of the canvas in the middle of a tile."""
    half = TILE_PX // 2
    return canvas.subsurface((*view.on_canvas(x * TILE_PX + half, y * TILE_PX + half), 1, 1))


def test_what_is_certain_is_drawn_denser_than_a_glimpse() -> None:
    cells = field()
    picture, (left, top) = cone_picture(cells, False, eye())
    alpha = {}
    for zone in (Zone.GLIMPSE, Zone.CERTAIN):
        means = []
        for x, y, found in cells:
            if found is zone:
                area = (x * TILE_PX - left, y * TILE_PX - top, TILE_PX, TILE_PX)
                part = picture.subsurface(area)
                means.append(pygame.surfarray.array_alpha(part)[4:12, 4:12].mean())
        alpha[zone] = np.median(means)
    assert alpha[Zone.CERTAIN] > alpha[Zone.GLIMPSE] + 15


def test_a_cone_grows_fainter_away_from_the_eye() -> None:
    cells = [(x, 4, Zone.GLIMPSE) for x in range(4, 13)]
    picture, (left, _) = cone_picture(cells, False, (4, 4))
    rows = pygame.surfarray.array_alpha(picture)[:, 20:28]
    near, far = (rows[x * TILE_PX - left : (x + 1) * TILE_PX - left].mean() for x in (5, 11))
    assert near > far * 1.2 > 0


def test_an_alarmed_cone_is_red() -> None:
    calm, _ = cone_picture(field(), False, eye())
    alarmed, _ = cone_picture(field(), True, eye())
    assert calm.get_at((0, 0))[:3] == rgb("lamp2")
    assert alarmed.get_at((0, 0))[:3] == rgb("blood2")


def test_who_sees_nothing_has_an_empty_cone() -> None:
    picture, _ = cone_picture([], False, (0, 0))
    assert picture.get_at((0, 0)).a == 0


@pytest.mark.parametrize(
    ("mode", "calm", "curious"),
    [(Cones.ALWAYS, True, True), (Cones.CURIOUS, False, True), (Cones.SENSED, False, False)],
)
def test_cones_are_shown_as_the_player_chose(mode: Cones, calm: bool, curious: bool) -> None:
    world = night(FIELD, R=Person(Kind.ROGUE, facing=WEST))
    rogue = who(world, "rogue_r")
    assert is_drawn(world, rogue, mode) == calm
    rogue.alert = Alert.CURIOUS
    assert is_drawn(world, rogue, mode) == curious


LAMPS = "\n".join(
    "..............................." if y != 8 else ".......@.......*..............."
    for y in range(17)
)


def test_a_doused_lamp_leaves_the_dark_behind() -> None:
    lit, out = Watched(night(LAMPS)), Watched(night(LAMPS))
    lamp = lit.world.level.lights[0]
    out.world.doused.append(lamp.id)
    x, y = lit.stage.view(lit.world, 1.0).on_canvas(lamp.x // SUB, lamp.y // SUB)
    bright, dark = (brightness(each.picture(), x + 20, y) for each in (lit, out))
    assert bright > dark * 1.4


def test_a_lamp_shines_exactly_as_far_as_it_betrays() -> None:
    world = night(LAMPS)
    watched = Watched(world)
    lighting = Lighting(world.level, flicker=False)
    canvas = blank()
    canvas.fill((100, 100, 100))
    view = watched.stage.view(world, 1.0)
    lighting.light_ground(canvas, world, view)
    lamp = world.level.lights[0]
    middle_x, middle_y = view.on_canvas(lamp.x // SUB, lamp.y // SUB)
    x, y = np.nonzero((pixels(canvas) != 100).any(axis=2))
    reach = np.hypot(x - middle_x, y - middle_y).max()
    assert lamp.radius // SUB - 2 <= reach <= lamp.radius // SUB


def test_the_moon_s_shadows_run_on_from_one_square_of_ground_to_the_next() -> None:
    rows = ["." * 40 for _ in range(20)]
    rows[9] = rows[9][:12] + "#####" + rows[9][17:]
    rows[0] = "@" + rows[0][1:]
    lighting = Lighting(night("\n".join(rows)).level, flicker=False)

    def shaded(column: int, side: int) -> NDArray[np.int64]:
        square = pygame.Surface((side, side))
        square.fill((200, 200, 200))
        lighting.shade_chunk(square, (column, 0), 1667)
        return pixels(square).astype(np.int64)

    whole = shaded(0, 512)[:, :256]
    assert (whole != whole[0, 0]).any(), "no shadow lies there"
    assert np.abs(np.concatenate([shaded(0, 256), shaded(1, 256)]) - whole).max() <= 2


def test_the_eye_tells_from_how_far_she_would_be_seen() -> None:
    lamp = night("....................\n..........@*........\n....................")
    moon = night("....................\n..........@.........\n....................")
    assert seen_from_tiles(lamp) > seen_from_tiles(moon)
    moon.sakura.gait = Gait.SNEAK
    sneaking = seen_from_tiles(moon)
    moon.sakura.gait = Gait.WALK
    assert 0 < sneaking < seen_from_tiles(moon)
    moon.sakura.inside = 7
    assert seen_from_tiles(moon) == 0


def test_the_eye_promises_no_less_than_eyes_see() -> None:
    """Nobody sees her from further off than the corner of the screen says."""
    text = "....................\n.R................@.\n...................."
    for away in range(2, 12):
        world = night(text, R=Person(Kind.ROGUE, facing=EAST))
        rogue = who(world, "rogue_r")
        world.sakura.x = rogue.x + away * TILE_PX * SUB
        pass_time(world, 8, STILL)
        if rogue.meter:
            assert away <= seen_from_tiles(world)


def test_somebody_beyond_the_rim_who_could_see_her_is_marked_there() -> None:
    column = "\n".join("R" if y == 0 else "@" if y == 9 else "." for y in range(40))
    rows = "\n".join("." * 20 + mark + "." * 20 for mark in column.splitlines())
    world = night(rows, R=Person(Kind.ROGUE, facing=256))
    watched = Watched(world)
    put_far = who(world, "rogue_r")
    watched.stage.between.note(world)
    view = watched.stage.view(world, 1.0)
    canvas = blank()
    if view.shows(put_far.x // SUB, put_far.y // SUB):
        put_far.y = (view.y - 12) * SUB
        watched.stage.between.note(world)
    watched.stage.marks.draw(canvas, world, view)
    assert drawn(canvas.subsurface((0, 0, 480, 20))) > 20
    put_far.heading = 768
    turned_away = blank()
    watched.stage.marks.draw(turned_away, world, view)
    assert drawn(turned_away) == 0


@pytest.mark.parametrize("look", [-1, NORTH, SOUTH, EAST])
def test_whoever_sees_her_is_on_the_screen_or_marked_at_its_rim(look: int) -> None:
    """Eyes reach less far than the picture to both sides; above and below, marks stand for them."""
    assert FURTHEST_TILES * TILE_PX < WIDTH // 2
    rows = ["." * 60] * 60
    rows[30] = "." * 30 + "@" + "*" + "." * 28
    world = night("\n".join([*rows[:-1], "R" + "." * 59]), R=Person(Kind.ROGUE), lamp_tiles=20)
    her, rogue = world.sakura, who(world, "rogue_r")
    watched = Watched(world)
    if look >= 0:
        watched.live(90, Command(aim=look, buttons=Button.LOOK))
    figure, view = figure_of_her(world), watched.stage.view(world, 1.0)
    assert figure is not None
    unseen = 0
    for dy in range(-FURTHEST_TILES - 1, FURTHEST_TILES + 2):
        for dx in range(-FURTHEST_TILES - 1, FURTHEST_TILES + 2):
            rogue.x, rogue.y = her.x + dx * TILE_SUB, her.y + dy * TILE_SUB
            rogue.heading = headings.heading_of(-dx, -dy)
            out = not view.shows(rogue.x // SUB, rogue.y // SUB, 8)
            if not out or see(world, rogue, figure) is None:
                continue
            watched.stage.between.note(world)
            watched.stage.between.note(world)
            canvas = blank()
            watched.stage.marks.draw(canvas, world, view)
            assert drawn(canvas), (dx, dy)
            unseen += 1
    assert unseen or look == EAST


def test_the_night_grows_colder_towards_dawn() -> None:
    lighting = Lighting(night(LAMPS).level, flicker=False)
    blueness = []
    for hour in (20, 24, 28):
        canvas = blank()
        canvas.fill((120, 120, 120))
        lighting.close(canvas, hour * 60)
        red, _, blue = pixels(canvas)[240, 135].astype(int)
        blueness.append(int(blue - red))
    assert blueness == sorted(set(blueness))
