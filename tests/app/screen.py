"""A program without a window: scenes driven by posted key events, tick by tick."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pygame

from game.app.desk import Desk
from game.app.devices import Inputs
from game.app.loop import apply
from game.app.night import NightScene
from game.app.nights import LoadedNights, prepare
from game.app.picture import Mode
from game.app.scenes import Change, Quit, Scene
from game.app.session import Night
from game.app.settings import Preset, Settings
from game.app.window import CANVAS_WIDTH, Window
from game.content.paths import maps_folder
from game.sim import World
from game.sim.tale.talk import Talk
from game.view.stage import Stage

MAP = maps_folder() / "suna.tmx"


@dataclass
class OneStage(LoadedNights):
    """Makes the stage once: what is tested here does not hang on what it last drew."""

    made: Stage | None = None

    def stage(self, desk: Desk, world: World, path: Path, preset: str) -> Stage:
        if self.made is None:
            self.made = super().stage(desk, world, path, preset)
        self.made.forget()
        return self.made


@lru_cache(maxsize=1)
def nights() -> OneStage:
    """The story's map, loaded once for all tests."""
    pygame.display.init()
    pygame.display.set_mode((480, 270))
    loaded = prepare(MAP)
    return OneStage(loaded.first, loaded.library, loaded.sound, _maps={MAP: loaded.map(MAP)})


class Plain:
    """A scene with nothing on it."""

    def update(self, inputs: Inputs) -> Change | None:
        return None

    def draw(self, canvas: pygame.Surface, alpha: float) -> None:
        canvas.fill((0, 0, 0))

    def leave(self) -> None:
        pass


@dataclass
class Screen:
    """The program's loop, one tick at a time and without a clock."""

    desk: Desk
    stack: list[Scene] = field(default_factory=list)

    @property
    def top(self) -> Scene:
        return self.stack[-1]

    @property
    def night(self) -> Night:
        """The night in play, whatever lies over it."""
        scene = self.scene
        return scene.night

    @property
    def scene(self) -> NightScene:
        found = self.stack[0]
        assert isinstance(found, NightScene)
        return found

    def under(self) -> Scene:
        """Something for a menu to lie over."""
        return Plain()

    def shows(self, kind: type[Scene]) -> bool:
        """Whether such a scene is on top."""
        return isinstance(self.top, kind)

    def mode(self) -> Mode:
        return self.scene.mode

    def talk(self) -> Talk:
        """The talk that is held."""
        found = self.night.world.talk
        assert found is not None
        return found

    def tick(self, count: int = 1, draw: bool = False) -> None:
        """What ``loop.run`` does, for so many ticks of the program."""
        for _ in range(count if self.stack else 0):
            for event in pygame.event.get():
                place = getattr(event, "pos", None)
                on_canvas = self.desk.window.on_canvas(place) if place is not None else None
                self.desk.devices.take(event, on_canvas)
            inputs = self.desk.devices.read()
            change = Quit() if inputs.quit else self.top.update(inputs)
            if change is not None:
                apply(self.stack, change)
                self.desk.devices.let_go()
            if draw and self.stack:
                self.top.draw(self.desk.window.canvas, 0.5)
            if not self.stack:
                return

    def key(self, name: str, ticks: int = 2) -> None:
        """Press a key for so many ticks and let it go."""
        with self.holding(name):
            self.tick(ticks)
        self.tick()

    def click(self, point: tuple[int, int], right: bool = False) -> None:
        """Click on a point of the canvas."""
        area = self.desk.window.area()
        scale = area.width // CANVAS_WIDTH
        place = (area.x + point[0] * scale, area.y + point[1] * scale)
        button = pygame.BUTTON_RIGHT if right else pygame.BUTTON_LEFT
        pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(9, 9), buttons=(0,) * 3))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=place, button=button))
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=place, button=button))
        self.tick(2)

    @contextmanager
    def holding(self, name: str) -> Iterator[None]:
        """Hold a key meanwhile."""
        code = pygame.key.key_code(name)
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code))
        yield
        pygame.event.post(pygame.Event(pygame.KEYUP, key=code))

    def read_on(self, presses: int = 60) -> None:
        """Press through a talk to its end, always with the first answer."""
        for _ in range(presses):
            if self.night.world.talk is None or self.night.world.talk.done:
                return
            self.key("e")
        raise AssertionError("the talk does not end")


def screen(home: Path, settings: Settings | None = None) -> Screen:
    """A program with nothing on it yet."""
    nights()
    pygame.event.clear()
    desk = Desk.open(Window("test", scale=1), settings or Settings())
    desk.saves = home / "saves"
    return Screen(desk)


def playing(home: Path, at: str = "register", settings: Settings | None = None) -> Screen:
    """A fresh night of the story with her at a place of the map."""
    found = screen(home, settings)
    world = World.new(nights().map(MAP).level, seed=7)
    place = world.level.place(at)
    assert place is not None
    world.sakura.x, world.sakura.y = place.x, place.y
    night = nights().night(found.desk, world, MAP, Preset.CHUNIN, placed=at != "start")
    found.stack.append(nights().scene(found.desk, night))
    return found
