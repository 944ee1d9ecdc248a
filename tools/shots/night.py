"""Situations of the night on the story's map, each a few seconds long before the picture."""

from collections.abc import Callable
from typing import Final

import pygame

from game.core.units import TILE_SUB
from game.sim import Command, tuning
from game.sim.beings import Alert, Pose
from game.sim.command import Button, Gait
from game.sim.level import Spot
from game.sim.minds.challenge import asks
from game.sim.tale.night import Beat, Felt
from game.view.air import bands_of
from game.view.options import Cones, StageOptions
from tools.shots.studio import Shot, Studio, Take

SOUTH, WEST = 256, 512
SPENT_TICKS = 120
"""So long after its leap a snake lies on the sand."""


def _on_round(shot: Shot, clock: str, markers: int = 0) -> None:
    """She has signed out; so many markers are signed, and it is that late."""
    story = shot.world.story
    story.beat, story.signed_out_tick = Beat.ROUND, 1
    story.markers += list(range(1, markers + 1))
    _set_clock(shot, clock)


def _set_clock(shot: Shot, clock: str) -> None:
    hours, minutes = (int(part) for part in clock.split(":"))
    hours += 24 if hours < 12 else 0
    shot.world.clock = (hours * 60 + minutes) * 60 * tuning.CLOCK_UNIT


def start(shot: Shot) -> None:
    """Where every night begins."""
    shot.run(40)


def lane(shot: Shot) -> None:
    """Inside the wall, by the register."""
    desk = shot.world.level.places_of(Spot.REGISTER)[0]
    shot.put(desk.x / TILE_SUB - 2, desk.y / TILE_SUB + 0.4)
    shot.run(40)


def village(shot: Shot) -> None:
    """Children in the lane, under the lamps."""
    shot.put(347, 33)
    shot.run(60, Command(move=62))


def gate_watch(shot: Shot) -> None:
    """Before the gate, sensing: friends at the gate, a rogue who wonders, a snake in the sand."""
    _on_round(shot, "02:14", markers=2)
    shot.put(337.6, 56.3)
    _only(shot, "patrol_1", "patrol_2", "rogue_1", "flat_snake")
    shot.put_mind("patrol_1", 336.9, 53.6, SOUTH)
    shot.put_mind("patrol_2", 343.6, 53.6, SOUTH)
    shot.run(46, Command(move=2))
    _company(shot, "rogue_1", (9.4, 0.6), "flat_snake", (-6, 3.6))


def patrol(shot: Shot) -> None:
    """On a crest above the ruin, sensing: a rogue who wonders, a snake, somebody who is hurt."""
    _on_round(shot, "02:14", markers=4)
    shot.world.story.beat = Beat.WEST
    shot.put(183.0, 86.6)
    _only(shot, "rogue_5", "west_snake")
    shot.run(46, Command(move=2))
    _company(shot, "rogue_5", (9.1, -0.9), "west_snake", (-5.6, 2.6))


def _only(shot: Shot, *names: str) -> None:
    """Nobody else is about."""
    shot.world.minds = [mind for mind in shot.world.minds if mind.name in names]


def _company(
    shot: Shot,
    rogue_name: str,
    rogue_at: tuple[float, float],
    snake_name: str,
    snake_at: tuple[float, float],
) -> None:
    """She spreads her senses: a rogue who wonders, a spent snake, and something far off."""
    her = shot.world.sakura
    here_x, here_y = her.x / TILE_SUB, her.y / TILE_SUB
    rogue = shot.put_mind(rogue_name, here_x + rogue_at[0], here_y + rogue_at[1], 500)
    snake = shot.put_mind(snake_name, here_x + snake_at[0], here_y + snake_at[1], 0)
    her.chakra = 900 * tuning.CHAKRA_MILLI
    rogue.alert, rogue.meter, rogue.knows_x, rogue.knows_y = Alert.CURIOUS, 420, her.x, her.y
    shot.run(14, Command(buttons=Button.SENSE))
    rogue.heading = rogue.face = 500
    rogue.alert, rogue.meter, rogue.pose = Alert.CURIOUS, 420, Pose.STAND
    snake.pose, snake.pose_ticks, snake.heading, snake.face = Pose.SPENT, SPENT_TICKS, 0, 0
    _felt(shot, rogue.name, "moving")
    _felt(shot, snake.name, "animal")
    until = shot.world.tick + 600
    far = Felt(90, 0, 0, 600, 70, 650, "fluctuating", "", False, until)
    shot.world.sensing.felt.append(far)


def _felt(shot: Shot, name: str, kind: str) -> None:
    """She feels somebody exactly."""
    mind, until = shot.mind(name), shot.world.tick + 600
    shot.world.sensing.felt.append(
        Felt(mind.id, mind.x, mind.y, 0, 0, 700, kind, "", True, until)
    )


def gate(shot: Shot) -> None:
    """Out of the gate, sensing for the first time."""
    _on_round(shot, "20:09")
    shot.put(337, 57)
    shot.run(60, Command(move=3))
    shot.run(26, Command(buttons=Button.SENSE))


def dunes(shot: Shot) -> None:
    """A walk over open sand."""
    _on_round(shot, "21:30", markers=1)
    shot.put(336, 98)
    shot.run(150, Command(move=60))


def marker(shot: Shot) -> None:
    """A marker of her round."""
    _on_round(shot, "20:52")
    stone = shot.world.level.places_of(Spot.MARKER)[0]
    shot.put(stone.x / TILE_SUB - 1, stone.y / TILE_SUB + 1)
    shot.run(30)


def challenge(shot: Shot) -> None:
    """A patrol asks what she is doing here."""
    _on_round(shot, "20:31")
    shot.put(336, 66)
    shot.put_mind("patrol_1", 338, 66, WEST)
    shot.wait(200, lambda: asks(shot.world) is not None)
    shot.run(20)


def sense(shot: Shot) -> None:
    """A pulse among dunes, read a moment ago."""
    _on_round(shot, "22:05", markers=1)
    shot.put(341, 133)
    shot.put_mind("rogue_1", 345, 132, 500)
    shot.run(20, Command(move=58))
    shot.run(60, Command(buttons=Button.SENSE))
    shot.run(5)


def rogues(shot: Shot) -> None:
    """Sneaking along a slip face with a rogue near."""
    _on_round(shot, "22:20", markers=1)
    shot.put(352, 122)
    shot.run(60, Command(move=20, gait=Gait.SNEAK))
    her = shot.world.sakura
    shot.put_mind("rogue_1", her.x / TILE_SUB + 5, her.y / TILE_SUB - 1, 480)
    shot.run(16, Command(gait=Gait.SNEAK))


def curious(shot: Shot) -> None:
    """A rogue wonders; his cone is seen."""
    rogues(shot)
    mind, her = shot.mind("rogue_1"), shot.world.sakura
    mind.alert, mind.meter, mind.knows_x, mind.knows_y = Alert.CURIOUS, 560, her.x, her.y
    shot.run(24, Command(gait=Gait.SNEAK))


def throw(shot: Shot) -> None:
    """A pebble is about to be thrown."""
    rogues(shot)
    shot.stage.aim = (330, 110)
    shot.run(12, Command(buttons=Button.THROW, aim=980, reach=120, gait=Gait.SNEAK))


def look(shot: Shot) -> None:
    """Looking on at where somebody goes next."""
    _on_round(shot, "22:20", markers=1)
    shot.put(350, 124)
    shot.run(60, Command(aim=100, buttons=Button.LOOK, gait=Gait.SNEAK))


def chase(shot: Shot) -> None:
    """Running, with two of them behind."""
    _on_round(shot, "22:41", markers=1)
    shot.put(340, 140)
    shot.run(20, Command(move=30, gait=Gait.RUN))
    her = shot.world.sakura
    shot.put_mind("rogue_1", her.x / TILE_SUB + 5, her.y / TILE_SUB + 1, 500)
    shot.put_mind("rogue_2", her.x / TILE_SUB + 6, her.y / TILE_SUB - 3, 480)
    for mind in shot.world.minds:
        if mind.name in ("rogue_1", "rogue_2"):
            mind.alert, mind.meter = Alert.CHASE, 1000
            mind.target, mind.knows_x, mind.knows_y = 0, her.x, her.y
    shot.run(90, Command(move=32, gait=Gait.RUN))


def search(shot: Shot) -> None:
    """They have lost her; she crouches in a thicket, and a ghost stands where she was."""
    _on_round(shot, "22:43", markers=1)
    shot.put(340, 140)
    nook_x, nook_y = (place / TILE_SUB for place in shot.near(Spot.HIDING))
    _only(shot, "rogue_1", "rogue_2")
    shot.put(nook_x, nook_y)
    shot.run(2, Command(buttons=Button.ACT))
    shot.run(20, Command(gait=Gait.SNEAK))
    ghost = round((nook_x - 2.6) * TILE_SUB), round((nook_y + 3) * TILE_SUB)
    for name, dx, dy in (("rogue_1", -4.0, -1.2), ("rogue_2", -9.0, 2.2)):
        mind = shot.put_mind(name, nook_x + dx, nook_y + dy, WEST)
        mind.alert, mind.meter, mind.target = Alert.SEARCH, 900, 0
        mind.knows_x, mind.knows_y = ghost
    shot.run(24, Command(gait=Gait.SNEAK))
    mind = shot.mind("rogue_1")
    mind.alert, shot.world.ghosts[mind.squad or -mind.id] = Alert.SEARCH, ghost


def why(shot: Shot) -> None:
    """The list of what gave her away."""
    curious(shot)
    shot.run(60, Command())
    shot.stage.notices.why = True


def gust(shot: Shot) -> None:
    """A gust on open sand, against her."""
    _on_round(shot, "23:12", markers=2)
    shot.put(330, 126)
    shot.wait(4000, lambda: bool(shot.world.weather.gust_on_her))
    shot.run(110, Command(move=35))


def front(shot: Shot) -> None:
    """A gust seen coming."""
    _on_round(shot, "23:10", markers=2)
    shot.put(330, 130)
    world, stage = shot.world, shot.stage
    shot.wait(6000, lambda: bool(bands_of(world, stage.view(world, 1.0))))
    shot.run(86)


def storm(shot: Shot) -> None:
    """In the pass, sensing in the storm all round; somebody looks for her close by."""
    _on_round(shot, "02:14", markers=4)
    shot.world.story.beat = Beat.WEST
    _only(shot, "rogue_7")
    shot.put(150.4, 120.4)
    shot.wait(2000, lambda: bool(shot.world.weather.storm_on_her))
    shot.run(160, Command(move=34))
    shot.world.sakura.chakra = 900 * tuning.CHAKRA_MILLI
    her = shot.world.sakura
    rogue = shot.put_mind("rogue_7", her.x / TILE_SUB + 4.6, her.y / TILE_SUB - 2.2, 470)
    rogue.alert, rogue.meter, rogue.knows_x, rogue.knows_y = Alert.CURIOUS, 380, her.x, her.y
    shot.run(12, Command(buttons=Button.SENSE))
    rogue.heading = rogue.face = 470
    rogue.alert, rogue.meter, rogue.pose = Alert.CURIOUS, 380, Pose.STAND
    _felt(shot, rogue.name, "calm")


def snake(shot: Shot) -> None:
    """The snake of the flat has felt steps."""
    _on_round(shot, "00:20", markers=2)
    shot.put(308, 172)
    mind, her = shot.mind("flat_snake"), shot.world.sakura
    mind.x, mind.y = her.x + 5 * TILE_SUB, her.y + TILE_SUB
    for tick in range(900):
        shot.run(1, Command(move=tick // 60 * 32 % 64, gait=Gait.RUN))
        if mind.pose is Pose.CHARGE:
            break
    shot.run(9, Command(move=32, gait=Gait.RUN))


def lizard(shot: Shot) -> None:
    """A mother lizard over her nest."""
    _on_round(shot, "01:40", markers=4)
    shot.world.story.beat = Beat.WEST
    shot.put(185, 144)
    shot.run(30, Command(move=40))
    shot.run(50)


def bones(shot: Shot) -> None:
    """The bones, and rogues among them."""
    _on_round(shot, "01:20", markers=4)
    shot.world.story.beat = Beat.WEST
    shot.put(224, 109)
    shot.run(90, Command(move=62, gait=Gait.SNEAK))
    shot.run(26, Command(buttons=Button.SENSE))


def ruin(shot: Shot) -> None:
    """Walls of a house that the sand has nearly taken."""
    _on_round(shot, "01:31", markers=4)
    shot.world.story.beat = Beat.WEST
    shot.put(194, 91)
    shot.run(40, Command(move=8, gait=Gait.SNEAK))


def motes(shot: Shot) -> None:
    """A pulse far out: bearings beyond the ring, and where the one in the west must be."""
    _on_round(shot, "00:58", markers=4)
    shot.put(284, 122)
    shot.world.story.beat = Beat.PULSE
    shot.run(80, Command(buttons=Button.SENSE))
    shot.run(12)


def body(shot: Shot) -> None:
    """The man in the sand."""
    him = shot.world.patient
    assert him is not None
    _on_round(shot, "02:40", markers=4)
    shot.world.story.beat, shot.world.story.pulse_tick = Beat.WEST, shot.world.tick
    _only(shot, "north_snake")
    shot.put(him.x / TILE_SUB + 6, him.y / TILE_SUB)
    shot.world.tick += 60 * 80
    shot.run(70, Command(move=32))
    shot.run(10)


def watch(shot: Shot) -> None:
    """He sleeps, healed; she sits by him."""
    body(shot)
    him = shot.world.patient
    assert him is not None
    him.supine = him.healed = True
    shot.world.story.beat, shot.world.sakura.pose = Beat.WAIT, Pose.SIT
    shot.world.sakura.pose_ticks = 0
    shot.stage.note(shot.world, [])


def dawn(shot: Shot) -> None:
    """Coming home in the grey of morning."""
    _on_round(shot, "05:40", markers=5)
    shot.world.story.beat = Beat.HOME
    shot.put(340, 56)
    shot.run(40, Command(move=48))


def crowd(shot: Shot) -> None:
    """Two dozen people in the picture, each with a cone: what a frame costs at worst."""
    shot.put(336, 96)
    shot.stage.options = StageOptions(cones=Cones.ALWAYS)
    for i, mind in enumerate(shot.world.minds[:24]):
        shot.put_mind(mind.name, 324 + i % 8 * 3.5, 92 + i // 8 * 4, i * 128 % 1024)
    shot.run(2)


def plain_contrast(shot: Shot) -> None:
    """The same as the rogue who wonders, in high contrast and large letters, on a pad."""
    shot.stage.options = StageOptions(
        high_contrast=True, large_text=True, brightness_per_mille=1300, cones=Cones.CURIOUS
    )
    curious(shot)


SITUATIONS: Final[tuple[Callable[[Shot], None], ...]] = (
    start, lane, village, patrol, gate_watch, gate, marker, challenge, dunes, sense, rogues,
    curious, throw, look, chase, search, why, gust, front, storm, snake, lizard, bones, ruin,
    motes, body, watch, dawn, crowd, plain_contrast,
)


def shots() -> dict[str, Take]:
    """All situations by name."""

    def take(situation: Callable[[Shot], None]) -> Take:
        def picture(studio: Studio) -> pygame.Surface:
            return staged(studio, situation.__name__).picture()

        return picture

    return {each.__name__: take(each) for each in SITUATIONS}


def staged(studio: Studio, name: str) -> Shot:
    """The night of a situation, ready for its picture. Raises KeyError for an unknown name."""
    shot = studio.shot()
    {each.__name__: each for each in SITUATIONS}[name](shot)
    return shot
