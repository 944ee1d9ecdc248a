"""Rules that can be switched off: each level names the rule it proves, and must fall short without.

A rule is switched off by setting a tuning number or a function to something that does nothing, for
as long as a level is played. The table is the list of all rules that levels may prove.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Final

from game.core import sight
from game.core.units import seconds
from game.lab.level_file import LevelFileError, TestLevel, read_level
from game.lab.runner import begin, find_levels, play_out
from game.sim import chakra, dragging, fists, harm, tuning
from game.sim.command import Gait
from game.sim.land import tracks, weather
from game.sim.land.desert import Gust
from game.sim.level import Kind, Level, Surface, Zone
from game.sim.minds import (
    awareness,
    challenge,
    creatures,
    discoveries,
    eyes,
    following,
    hearing,
    looking,
    perception,
    searching,
    telling,
)
from game.sim.minds.eyes import Dust, Shade
from game.sim.table import bleeding, duel, hands, helpless, operating, operation, strokes
from game.sim.table import tuning as table_tuning
from game.sim.table.state import TableInput
from game.sim.table.wounds import Grade
from game.sim.tale import evidence, facts, homeward, report, reverie, story, talk, triggers
from game.sim.tale.night import Ending
from game.sim.world import World

_NEVER_TICKS: Final = seconds(3600)
_AT_FIRST: Final = {"trust": 30, "wariness": 30}


@dataclass(frozen=True, slots=True)
class Off:
    """One name of one module, and what stands there while the rule is off."""

    module: ModuleType
    name: str
    value: object


def _nothing(*_: object) -> None:
    """In place of a rule that does something."""


def _no(*_: object) -> bool:
    """In place of a rule that allows something."""
    return False


def _yes(*_: object) -> bool:
    """In place of a rule that forbids something."""
    return True


def _number(name: str, value: object) -> Off:
    return Off(tuning, name, value)


def _entry(name: str, key: object, value: object) -> Off:
    """A table of ``tuning`` in which one entry is another."""
    return Off(tuning, name, {**getattr(tuning, name), key: value})


def _in_plain_view(world: World) -> looking.Figure | None:
    """Her figure as if she were not inside a hiding place."""
    her = world.sakura
    inside, hidden = her.inside, her.hidden
    her.inside, her.hidden = 0, False
    figure = looking.figure_of_her(world)
    her.inside, her.hidden = inside, hidden
    return figure


def _as_it_came(_: Level, gust: Gust, *__: int) -> int:
    """The heading of a gust, whatever zone it blows through."""
    return gust.heading


def _in_storm_country(_: World, zone: Zone, x: int, y: int) -> bool:
    """Whether she is in a storm's stretch, whatever its hour."""
    return zone.holds(x, y)


def _no_events(*_: object, **__: object) -> list[object]:
    """In place of a rule that tells what came of it."""
    return []


def _stay(*_: object) -> tuple[int, int]:
    """In place of a step."""
    return 0, 0


def _flawless(*_: object) -> Grade:
    """In place of what marks a grade down."""
    return Grade.PERFECT


def _knows_nothing(*_: object) -> dict[str, int]:
    """In place of the facts of the night."""
    return {}


def _unmoved(variable: str, _: int) -> int:
    """In place of what a talk's variable is set to: it stays what it was at first."""
    return _AT_FIRST.get(variable, 0)


def _restless() -> Callable[..., int]:
    """In place of ``mixed``: another number each time it is asked."""
    numbers = count(1)
    return lambda *_: next(numbers) * 7919


def _rules() -> dict[str, tuple[Off, ...]]:
    still = dict.fromkeys(hearing._WIND_PER_MILLE, 1000)
    no_glimpse = dict.fromkeys(Shade, tuning.CERTAIN_TILES * 10)
    clear_air = dict.fromkeys(Dust, tuning.GLIMPSE_LIT_TILES * 10)
    no_foes: dict[Kind, frozenset[Kind]] = dict.fromkeys(Kind, frozenset())
    return {
        # eyes and ears
        "SIGHT": (Off(perception, "_look_at_her", _nothing),),
        "GLIMPSE": (Off(eyes, "_GLIMPSE_TENTHS", no_glimpse),),
        "CONE": (_number("CONE_HALF_HEADINGS", 512),),
        "CREST_HIDES": (Off(sight, "RIDGE", sight.CLEAR),),
        "WALLS_HIDE": (Off(sight, "SOLID", sight.CLEAR),),
        "CREST_SEEN_OVER": (Off(sight, "RIDGE", sight.SOLID),),
        "LAMP_LIGHT": (_number("LAMP_LIGHT", (0, 0)),),
        "LAMP_MISSED": (Off(discoveries, "miss_lamps", _nothing),),
        "RUN_NOISE": (_entry("STEP_NOISE_TILES", Gait.RUN, 4),),
        "GRAVEL_NOISE": (_entry("SURFACE_NOISE_PER_MILLE", Surface.GRAVEL, 1000),),
        "WIND_MASKS": (Off(hearing, "_WIND_PER_MILLE", still),),
        "STORM_HIDES": (Off(eyes, "_DUST_TENTHS", clear_air),),
        "PEBBLE_NOISE": (_entry("NOISE_TILES", "pebble", 0),),
        "PUNCH_NOISE": (_entry("NOISE_TILES", "punch", 8), _entry("NOISE_TILES", "boulder", 8)),
        "HIDING_PLACE": (Off(perception, "figure_of_her", _in_plain_view),),
        # sand
        "TRACKING": (Off(following, "come_upon", _no),),
        "ROCK_PRINTLESS": (_entry("PRINT_SURFACE_PER_MILLE", Surface.ROCK, 1000),),
        "LIGHT_FOOT": (_entry("PRINT_TICKS", Gait.LIGHT, tuning.PRINT_TICKS[Gait.WALK]),),
        "BACKWARD_PRINTS": (Off(following, "_points_back", _no),),
        "FURROW": (_number("FURROW_TICKS", 1),),
        "SWEEPING": (Off(tracks, "sweep", _nothing),),
        "WIND_WEAR": (_number("GUST_WEAR_PER_MILLE", 0),),
        "LEE": (Off(tracks, "is_lee", _no),),
        "QUICKSAND": (_entry("SURFACE_PACE_PER_MILLE", Surface.QUICKSAND, 1000),),
        "WIND_ZONE": (Off(weather, "_heading_at", _as_it_came),),
        "STORM_HOUR": (Off(weather, "_is_due", _in_storm_country),),
        "BRACING": (_number("INTO_GUST_BRACED_PER_MILLE", tuning.INTO_GUST_PER_MILLE),),
        # alarm
        "CUTS_CORNERS": (_number("AHEAD_TICKS", 0), _number("RUN_ON_TILES", 0)),
        "STANDS_IN_WAIT": (_number("CIRCLE_TICKS", _NEVER_TICKS),),
        "GATE_SHUNNED": (_number("GATE_SHUN_TILES", 0),),
        "CHASE_LOST": (_number("CHASE_LOST_TICKS", _NEVER_TICKS),),
        "SEARCH_ENDS": (Off(awareness, "calm_down", _nothing),),
        "SEARCH_MEMORY": (Off(searching, "_look_inside", _nothing),),
        "WARY": (_number("WARY_FILL_PER_MILLE", 1000),),
        "RUNNERS": (Off(telling, "choose_listener", _no),),
        "SHOUT": (_entry("NOISE_TILES", "shout", 0),),
        "VOICE_HAS_REACH": (_entry("NOISE_TILES", "shout", 60),),
        "BODY_FOUND": (Off(discoveries, "find_body", _nothing),),
        "PARTNER_MISSED": (Off(discoveries, "miss_partner", _nothing),),
        "FEUD": (Off(perception, "FOES", no_foes), Off(hearing, "hunts", _no)),
        "CHALLENGE": (Off(challenge, "recognise", _no),),
        "LIES_WEIGHED": (Off(challenge, "believed", _yes),),
        # hands
        "COUNTER": (_number("COUNTER_WINDOW_TICKS", 0),),
        "BOULDERS_BREAK": (Off(fists, "_break_boulder", _no),),
        "DRAGGING": (Off(dragging, "pull_along", _nothing),),
        "KILL_IS_HELD": (_number("KILL_TICKS", tuning.HOLD_TICKS),),
        "EVIDENCE": (Off(evidence, "leave", _nothing),),
        "DRIVEN_OFF": (Off(harm, "drive_off", _nothing),),
        "BAIT": (_number("BAIT_TILES", 0),),
        # what a map makes happen
        "TRIGGERS": (Off(triggers, "_goes_off", _no),),
        "EXIT_ENDS": (Off(story, "_may_end", _yes),),
        # the table
        "HEALING": (Off(strokes, "knit", _nothing),),
        "LIVER_BURSTS": (
            Off(strokes, "burst_liver", _no_events), Off(bleeding, "burst_liver", _no_events),
        ),
        "FLOW_TEARS": (Off(strokes, "_tear", _no_events),),
        "SWEAT": (Off(table_tuning, "SWEAT_TREMOR_SUB", 0),),
        "SAND_BLOWS": (Off(operation, "blow_sand", _no_events),),
        "HE_BLEEDS": (Off(operation, "bleed", _no_events),),
        "HEALING_COSTS": (Off(operation, "spend", _nothing),),
        "MISSED_RIB": (Off(operation, "_at_best", _flawless),),
        "HAND_BY_KEYS": (Off(hands, "_along", _stay),),
        "HAND_BY_MOUSE": (Off(hands, "_to_point", _stay),),
        "TABLE_HELP": (Off(operation, "helped", lambda rules, _: rules),),
        "HANDS_KNOW_THE_WAY": (Off(operation, "routine", lambda *_: TableInput()),),
        # beasts
        "TREMOR": (Off(hearing, "_shake", _nothing),),
        "LIGHT_FOOT_STILL": (
            _entry("STEP_NOISE_TILES", Gait.LIGHT, 4),
            _entry("TREMOR_TILES", Gait.LIGHT, 5),
        ),
        "LIZARD_LETS_GO": (Off(creatures, "_near_nest", _yes),),
        # chakra
        "PULSE_RING": (
            _number("PULSE_TAP_RADIUS_SUB", 0), _number("PULSE_FULL_RADIUS_SUB", 0),
        ),
        "ERROR_OF_THE_PLACE": (Off(chakra, "mixed", _restless()),),
        "SENSORS": (Off(discoveries, "feel_pulse", _nothing),),
        "THOUGHT_GAIN": (
            _number("THOUGHT_GAIN_PER_SECOND", tuning.STANDING_GAIN_PER_SECOND),
        ),
        "THOUGHT_LEADS_ON": (Off(reverie, "_drift_on", _no),),
        # him
        "MOAN": (Off(helpless, "moan", _nothing),),
        "HUSH": (_number("MOAN_HUSHED_TILES", tuning.MOAN_TILES),),
        "EASE": (_number("EASE_TURN_TICKS", tuning.HOLD_TICKS),),
        "BLEEDING": (Off(helpless, "bleed", _nothing),),
        "HUNTED": (Off(helpless, "hunted", _no),),
        "DUEL": (Off(duel, "fight", _nothing),),
        "LEE_AT_TABLE": (Off(operating, "is_lee", _no), Off(weather, "is_lee", _no)),
        "HE_IS_FOUND": (Off(discoveries, "find_him", _nothing),),
        # talk and gate
        "NIGHT_REMEMBERED": (Off(facts, "of_the_night", _knows_nothing),),
        "REPORT_WEIGHED": (Off(report, "weigh_words", _nothing),),
        "ARREST": (_number("ARREST_AT", 1000),),
        "GATE_SEES": (Off(homeward, "_weigh", _nothing),),
        "ENDINGS": (Off(homeward, "ending_of", lambda _: Ending.SLEPT_WELL),),
        "CAUGHT": (Off(homeward, "_beaten_by_suna", _no),),
        "DAWN": (Off(homeward, "_fetch", _nothing),),
        "MARKERS": (Off(story, "sign_marker", _nothing),),
        "AFTER_NAME": (Off(story, "_choose_after", _nothing),),
        "WORDS_WEIGH": (Off(talk, "_bounded", _unmoved),),
    }  # fmt: skip


RULES: Final[Mapping[str, tuple[Off, ...]]] = _rules()


@contextmanager
def switched_off(rule: str) -> Iterator[None]:
    """Let a rule of the table be off for a while; nothing else may play in this process then."""
    before = [(off.module, off.name, getattr(off.module, off.name)) for off in RULES[rule]]
    try:
        for off in RULES[rule]:
            setattr(off.module, off.name, off.value)
        eyes.zone_at.cache_clear()
        yield
    finally:
        for module, name, value in before:
            setattr(module, name, value)
        eyes.zone_at.cache_clear()


def survives(level: TestLevel) -> bool:
    """Whether a level passes although the rule that it proves is off.

    Another level that leads up to it is played with the rule on, once. Raises LevelFileError where
    it names a rule that is not in the table.
    """
    if level.proves not in RULES:
        near = get_close_matches(level.proves, RULES, 1)
        hint = f"; did you mean {near[0]}?" if near else "; add it to game/lab/mutation.py"
        raise LevelFileError(f"{level.path}: proves: there is no rule {level.proves}{hint}")
    if level.start_level is not None:
        begin(level, recorded=False)
    with switched_off(level.proves):
        run = begin(level, recorded=False)
        play_out(run)
    return not run.failures


def run_mutated(paths: Sequence[Path], jobs: int = 1) -> int:
    """Play all levels that prove a rule without it; print which pass all the same; 1 if any did."""
    levels = [level for path in find_levels(paths) if (level := read_level(path)).proves]
    if not levels:
        raise LevelFileError(f"no level in {', '.join(map(str, paths))} says what it proves")
    if jobs <= 1:
        results = [survives(level) for level in levels]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            results = list(pool.map(survives, levels))
    idle = [level for level, survived in zip(levels, results, strict=True) if survived]
    for level in idle:
        print(f"{level.path}: passes with {level.proves} switched off, so it does not prove it")
    print(f"{len(levels) - len(idle)} levels prove their rule, {len(idle)} do not")
    return 1 if idle else 0
