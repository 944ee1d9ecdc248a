"""A night that goes on while its map is being drawn: what was changed is new, all else stays.

Everybody is known by the id of their object. Only who was changed on the map, or would stand in a
wall, begins anew; marks in the sand, the clock, and what she carries go on.
"""

from dataclasses import replace

from game.core.units import tile_of
from game.sim import World
from game.sim.beings import Alert, Mind
from game.sim.land.desert import Tracks
from game.sim.land.terrain import terrain_of
from game.sim.level import Actor, Level, Spot


def carry_on(old: World, level: Level) -> World:
    """The night of ``old`` on a map that was changed meanwhile.

    ``old`` gives up what it holds and must not be played on. At the table, in a talk, or after the
    end nothing can be carried over but her place: the night then begins anew.
    """
    fresh = World.new(level, old.seed, old.rules)
    if old.at_table or old.talk is not None or old.story.ending:
        if fresh.terrain.walkable(tile_of(old.sakura.x), tile_of(old.sakura.y)):
            fresh.sakura.x, fresh.sakura.y = old.sakura.x, old.sakura.y
        return fresh
    ids = _ids(level)
    broken = [each for each in old.broken if each in ids]
    world = replace(
        old, level=level, terrain=terrain_of(level, broken), broken=broken,
        doused=[each for each in old.doused if each in ids],
        taken=[each for each in old.taken if each in ids],
        goals_met=_kept_goals(old, level),
        fired=_kept_zones(old, level),
    )
    _move_her(world, fresh, ids)
    world.minds = _minds(old, world, fresh)
    if level.width != old.level.width:
        world.tracks = Tracks()  # its index is by tiles of a row
    _take_conditions(world, old.level, fresh)
    _take_patient(world, old.level, fresh)
    world.sensing.felt = [
        each for each in world.sensing.felt if abs(each.id) in ids
    ]
    return world


def _move_her(world: World, fresh: World, ids: frozenset[int]) -> None:
    her = world.sakura
    if not world.terrain.walkable(tile_of(her.x), tile_of(her.y)):
        her.x, her.y, her.speed = fresh.sakura.x, fresh.sakura.y, 0
    if her.inside not in ids:
        her.inside = 0
    if her.dragging > 0 and her.dragging not in ids:
        her.dragging = 0


def _minds(old: World, world: World, fresh: World) -> list[Mind]:
    """Everybody on the map as it is now, in id order."""
    before = {actor.id: actor for actor in old.level.actors}
    now = {actor.id: actor for actor in world.level.actors}
    lived = {mind.id: mind for mind in old.minds}
    found = []
    for newcomer in fresh.minds:
        mind = lived.get(newcomer.id)
        if mind is None or _begins_anew(before.get(newcomer.id), now[newcomer.id]):
            found.append(newcomer)
            continue
        if not world.terrain.walkable(tile_of(mind.x), tile_of(mind.y)):
            found.append(newcomer)
            continue
        _take_members(mind, newcomer)
        _forget_the_gone(mind, now)
        found.append(mind)
    return found


def _begins_anew(before: Actor | None, now: Actor) -> bool:
    """Whether somebody was put elsewhere, turned, or made another."""
    if before is None:
        return True
    return (before.kind, before.x, before.y, before.heading, before.delay_ticks) != (
        now.kind, now.x, now.y, now.heading, now.delay_ticks
    )


def _take_members(mind: Mind, newcomer: Mind) -> None:
    """What the map says of somebody now; the way ahead is looked for again."""
    mind.name, mind.squad, mind.sensor = newcomer.name, newcomer.squad, newcomer.sensor
    mind.after_name = newcomer.after_name
    mind.way = []
    if mind.route != newcomer.route:
        mind.route, mind.route_at, mind.route_back = newcomer.route, 0, False


def _forget_the_gone(mind: Mind, now: dict[int, Actor]) -> None:
    mind.met = [each for each in mind.met if each in now]
    if mind.target not in (0, *now):
        mind.target, mind.sees_target, mind.alert, mind.meter = 0, False, Alert.CALM, 0
    if mind.trail_maker > 0 and mind.trail_maker not in now:
        mind.trail_maker = -1
    if mind.tells not in (0, *now):
        mind.tells, mind.carries_news = 0, False


def _take_conditions(world: World, before: Level, fresh: World) -> None:
    """Clock and wind where the map sets them otherwise; storms of zones that are gone pass."""
    was, now = before.conditions, world.level.conditions
    if was.clock_minutes != now.clock_minutes:
        world.clock = fresh.clock
    zones = {zone.id for zone in world.level.zones}
    if replace(was, clock_minutes=now.clock_minutes) != now:
        world.weather = fresh.weather
        if world.weather.next_gust_tick >= 0:
            world.weather.next_gust_tick += world.tick
    world.weather.storms = [each for each in world.weather.storms if each.zone in zones]


def _take_patient(world: World, before: Level, fresh: World) -> None:
    """Who lies there: he stays where she brought him, unless the map lays him elsewhere."""
    was, now = before.places_of(Spot.WOUNDED), world.level.places_of(Spot.WOUNDED)
    if [(each.id, each.x, each.y, each.text) for each in was] != [
        (each.id, each.x, each.y, each.text) for each in now
    ]:
        world.patient, world.operation = fresh.patient, None


def _kept_goals(old: World, level: Level) -> list[int]:
    """Goals that were met and still ask the same."""
    same = {goal.id for goal in level.goals if goal in old.level.goals}
    return [each for each in old.goals_met if each in same]


def _kept_zones(old: World, level: Level) -> list[int]:
    """Zones that went off and are still the same: one that was changed may go off again."""
    same = {zone.id for zone in level.zones if zone in old.level.zones}
    return [each for each in old.fired if each in same]


def _ids(level: Level) -> frozenset[int]:
    """Ids of everything on a map that a night remembers."""
    return frozenset((
        *(each.id for each in level.actors), *(each.id for each in level.places),
        *(each.id for each in level.lights),
    ))
