"""Ears: a sound floods over the ground, walls stop it, wind drowns it; snakes feel steps instead.

Its way is looked for only where somebody who listens is in reach, and only towards them.
"""

from typing import Final

from game.core import headings
from game.core.flood import STRAIGHT, cost_between, flood
from game.core.sight import CLEAR, SOLID
from game.core.units import PER_MILLE, TILE_SUB, tile_of
from game.sim import events, tuning
from game.sim.beings import Mind, Pose
from game.sim.events import Cause
from game.sim.land.terrain import surface_at
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Kind, Surface
from game.sim.minds.awareness import NOBODY, Noticing, notice
from game.sim.minds.buckets import Buckets
from game.sim.minds.factions import hunts, hunts_her
from game.sim.moment import Moment, Noise
from game.sim.world import World

_ALARMING: Final = ("fight", "punch", "boulder", "shout", "moan")
_STEPS: Final = ("step", "drag")
_WIND_PER_MILLE: Final = {
    WindKind.STILL: PER_MILLE,
    WindKind.LEE: PER_MILLE,
    WindKind.GUST: tuning.GUST_NOISE_PER_MILLE,
    WindKind.STORM: tuning.STORM_NOISE_PER_MILLE,
}


def listen(world: World, moment: Moment) -> None:
    """Carry the sounds made since the last call to everybody who can hear or feel them."""
    if moment.heard == len(moment.noises):
        return
    near = Buckets(world.minds)
    while moment.heard < len(moment.noises):
        noise = moment.noises[moment.heard]
        moment.heard += 1
        who = world.name_of(noise.maker)
        moment.tell(events.NoiseMade(noise.what, who, noise.x, noise.y, noise.tiles))
        if noise.tremor_tiles:
            _shake(world, moment, noise, near)
        reach_sub = (noise.tiles + 1) * TILE_SUB
        around = near.within(noise.x, noise.y, reach_sub)
        listeners = [mind for mind in around if _listens(world, mind, noise)]
        if listeners:
            for mind, away in reached(world, noise, listeners):
                _hear(world, moment, mind, noise, away)


def reached(world: World, noise: Noise, listeners: list[Mind]) -> list[tuple[Mind, int]]:
    """Those of the listeners whom a sound reaches, with the tenths of a tile it came over ground.

    The worse wind of both ends drowns it.
    """
    near = []
    reach_sub = (noise.tiles + 1) * TILE_SUB
    for mind in listeners:
        if abs(mind.x - noise.x) <= reach_sub and abs(mind.y - noise.y) <= reach_sub:
            near.append(mind)
    if not near:
        return []
    loud = _WIND_PER_MILLE[wind_at(world, noise.x, noise.y).kind]
    budgets = [
        noise.tiles
        * STRAIGHT
        * min(loud, _WIND_PER_MILLE[wind_at(world, mind.x, mind.y).kind])
        // PER_MILLE
        for mind in near
    ]
    source, muffling = (tile_of(noise.x), tile_of(noise.y)), _Muffling(world)
    found = []
    for mind, budget in zip(near, budgets, strict=True):
        spot = (tile_of(mind.x), tile_of(mind.y))
        cost = cost_between(source, spot, budget, muffling)
        if cost is not None:
            found.append((mind, cost))
    return found


def carried(world: World, source: tuple[int, int], budget: int) -> dict[tuple[int, int], int]:
    """Tiles (x, y) that a sound comes to within so many tenths of open ground, with its way there.

    Ears ask for the way to themselves alone; both say the same.
    """
    return flood(source, budget, _Muffling(world))


class _Muffling:
    """What a sound loses on a tile, in tenths of open ground."""

    __slots__ = ("_blocks", "_height", "_surface", "_width")

    def __init__(self, world: World) -> None:
        self._blocks = world.terrain.blocks
        self._surface = world.level.surface
        self._height, self._width = self._blocks.shape

    def __call__(self, x: int, y: int) -> int:
        if not (0 <= x < self._width and 0 <= y < self._height):
            return 0
        block = self._blocks.item(y, x)
        if block == SOLID:
            return 0
        if block != CLEAR or self._surface.item(y, x) == Surface.SCRUB:
            return tuning.WALL_SOUND_TENTHS
        return STRAIGHT


def _listens(world: World, mind: Mind, noise: Noise) -> bool:
    """Whether a sound is anything to this mind."""
    if mind.id == noise.maker or not mind.awake or mind.pose is Pose.BURIED:
        return False
    if not tuning.KINDS[mind.kind].ears or mind.kind in (Kind.GUARD, Kind.CHILD):
        return False
    if noise.what in _ALARMING:
        return True
    if noise.maker == 0:
        return hunts_her(world, mind) or (
            mind.kind is Kind.PATROL
            and world.tick - mind.challenge_tick >= tuning.CHALLENGE_AGAIN_TICKS
        )
    maker = world.mind(noise.maker)
    return maker is not None and hunts(mind, maker)


def _hear(world: World, moment: Moment, mind: Mind, noise: Noise, away: int) -> None:
    step = noise.what in _STEPS
    base = tuning.STEP_FILL_PER_MILLE if step else tuning.HEARING_FILL_PER_MILLE
    reach = max(1, noise.tiles * STRAIGHT)
    fill = base + base * max(0, reach - away) // reach
    alarming = step or noise.what in _ALARMING
    maker = world.mind(noise.maker)
    hers = noise.maker == 0
    whom = noise.maker if hers or (maker is not None and hunts(mind, maker)) else NOBODY
    news = Noticing(
        whom,
        noise.x,
        noise.y,
        fill,
        tuning.HEARD_STOPS_AT if alarming else tuning.HARMLESS_STOPS_AT,
        _cause(world, mind, noise, "hearing", (away + STRAIGHT // 2) // STRAIGHT),
    )
    notice(world, moment, mind, news)


def _shake(world: World, moment: Moment, noise: Noise, near: Buckets) -> None:
    """Let everybody under the sand feel a step; rock shakes nothing."""
    if surface_at(world.level, noise.x, noise.y) is Surface.ROCK:
        return
    reach_sub = noise.tremor_tiles * TILE_SUB
    for mind in near.within(noise.x, noise.y, reach_sub):
        if not tuning.KINDS[mind.kind].tremor or not mind.awake:
            continue
        away = headings.distance(mind.x - noise.x, mind.y - noise.y)
        if away <= reach_sub:
            tiles = away // TILE_SUB
            cause = _cause(world, mind, noise, "tremor", tiles)
            fill, most = tuning.TREMOR_FILL_PER_MILLE, tuning.METER_FULL
            news = Noticing(noise.maker, noise.x, noise.y, fill, most, cause)
            notice(world, moment, mind, news)


def _cause(world: World, mind: Mind, noise: Noise, sense: str, tiles: int) -> Cause:
    gait = world.sakura.gait.name.lower() if noise.maker == 0 else ""
    return Cause(
        who=mind.name,
        sense=sense,
        whom=world.name_of(noise.maker),
        tiles=tiles,
        what=noise.what,
        light=0,
        gait=gait,
        surface=surface_at(world.level, noise.x, noise.y).name.lower(),
        wind=wind_at(world, noise.x, noise.y).kind.value,
    )
