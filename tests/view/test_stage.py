"""The picture of the patrol: true to the night, the same each time, and never touching it."""

import pygame
import pytest

from game.core.units import SUB, TILE_SUB
from game.sim import Command, World
from game.sim.beings import Alert, Flying, Item, Pose
from game.sim.command import Button, Gait
from game.sim.level import Kind
from game.view.between import HER, Between
from game.view.camera import HEIGHT, WIDTH, Camera
from game.view.options import Cones, StageOptions
from tests.sim.nights import WALK_EAST, WEST, Person, gust, night, put, who
from tests.view.stages import Watched, library, pixels

YARD = """
    ########################################
    #......................................#
    #....%.....*...........................#
    #..............................P.......#
    #.........@...........!................#
    #......................................#
    #.................&..........C.........#
    #.......+....L.........................#
    #......................................#
    #.............................R........#
    #......................................#
    ########################################
"""


def yard() -> World:
    """A walled yard with something of everything in it."""
    return night(
        YARD,
        P=Person(Kind.PATROL, facing=WEST),
        R=Person(Kind.ROGUE, facing=WEST),
        C=Person(Kind.CHILD),
        L=Person(Kind.LIZARD),
    )


def busy(world: World) -> None:
    """Everything at once: alarm, wind, a pulse, things in the air and on the ground."""
    rogue = who(world, "rogue_r")
    rogue.alert, rogue.meter = Alert.CHASE, 1000
    who(world, "patrol_p").alert = Alert.SEARCH
    world.ghosts[-rogue.id] = (world.sakura.x, world.sakura.y)
    her = world.sakura
    world.flying.append(
        Flying(Item.KUNAI, her.x + 5 * TILE_SUB, her.y, her.x, her.y, world.tick, world.tick + 30)
    )
    gust(world)


def test_drawing_changes_nothing_in_the_night() -> None:
    watched = Watched(yard(), StageOptions(cones=Cones.ALWAYS))
    busy(watched.world)
    for command in (
        WALK_EAST,
        Command(move=0, gait=Gait.RUN),
        Command(buttons=Button.SENSE),
        Command(buttons=Button.LOOK | Button.THROW, aim=100, reach=60),
        Command(gait=Gait.SNEAK, buttons=Button.ACT),
    ):
        watched.live(30, command)
        before = watched.world.digest()
        watched.picture(0.0)
        watched.picture(0.7)
        assert watched.world.digest() == before


def test_a_watched_night_goes_on_as_an_unwatched_one() -> None:
    watched, alone = Watched(yard()), yard()
    for tick in range(120):
        command = Command(move=tick // 40 * 16)
        watched.live(1, command)
        if tick % 10 == 0:
            watched.picture()
    plain = Watched(alone)
    for tick in range(120):
        plain.live(1, Command(move=tick // 40 * 16))
    assert watched.world.digest() == plain.world.digest()


def test_the_same_night_gives_the_same_picture() -> None:
    pictures = []
    for _ in range(2):
        watched = Watched(yard())
        busy(watched.world)
        watched.live(40, WALK_EAST)
        pictures.append(pygame.image.tobytes(watched.picture(), "RGB"))
    assert pictures[0] == pictures[1]


def test_the_mouse_is_told_where_she_stands() -> None:
    watched = Watched(yard())
    watched.live(20, WALK_EAST)
    x, y = watched.stage.her_on_canvas(watched.world)
    head = pixels(watched.picture())[x - 8 : x + 8, y - 34 : y - 14].astype(int)
    pink = (head[:, :, 0] > head[:, :, 1] + 60) & (head[:, :, 2] > head[:, :, 1] + 30)
    assert pink.sum() > 30


def test_between_two_ticks_everybody_is_between_two_places() -> None:
    world = yard()
    between = Between()
    between.note(world)
    world.sakura.x += 2 * SUB
    between.note(world)
    old, new = between.place(HER, 0.0)[0], between.place(HER, 1.0)[0]
    assert new == old + 2
    assert between.place(HER, 0.5)[0] == old + 1


def test_who_is_put_elsewhere_does_not_fly_there() -> None:
    world = yard()
    between = Between()
    between.note(world)
    put(world.sakura, 30, 8)
    between.note(world)
    assert between.place(HER, 0.0) == between.place(HER, 1.0)


@pytest.mark.parametrize(("tile_x", "tile_y"), [(1, 1), (38, 1), (1, 10), (38, 10), (20, 5)])
def test_the_camera_stays_on_the_map(tile_x: int, tile_y: int) -> None:
    world = yard()
    camera = Camera.over(world.level)
    view = camera.view((tile_x * 16.0, tile_y * 16.0), 0, 1.0)
    assert 0 <= view.x <= world.level.width * 16 - WIDTH


def test_a_small_map_lies_in_the_middle_of_the_picture() -> None:
    camera = Camera(160, 96)
    view = camera.view((10.0, 10.0), 0, 1.0)
    assert view.on_canvas(80, 48) == (WIDTH // 2, HEIGHT // 2)


def test_looking_on_moves_the_picture_that_way() -> None:
    watched = Watched(yard())
    put(watched.world.sakura, 20, 5)
    watched.live(2)
    before = watched.stage.view(watched.world, 1.0).x
    watched.live(60, Command(aim=0, buttons=Button.LOOK))
    assert before + 40 < watched.stage.view(watched.world, 1.0).x <= before + 80


def test_feet_do_not_slide() -> None:
    """The walking picture depends on the way covered, never on the time it took."""
    watched = Watched(yard())
    watched.live(30, WALK_EAST)
    people, world = watched.stage.people, watched.world
    frames = [people.her_picture(world).name]
    world.tick += 500
    frames.append(people.her_picture(world).name)
    assert frames[0] == frames[1]
    stride = library().people.animation("sakura/walk/right").stride_px
    world.sakura.walked_sub += stride * SUB
    assert people.her_picture(world).name == frames[0]
    world.sakura.walked_sub += stride * SUB // 2
    assert people.her_picture(world).name != frames[0]


def test_walking_backwards_runs_the_pictures_backwards() -> None:
    watched = Watched(yard())
    watched.live(20, WALK_EAST)
    her, people = watched.world.sakura, watched.stage.people
    stride = library().people.animation("sakura/walk/right").stride_px * SUB
    shown: dict[str, list[str]] = {}
    for facing, name in ((her.course, "forwards"), (her.course + 512, "backwards")):
        her.heading = facing % 1024
        shown[name] = []
        for eighth in range(8):
            her.walked_sub = stride * eighth // 8 + stride // 16
            shown[name].append(people.her_picture(watched.world).name.rsplit("/", 1)[1])
    assert shown["backwards"] == shown["forwards"][::-1]
    assert shown["backwards"] != shown["forwards"]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("pose", list(Pose))
def test_everybody_has_a_picture_for_everything_they_do(kind: Kind, pose: Pose) -> None:
    world = night("..........\n..A...@...\n..........", A=Person(kind))
    world.minds[0].pose = pose
    watched = Watched(world)
    picture = watched.stage.people.mind_picture(world, world.minds[0])
    assert (picture is None) == (pose in (Pose.BURIED, Pose.GONE))


@pytest.mark.parametrize("pose", list(Pose))
def test_she_has_a_picture_for_everything_she_does(pose: Pose) -> None:
    watched = Watched(yard())
    watched.world.sakura.pose = pose
    assert watched.stage.people.her_picture(watched.world).sprite.surface.get_width() > 8


def test_high_contrast_draws_a_line_round_everybody() -> None:
    plain, clear = Watched(yard()), Watched(yard(), StageOptions(high_contrast=True))
    assert pixels(clear.picture()).astype(int).sum() > pixels(plain.picture()).astype(int).sum()
