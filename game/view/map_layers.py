"""What ``suna render`` shows of a level: heat, light, noise, routes and sight, each on a sheet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

import numpy as np
import pygame

from game.core.units import TICKS_PER_SECOND, tile_centre, tile_of
from game.lab.rounds import Visit, go_round, round_ticks, undisturbed, visits
from game.lab.watched import (
    LOOK_TICKS,
    Tile,
    heard_grid,
    heat,
    seen_by_all,
    shade_grid,
    step_tiles,
    watches,
)
from game.sim import World, tuning
from game.sim.beings import Mind, Pose
from game.sim.command import Gait
from game.sim.level import Kind, Level, Spot
from game.sim.minds.eyes import Shade, Zone
from game.view.font import Font
from game.view.map_sheet import Entry, MapSheet, Sign
from game.view.palette import Rgb, rgb

HEAT_TICKS: Final = 120 * TICKS_PER_SECOND
"""So much of the rounds is looked at for heat unless a tick is named."""
ROUTE_TICKS: Final = 300 * TICKS_PER_SECOND
"""So long everybody's rounds are followed to tell their times."""
_HEAT: Final = ((1, "moon0"), (25, "heal2"), (100, "lamp3"), (300, "lamp1"), (600, "blood2"))
"""Share of the looks, per mille, from which a colour holds."""
_KINDS: Final[dict[Kind, str]] = {
    Kind.PATROL: "moon1", Kind.GUARD: "moon1", Kind.CHILD: "pink3", Kind.SNAKE: "tan3",
    Kind.LIZARD: "heal2", Kind.ROGUE: "red3", Kind.AMBUSHER: "pink2", Kind.CUTTER: "blood2",
}
_SHADES: Final = (
    (Shade.DARK, "dark", tuning.GLIMPSE_DARK_TILES, "night2", 170),
    (Shade.HALF, "half light", tuning.GLIMPSE_TILES, "moon0", 40),
    (Shade.LIT, "lit", tuning.GLIMPSE_LIT_TILES, "lamp3", 130),
)
"""Each with how it is called, from how far one is seen in it, its colour and how dense that is."""
_NOISES: Final = (("punch", "blood2"), ("run", "lamp2"), ("walk", "lamp4"), ("sneak", "heal2"))
_GAITS: Final = {"run": Gait.RUN, "walk": Gait.WALK, "sneak": Gait.SNEAK}
_HER: Final = "pink3"


class LevelLayer(StrEnum):
    """What can be shown of a level."""

    HEAT = "heat"
    LIGHT = "light"
    NOISE = "noise"
    ROUTES = "routes"
    SIGHT = "sight"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be shown: at a tick (None for the usual), from a tile (None for her start)."""

    tick: int | None = None
    tile: Tile | None = None


def draw_layer(level: Level, layer: LevelLayer, asked: Asked, font: Font) -> pygame.Surface:
    """A layer of a level with its legend."""
    painters: dict[LevelLayer, Callable[[Level, Asked, MapSheet], pygame.Surface]] = {
        LevelLayer.HEAT: _heat, LevelLayer.LIGHT: _light, LevelLayer.NOISE: _noise,
        LevelLayer.ROUTES: _routes, LevelLayer.SIGHT: _sight,
    }
    return painters[layer](level, asked, MapSheet.of(level, font))


def clock_of(ticks: int) -> str:
    """Ticks as minutes and seconds."""
    seconds = ticks // TICKS_PER_SECOND
    return f"{seconds // 60}:{seconds % 60:02}"


def _heat(level: Level, asked: Asked, sheet: MapSheet) -> pygame.Surface:
    ticks = max(LOOK_TICKS, HEAT_TICKS if asked.tick is None else asked.tick)
    found = heat(level, ticks)
    share = found.seen * 1000 // found.looks
    colors = np.zeros((*share.shape, 4), np.uint8)
    entries = []
    for least, name in _HEAT:
        colors[share >= least] = (*rgb(name), 165)
        words = "now and then" if least == 1 else f"{least / 10:g} % of the time and more"
        entries.append(Entry(f"watched {words}", rgb(name), Sign.FILL))
    sheet.shade(colors)
    sheet.hatch(found.certain > 0, rgb("ink"))
    entries.append(Entry("hatched: at some time seen for certain", rgb("steel2"), Sign.HATCH))
    _draw_places(level, sheet)
    never = int((share == 0).sum()) * 100 // share.size
    title = f"{level.name}: how often each tile is watched, 0:00 to {clock_of(ticks)}"
    rest = f"{never} % of the map is never watched; nobody is disturbed, the air is still"
    return sheet.finished(title, [*entries, Entry(rest)])


def _light(level: Level, asked: Asked, sheet: MapSheet) -> pygame.Surface:
    world = _world_at(level, asked)
    shades = shade_grid(world)
    colors = np.zeros((*shades.shape, 4), np.uint8)
    entries = []
    for shade, word, tiles, name, alpha in _SHADES:
        here = shades == shade
        colors[here] = (*rgb(name), alpha)
        share = int(here.sum()) * 100 // shades.size
        words = f"{word}: seen from {tiles} tiles ({share} % of the map)"
        entries.append(Entry(words, rgb(name), Sign.FILL))
    sheet.shade(colors)
    for lamp in level.lights:
        sheet.figure(lamp.x, lamp.y, rgb("lamp4"))
        sheet.label(lamp.name or lamp.kind, *sheet.at(lamp.x, lamp.y), rgb("lamp4"))
    hours, minutes = divmod(world.minutes, 60)
    title = f"{level.name}: light at {hours % 24}:{minutes:02}, {clock_of(world.tick)} into the map"
    return sheet.finished(title, [*entries, Entry("a lamp", rgb("lamp4"), Sign.DOT)])


def _noise(level: Level, asked: Asked, sheet: MapSheet) -> pygame.Surface:
    world = _world_at(level, asked)
    tile = asked.tile or _start(level)
    entries = []
    for what, color in _NOISES:
        gait = _GAITS.get(what)
        tiles = step_tiles(world, gait, tile) if gait is not None else tuning.NOISE_TILES[what]
        grid = heard_grid(world, tile, tiles)
        sheet.fill(grid, rgb(color), 34)
        sheet.outline(grid, rgb(color))
        many = "tile" if tiles == 1 else "tiles"
        entries.append(Entry(f"{what}: {tiles} {many} over open ground", rgb(color), Sign.LINE))
    for mind in _present(world):
        _draw_mind(sheet, mind)
    x, y = tile_centre(tile[0]), tile_centre(tile[1])
    sheet.figure(x, y, rgb(_HER))
    title = f"{level.name}: how far she is heard from column {tile[0]}, row {tile[1]}"
    entries.append(Entry("where the sound is made", rgb(_HER), Sign.DOT))
    rest = "walls stop it, low walls, scrub and crests muffle it; the air is still"
    return sheet.finished(title, [*entries, Entry(rest)])


def _routes(level: Level, asked: Asked, sheet: MapSheet) -> pygame.Surface:
    ticks = ROUTE_TICKS if asked.tick is None else asked.tick
    found = visits(level, ticks)
    walked: dict[int, list[int]] = {}
    for actor in level.actors:
        walked.setdefault(actor.route, []).append(actor.id)
    entries = []
    for number, route in enumerate(level.routes):
        walkers = walked.get(route.id, [])
        color = _color_of_number(number) if walkers else rgb("steel1")
        sheet.line(route.points, color, closed=route.loop and len(route.points) > 2)
        for point, (x, y) in enumerate(route.points):
            sheet.figure(x, y, color)
            times = [_first(found, walker, point) for walker in walkers]
            told = " ".join(clock_of(tick) for tick in times if tick is not None)
            sheet.label(f"{point} {told}".rstrip(), *sheet.at(x, y), color)
        for walker in walkers:
            name = next(actor.name for actor in level.actors if actor.id == walker) or walker
            lasts = round_ticks(found, walker)
            told = f"a round of {clock_of(lasts)}" if lasts else f"not round in {clock_of(ticks)}"
            entries.append(Entry(f"{name}: {told}", color, Sign.LINE))
        if not walkers:
            entries.append(Entry(f"{route.name or route.id}: nobody walks it", color, Sign.LINE))
    for actor in level.actors:
        sheet.figure(actor.x, actor.y, rgb(_KINDS[actor.kind]), actor.heading)
    title = f"{level.name}: rounds, and when each point is first reached"
    return sheet.finished(title, entries or [Entry("nobody has a round here")])


def _sight(level: Level, asked: Asked, sheet: MapSheet) -> pygame.Surface:
    world = _world_at(level, asked)
    zones = seen_by_all(world, shade_grid(world))
    sheet.fill(zones >= Zone.GLIMPSE, rgb("lamp2"), 130)
    sheet.fill(zones == Zone.CERTAIN, rgb("blood2"), 120)
    sheet.hatch(zones == Zone.CERTAIN, rgb("lamp4"))
    for mind in _present(world):
        _draw_mind(sheet, mind)
    _draw_places(level, sheet)
    entries = [
        Entry("a glimpse: whoever stands upright here makes them curious", rgb("lamp2"), Sign.FILL),
        Entry("hatched: seen for certain", rgb("blood2"), Sign.HATCH),
        *_kind_entries(world),
    ]
    blind = sum(not watches(world, mind) for mind in _present(world))
    if blind:
        entries.append(Entry(f"{blind} of those shown have no eyes for her"))
    title = f"{level.name}: what everybody sees {clock_of(world.tick)} into the map"
    return sheet.finished(title, entries)


def _world_at(level: Level, asked: Asked) -> World:
    world = undisturbed(level)
    go_round(world, asked.tick or 0)
    return world


def _start(level: Level) -> Tile:
    start = level.places_of(Spot.START)[0]
    return tile_of(start.x), tile_of(start.y)


def _present(world: World) -> list[Mind]:
    return [mind for mind in world.minds if mind.pose is not Pose.GONE]


def _draw_mind(sheet: MapSheet, mind: Mind) -> None:
    color = rgb(_KINDS[mind.kind])
    sheet.figure(mind.x, mind.y, color, mind.heading)
    sheet.label(mind.name or mind.kind, *sheet.at(mind.x, mind.y), color)


def _draw_places(level: Level, sheet: MapSheet) -> None:
    """Her start, and the goals."""
    for start in level.places_of(Spot.START):
        sheet.figure(start.x, start.y, rgb(_HER))
        sheet.label("Start", *sheet.at(start.x, start.y), rgb(_HER))
    for goal in level.goals:
        place = level.place(goal.target)
        if place is not None:
            sheet.figure(place.x, place.y, rgb("heal3"))
            sheet.label(place.name, *sheet.at(place.x, place.y), rgb("heal3"))


def _kind_entries(world: World) -> list[Entry]:
    kinds = sorted({mind.kind for mind in _present(world)})
    return [Entry(_name_of_kind(kind), rgb(_KINDS[kind]), Sign.DOT) for kind in kinds]


def _name_of_kind(kind: Kind) -> str:
    match kind:
        case Kind.SNAKE:
            return "sand snake"
        case Kind.LIZARD:
            return "mother lizard"
        case Kind.PATROL | Kind.ROGUE | Kind.AMBUSHER | Kind.CUTTER | Kind.CHILD | Kind.GUARD:
            return str(kind)
        case _:
            assert_never(kind)


def _first(found: Sequence[Visit], walker: int, point: int) -> int | None:
    """When somebody first comes to a point of their round."""
    at = (visit.tick for visit in found if visit.mind == walker and visit.point == point)
    return next(at, None)


def _color_of_number(number: int) -> Rgb:
    names = ("lamp3", "chak3", "heal2", "pink3", "moon1", "lamp1", "red3", "tan3")
    return rgb(names[number % len(names)])
