"""Her hands: take, drag, hide, sweep, douse, read, talk, sign. No chords, no menus.

What the act key does depends on what is in reach; ``at_hand`` says it, for rules and prompt alike.
"""

from dataclasses import dataclass, replace
from typing import Final

from game.core import headings
from game.core.units import TICKS_PER_SECOND, tile_of
from game.sim import dragging, events, fists, harm, throwing, tuning
from game.sim.beings import Item, Mind, Pose
from game.sim.command import Button
from game.sim.land import tracks
from game.sim.level import Kind, Light, Place, Spot
from game.sim.moment import Moment, given_up, use_up
from game.sim.table import body
from game.sim.table.helpless import HIM
from game.sim.tale import story, talking
from game.sim.tale.night import Beat
from game.sim.verbs import Act
from game.sim.world import World


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
    throwing.land(world, moment)
    throwing.change_item(world, moment)
    if world.at_table or her.pose is Pose.HURT:
        return
    if body.attend(world, moment) or moment.keys_rest:
        return
    _use_act(world, moment)
    fists.strike(world, moment)
    throwing.throw(world, moment)


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
    if not (moment.tapped | moment.long_held) & Button.ACT:
        return
    hand = at_hand(world)
    if moment.long_held & Button.ACT:
        _use_hold(world, moment, hand)
    elif hand.hold is None or not given_up(moment, Button.ACT):
        _use_tap(world, moment, hand)


def _use_tap(world: World, moment: Moment, hand: AtHand) -> None:
    her = world.sakura
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
        her.pose, her.pose_ticks = Pose.SWEEP, 2  # for as long as the key is held
        if held_ticks >= tuning.SWEEP_TICKS:
            use_up(her, Button.ACT)
            tracks.sweep(world, moment, her.x, her.y, tuning.SWEEP_TILES // 2)


def _take(world: World, moment: Moment, place_id: int) -> None:
    place, her = _place(world, place_id), world.sakura
    if place is None:
        return
    world.taken.append(place.id)
    match place.text:
        case Item.KUNAI:
            her.kunai += 1
        case Item.WATER:
            her.water += 1
        case _:
            her.pebbles += tuning.PEBBLES_A_FIND
    moment.tell(events.ItemTaken(place.text or Item.PEBBLE.value))


def _read_trail(world: World, moment: Moment) -> None:
    her = world.sakura
    found = tracks.prints_on(world, tile_of(her.x), tile_of(her.y))
    strange = [seen for seen in found if seen.maker != 0] or found
    if strange:
        seen = strange[0]
        maker = world.mind(seen.maker)
        whose = str(maker.kind) if maker else "sakura"
        seconds = (world.tick - seen.born) // TICKS_PER_SECOND
        moment.tell(events.TrailRead(whose, seen.heading, seconds))


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
