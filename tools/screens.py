"""Shoots named situations of the night into pictures, without a window.

    python -m tools.screens                 all of them, into screens/
    python -m tools.screens gate storm -o F  some of them, into the folder F
    python -m tools.screens --time          what a frame costs, brought to 1920x1080

Each is a real night on a real map; it is only set going somewhere else.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.content.levels import LoadedMap, load_map
from game.content.paths import maps_folder
from game.core.units import TILE_SUB
from game.sim import Command, World, step, tuning
from game.sim.beings import Alert, Pose
from game.sim.command import Button, Gait
from game.sim.level import Spot
from game.sim.minds.challenge import asks
from game.sim.tale.night import Beat
from game.view.camera import HEIGHT, WIDTH
from game.view.library import Library
from game.view.options import Cones, StageOptions
from game.view.stage import Stage


class Shot:
    """A night on its way to a picture."""

    def __init__(self, loaded: LoadedMap, library: Library, options: StageOptions) -> None:
        self.world = World.new(loaded.level, seed=7)
        self.stage = Stage(library, loaded.level, options, loaded.scenery)
        self.run(1)

    def put(self, tile_x: float, tile_y: float) -> None:
        """Set her down on a place in tiles."""
        self.world.sakura.x = round(tile_x * TILE_SUB)
        self.world.sakura.y = round(tile_y * TILE_SUB)

    def put_mind(self, name: str, tile_x: float, tile_y: float, heading: int) -> None:
        """Set somebody down on a place in tiles."""
        mind = next(mind for mind in self.world.minds if mind.name == name)
        mind.x, mind.y = round(tile_x * TILE_SUB), round(tile_y * TILE_SUB)
        mind.heading = mind.face = heading
        mind.way = []
        mind.pose = Pose.STAND

    def run(self, ticks: int, command: Command | None = None) -> None:
        """Let the night go on under a command."""
        for _ in range(ticks):
            events = step(self.world, command or Command())
            self.stage.note(self.world, events)

    def picture(self) -> pygame.Surface:
        """The frame as it stands."""
        canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
        self.stage.settle(self.world)
        self.stage.draw(canvas, self.world, 1.0)
        return canvas


def start(shot: Shot) -> None:
    """Where every night begins."""
    shot.run(40)


def gate(shot: Shot) -> None:
    """Before the gate, sensing."""
    shot.put(337, 57)
    shot.run(60, Command(move=3))
    shot.run(26, Command(buttons=Button.SENSE))


def dunes(shot: Shot) -> None:
    """A walk over open sand."""
    shot.put(336, 98)
    shot.run(150, Command(move=60))


def sense(shot: Shot) -> None:
    """A pulse among dunes, read a moment ago."""
    shot.put(341, 133)
    shot.put_mind("rogue_1", 345, 132, 500)
    shot.run(20, Command(move=58))
    shot.run(60, Command(buttons=Button.SENSE))
    shot.run(5)


def curious(shot: Shot) -> None:
    """A rogue wonders; his cone is seen."""
    rogues(shot)
    mind = next(each for each in shot.world.minds if each.name == "rogue_1")
    her = shot.world.sakura
    mind.alert, mind.meter, mind.knows_x, mind.knows_y = Alert.CURIOUS, 560, her.x, her.y
    shot.run(24, Command(gait=Gait.SNEAK))


def rogues(shot: Shot) -> None:
    """Sneaking along a slip face with a rogue near."""
    shot.put(352, 122)
    shot.run(60, Command(move=20, gait=Gait.SNEAK))
    her = shot.world.sakura
    shot.put_mind("rogue_1", her.x / TILE_SUB + 5, her.y / TILE_SUB - 1, 480)
    shot.run(16, Command(gait=Gait.SNEAK))


def chase(shot: Shot) -> None:
    """Running, with two of them behind."""
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
    chase(shot)
    nook = near(shot, Spot.HIDING)
    shot.put(nook[0] / TILE_SUB, nook[1] / TILE_SUB)
    shot.run(2, Command(buttons=Button.ACT))
    shot.run(280, Command(gait=Gait.SNEAK))


def gust(shot: Shot) -> None:
    """A gust on open sand, against her."""
    shot.put(330, 126)
    for _ in range(4000):
        shot.run(1)
        if shot.world.weather.gust_on_her:
            break
    shot.run(110, Command(move=35))


def front(shot: Shot) -> None:
    """A gust seen coming."""
    shot.put(330, 130)
    for _ in range(4000):
        shot.run(1)
        if any(caption.begun == shot.world.tick - 1 for caption in shot.stage.notices.captions):
            break
    shot.run(108)


def storm(shot: Shot) -> None:
    """In the pass, the storm all round."""
    shot.put(143, 118)
    for _ in range(2000):
        shot.run(1)
        if shot.world.weather.storm_on_her:
            break
    shot.run(160, Command(move=34))


def snake(shot: Shot) -> None:
    """The snake of the flat has felt steps."""
    shot.put(308, 172)
    mind = next(each for each in shot.world.minds if each.name == "flat_snake")
    mind.x, mind.y = shot.world.sakura.x + 5 * TILE_SUB, shot.world.sakura.y + TILE_SUB
    for tick in range(900):
        shot.run(1, Command(move=tick // 60 * 32 % 64, gait=Gait.RUN))
        if mind.pose is Pose.CHARGE:
            break
    shot.run(9, Command(move=32, gait=Gait.RUN))


def lizard(shot: Shot) -> None:
    """A mother lizard over her nest."""
    shot.put(185, 144)
    shot.run(30, Command(move=40))
    shot.run(50)


def bones(shot: Shot) -> None:
    """The bones, and rogues among them."""
    shot.put(231, 117)
    shot.run(90, Command(move=62, gait=Gait.SNEAK))
    shot.run(26, Command(buttons=Button.SENSE))


def village(shot: Shot) -> None:
    """Children in the lane."""
    shot.put(347, 33)
    shot.run(60, Command(move=62))


def marker(shot: Shot) -> None:
    """A marker of her round."""
    stone = shot.world.level.places_of(Spot.MARKER)[0]
    shot.put(stone.x / TILE_SUB - 1, stone.y / TILE_SUB + 1)
    shot.run(30)


def body(shot: Shot) -> None:
    """The man in the sand."""
    him = shot.world.patient
    assert him is not None
    shot.world.story.beat, shot.world.story.pulse_tick = Beat.WEST, shot.world.tick
    shot.world.minds = [mind for mind in shot.world.minds if mind.name == "north_snake"]
    shot.put(him.x / TILE_SUB + 6, him.y / TILE_SUB)
    shot.world.tick += 60 * 80
    shot.run(70, Command(move=32))
    shot.run(10)


def lane(shot: Shot) -> None:
    """Inside the wall, by the register."""
    desk = shot.world.level.places_of(Spot.REGISTER)[0]
    shot.put(desk.x / TILE_SUB - 1, desk.y / TILE_SUB + 2)
    shot.run(40)


def why(shot: Shot) -> None:
    """The list of what gave her away."""
    chase(shot)
    shot.stage.notices.why = True


def throw(shot: Shot) -> None:
    """A pebble is about to be thrown."""
    rogues(shot)
    shot.stage.aim = (330, 110)
    shot.run(12, Command(buttons=Button.THROW, aim=980, reach=120, gait=Gait.SNEAK))


def challenge(shot: Shot) -> None:
    """A patrol asks what she is doing here."""
    shot.put(336, 66)
    shot.put_mind("patrol_1", 338, 66, 512)
    for _ in range(200):
        shot.run(1)
        if asks(shot.world) is not None:
            break
    shot.run(20)


def look(shot: Shot) -> None:
    """Looking on at where somebody goes next."""
    shot.put(350, 124)
    shot.run(60, Command(aim=100, buttons=Button.LOOK, gait=Gait.SNEAK))


def motes(shot: Shot) -> None:
    """A pulse far out: bearings beyond the ring, and where the one in the west must be."""
    shot.put(284, 122)
    shot.world.story.beat, shot.world.story.signed_out_tick = Beat.PULSE, 1
    shot.world.story.markers += [1, 2, 3, 4]
    shot.run(80, Command(buttons=Button.SENSE))
    shot.run(12)


def wait(shot: Shot) -> None:
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
    shot.world.clock = (29 * 60 + 40) * 60 * tuning.CLOCK_UNIT
    shot.put(340, 56)
    shot.run(40, Command(move=48))


def crowd(shot: Shot) -> None:
    """Two dozen people in the picture, each with a cone: what a frame costs at worst."""
    shot.put(336, 96)
    shot.stage.options = StageOptions(cones=Cones.ALWAYS)
    for i, mind in enumerate(shot.world.minds[:24]):
        mind.pose = Pose.STAND
        shot.put_mind(mind.name, 324 + i % 8 * 3.5, 92 + i // 8 * 4, i * 128 % 1024)
    shot.run(2)


def near(shot: Shot, kind: Spot) -> tuple[int, int]:
    """The nearest place of a kind."""
    her = shot.world.sakura
    places = shot.world.level.places_of(kind)
    found = min(places, key=lambda each: abs(each.x - her.x) + abs(each.y - her.y))
    return found.x, found.y


SHOTS: dict[str, Callable[[Shot], None]] = {
    made.__name__: made
    for made in (
        start, gate, dunes, sense, rogues, curious, chase, search, gust, front, storm, snake,
        lizard, bones, village, marker, body, lane, why, throw, challenge, look, motes, wait,
        dawn, crowd,
    )
}


def main(arguments: list[str] | None = None) -> int:
    """Shoot what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m tools.screens", description=__doc__)
    parser.add_argument("names", nargs="*", help=", ".join(SHOTS))
    parser.add_argument("-o", "--out", type=Path, default=Path("screens"))
    parser.add_argument("--time", action="store_true", help="measure frames instead")
    chosen = parser.parse_args(arguments)
    unknown = [name for name in chosen.names if name not in SHOTS]
    if unknown:
        print(f"no shot {unknown[0]!r}; there are {', '.join(SHOTS)}", file=sys.stderr)
        return 2
    pygame.display.init()
    pygame.display.set_mode((WIDTH, HEIGHT))
    library = Library.load()
    loaded = load_map(maps_folder() / "suna.tmx")
    options = StageOptions(cones=Cones.CURIOUS)
    chosen.out.mkdir(parents=True, exist_ok=True)
    for name in chosen.names or SHOTS:
        shot = Shot(loaded, library, options)
        SHOTS[name](shot)
        if chosen.time:
            measure(name, shot)
            continue
        picture = shot.picture()
        pygame.image.save(picture, chosen.out / f"{name}.png")
        pygame.image.save(pygame.transform.scale_by(picture, 3), chosen.out / f"{name}_3x.png")
        print(chosen.out / f"{name}_3x.png")
    return 0


def measure(name: str, shot: Shot, frames: int = 200) -> None:
    """Print what frames of a shot cost the processor while it goes on, scaled by four."""
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    screen = pygame.Surface((WIDTH * 4, HEIGHT * 4)).convert()
    shot.stage.settle(shot.world)
    costs = []
    for _ in range(frames):
        shot.run(1)
        begun = time.process_time_ns()
        shot.stage.draw(canvas, shot.world, 0.5)
        pygame.transform.scale_by(canvas, 4, screen)
        costs.append((time.process_time_ns() - begun) / 1e6)
    costs.sort()
    print(f"{name}: median {costs[len(costs) // 2]:.2f} ms, p99 {costs[-2]:.2f} ms")


if __name__ == "__main__":
    sys.exit(main())
