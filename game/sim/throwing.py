"""What leaves her hand: pebbles that draw, kunai that hurt, and the water that she drinks."""

from game.core import headings
from game.core.units import PER_MILLE, SUB, TILE_SUB, tile_of
from game.sim import events, harm, tuning
from game.sim.beings import ITEMS, Flying, Item, Pose
from game.sim.command import Button
from game.sim.land.terrain import surface_at
from game.sim.moment import Moment, Noise, use_up
from game.sim.world import World


def throw(world: World, moment: Moment) -> None:
    """Let go of what she aimed with, or drink if that is the water."""
    her = world.sakura
    released = bool(moment.tapped & Button.THROW) or (
        int(Button.THROW) & her.spent and not moment.command.held(Button.THROW)
    )
    if moment.command.held(Button.CANCEL) and moment.command.held(Button.THROW):
        use_up(her, Button.THROW)
        return
    if not released or her.dragging:
        return
    if her.item is Item.WATER:
        _drink(world, moment)
        return
    left = her.pebbles if her.item is Item.PEBBLE else her.kunai
    if left <= 0:
        moment.tell(events.Refused("throw", "none_left"))
        return
    if her.item is Item.PEBBLE:
        her.pebbles -= 1
    else:
        her.kunai -= 1
    heading = moment.command.aim if moment.command.aim >= 0 else her.heading
    reach = moment.command.reach * SUB or tuning.THROW_RANGE_SUB // 2
    reach = min(reach, tuning.THROW_RANGE_SUB)
    dx, dy = headings.vector(heading, reach)
    x, y = _flight_end(world, her.x, her.y, dx, dy)
    flight = max(1, headings.distance(x - her.x, y - her.y) // tuning.THROW_SPEED_SUB)
    her.pose, her.pose_ticks, her.heading = Pose.THROW, tuning.THROW_TICKS, heading
    world.flying.append(Flying(her.item, x, y, her.x, her.y, world.tick, world.tick + flight))
    moment.tell(events.Thrown(str(her.item), x, y))


def _flight_end(world: World, x: int, y: int, dx: int, dy: int) -> tuple[int, int]:
    """Where something thrown comes down: at its mark, or at the wall before it."""
    steps = max(1, headings.distance(dx, dy) // (TILE_SUB // 2))
    end = (x, y)
    for step in range(1, steps + 1):
        there = (x + dx * step // steps, y + dy * step // steps)
        if not world.terrain.walkable(tile_of(there[0]), tile_of(there[1])):
            return end
        end = there
    return end


def land(world: World, moment: Moment) -> None:
    """Things in the air come down: they are heard, put lamps out, and kunai hurt."""
    if not world.flying:
        return
    for flying in [item for item in world.flying if item.lands_tick <= world.tick]:
        world.flying.remove(flying)
        reach = tuning.NOISE_TILES[str(flying.what)]
        surface = surface_at(world.level, flying.x, flying.y)
        carried = reach * tuning.SURFACE_NOISE_PER_MILLE[surface] // PER_MILLE
        moment.noises.append(Noise(str(flying.what), 0, flying.x, flying.y, carried))
        for light in world.level.lights:
            near = headings.distance(light.x - flying.x, light.y - flying.y) <= TILE_SUB
            if near and light.id not in world.doused:
                world.doused.append(light.id)
                moment.tell(events.LampDoused(light.name))
        if flying.what is Item.KUNAI:
            _kunai_hits(world, moment, flying)


def _kunai_hits(world: World, moment: Moment, flying: Flying) -> None:
    for mind in world.minds:
        if not mind.awake or not tuning.KINDS[mind.kind].fights:
            continue
        if headings.distance(mind.x - flying.x, mind.y - flying.y) <= tuning.KUNAI_HIT_SUB:
            harm.wound(world, moment, mind, flying.from_x, flying.from_y)
            return


def _drink(world: World, moment: Moment) -> None:
    her = world.sakura
    if her.water <= 0:
        moment.tell(events.Refused("drink", "none_left"))
        return
    her.water -= 1
    her.marks = min(world.rules.marks, her.marks + 1)
    her.pose, her.pose_ticks = Pose.KNEEL, tuning.DRINK_TICKS
    moment.tell(events.Drank())


def change_item(world: World, moment: Moment) -> None:
    """Take the next or the last thing in hand."""
    her = world.sakura
    if not moment.pressed:
        return
    step = bool(moment.pressed & Button.ITEM_NEXT) - bool(moment.pressed & Button.ITEM_BACK)
    if step:
        her.item = ITEMS[(ITEMS.index(her.item) + step) % len(ITEMS)]
