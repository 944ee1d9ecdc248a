"""What a frame costs at worst: two dozen people with their cones, lamps, a pulse and a gust.

One frame is drawn on the canvas and brought to 1920x1080 by the processor alone.
"""

import gc
import os
import time
from collections.abc import Callable
from typing import Final

import pygame

from game.content.levels import LoadedMap, load_map
from game.content.paths import maps_folder
from game.core.headings import TURN
from game.core.units import TILE_PX, TILE_SUB
from game.lab.bench_result import Result, against, best
from game.sim import Command, World, step
from game.sim.beings import Pose
from game.sim.command import Button
from game.sim.land.desert import Gust
from game.sim.level import Spot
from game.view.camera import HEIGHT, WIDTH
from game.view.ground import SLICE_NS, Ground
from game.view.library import Library
from game.view.options import Cones, StageOptions
from game.view.stage import Stage

PEOPLE: Final = 24
FRAMES: Final = 240
SCALE: Final = 4
MEDIAN_MS: Final = 5.0
P99_MS: Final = 10.0
PAINT_MS: Final = 60.0
PAINT_OF_FRAME_MS: Final = 4.0
"""What painting the ground may take of one frame."""
_PAINTED: Final = 12
"""Squares of ground that are painted, along the map."""
_WALKS: Final = 3
"""Places on which the unpainted ground comes into view."""
_BELOW_GATE_TILES: Final = 6
_MS: Final = 1000
_NS: Final = 1_000_000_000


def measure_frames() -> list[Result]:
    """Frames of the crowd, each drawn in two runs of which the quicker counts."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    pygame.display.init()
    pygame.display.set_mode((WIDTH, HEIGHT))
    loaded = load_map(maps_folder() / "suna.tmx")
    library = Library.load()
    runs = (frame_times(loaded, library), frame_times(loaded, library))
    times = sorted(map(min, *runs))
    median, late = times[len(times) // 2], times[len(times) * 99 // 100]
    upscale = best(bare_upscale())
    gc.freeze()  # as when a night has been loaded
    painted = map(min, paint_times(loaded), paint_times(loaded))
    # painting stops after the piece with which its share of a frame is used up
    longest = SLICE_NS / _NS + max(map(min, piece_times(loaded), piece_times(loaded)))
    gc.unfreeze()
    return [
        _beside("frame_median", median, upscale, MEDIAN_MS),
        _beside("frame_p99", late, upscale, P99_MS),
        _beside("ground_paint_max", max(painted), upscale, PAINT_MS),
        _beside("ground_of_frame", longest, upscale, PAINT_OF_FRAME_MS),
    ]


def bare_upscale() -> Callable[[], None]:
    """The part of a frame that nobody can save: an empty canvas brought to 1920x1080."""
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    screen = pygame.Surface((WIDTH * SCALE, HEIGHT * SCALE)).convert()
    return lambda: _upscale(canvas, screen)


def crowded_night(loaded: LoadedMap) -> World:
    """A night before the gate with everybody there, in the first breath of a gust."""
    world = World.new(loaded.level, seed=7)
    step(world, Command())
    gate = loaded.level.places_of(Spot.GATE)[0]
    world.sakura.x, world.sakura.y = gate.x, gate.y + _BELOW_GATE_TILES * TILE_SUB
    for i, mind in enumerate(world.minds[:PEOPLE]):
        mind.x = gate.x + (i % 8 * 7 - 24) * TILE_SUB // 2
        mind.y = gate.y + (2 + i // 8 * 4) * TILE_SUB
        mind.heading = mind.face = i * TURN // 8 % TURN
        mind.way, mind.pose = [], Pose.STAND
    heading = loaded.level.conditions.gust_heading
    # long enough ago to have crossed the map, whichever way it blows
    begins = world.tick - 8 * (loaded.level.width + loaded.level.height)
    world.weather.gusts.append(Gust(begins, 60_000, heading, 1))
    return world


def frame_times(loaded: LoadedMap, library: Library) -> list[float]:
    """Seconds of the processor for each frame of the crowd while she senses."""
    world = crowded_night(loaded)
    stage = Stage(library, loaded.level, StageOptions(cones=Cones.ALWAYS), loaded.scenery)
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    screen = pygame.Surface((WIDTH * SCALE, HEIGHT * SCALE)).convert()
    stage.settle(world)
    times = []
    for tick in range(FRAMES):
        sensing = Button.SENSE if tick % 120 < 60 else Button(0)
        stage.note(world, step(world, Command(buttons=sensing)))
        began = time.process_time()
        stage.draw(canvas, world, 0.5)
        _upscale(canvas, screen)
        times.append(time.process_time() - began)
    return times


def paint_times(loaded: LoadedMap) -> list[float]:
    """Seconds of the processor for painting squares of the ground from scratch, along the map."""
    level = loaded.level
    ground = Ground(level.crests, level.surface, level.walls, level.conditions.wind)
    times = []
    for i in range(_PAINTED):
        began = time.process_time()
        ground.painted(i * ground.columns // _PAINTED, i % ground.rows)
        times.append(time.process_time() - began)
    return times


def piece_times(loaded: LoadedMap) -> list[float]:
    """Seconds of the processor of every piece of work while unpainted ground comes into view."""
    level = loaded.level
    ground = Ground(level.crests, level.surface, level.walls, level.conditions.wind)
    times = []
    for i in range(_WALKS):
        x = level.width * TILE_PX * (i + 1) // (_WALKS + 1)
        ground.want((x, level.height * TILE_PX // 2, WIDTH, HEIGHT))
        busy = True
        while busy:
            began = time.process_time()
            busy = ground.work(budget_ns=0)
            times.append(time.process_time() - began)
    return times


def _upscale(canvas: pygame.Surface, screen: pygame.Surface) -> None:
    pygame.transform.scale_by(canvas, SCALE, screen)


def _beside(name: str, value: float, upscale: float, limit_ms: float) -> Result:
    """Seconds as milliseconds, beside a bare upscale of the same run and what they may be."""
    bare = "an empty canvas brought to 1920x1080"
    return against(name, value * _MS, "ms", upscale * _MS, bare, limit_ms)
