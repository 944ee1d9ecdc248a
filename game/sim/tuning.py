"""Every number of the night that is there to be tuned by play, with its unit in its name.

Ticks are 1/60 s, SUB are 1/256 px, TILES are 16 px, PER_MILLE are thousandths. Rules are elsewhere;
the operation has its own page in ``table.tuning``.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from game.core.units import SUB, TICKS_PER_SECOND, per_second, seconds, tiles
from game.sim.command import Gait
from game.sim.level import Kind, Surface

# --- Sakura's feet ---------------------------------------------------------------------------
GAIT_SPEED_SUB: Final = MappingProxyType(
    {
        Gait.SNEAK: per_second(32),
        Gait.WALK: per_second(64),
        Gait.RUN: per_second(112),
        Gait.LIGHT: per_second(72),
    }
)
DRAG_SPEED_SUB: Final = per_second(22)
FEIGN_SPEED_SUB: Final = per_second(48)
SPEED_UP_TICKS: Final = 5
SLOW_DOWN_TICKS: Final = 3
BODY_RADIUS_SUB: Final = 5 * SUB
"""Half the width of a standing person, for walls."""
EASED_SUB: Final = 8 * SUB
"""Caught on a corner by no more than this, a body slips round it: half a stone's width."""
SURFACE_PACE_PER_MILLE: Final = MappingProxyType(
    {
        Surface.SAND: 1000,
        Surface.SOFT: 750,
        Surface.QUICKSAND: 450,
        Surface.HARDPAN: 1000,
        Surface.GRAVEL: 1000,
        Surface.ROCK: 1000,
        Surface.ROAD: 1000,
        Surface.SCRUB: 900,
    }
)
UP_SLIP_FACE_PER_MILLE: Final = 550
STEEP_UNITS_PER_PX: Final = 40
"""Relief that climbs faster than this (1/256 level a pixel) is a slip face."""
INTO_GUST_PER_MILLE: Final = 600
INTO_GUST_BRACED_PER_MILLE: Final = 850
WITH_GUST_PER_MILLE: Final = 1100
TURN_STEP: Final = 64
"""Headings a body turns in one tick at most."""

# --- chakra ----------------------------------------------------------------------------------
CHAKRA_FULL: Final = 1000
CHAKRA_MILLI: Final = 1000
"""The reserve is counted in thousandths of a point, so that slow drains stay whole numbers."""
LIGHT_FOOT_PER_SECOND: Final = 14
STANDING_GAIN_PER_SECOND: Final = 3
THOUGHT_GAIN_PER_SECOND: Final = 6
COUNTER_COST: Final = 25
PUNCH_COST: Final = 140
ENOUGH_TO_HEAL: Final = 350
"""With less she had better sit down for a while before she begins."""

# --- sensing ---------------------------------------------------------------------------------
PULSE_TAP_COST: Final = 30
PULSE_FULL_COST: Final = 90
PULSE_FULL_TICKS: Final = 72
PULSE_TAP_RADIUS_SUB: Final = tiles(8)
PULSE_FULL_RADIUS_SUB: Final = tiles(20)
OUTLINE_TICKS: Final = seconds(4)
BEARING_ERROR_HEADINGS: Final = ((30, 17), (120, 40), (240, 63))
"""(tiles away, headings off at most): 6, 14 and 22 degrees."""
TAP_ERROR_PER_MILLE: Final = 1600
STRENGTH_ERROR_PER_MILLE: Final = 250
FELT_TILES: Final = 40
"""Anybody can be felt beyond the ring as far as this."""
STRONG_FELT_TILES: Final = 400
"""A signature of full strength that belongs to a place can be felt as far as this."""
SENSE_BLOCK_TILES: Final = 8
PULSE_FELT_RADIUS_SUB: Final = tiles(14)
"""A pulse that spreads so far can be felt by a sensor inside it."""
MISTAKEN_ONE_IN: Final = 4
BELIEF_CELL_TILES: Final = 4

# --- wind ------------------------------------------------------------------------------------
GUST_GAP_TICKS: Final = (seconds(20), seconds(45))
GUST_LENGTH_TICKS: Final = (seconds(3), seconds(5))
GUST_WARNING_TICKS: Final = seconds(2)
GUST_FRONT_SUB: Final = per_second(160)
STORM_TICKS: Final = seconds(50)
STORM_WIDTH_SUB: Final = tiles(50)
STORM_SPEED_SUB: Final = per_second(48)
SHELTER_UNITS: Final = 96
"""So far below the wind shadow (1/256 level) a place counts as lee."""

# --- prints ----------------------------------------------------------------------------------
PRINT_STEP_SUB: Final = 11 * SUB
PRINT_TICKS: Final = MappingProxyType(
    {
        Gait.SNEAK: seconds(120),
        Gait.WALK: seconds(180),
        Gait.RUN: seconds(240),
        Gait.LIGHT: seconds(4),
    }
)
PRINT_SURFACE_PER_MILLE: Final = MappingProxyType(
    {
        Surface.SAND: 1000,
        Surface.SOFT: 1500,
        Surface.QUICKSAND: 300,
        Surface.HARDPAN: 111,
        Surface.GRAVEL: 60,
        Surface.ROCK: 0,
        Surface.ROAD: 60,
        Surface.SCRUB: 500,
    }
)
PRINT_LEE_PER_MILLE: Final = 3000
GUST_WEAR_PER_MILLE: Final = 700
FURROW_TICKS: Final = seconds(420)
SWEEP_TICKS: Final = seconds(4)
SWEEP_TILES: Final = 3
FOLLOWED_PER_MILLE: Final = 400
"""Trackers follow what keeps more than this share of itself."""

# --- noise -----------------------------------------------------------------------------------
STEP_NOISE_TILES: Final = MappingProxyType(
    {Gait.SNEAK: 1, Gait.WALK: 4, Gait.RUN: 8, Gait.LIGHT: 0}
)
NOISE_TILES: Final = MappingProxyType(
    {
        "pebble": 6,
        "kunai": 5,
        "takedown": 2,
        "drag": 3,
        "punch": 22,
        "boulder": 28,
        "shout": 10,
        "fight": 12,
    }
)
SURFACE_NOISE_PER_MILLE: Final = MappingProxyType(
    {
        Surface.SAND: 1000,
        Surface.SOFT: 600,
        Surface.QUICKSAND: 600,
        Surface.HARDPAN: 1000,
        Surface.GRAVEL: 1500,
        Surface.ROCK: 1250,
        Surface.ROAD: 1000,
        Surface.SCRUB: 1200,
    }
)
GUST_NOISE_PER_MILLE: Final = 500
STORM_NOISE_PER_MILLE: Final = 250
TREMOR_TILES: Final = MappingProxyType(
    {Gait.SNEAK: 1, Gait.WALK: 5, Gait.RUN: 10, Gait.LIGHT: 0}
)
STEP_EVERY_SUB: Final = 22 * SUB
"""Ground covered between two steps that can be heard."""

# --- eyes ------------------------------------------------------------------------------------
CERTAIN_TILES: Final = 4
GLIMPSE_TILES: Final = 8
GLIMPSE_LIT_TILES: Final = 10
GLIMPSE_DARK_TILES: Final = 6
ALL_ROUND_TENTHS: Final = 15
"""Noticed at this distance from any side, in tenths of a tile."""
CONE_HALF_HEADINGS: Final = 100
"""35 degrees to each side."""
CHASE_CONE_HALF_HEADINGS: Final = 128
SNEAK_SIGHT_PER_MILLE: Final = 750
HIDDEN_SIGHT_TILES: Final = 2
GUST_SIGHT_TILES: Final = 4
STORM_SIGHT_TILES: Final = 2
FILL_TICKS: Final = ((2, 18), (4, 42), (6, 90), (8, 156))
"""(tiles away, ticks to fill the meter) for a walker in half light."""
RUN_FILL_PER_MILLE: Final = 1500
SNEAK_FILL_PER_MILLE: Final = 600
STILL_FILL_PER_MILLE: Final = 700
WARY_FILL_PER_MILLE: Final = 1250
METER_FULL: Final = 1000
CURIOUS_AT: Final = 350
SEARCH_AT: Final = 700
GLIMPSE_STOPS_AT: Final = 900
METER_FALL_PER_SECOND: Final = 250
METER_HOLD_TICKS: Final = seconds(1)
LOOK_EVERY_TICKS: Final = 4
"""Each mind looks once in so many ticks, in turn by id."""
SIGHT_HEADING_STEP: Final = 16
"""A look is taken in steps of so many headings, for the rule and the drawn cone alike."""

# --- ears ------------------------------------------------------------------------------------
HEARING_FILL_PER_MILLE: Final = 400
"""What one heard sound adds to the meter at its source's edge; twice that close by."""
STEP_FILL_PER_MILLE: Final = 180
"""What one heard step adds to the meter at the edge of its reach; twice that close by."""
TREMOR_FILL_PER_MILLE: Final = 500
HEARD_STOPS_AT: Final = 900
HARMLESS_STOPS_AT: Final = 650
"""A small unexplained sound makes nobody search."""
WALL_SOUND_TENTHS: Final = 15
"""What sound loses going over a low wall, a crest, or scrub: tenths of open ground."""

# --- light -----------------------------------------------------------------------------------
MOON_LIGHT: Final = 450
MOON_SHADOW_LIGHT: Final = 150
LAMP_LIGHT: Final = (1000, 650)
"""Light of a lamp at its middle and at the rim of its disc, per mille."""
LIT_AT: Final = 600
DARK_BELOW: Final = 250
MOON_LENGTH_PER_MILLE: Final = ((23 * 60, 1600), (26 * 60, 1000), (30 * 60, 640))
"""(minutes of the night until which it holds, length of shadows): the moon's three heights."""
GUST_LIGHT_PER_MILLE: Final = 800
STORM_LIGHT_PER_MILLE: Final = 500

# --- alarm -----------------------------------------------------------------------------------
CURIOUS_TICKS: Final = seconds(5)
CURIOUS_PAUSE_TICKS: Final = 40
"""Somebody who noticed something turns first and goes to look after this."""
SEARCH_TICKS: Final = seconds(25)
SEARCH_PLACES: Final = 4
SEARCH_REACH_TILES: Final = 8
SEARCH_CAST_TILES: Final = 5
"""So far from the last known place a searcher looks where there is no cover."""
CHASE_LOST_TICKS: Final = seconds(3)
SEARCH_LOOK_TICKS: Final = 100
"""How long a searcher looks about at each place."""
CALL_AGAIN_TICKS: Final = seconds(5)
RUNNER_SUB: Final = per_second(56)
TOLD_TILES: Final = 3
"""A runner speaks within so many tiles."""
AHEAD_TICKS: Final = 96
"""A chaser cuts across to where the hunted will be in so many ticks at most."""
RUN_ON_TILES: Final = 5
"""A chaser that lost sight runs on so far the way the hunted was going."""
CIRCLE_TILES: Final = 8
CIRCLE_TICKS: Final = seconds(5)
"""A chase that stays within so many tiles for so long goes in circles: a chaser who has lost sight
stops and lets her come round."""
GATE_SHUN_TILES: Final = 14
"""So near the village's gate no enemy of it goes after anybody: the guard would see them."""
WAIT_AHEAD_TICKS: Final = seconds(4)
"""How much longer the chase lasts of somebody who waits for her to come round."""
TRAIL_CAST_TICKS: Final = seconds(8)
"""How long a tracker casts about for a trail that ended."""
FLEE_TILES: Final = 6
"""Children run from fighters within so many tiles."""

# --- who misses, asks, lies in wait ----------------------------------------------------------
PARTNER_EVERY_TICKS: Final = 60
"""Partners look for each other once in so many ticks; a multiple of ``LOOK_EVERY_TICKS``."""
PARTNER_TOUCH_TILES: Final = 8
"""Partners know of each other within so many tiles, if a clear line joins them."""
PARTNER_MISSED_TICKS: Final = seconds(20)
CHALLENGE_TICKS: Final = seconds(6)
CHALLENGE_TILES: Final = 3
CHALLENGE_AGAIN_TICKS: Final = seconds(90)
CHALLENGE_LEFT_TILES: Final = 8
"""Who walks off so far while being asked has not answered."""
WEST_OF_ROUND_TILES: Final = 12
"""So far west of the westernmost marker nobody of the round has business."""
RECOGNISED_AT: Final = 700
"""Meter at which one of her own knows who she is."""
BAIT_TILES: Final = 4
"""A careless walker draws whoever lies under the sand within so many tiles."""
RISE_TICKS: Final = 20
"""An ambusher takes so long to come out of the sand."""

# --- ways ------------------------------------------------------------------------------------
ROUTE_BUDGET_TILES: Final = 1600
"""Tiles that all route searches of one tick may open together."""
ROUTE_SEARCH_TILES: Final = 800
"""Tiles that one route search may open."""

# --- hands and harm --------------------------------------------------------------------------
STRIKE_TICKS: Final = 16
PUNCH_TICKS: Final = 30
THROW_TICKS: Final = 14
"""How long her pose lasts after each."""
STRIKE_HALF_HEADINGS: Final = 204
"""72 degrees to each side of where she faces: whom a blow meets."""
REACH_SUB: Final = 20 * SUB
STRIKE_REACH_SUB: Final = 22 * SUB
BEHIND_HALF_HEADINGS: Final = 213
"""Within 75 degrees of straight behind counts as from behind."""
HOLD_TICKS: Final = 30
"""A key held so long means its longer form."""
ATTACK_WINDUP_TICKS: Final = 26
COUNTER_WINDOW_TICKS: Final = 14
ATTACK_AGAIN_TICKS: Final = 70
DOWN_TICKS: Final = seconds(90)
ATTACK_REACH_SUB: Final = 20 * SUB
BLOW_REACH_SUB: Final = 28 * SUB
"""A blow that was begun lands on whoever is still within this."""
MIND_MARKS: Final = 2
"""Blows that anybody else takes before going down."""
REVIVE_TICKS: Final = seconds(4)
"""Somebody found lying by a friend is up after this."""
HURT_TICKS: Final = 18
MARKS: Final = 3
GRACE_TICKS: Final = seconds(1)
DRIVEN_OFF_MINUTES: Final = 30
THROW_RANGE_SUB: Final = tiles(9)
THROW_SPEED_SUB: Final = per_second(260)
LEDGER_AT_START: Final = 372
PEBBLES_AT_START: Final = 4
PEBBLES_A_FIND: Final = 2
KUNAI_AT_START: Final = 3
WATER_AT_START: Final = 2
KILL_TICKS: Final = seconds(2)
"""The act on somebody downed is held so long before it kills."""
KUNAI_HIT_SUB: Final = 12 * SUB
DRINK_TICKS: Final = 50

# --- the man in the sand, before and after the table -----------------------------------------
EASE_TURN_TICKS: Final = seconds(2)
"""He is turned over in so long; letting go before that hurts him."""
LOOK_AT_HIM_TICKS: Final = 45
"""Between two things noticed about him."""
ROUGH_TURN_BLOOD: Final = 12
MOAN_TILES: Final = 10
"""How far he is heard when hands are laid on him."""
MOAN_HUSHED_TILES: Final = 3
"""With her hand over his mouth."""
SIT_DOWN_TICKS: Final = seconds(2)
"""Drained, she sits down beside him after standing still for so long."""
FINISH_HIM_TICKS: Final = seconds(3) // 2
"""An enemy who stands over him stabs once in so many ticks."""
STAB_BLOOD: Final = 200
LEAD_SPEED_SUB: Final = per_second(40)
"""A bound man's walk, and hers at the other end of the rope."""
LEAD_EVERY_SUB: Final = tiles(1)
ROPE_SUB: Final = tiles(3) // 2
DRAG_BLOOD_PER_TILE: Final = 3

# --- thoughts --------------------------------------------------------------------------------
THOUGHT_OFFER_TICKS: Final = seconds(8)
THOUGHT_LISTEN_TICKS: Final = seconds(5)
THOUGHT_LEADS_ON_TICKS: Final = seconds(2)
"""A breath between a thought and the one it leads to."""

# --- creatures -------------------------------------------------------------------------------
SNAKE_BURST_TICKS: Final = 72
SNAKE_SPENT_TICKS: Final = seconds(5)
LIZARD_CHARGE_TICKS: Final = seconds(1)
LIZARD_RECOVER_TICKS: Final = seconds(3)
LIZARD_THREAT_TICKS: Final = seconds(2)
SNAKE_BURST_SUB: Final = tiles(3)
SNAKE_FORGETS_TICKS: Final = seconds(4)
SNAKE_BITE_SUB: Final = 14 * SUB
LIZARD_GUARD_TILES: Final = 7
"""The mother bears nobody so close to her nest."""
LIZARD_HIT_SUB: Final = 18 * SUB

# --- clock, duel, wounds ---------------------------------------------------------------------
CLOCK_UNIT: Final = 15
"""The clock counts fifteenths of a second, so that both its rates are whole numbers."""
CLOCK_WALKING: Final = 5
"""Clock units a tick: 20 times life."""
CLOCK_OPERATING: Final = 1
"""Clock units a tick at the table: 4 times life."""
LINE_SECONDS: Final = 10
"""Seconds of night that one line of talk costs."""
DAWN_MINUTES: Final = 30 * 60
"""06:00 of the next morning, in minutes after midnight of the first day."""
DAWN_WARNING_MINUTES: Final = 28 * 60 + 30
DUEL_END_TICKS: Final = seconds(75)
BLOOD_AFTER_DUEL_MILLI: Final = 760_000
"""Blood is counted in thousandths of a point; a full body has 1000 points."""
BLEED_MILLI_PER_TICK: Final = 1100 // TICKS_PER_SECOND
LATE_TICKS: Final = seconds(240)
TOO_LATE_TICKS: Final = seconds(420)
WAIT_TICKS: Final = seconds(40)
"""How long he sleeps after a clean operation."""
WAIT_BY_GRADE_PER_MILLE: Final = (1750, 1375, 1000, 750)
"""What a ragged, fair, clean or perfect one makes of that."""
WAIT_HUNT_TILES: Final = 20
"""He does not wake while somebody searches this near to him."""
FIGHT_SEEN_TILES: Final = 16
"""From so far she can see the fight, if she comes while it is on."""
NAME_BLACK_TICKS: Final = seconds(3)
BODY_SEEN_TILES: Final = 5
EARLY_BLOOD: Final = 100
"""Blood saved when she comes while the fight is on."""
PULSE_CALL_TICKS: Final = seconds(60)
"""So long after the call the fight in the west begins even if she does not answer it."""

# --- evidence --------------------------------------------------------------------------------
ARREST_AT: Final = 50
EVIDENCE_WEIGHT: Final = MappingProxyType(
    {
        "seen_west": 25,
        "prints": 30,
        "blood": 15,
        "body_found": 10,
        "broken_rock": 5,
        "par_missed": 10,
        "he_is_found": 40,
        "unmasked": 50,
        "lie": 10,
        "confessed": 50,
    }
)
PAR_MINUTES: Final = 4 * 60
PAR_SLACK_MINUTES: Final = 20


@dataclass(frozen=True, slots=True)
class KindRules:
    """How one kind of being moves and what it can do. Speeds in sub-units a tick."""

    walk_sub: int
    search_sub: int
    chase_sub: int
    eyes: bool = True
    ears: bool = True
    tremor: bool = False
    human: bool = True
    fights: bool = True
    tracks: bool = False
    """Whether it follows prints."""
KINDS: Final = MappingProxyType(
    {
        Kind.PATROL: KindRules(per_second(40), per_second(56), per_second(104), tracks=True),
        Kind.GUARD: KindRules(per_second(40), per_second(56), per_second(104)),
        Kind.ROGUE: KindRules(per_second(44), per_second(56), per_second(104), tracks=True),
        Kind.AMBUSHER: KindRules(per_second(44), per_second(56), per_second(104), tracks=True),
        Kind.CUTTER: KindRules(per_second(44), per_second(60), per_second(110), tracks=True),
        Kind.SNAKE: KindRules(
            per_second(24), per_second(72), per_second(150),
            eyes=False, ears=False, tremor=True, human=False,
        ),
        Kind.LIZARD: KindRules(per_second(30), per_second(30), per_second(144), human=False),
        Kind.CHILD: KindRules(
            per_second(40), per_second(40), per_second(70), eyes=False, fights=False
        ),
    }
)
