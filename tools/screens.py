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
from game.core.units import SUB, TILE_SUB
from game.sim import Command, World, step
from game.sim.beings import Alert, Pose
from game.sim.command import Button, Gait
from game.sim.level import Spot
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
        self.stage.land.settle(self.stage.view(self.world, 1.0))
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


def rogues(shot: Shot) -> None:
    """A rogue wonders about a pebble; his cone is seen."""
    shot.put(352, 122)
    shot.run(60, Command(move=20, gait=Gait.SNEAK))
    her = shot.world.sakura
    shot.put_mind("rogue_1", her.x / TILE_SUB + 9, her.y / TILE_SUB - 2.5, 500)
    shot.run(20, Command(gait=Gait.SNEAK))


SHOTS: dict[str, Callable[[Shot], None]] = {
    made.__name__: made for made in (start, gate, dunes, rogues)
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
    """Print what frames of a shot cost while it goes on, scaled by four."""
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    screen = pygame.Surface((WIDTH * 4, HEIGHT * 4)).convert()
    shot.stage.land.settle(shot.stage.view(shot.world, 1.0))
    costs = []
    for _ in range(frames):
        shot.run(1)
        begun = time.perf_counter_ns()
        shot.stage.draw(canvas, shot.world, 0.5)
        pygame.transform.scale_by(canvas, 4, screen)
        costs.append((time.perf_counter_ns() - begun) / 1e6)
    costs.sort()
    print(f"{name}: median {costs[len(costs) // 2]:.2f} ms, p99 {costs[-2]:.2f} ms")


if __name__ == "__main__":
    sys.exit(main())
