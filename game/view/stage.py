"""The picture of the patrol: one function draws a whole frame, part by part."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pygame

from game.content.paths import cache_folder
from game.content.scenery import Scenery
from game.core.units import SUB
from game.sim import events as happened
from game.sim.events import Event
from game.sim.land.light import shadow_length
from game.sim.level import Level
from game.sim.tale import talking
from game.sim.world import World
from game.view.air import Air
from game.view.between import HER, Between
from game.view.camera import Camera, View
from game.view.chakra_fx import ChakraFx
from game.view.cones import SightCones
from game.view.drawlist import DrawList
from game.view.hud import Hud
from game.view.library import Library
from game.view.lighting import Lighting
from game.view.marks import Marks
from game.view.notices import Notices
from game.view.options import StageOptions
from game.view.people import People
from game.view.prompts import (
    Prompt,
    draw_aim,
    draw_challenge,
    draw_prompts,
    draw_target,
    prompts_of,
)
from game.view.props import Props
from game.view.puffs import Puffs
from game.view.scenery import Land
from game.view.shapes import Shapes
from game.view.traces import Traces
from game.view.voices import Voices

_SHAKES: Final = {"punch": 3, "boulder": 5}
_ARC_PX: Final = 22
_PROMPT_TICKS: Final = 6


class Stage:
    """Draws one night. It reads the World and its events and never writes them."""

    def __init__(
        self,
        library: Library,
        level: Level,
        options: StageOptions | None = None,
        scenery: Scenery | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        """``scenery`` are the map's tile pictures; ``cache_dir`` keeps painted ground."""
        self.library, self.level = library, level
        self._options = options or StageOptions()
        self.between, self.camera = Between(), Camera.over(level)
        shapes = Shapes()
        self.lighting = Lighting(
            level, self.options.flicker, self.options.brightness_per_mille,
            rim=not self.options.high_contrast,
        )
        folder = cache_dir or cache_folder() / "ground"
        self.land = Land(library, level, scenery, self.lighting, folder)
        self.props = Props.of(level, library.props, shapes, bare=scenery is None)
        self.people = People(library, shapes, self.between)
        self.traces = Traces(library.props)
        self.cones = SightCones(self.options.cones)
        self.chakra = ChakraFx(level, library, shapes, self.people, self.between)
        self.air = Air(level, self.options.grain)
        self.marks = Marks(
            library, self.between, Voices(library.strings), self.options.large_text
        )
        self.puffs = Puffs(library.props)
        self.hud = Hud(library, self.options.large_text, self.options.high_contrast)
        self.notices = Notices(library, self.options)
        self._prompts: tuple[int, list[Prompt]] = (-_PROMPT_TICKS, [])
        self.aim: tuple[int, int] | None = None
        """Where the mouse or stick aims on the canvas; set by the program, None for straight on."""
        self.challenge_row = 0
        """Which answer to a challenge is chosen; set by the program."""

    @property
    def options(self) -> StageOptions:
        """How the night is shown; what is set here holds from the next frame on."""
        return self._options

    @options.setter
    def options(self, options: StageOptions) -> None:
        self._options = self.notices.options = options
        self.hud.choose(large_text=options.large_text, high_contrast=options.high_contrast)
        self.marks.large_text = options.large_text
        self.cones.mode = options.cones
        self.air.grains = options.grain
        self.lighting.flicker = options.flicker
        self.lighting.rim = not options.high_contrast
        self.lighting.brightness_per_mille = options.brightness_per_mille
        self._prompts = (-_PROMPT_TICKS, [])

    def forget(self) -> None:
        """The night goes on somewhere else, from a save or from its beginning: nothing glides."""
        self.between.forget()
        self.camera = Camera.over(self.level)
        self.marks.rings.clear()
        self.marks.voices.barks.clear()
        self.puffs.puffs.clear()
        self.notices.captions.clear()
        self.notices.news.clear()
        self.air.dust = self.air.storm = 0.0
        self._prompts = (-_PROMPT_TICKS, [])

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in what a tick brought: places, rings, words, shakes. Call it after every tick."""
        self.between.note(world)
        self.between.note_blows(world, events)
        self.camera.note(world)
        self.air.note(world)
        self.hud.note(world, events)
        self.marks.note(world, events)
        self.puffs.note(world, events)
        self.notices.note(world, events)
        for event in events:
            match event:
                case happened.NoiseMade(what) if self.options.shake and what in _SHAKES:
                    self.camera.shake(_SHAKES[what], world.tick)
                case happened.Hurt() if self.options.shake:
                    self.camera.shake(3, world.tick)
                case _:
                    continue

    def settle(self, world: World) -> None:
        """Paint what the next frames need now, however long it takes: for loading and tests."""
        view = self.view(world, 1.0)
        self.land.settle(view, shadow_length(world.minutes))
        self.cones.settle(world, view)
        self.air.warm()
        self.lighting.warm()
        self.chakra.warm()

    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Draw the night as it stands, ``alpha`` (0..1) of the way from the last tick but one."""
        view = self.view(world, alpha)
        scene = DrawList(view)
        self.props.add_to(scene, world, view)
        self.people.add_to(scene, world, view)
        self.puffs.add_to(scene, view)
        self.chakra.outline(scene, world, view)
        if self.options.high_contrast:
            self.people.outline_all(scene, world, view)

        self.land.draw(canvas, view, shadow_length(world.minutes))
        self.traces.draw(canvas, world, view)
        self.air.draw_low(canvas, world, view)
        scene.draw_shadows(canvas)
        self.lighting.light_ground(canvas, world, view)
        self.cones.draw(canvas, world, view)
        self.chakra.draw_ring(canvas, world, view)
        self.marks.draw_rings(canvas, view)
        self.marks.draw_ghosts(canvas, world, view)
        self.marks.draw_legs(canvas, world, view)
        scene.draw_standing(canvas)
        self.land.draw_over(canvas, view)
        self._draw_flying(canvas, world, view)
        self.lighting.light_people(canvas, world, view)
        self.lighting.close(canvas, world.minutes)
        self.air.draw_high(canvas, world, view)
        self._draw_overlays(canvas, world, view)

    def view(self, world: World, alpha: float) -> View:
        """The part of the map that a frame shows."""
        if not self.between.now:
            self.between.note(world)
        return self.camera.view(self.between.place(HER, alpha), world.tick, alpha)

    def her_on_canvas(self, world: World) -> tuple[int, int]:
        """Where she stands on the canvas, for the mouse."""
        view = self.view(world, 1.0)
        return view.on_canvas(*self.between.place(HER, 1.0))

    def _draw_overlays(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """What is not part of the night: marks, words, the corners of the screen."""
        if talking.is_on(world):
            # words behind the faces of those who talk could not be read, nor keys be pressed
            self.hud.draw(canvas, world)
            return
        self.chakra.draw_motes(canvas, world, view)
        keep_free = [*self.notices.areas(world), *self.hud.areas(world)]
        self.marks.draw(canvas, world, view, keep_free)
        draw_aim(canvas, world, view.on_canvas(*self.between.place(HER, view.alpha)), self.aim)
        self.hud.draw(canvas, world)
        prompts = self._prompts_now(world)
        draw_target(canvas, world, view, prompts)
        draw_prompts(canvas, self.library, prompts, self.options)
        draw_challenge(canvas, self.library, world, self.challenge_row, self.options)
        self.notices.draw(canvas, world)

    def _prompts_now(self, world: World) -> list[Prompt]:
        """What to offer, worked out anew every few ticks and while a key is held."""
        made, prompts = self._prompts
        held = bool(world.sakura.held_ticks)
        if held or not 0 <= world.tick - made < _PROMPT_TICKS:
            prompts = prompts_of(world, self.library.strings, self.options)
            self._prompts = (world.tick, prompts)
        return prompts

    def _draw_flying(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Things thrown, on their arcs, each with its shadow below."""
        for flying in world.flying:
            whole = max(1, flying.lands_tick - flying.thrown_tick)
            part = min(1.0, (world.tick - flying.thrown_tick + view.alpha) / whole)
            x = (flying.from_x + (flying.x - flying.from_x) * part) / SUB
            y = (flying.from_y + (flying.y - flying.from_y) * part) / SUB
            high = math.sin(math.pi * part) * _ARC_PX + 14 * (1 - part)
            at_x, at_y = view.on_canvas(x, y)
            pygame.draw.ellipse(canvas, (24, 22, 58), (at_x - 2, at_y - 1, 5, 3))
            name = "kunai" if flying.what == "kunai" else "pebble/0"
            sprite = self.library.props.frame(name)
            image = sprite.surface
            if name == "kunai":
                turn = math.degrees(math.atan2(flying.x - flying.from_x, flying.y - flying.from_y))
                image = pygame.transform.rotate(image, round((turn - 135) / 45) * 45)
            canvas.blit(
                image, (at_x - image.get_width() // 2, at_y - high - image.get_height() // 2)
            )
