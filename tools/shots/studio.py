"""Where pictures are taken: what is loaded once, and a night on its way to a picture."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.app.nights import LoadedNights
from game.app.picture import WorldPicture
from game.content.levels import LoadedMap, load_map
from game.content.paths import ground_folder, maps_folder
from game.core.units import TILE_SUB
from game.lab.level_file import read_level
from game.lab.runner import Run, begin
from game.sim import Command, World, step
from game.sim.beings import Mind, Pose
from game.sim.events import Event
from game.sim.level import Level, Spot
from game.view.camera import HEIGHT, WIDTH
from game.view.drawlist import DrawList
from game.view.ground import Ground
from game.view.ground_pack import GroundPacks
from game.view.library import Library
from game.view.lighting import Lighting
from game.view.options import Cones, StageOptions
from game.view.reading import Reading
from game.view.scenery import Land
from game.view.stage import Stage
from tools.shots.measures import new_frame

Take = Callable[["Studio"], pygame.Surface]
"""Takes one picture, 480x270 unless it shows land alone."""
SEED = 7


@dataclass
class Studio:
    """Letters, sprites and the story's map, loaded when they are first asked for."""

    home: Path
    """An empty folder for what a program would write."""
    nights: LoadedNights | None = None
    """What the program's own screens are made from, once one was shot."""

    def __post_init__(self) -> None:
        pygame.display.init()
        pygame.display.set_mode((WIDTH, HEIGHT))

    @cached_property
    def library(self) -> Library:
        """Letters, words and sprites."""
        return Library.load()

    @cached_property
    def story(self) -> LoadedMap:
        """The map of the tale."""
        return load_map(maps_folder() / "suna.tmx")

    def shot(self, options: StageOptions | None = None) -> "Shot":
        """A fresh night on the story's map."""
        return Shot(self.story, self.library, options or StageOptions(cones=Cones.CURIOUS))

    def level(self, name: str, options: StageOptions | None = None) -> "Played":
        """A test level about to be played."""
        return Played(maps_folder() / "test" / f"{name}.toml", self.library, options)


class Shot:
    """A night of the story that is set going somewhere else."""

    def __init__(self, loaded: LoadedMap, library: Library, options: StageOptions) -> None:
        self.world, self.scenery = World.new(loaded.level, seed=SEED), loaded.scenery
        self.stage = Stage(library, loaded.level, options, loaded.scenery)
        self.run(1)

    def put(self, tile_x: float, tile_y: float) -> None:
        """Set her down on a place in tiles."""
        self.world.sakura.x = round(tile_x * TILE_SUB)
        self.world.sakura.y = round(tile_y * TILE_SUB)

    def mind(self, name: str) -> Mind:
        """Somebody of the map."""
        return next(mind for mind in self.world.minds if mind.name == name)

    def put_mind(self, name: str, tile_x: float, tile_y: float, heading: int) -> Mind:
        """Set somebody down on a place in tiles, standing."""
        mind = self.mind(name)
        mind.x, mind.y = round(tile_x * TILE_SUB), round(tile_y * TILE_SUB)
        mind.heading = mind.face = heading
        mind.way, mind.pose = [], Pose.STAND
        return mind

    def near(self, kind: Spot) -> tuple[int, int]:
        """The nearest place of a kind, in sub-units."""
        her = self.world.sakura
        places = self.world.level.places_of(kind)
        found = min(places, key=lambda each: abs(each.x - her.x) + abs(each.y - her.y))
        return found.x, found.y

    def run(self, ticks: int, command: Command | None = None) -> None:
        """Let the night go on under a command."""
        for _ in range(ticks):
            events = step(self.world, command or Command())
            self.stage.note(self.world, events)

    def wait(self, ticks: int, until: Callable[[], bool]) -> None:
        """Let the night go on until something holds, for so many ticks at most."""
        for _ in range(ticks):
            self.run(1)
            if until():
                return

    def picture(self) -> pygame.Surface:
        """The frame as it stands, with its cones made."""
        canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
        self.stage.settle(self.world)
        for _ in range(CONE_FRAMES):
            new_frame()
            self.stage.draw(canvas, self.world, 1.0)
        return canvas


CONE_FRAMES = 40
"""Cones come one after the other, a few frames each."""


class Played:
    """A test level on its way to a picture."""

    def __init__(self, path: Path, library: Library, options: StageOptions | None) -> None:
        level = read_level(path)
        self.run: Run = begin(level)
        loaded = load_map(level.map_path)
        self.stage = Stage(
            library, self.run.world.level, options or StageOptions(), loaded.scenery
        )
        self.view = WorldPicture(self.stage, Reading(), lambda _world, _events: None)
        self.view.note(self.run.world, [])

    @property
    def world(self) -> World:
        """The night as it stands."""
        return self.run.world

    def until(self, event: str, later: int = 0) -> "Played":
        """Play until something has happened and so many ticks longer. Raises ValueError."""
        while not self.run.over:
            names = [type(each).__name__ for each in self.tick()]
            if event in names:
                for _ in range(later):
                    self.tick()
                return self
        raise ValueError(f"{self.run.level.path.name} is over and no {event} has happened")

    def tick(self) -> list[Event]:
        """One tick of the level; what happened."""
        events = self.run.tick()
        self.view.note(self.run.world, events)
        return events

    def picture(self) -> pygame.Surface:
        """The frame as it stands."""
        canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
        self.stage.settle(self.world)
        for _ in range(CONE_FRAMES):
            new_frame()
            self.view.draw(canvas, self.world, 1.0)
        return canvas


class _NoLight(Lighting):
    """Moonless and lampless: pictures as they were painted."""

    def shade_chunk(self, ground: pygame.Surface, chunk: tuple[int, int], length: int) -> None:
        """No shadow of the moon beyond those that are painted."""

    def wear(self, stone: pygame.Surface) -> None:
        """No stains: the tiles as they were drawn."""


class _PlainLand(Land):
    """Land whose windows do not gleam."""

    def _window(self, image: pygame.Surface) -> tuple[int, int] | None:
        return None


def before_light(shot: Shot) -> pygame.Surface:
    """Ground and whoever stands on it, before light, shadows and dust fall on them."""
    stage, world = shot.stage, shot.world
    level = world.level
    land = _PlainLand(stage.library, level, shot.scenery, _NoLight(level), None)
    view = stage.view(world, 1.0)
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    scene = DrawList(view)
    stage.props.add_to(scene, world, view)
    stage.people.add_to(scene, world, view)
    land.settle(view, 1000)
    land.draw(canvas, view, 1000)
    scene.draw_standing(canvas)
    land.draw_over(canvas, view)
    return canvas


def land_of(level: Level, box: tuple[int, int, int, int]) -> pygame.Surface:
    """A rectangle of a level's ground, world px, as it was painted."""
    ground = Ground(
        level.crests,
        level.surface,
        level.walls,
        level.conditions.wind,
        shipped=GroundPacks.of(ground_folder()),
    )
    ground.finish(box)
    picture = pygame.Surface(box[2:]).convert()
    ground.draw(picture, box[0], box[1])
    return picture
