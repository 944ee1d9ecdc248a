"""The picture of the patrol: one function that draws a whole frame by calling its parts in order."""

from collections.abc import Sequence
from pathlib import Path

import pygame

from game.content.paths import cache_folder
from game.content.scenery import Scenery
from game.sim.events import Event
from game.sim.level import Level
from game.sim.world import World
from game.view.between import HER, Between
from game.view.camera import Camera, View
from game.view.drawlist import DrawList
from game.view.library import Library
from game.view.options import StageOptions
from game.view.people import People
from game.view.props import Props
from game.view.scenery import Land
from game.view.shapes import Shapes


class Stage:
    """Draws one night. It reads the World and never writes it."""

    def __init__(
        self,
        library: Library,
        level: Level,
        options: StageOptions | None = None,
        scenery: Scenery | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        self.options = options or StageOptions()
        self.library, self.level = library, level
        self.between, self.camera = Between(), Camera.over(level)
        shapes = Shapes()
        self.land = Land(library, level, scenery, cache_dir or cache_folder() / "ground")
        self.props = Props.of(level, library.props, shapes)
        self.people = People(library, shapes, self.between)

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in what a tick brought."""
        self.between.note(world)
        self.camera.note(world)

    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Draw the night as it stands, ``alpha`` (0..1) of the way from the last tick but one."""
        view = self.view(world, alpha)
        scene = DrawList(view)
        self.props.add_to(scene, world, view)
        self.people.add_to(scene, world, view)
        self.land.draw(canvas, view)
        scene.draw_shadows(canvas)
        scene.draw_standing(canvas)
        self.land.draw_over(canvas, view)

    def view(self, world: World, alpha: float) -> View:
        """The part of the map that a frame shows."""
        if not self.between.now:
            self.between.note(world)
        return self.camera.view(self.between.place(HER, alpha), world.tick, alpha)

    def her_on_canvas(self, world: World) -> tuple[int, int]:
        """Where she stands on the canvas, for the mouse."""
        view = self.view(world, 1.0)
        return view.on_canvas(*self.between.place(HER, 1.0))
