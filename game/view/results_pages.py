"""What the results tell: the ending, the night's figures, the evidence, badges, and other ways."""

from typing import Final

from game.sim import clock, tuning
from game.sim.level import Spot
from game.sim.table.body import NOTICEABLE
from game.sim.tale import evidence, facts, reverie
from game.sim.tale.night import Ending
from game.sim.tale.talk import tell
from game.sim.world import World
from game.view.badges import badges, seen
from game.view.results_list import Entry, Kit, ListPage, list_pages
from game.view.trails import Trails

_OTHERS: Final = {
    Ending.SLEPT_WELL: "quiet_gate",
    Ending.COLD_SAND: "slept_well",
    Ending.THE_KUNAI: "listen",
    Ending.TAKEN_IN: "quiet_gate",
    Ending.QUIET_GATE: "taken_in",
    Ending.TREASON: "quiet_gate",
}
"""Another way that each ending hints at."""
_MOST_HINTS: Final = 4
_LATE_SECONDS: Final = 240


def ending_name(world: World) -> str:
    """The id of the ending's title."""
    return f"ending_{world.story.ending or Ending.SLEPT_WELL}"


def telling(kit: Kit, world: World) -> list[str]:
    """The paragraphs that tell how the night ended."""
    script, ending = world.level.script, world.story.ending
    node = "Ending" + "".join(part.capitalize() for part in ending.split("_"))
    if script is None or node not in script.nodes:
        about = ending_name(world) + "_about"
        return [kit.text(about)] if kit.library.strings.has(about) else []
    told = facts.of_the_night(world)
    known = dict(world.talk.variables) if world.talk is not None else {}
    known["ledger"] = world.ledger
    return [kit.text(line, **known) for line in tell(script, node, told, world.talk)]


def figures(kit: Kit, world: World, history: Trails) -> list[ListPage]:
    """The night in numbers."""
    story, told, patient = world.story, facts.of_the_night(world), world.patient
    entries: list[Entry] = []
    if world.level.conditions.story:
        over = clock.minutes_over_par(world)
        strings = kit.library.strings
        note = strings.count("results_over_par", over) if over else kit.text("results_within_par")
        hour, minute = world.minutes // 60 % 24, world.minutes % 60
        at = kit.text("hud_clock", hour=f"{hour:02}", minute=f"{minute:02}")
        markers = len(world.level.places_of(Spot.MARKER))
        signed = kit.text("results_of", n=len(story.markers), all=markers)
        entries += [
            Entry(kit.text("results_time"), at, note=note, icon="icon/clock"),
            Entry(kit.text("results_round"), signed, icon="icon/box_done"),
        ]
        if patient is not None and story.body_tick >= 0:
            looked = kit.text("results_of", n=len(patient.examined), all=len(NOTICEABLE))
            entries += [
                Entry(kit.text("results_noticed"), looked, icon="icon/eye"),
                Entry(kit.text("results_grade"), _grade(kit, world), icon="icon/stitch"),
            ]
    elif world.operation is not None:
        entries.append(Entry(kit.text("results_grade"), _grade(kit, world), icon="icon/stitch"))
    alarms = seen(world, history)
    thoughts = len(reverie.all_thoughts(world.level))
    entries += [
        Entry(kit.text("results_seen"), count=alarms, icon="icon/eye_seen"),
        Entry(kit.text("results_hurts"), count=told.get("hurt", 0), icon="icon/drop"),
        Entry(kit.text("results_spared"), count=told.get("knocked_out", 0), icon="icon/dove"),
        Entry(kit.text("results_killed"), count=told.get("killed", 0), icon="icon/skull"),
        Entry(kit.text("results_ledger"), count=world.ledger, icon="icon/print"),
        Entry(kit.text("results_pulses"), count=world.sensing.pulses, icon="icon/chakra"),
        Entry(
            kit.text("results_chakra"),
            count=world.sakura.chakra // tuning.CHAKRA_MILLI,
            icon="icon/chakra",
        ),
    ]
    if thoughts:
        heard = kit.text("results_of", n=len(story.thoughts), all=thoughts)
        entries.append(Entry(kit.text("results_thoughts"), heard, icon="icon/moon"))
    if world.talk is not None and story.named_tick >= 0:
        for name, icon in (("trust", "icon/hand"), ("wariness", "icon/kunai")):
            value = world.talk.variables.get(name, 0)
            entries.append(Entry(kit.text(f"results_{name}"), count=value, icon=icon))
    columns = 1 if kit.options.large_text else 2
    return list_pages(kit, kit.text("results_title"), entries, columns=columns, pace=6)


def _grade(kit: Kit, world: World) -> str:
    operation = world.operation
    if operation is None:
        return kit.text("results_not_healed")
    if operation.grade is None or (world.patient is not None and not world.patient.healed):
        return kit.text("results_none")
    return kit.text(f"operation_grade_{int(operation.grade)}")


def evidence_pages(kit: Kit, world: World) -> list[ListPage]:
    """Each thing that dawn will find, with its weight, and where the sum stands to the arrest."""
    weights: dict[str, tuple[int, int]] = {}
    for item in world.evidence:
        times, weight = weights.get(item.what, (0, 0))
        weights[item.what] = times + 1, weight + item.weight
    entries = []
    for what, (times, weight) in weights.items():
        words = kit.text(f"evidence_{what}")
        text = kit.text("results_times", what=words, n=times) if times > 1 else words
        note = "" if weight else kit.text("evidence_explained")
        entries.append(Entry(text, count=weight, note=note, quiet=not weight))
    if not entries:
        entries = [Entry(kit.text("evidence_none"), color="chak3")]
    elif evidence.total(world) >= tuning.ARREST_AT:
        entries.append(Entry(kit.text("evidence_arrest"), color="red3"))
    return list_pages(
        kit,
        kit.text("evidence_title"),
        entries,
        pace=34,
        gauge_label=kit.text("results_arrest_at", n=tuning.ARREST_AT),
        gauge_mark=tuning.ARREST_AT,
    )


def badge_pages(kit: Kit, world: World, history: Trails) -> list[ListPage]:
    """The badges: those won first, then what is still to be won."""
    found = sorted(badges(world, history), key=lambda badge: not badge.won)
    entries = [
        Entry(
            kit.text(f"badge_{badge.name}"),
            note=kit.text(f"badge_{badge.name}_about"),
            icon="icon/box_done" if badge.won else "icon/box_open",
            color="lamp3",
            quiet=not badge.won,
        )
        for badge in found
    ]
    won = sum(badge.won for badge in found)
    note = kit.library.strings.count("results_badges_won", won, all=len(found))
    columns = 1 if kit.options.large_text else 2
    return list_pages(kit, kit.text("results_badges"), entries, columns=columns, note=note, pace=8)


def hint_pages(kit: Kit, world: World) -> list[ListPage]:
    """What else the night held: a few ways not taken, never a word of blame."""
    story, patient, told = world.story, world.patient, facts.of_the_night(world)
    hints: list[str] = []
    if story.ending in _OTHERS:
        hints.append(_OTHERS[Ending(story.ending)])
    if told.get("lie_caught", 0):
        hints.append("gate")
    if story.body_tick >= 0:
        if patient is not None and len(patient.examined) < len(NOTICEABLE):
            hints.append("noticed")
        if patient is not None and not patient.swept:
            hints.append("sweep")
        if story.named_tick >= 0 and not story.promise_kept:
            hints.append("listen")
        if told.get("seconds_late", 0) < _LATE_SECONDS:
            hints.append("late" if told.get("came_early", 0) else "early")
        elif not told.get("came_early", 0):
            hints.append("early")
        if story.after and story.after != "strike":
            hints.append("the_kunai")
    elif story.ending:
        hints.append("early")
    chosen = list(dict.fromkeys(hints))[:_MOST_HINTS]
    known = [f"results_other_{name}" for name in chosen]
    entries = [Entry(kit.text(name), icon="icon/moon") for name in known]
    if not entries:
        entries = [Entry(kit.text("results_all_told"))]
    return list_pages(kit, kit.text("results_other"), entries, pace=24)
