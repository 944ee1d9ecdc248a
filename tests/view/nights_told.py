"""Nights far enough on to be talked about, waited through and told, for the tests of the pages."""

from dataclasses import replace
from functools import cache

import pygame

from game.content.strings import text_folder
from game.content.words import talk_files
from game.content.yarn import read_script
from game.core.units import tile_centre
from game.sim import World
from game.sim.events import Event, TalkBegan
from game.sim.tale import facts
from game.sim.tale.night import Beat, Patient
from game.sim.tale.talk import NO_CHOICE, advance, begin
from game.sim.tale.talk_script import Script
from game.view.library import Library
from tests.sim.nights import night

CANVAS = (480, 270)
DUNES = "\n".join(["." * 40, ".!.." + "." * 36, "@..." + "." * 36, *["." * 40] * 12])


@cache
def words() -> Script:
    """The game's own talks."""
    return read_script(talk_files(text_folder()))


@cache
def library(locale: str = "en") -> Library:
    """The pictures and words, read once for all tests."""
    return Library.load(locale)


def story_night() -> World:
    """A small night of the tale, with a man lying in it and everything to be said."""
    world = night(DUNES, story=True)
    world.level = replace(world.level, script=words(), digest="00" * 16)
    world.patient = Patient(tile_centre(30), tile_centre(8))
    return world


def canvas(color: tuple[int, int, int] = (76, 65, 121)) -> pygame.Surface:
    """An empty canvas of one colour."""
    surface = pygame.Surface(CANVAS)
    surface.fill(color)
    return surface


def start_talk(world: World, node: str, beat: Beat = Beat.TALK) -> list[Event]:
    """Begin a talk and speak its first line."""
    world.story.beat = beat
    world.talk = begin(words(), node, world.talk)
    return [TalkBegan(node), *say(world)]


def say(world: World, choice: int = NO_CHOICE) -> list[Event]:
    """One press, or one choice."""
    assert world.talk is not None
    told = facts.of_the_night(world)
    return list(advance(world.talk, words(), told, choice, world.tick))


def pixels(surface: pygame.Surface) -> bytes:
    """Every pixel, for comparing pictures."""
    return pygame.image.tobytes(surface, "RGB")
