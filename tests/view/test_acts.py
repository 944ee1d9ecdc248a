"""What people do shows in how they stand and go, so that shape tells it and not colour alone."""

import pygame
import pytest

from game.core.units import TILE_SUB
from game.sim import Command, World, tuning
from game.sim.beings import Alert, Item, Pose
from game.sim.command import Button, Gait
from game.sim.events import Struck
from game.sim.level import Kind
from game.sim.tale.night import Beat, Patient
from game.view.acts import act_of_her, act_of_him, act_of_mind, blades_meet, opponent
from game.view.between import FLINCH_TICKS, HIM
from tests.sim.nights import EAST, WEST, Person, gust, night
from tests.view.nights_told import story_night
from tests.view.stages import Watched, library, pixels

EMPTY = "....................\n............@.......\n...................."
YARD = "....................\n....A.......@.......\n...................."


def rogue(alert: Alert, pose: Pose, *, speed: int = 0) -> str:
    world = night(YARD, A=Person(Kind.ROGUE))
    mind = world.minds[0]
    mind.alert, mind.pose, mind.speed = alert, pose, speed
    mind.way = [(0, 0)] if speed else []
    return act_of_mind(world, mind)


def test_alarm_changes_how_somebody_stands_and_goes() -> None:
    walk, chase = (getattr(tuning.KINDS[Kind.ROGUE], pace) for pace in ("walk_sub", "chase_sub"))
    standing = [rogue(alert, Pose.STAND) for alert in Alert]
    walking = [rogue(alert, Pose.MOVE, speed=walk) for alert in list(Alert)[:3]]
    assert standing == ["idle", "peer", "search", "ready"]
    assert walking == ["walk", "wonder", "prowl"]
    assert rogue(Alert.CHASE, Pose.MOVE, speed=chase) == "run"


@pytest.mark.parametrize("who", ["patrol", "guard", "rogue_a", "rogue_b", "cutter_a", "cutter_b"])
def test_no_two_rungs_of_alarm_have_the_same_outline(who: str) -> None:
    atlas = library().people
    shapes = set()
    for act in ("idle", "peer", "search", "ready"):
        surface = atlas.frame(f"{who}/{act}/right/0").surface
        shapes.add((surface.get_size(), pygame.surfarray.array_alpha(surface).tobytes()))
    assert len(shapes) == 4


def test_a_blow_is_drawn_back_while_the_steps_before_it_run_on() -> None:
    pace = tuning.KINDS[Kind.ROGUE].chase_sub
    assert rogue(Alert.CHASE, Pose.WINDUP, speed=pace) == "lunge"
    assert rogue(Alert.CHASE, Pose.WINDUP) == "ready"


def test_the_swing_is_seen_after_the_blow_has_fallen() -> None:
    world = night(YARD, A=Person(Kind.ROGUE))
    mind = world.minds[0]
    mind.alert, mind.attack_ticks = Alert.CHASE, tuning.ATTACK_AGAIN_TICKS
    assert act_of_mind(world, mind) == "strike"
    mind.attack_ticks -= 30
    assert act_of_mind(world, mind) == "ready"


def test_who_is_hit_and_stays_up_staggers_and_then_goes_on() -> None:
    watched = Watched(night(YARD, A=Person(Kind.ROGUE)))
    mind = watched.world.minds[0]
    watched.live(2)
    shown: list[str] = []
    watched.tell([Struck("sakura", mind.name, "miss"), Struck("sakura", mind.name, "kunai")])
    for _ in range(FLINCH_TICKS + 1):
        picture = watched.stage.people.mind_picture(watched.world, mind)
        assert picture is not None
        act = picture.name.split("/")[1]
        if not shown or shown[-1] != act:
            shown.append(act)
        watched.live()
    assert shown[0] == "hurt" and len(shown) == 2


def test_nobody_staggers_from_a_blow_that_missed() -> None:
    watched = Watched(night(YARD, A=Person(Kind.ROGUE)))
    mind = watched.world.minds[0]
    watched.tell([Struck("sakura", mind.name, "miss")])
    assert watched.stage.between.staggers(mind.id, watched.world.tick) is None


def test_she_winds_up_while_the_key_is_held_and_chakra_shows_before_the_punch() -> None:
    watched = Watched(night(EMPTY))
    shown: list[str] = []
    for _ in range(tuning.HOLD_TICKS + 1):
        watched.live(1, Command(buttons=Button.STRIKE))
        act = act_of_her(watched.world, watched.world.sakura)
        if not shown or shown[-1] != act:
            shown.append(act)
    assert shown == ["windup", "charged", "punch"]


def test_what_she_aims_with_is_in_her_hand() -> None:
    world = night(EMPTY)
    world.sakura.buttons = Button.THROW
    acts = []
    for world.sakura.item in (Item.PEBBLE, Item.KUNAI):
        acts.append(act_of_her(world, world.sakura))
    assert acts == ["aim_pebble", "aim_kunai"]


@pytest.mark.parametrize(("heading", "side"), [(EAST, "right"), (WEST, "left")])
def test_her_hair_flies_where_the_wind_blows(heading: int, side: str) -> None:
    world = night(EMPTY)
    gust(world, heading=heading)
    her = world.sakura
    assert act_of_her(world, her) == f"idle_wind_{side}"
    her.speed, her.pose = 200, Pose.MOVE
    assert act_of_her(world, her) == f"walk_wind_{side}"
    her.pose = Pose.BRACE
    assert act_of_her(world, her) == f"brace_{side}"


def test_hidden_low_looks_lower_than_sneaking() -> None:
    world = night(EMPTY)
    her = world.sakura
    her.gait = Gait.SNEAK
    acts = []
    for her.hidden in (False, True):
        acts.append(act_of_her(world, her))
    heights = [
        library().people.frame(f"sakura/{act}/right/0").surface.get_height() for act in acts
    ]
    assert acts == ["sneak", "low"] and heights[0] > heights[1]


def duel() -> tuple[World, Patient]:
    """Two cutters beside the man in the west, in the middle of it."""
    world = story_night()
    assert world.patient is not None
    cutters = night("A......@\nB.......", A=Person(Kind.CUTTER), B=Person(Kind.CUTTER)).minds
    for mind, side in zip(cutters, (-1, 1), strict=True):
        mind.x, mind.y = world.patient.x + side * TILE_SUB, world.patient.y
    world.minds += cutters
    world.story.beat, world.story.pulse_tick = Beat.WEST, 0
    return world, world.patient


def test_in_the_fight_one_strikes_while_the_other_waits_and_blades_meet() -> None:
    world, him = duel()
    strikers, his, sparks = set(), set(), 0
    for world.tick in range(1, 200):
        acts = {mind.id: act_of_mind(world, mind) for mind in world.minds}
        assert set(acts.values()) <= {"ready", "strike"}
        hitting = [number for number, act in acts.items() if act == "strike"]
        enemy = opponent(world)
        assert enemy is not None and hitting in ([], [enemy.id])
        strikers.update(hitting)
        his.add(act_of_him(world, him))
        sparks += blades_meet(world)
    assert len(strikers) == 2 and his == {"ready", "strike", "parry"} and sparks


def test_he_falls_when_the_fight_is_over_and_then_lies() -> None:
    world, him = duel()
    acts: list[str] = []
    for world.tick in range(tuning.DUEL_END_TICKS - 1, tuning.DUEL_END_TICKS + 60):
        act = act_of_him(world, him)
        if not acts or acts[-1] != act:
            acts.append(act)
    assert acts[-2:] == ["fall", "prone"]


def test_a_prisoner_walks_bound_the_way_he_is_led_and_his_feet_follow_it() -> None:
    world, him = duel()
    world.minds.clear()
    world.tick, world.story.beat = 9000, Beat.HOME
    him.healed = him.bound = True
    world.sakura.x, world.sakura.y = him.x + 2 * TILE_SUB, him.y
    watched = Watched(world)
    assert act_of_him(world, him) == "bound"
    names = []
    for _ in range(16):
        him.x += 256
        watched.stage.between.note(world)
        names.append(watched.stage.people.his_picture(world, him).name)
    assert all(name.startswith("sasori/bound_walk/right") for name in names)
    assert watched.stage.between.led_px == 16
    assert len(set(names)) == len(library().people.animation("sasori/bound_walk/right").frames)
    watched.stage.between.note(world)
    assert watched.stage.people.his_picture(world, him).name.startswith("sasori/bound/right")
    assert HIM in watched.stage.between.acts


def test_the_rope_hangs_between_her_hand_and_him() -> None:
    pictures = []
    for bound in (False, True):
        world, him = duel()
        world.minds.clear()
        world.tick, world.story.beat, him.healed, him.bound = 9000, Beat.HOME, True, bound
        world.sakura.x, world.sakura.y = him.x - 2 * TILE_SUB, him.y
        watched = Watched(world)
        view = watched.stage.view(world, 1.0)
        x, y = view.on_canvas(him.x / 256, him.y / 256)
        pictures.append(pixels(watched.picture())[x - 26 : x - 8, y - 14 : y].astype(int))
    assert (pictures[0] != pictures[1]).any(-1).sum() > 10


def test_a_lizard_spreads_gathers_charges_and_brakes() -> None:
    world = night(YARD, A=Person(Kind.LIZARD))
    mind = world.minds[0]
    shown: list[str] = []
    for pose, ticks in (
        (Pose.THREAT, tuning.LIZARD_THREAT_TICKS),
        (Pose.CHARGE, tuning.LIZARD_CHARGE_TICKS),
        (Pose.SPENT, tuning.LIZARD_RECOVER_TICKS),
    ):
        mind.pose = pose
        for mind.pose_ticks in range(ticks, 0, -1):
            act = act_of_mind(world, mind)
            if not shown or shown[-1] != act:
                shown.append(act)
    assert shown == ["threat", "hiss", "gather", "charge", "brake", "recover"]


def test_a_snake_bursts_lies_spent_and_sinks_into_the_sand() -> None:
    world = night(YARD, A=Person(Kind.SNAKE))
    mind = world.minds[0]
    shown: list[str] = []
    for pose, ticks in (
        (Pose.CHARGE, tuning.SNAKE_BURST_TICKS), (Pose.SPENT, tuning.SNAKE_SPENT_TICKS),
    ):  # fmt: skip
        mind.pose = pose
        for mind.pose_ticks in range(ticks, 0, -1):
            act = act_of_mind(world, mind)
            if not shown or shown[-1] != act:
                shown.append(act)
    assert shown == ["burst", "crawl", "spent", "sink"]
