"""The tale, beat by beat: the round, the call in the west, the man, the wait, the name, the gate.

Each beat waits for a deed of hers and says what began; nothing here moves anybody.
"""

from typing import Final

from game.core import headings
from game.core.units import PER_MILLE, TICKS_PER_SECOND, TILE_SUB
from game.sim import events, tuning
from game.sim.beings import Pose
from game.sim.land import landmarks
from game.sim.level import GoalKind, Spot
from game.sim.moment import Moment
from game.sim.table import body, duel, helpless
from game.sim.tale import facts, homeward, reverie, talking, triggers
from game.sim.tale.night import AfterName, Beat
from game.sim.world import World, tile_index

MARKERS_BEFORE_PULSE: Final = 4
_UNTOLD: Final = (Spot.COVER, Spot.HIDING)
"""Places too many to be worth an arrival."""


def advance(world: World, moment: Moment) -> None:
    """Carry the tale on by one tick."""
    _tell_places(world, moment)
    reverie.drift(world, moment)
    triggers.pull(world, moment)
    if world.level.conditions.story:
        _hear(world, moment)
        _call(world, moment)
        helpless.bleed(world, moment)
        _go_west(world, moment)
        _reach_him(world, moment)
        body.sweep_again(world, moment)
        _wait(world, moment)
        _follow_name(world, moment)
        homeward.watch(world, moment)
    _meet_goals(world, moment)
    facts.remember(world, moment)


def open_register(world: World, moment: Moment) -> None:
    """She steps up to the register: to sign out, or to report."""
    story = world.story
    if story.beat is Beat.LANE:
        if not talking.start(world, moment, "SignOut"):
            sign_out(world, moment)
    else:
        homeward.begin_report(world, moment)


def sign_out(world: World, moment: Moment) -> None:
    """Her name is in the book: the round begins."""
    world.story.signed_out_tick = world.tick
    moment.tell(events.SignedOut())
    go_to(world, moment, Beat.ROUND)


def sign_marker(world: World, moment: Moment, place_id: int) -> None:
    """She signs the book at a marker, if it is the next of her round."""
    story = world.story
    marker = next((m for m in world.level.places_of(Spot.MARKER) if m.id == place_id), None)
    if marker is None or marker.order in story.markers:
        return
    if marker.order != len(story.markers) + 1:
        moment.tell(events.Refused("marker", "marker_order"))
        return
    story.markers.append(marker.order)
    story.last_marker = marker.order
    moment.tell(events.MarkerSigned(marker.name, marker.order))
    if marker.order == MARKERS_BEFORE_PULSE and story.beat is Beat.ROUND:
        go_to(world, moment, Beat.PULSE)
        story.called_tick = world.tick
        moment.tell(events.PulseCalled())
    elif marker.order > MARKERS_BEFORE_PULSE and story.felt_tick < 0:
        story.ignored_pulse = True


def go_to(world: World, moment: Moment, beat: Beat) -> None:
    """The next part of the tale begins."""
    world.story.beat = beat
    moment.tell(events.BeatBegan(beat.name.lower()))


def _tell_places(world: World, moment: Moment) -> None:
    her, story = world.sakura, world.story
    tile = tile_index(world.level, her.x, her.y)
    if tile == story.tile:
        return
    story.tile = tile
    for zone in world.level.zones:
        if zone.id not in story.visited and zone.holds(her.x, her.y):
            story.visited.append(zone.id)
            moment.tell(events.ZoneEntered(zone.name))
    for place in world.level.places:
        if place.kind in _UNTOLD or place.id in story.visited:
            continue
        if abs(place.x - her.x) > TILE_SUB * 2 or abs(place.y - her.y) > TILE_SUB * 2:
            continue
        story.visited.append(place.id)
        moment.tell(events.Arrived(place.name))


def _hear(world: World, moment: Moment) -> None:
    """What a talk asked for is done."""
    for said in moment.said:
        match said:
            case "sign_out":
                sign_out(world, moment)
            case "children_met":
                facts.count(world, "children_met")
            case "water":
                world.sakura.water = max(0, world.sakura.water - 1)
                facts.count(world, "gave_water")
            case "promised":
                facts.count(world, "promised")
            case "the_name":
                moment.tell(events.NameSpoken())
            case "after_listen":
                _choose_after(world, moment, AfterName.LISTEN)
            case "after_strike":
                _choose_after(world, moment, AfterName.STRIKE)
            case "after_walk_away":
                _choose_after(world, moment, AfterName.WALK_AWAY)
            case "after_take_in":
                _choose_after(world, moment, AfterName.TAKE_IN)
            case report if report.startswith("report_"):
                homeward.hear_report(world, moment, report)
            case _:
                facts.count(world, said)


def _choose_after(world: World, moment: Moment, what: AfterName) -> None:
    story, patient = world.story, world.patient
    if what is AfterName.LISTEN:
        story.promise_kept = world.talk is not None and world.talk.variables.get("promise", 0) > 0
        moment.tell(events.AfterChosen(what))
        return
    story.after = what
    moment.tell(events.AfterChosen(what))
    if patient is not None:
        match what:
            case AfterName.STRIKE:
                patient.dead = True
                world.ledger += 1
                moment.tell(events.Killed("sakura", "wounded", world.ledger))
            case AfterName.TAKE_IN:
                patient.bound = True
            case _:
                patient.gone = True
                moment.tell(events.HeLeft())


def _call(world: World, moment: Moment) -> None:
    """The fluttering in the west is felt, or goes on without her; the fight there ends in time."""
    story = world.story
    if story.beat < Beat.PULSE:
        return
    if story.felt_tick < 0 and any(
        isinstance(event, events.SignatureFelt) and event.kind == "fluctuating"
        for event in moment.events
    ):
        story.felt_tick = world.tick
    if story.pulse_tick < 0:
        waited = world.tick - story.called_tick >= tuning.PULSE_CALL_TICKS
        if story.felt_tick >= 0 or waited:
            story.pulse_tick = world.tick
    elif world.tick - story.pulse_tick == tuning.DUEL_END_TICKS:
        duel.end(world, moment)


def _go_west(world: World, moment: Moment) -> None:
    story = world.story
    if story.beat is Beat.PULSE and story.felt_tick >= 0 and facts.is_off_round(world):
        go_to(world, moment, Beat.WEST)
        moment.tell(events.TurnedWest())


def _reach_him(world: World, moment: Moment) -> None:
    story, patient, her = world.story, world.patient, world.sakura
    if story.beat is not Beat.WEST or patient is None:
        return
    away = headings.distance(patient.x - her.x, patient.y - her.y)
    if away > tuning.BODY_SEEN_TILES * TILE_SUB:
        return
    story.body_tick = world.tick
    since = world.tick - story.pulse_tick
    if duel.is_on(world):
        when = "fight"
        facts.count(world, "came_early")
        story.pulse_tick = world.tick - tuning.DUEL_END_TICKS
        patient.blood_milli += tuning.EARLY_BLOOD * PER_MILLE
        duel.end(world, moment)
    elif since <= tuning.LATE_TICKS:
        when = "on_time"
    elif since <= tuning.TOO_LATE_TICKS:
        when = "late"
    else:
        when = "too_late"
    go_to(world, moment, Beat.BODY)
    moment.tell(events.BodyReached("cold" if patient.dead else when))


def _wait(world: World, moment: Moment) -> None:
    """He sleeps; if she is near when his time is up and nobody is after them, his eyes open."""
    story, patient, her = world.story, world.patient, world.sakura
    if story.beat is not Beat.WAIT or patient is None:
        return
    if patient.dead:
        go_to(world, moment, Beat.HOME)
        return
    if her.still_ticks > TICKS_PER_SECOND and her.pose is Pose.STAND:
        her.pose = Pose.SIT
    if world.tick < story.wait_until:
        return
    if headings.distance(patient.x - her.x, patient.y - her.y) > 4 * TILE_SUB:
        return
    if helpless.hunted(world, patient):
        return
    facts.count(world, "waited_seconds", (world.tick - story.wait_from) // TICKS_PER_SECOND)
    moment.tell(events.HeWakes())
    go_to(world, moment, Beat.TALK)
    talking.start(world, moment, "Waking")


def _follow_name(world: World, moment: Moment) -> None:
    """Three seconds of black after the name; then it is hers to decide, and the way home."""
    story = world.story
    if talking.is_on(world):
        return
    if story.beat is Beat.TALK:
        story.named_tick = world.tick
        go_to(world, moment, Beat.NAMED)
    elif story.beat is Beat.NAMED:
        if story.after:
            go_to(world, moment, Beat.HOME)
        elif world.tick - story.named_tick >= tuning.NAME_BLACK_TICKS and not talking.start(
            world, moment, "Named"
        ):
            _choose_after(world, moment, AfterName.WALK_AWAY)


def _meet_goals(world: World, moment: Moment) -> None:
    """Goals of a map without the tale; the night is over when all are met, at an exit if any."""
    level = world.level
    if level.conditions.story:
        return
    for goal in triggers.open_goals(world):
        if goal.id in world.goals_met or not homeward.goal_met(world, goal):
            continue
        world.goals_met.append(goal.id)
        moment.tell(events.GoalReached(goal.target or str(goal.kind)))
    lost = world.patient is not None and world.patient.dead
    if lost and any(goal.kind is GoalKind.HEAL for goal in level.goals):
        world.story.ending = "patient_lost"
        moment.tell(events.Ended("patient_lost"))
    elif len(world.goals_met) == len(level.goals) and _may_end(world):
        world.story.ending = "goals_met"
        moment.tell(events.Ended("goals_met"))


def _may_end(world: World) -> bool:
    """Whether a map without the tale may end where she stands: on an exit, if it has any."""
    exits = landmarks.places(world.level, Spot.EXIT)
    if not exits:
        return bool(world.level.goals)
    her = world.sakura
    return any(
        way.holds(her.x, her.y) or headings.distance(way.x - her.x, way.y - her.y) <= TILE_SUB
        for way in exits
    )
