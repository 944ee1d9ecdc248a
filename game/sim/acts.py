"""Her hands: strike, punch, throw, drag, hide, sweep, douse, take, drink. No chords, no menus.

What the act key does depends on what is in reach; ``at_hand`` says it, for rules and prompt alike.
"""

from dataclasses import dataclass, replace
from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, TILE_SUB, tile_of
from game.sim import body, chakra, dragging, events, evidence, harm, story, talking, tracks, tuning
from game.sim.beings import ITEMS, Alert, Flying, Item, Mind, Pose
from game.sim.command import Button
from game.sim.helpless import HIM
from game.sim.level import Kind, Light, Place, Spot
from game.sim.moment import Moment, Noise, given_up, use_up
from game.sim.night import Beat
from game.sim.terrain import surface_at, terrain_of
from game.sim.verbs import Act
from game.sim.world import World

_STRIKE_TICKS: Final = 16
_PUNCH_TICKS: Final = 30
_THROW_TICKS: Final = 14


@dataclass(frozen=True, slots=True)
class AtHand:
    """What the act key would do just now, tapped and held, and to whom or what."""

    tap: Act | None = None
    hold: Act | None = None
    target: int = 0
    """Id of the mind, place or light that is meant."""


def act(world: World, moment: Moment) -> None:
    """Do what her keys ask for, as far as it can be done."""
    her = world.sakura
    her.counter_ticks = max(0, her.counter_ticks - 1)
    _land(world, moment)
    _change_item(world, moment)
    if world.at_table or her.pose is Pose.HURT:
        return
    if body.attend(world, moment) or moment.keys_rest:
        return
    _use_act(world, moment)
    _strike(world, moment)
    _throw(world, moment)


def at_hand(world: World) -> AtHand:
    """What the act key means where she stands; a thought on offer takes the hold, never the tap."""
    hand = _at_hand(world)
    return replace(hand, hold=Act.LISTEN) if world.story.thought else hand


def _at_hand(world: World) -> AtHand:
    her = world.sakura
    if her.dragging:
        return AtHand(tap=Act.DROP)
    if her.inside:
        return AtHand(tap=Act.COME_OUT, target=her.inside)
    him = body.choices(world)
    if him is not None:
        return AtHand(*him, target=HIM)
    downed = _nearest_downed(world)
    if downed is not None:
        hold = Act.KILL if tuning.KINDS[downed.kind].human else None
        return AtHand(Act.DRAG, hold, downed.id)
    place = _nearest_place(world)
    if place is not None:
        return AtHand(tap=_PLACE_ACTS[place.kind], target=place.id)
    friend = _nearest_friend(world)
    if friend is not None:
        return AtHand(tap=Act.TALK, target=friend.id)
    light = _nearest_light(world)
    if light is not None:
        tap = Act.LIGHT if light.id in world.doused else Act.DOUSE
        return AtHand(tap=tap, target=light.id)
    if tracks.prints_on(world, tile_of(her.x), tile_of(her.y)):
        return AtHand(Act.READ_TRAIL, Act.SWEEP)
    return AtHand()


_PLACE_ACTS: Final = {
    Spot.REGISTER: Act.REGISTER,
    Spot.MARKER: Act.MARKER,
    Spot.ITEM: Act.TAKE,
    Spot.HIDING: Act.HIDE,
}


def _use_act(world: World, moment: Moment) -> None:
    her = world.sakura
    if not (moment.tapped | moment.long_held) & Button.ACT:
        return
    hand = at_hand(world)
    if moment.long_held & Button.ACT:
        _use_hold(world, moment, hand)
        return
    if hand.hold is not None and given_up(moment, Button.ACT):
        return
    match hand.tap:
        case Act.TALK:
            friend = world.mind(hand.target)
            if friend is not None and friend.kind is Kind.CHILD:
                talking.start(world, moment, "Children")
        case Act.REGISTER:
            story.open_register(world, moment)
        case Act.MARKER:
            story.sign_marker(world, moment, hand.target)
        case Act.DROP:
            dragging.drop(world, moment)
        case Act.COME_OUT:
            place = _place(world, her.inside)
            her.inside = 0
            moment.tell(events.CameOut(place.name if place else ""))
        case Act.HIDE:
            place = _place(world, hand.target)
            if place:
                her.inside, her.x, her.y, her.speed = place.id, place.x, place.y, 0
                moment.tell(events.Hid(place.name))
        case Act.DRAG:
            her.dragging = hand.target
            moment.tell(events.DragBegan(world.name_of(hand.target)))
        case Act.TAKE:
            _take(world, moment, hand.target)
        case Act.DOUSE:
            world.doused.append(hand.target)
            moment.tell(events.LampDoused(_light_name(world, hand.target)))
        case Act.LIGHT:
            world.doused.remove(hand.target)
        case Act.READ_TRAIL:
            _read_trail(world, moment)
        case _:
            return


def _use_hold(world: World, moment: Moment, hand: AtHand) -> None:
    her = world.sakura
    held_ticks = her.held_ticks.get(int(Button.ACT), 0)
    if hand.hold is Act.KILL and held_ticks >= tuning.KILL_TICKS:
        use_up(her, Button.ACT)
        victim = world.mind(hand.target)
        if victim is not None:
            harm.kill(world, moment, victim)
    elif hand.hold is Act.SWEEP:
        her.pose, her.pose_ticks = Pose.SWEEP, 2
        if held_ticks >= tuning.SWEEP_TICKS:
            use_up(her, Button.ACT)
            tracks.sweep(world, moment, her.x, her.y, tuning.SWEEP_TILES // 2)


def _strike(world: World, moment: Moment) -> None:
    her = world.sakura
    if her.dragging or her.inside:
        return
    if moment.long_held & Button.STRIKE:
        use_up(her, Button.STRIKE)
        _punch(world, moment)
    elif moment.pressed & Button.STRIKE:
        window = tuning.COUNTER_WINDOW_TICKS
        her.counter_ticks = window * 2 if her.feigning else window
    elif moment.tapped & Button.STRIKE:
        her.pose, her.pose_ticks = Pose.STRIKE, _STRIKE_TICKS
        victim = _in_front(world, tuning.STRIKE_REACH_SUB)
        if victim is None:
            return
        if _is_behind(world, victim) and victim.alert < Alert.CHASE:
            harm.fell(world, moment, victim, "takedown", 0)
            reach = tuning.NOISE_TILES["takedown"]
            moment.noises.append(Noise("takedown", 0, her.x, her.y, reach))
        else:
            moment.tell(events.Struck("sakura", victim.name, "miss"))
            moment.noises.append(Noise("fight", 0, her.x, her.y, tuning.NOISE_TILES["fight"]))


def _punch(world: World, moment: Moment) -> None:
    her = world.sakura
    if not chakra.can_pay(world, tuning.PUNCH_COST):
        moment.tell(events.Refused("punch", "no_chakra"))
        return
    chakra.spend(world, tuning.PUNCH_COST * tuning.CHAKRA_MILLI)
    her.pose, her.pose_ticks = Pose.PUNCH, _PUNCH_TICKS
    victim = _in_front(world, tuning.STRIKE_REACH_SUB)
    if victim is not None:
        harm.fell(world, moment, victim, "punch", 0)
    what = "boulder" if _break_boulder(world, moment) else "punch"
    reach = tuning.NOISE_TILES[what]
    moment.noises.append(Noise(what, 0, her.x, her.y, reach, reach))


def _break_boulder(world: World, moment: Moment) -> bool:
    her = world.sakura
    ahead_x, ahead_y = headings.vector(her.heading, tuning.STRIKE_REACH_SUB)
    for boulder in world.level.places_of(Spot.BOULDER):
        if boulder.id in world.broken:
            continue
        if headings.distance(her.x + ahead_x - boulder.x, her.y + ahead_y - boulder.y) <= TILE_SUB:
            world.broken.append(boulder.id)
            world.terrain = terrain_of(world.level, world.broken)
            moment.tell(events.Broken(boulder.name))
            evidence.leave(world, moment, "broken_rock", boulder.x, boulder.y, boulder.name)
            return True
    return False


def _throw(world: World, moment: Moment) -> None:
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
    reach = moment.command.reach * 256 or tuning.THROW_RANGE_SUB // 2
    reach = min(reach, tuning.THROW_RANGE_SUB)
    dx, dy = headings.vector(heading, reach)
    x, y = _flight_end(world, her.x, her.y, dx, dy)
    flight = max(1, headings.distance(x - her.x, y - her.y) // tuning.THROW_SPEED_SUB)
    her.pose, her.pose_ticks, her.heading = Pose.THROW, _THROW_TICKS, heading
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


def _land(world: World, moment: Moment) -> None:
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


def _take(world: World, moment: Moment, place_id: int) -> None:
    place, her = _place(world, place_id), world.sakura
    if place is None:
        return
    world.taken.append(place.id)
    match place.text:
        case "kunai":
            her.kunai += 1
        case "water":
            her.water += 1
        case _:
            her.pebbles += 2
    moment.tell(events.ItemTaken(place.text or "pebble"))


def _read_trail(world: World, moment: Moment) -> None:
    her = world.sakura
    found = tracks.prints_on(world, tile_of(her.x), tile_of(her.y))
    strange = [seen for seen in found if seen.maker != 0] or found
    if strange:
        seen = strange[0]
        maker = world.mind(seen.maker)
        whose = str(maker.kind) if maker else "sakura"
        seconds = (world.tick - seen.born) // 60
        moment.tell(events.TrailRead(whose, seen.heading, seconds))


def _change_item(world: World, moment: Moment) -> None:
    her = world.sakura
    if not moment.pressed:
        return
    step = bool(moment.pressed & Button.ITEM_NEXT) - bool(moment.pressed & Button.ITEM_BACK)
    if step:
        her.item = ITEMS[(ITEMS.index(her.item) + step) % len(ITEMS)]


def _in_front(world: World, reach: int) -> Mind | None:
    """The nearest one awake that a blow would meet."""
    her = world.sakura
    best, best_away = None, reach + 1
    for mind in world.minds:
        if not mind.awake or mind.pose is Pose.BURIED or mind.kind is Kind.CHILD:
            continue
        dx, dy = mind.x - her.x, mind.y - her.y
        if abs(dx) > reach or abs(dy) > reach:
            continue
        away = headings.distance(dx, dy)
        turn = abs(headings.turn_between(her.heading, headings.heading_of(dx, dy)))
        if away < best_away and (turn <= headings.TURN // 5 or away < reach // 2):
            best, best_away = mind, away
    return best


def _is_behind(world: World, mind: Mind) -> bool:
    """Whether she stands behind somebody's back."""
    her = world.sakura
    to_her = headings.heading_of(her.x - mind.x, her.y - mind.y)
    back = (mind.heading + headings.HALF_TURN) % headings.TURN
    return abs(headings.turn_between(back, to_her)) <= tuning.BEHIND_HALF_HEADINGS


def _near(world: World, x: int, y: int, reach: int = tuning.REACH_SUB) -> bool:
    her = world.sakura
    return abs(x - her.x) <= reach and abs(y - her.y) <= reach and (
        headings.distance(x - her.x, y - her.y) <= reach
    )


def _nearest_downed(world: World) -> Mind | None:
    return next((m for m in world.minds if m.pose is Pose.DOWN and _near(world, m.x, m.y)), None)


def _nearest_friend(world: World) -> Mind | None:
    """A child to talk to; they have had their turn once they have talked tonight."""
    if world.unmasked or "Children" in world.story.talks:
        return None
    for mind in world.minds:
        if mind.kind is Kind.CHILD and mind.awake and _near(world, mind.x, mind.y):
            return mind
    return None


def _nearest_light(world: World) -> Light | None:
    return next((item for item in world.level.lights if _near(world, item.x, item.y)), None)


def _nearest_place(world: World) -> Place | None:
    for place in world.level.places:
        if place.kind not in _PLACE_ACTS or place.id in world.taken:
            continue
        reach = tuning.REACH_SUB + max(place.width, place.height) // 2
        if not _near(world, place.x, place.y, reach):
            continue
        if place.kind is Spot.MARKER and place.order in world.story.markers:
            continue
        if place.kind is Spot.REGISTER and world.story.beat not in (
            Beat.LANE, Beat.ROUND, Beat.PULSE, Beat.WEST, Beat.HOME, Beat.BODY, Beat.WAIT,
        ):
            continue
        return place
    return None


def _place(world: World, place_id: int) -> Place | None:
    return next((place for place in world.level.places if place.id == place_id), None)


def _light_name(world: World, light_id: int) -> str:
    return next((light.name for light in world.level.lights if light.id == light_id), "")
