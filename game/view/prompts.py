"""What the keys would do just now, by key cap: act tapped and held, blow, counter, aim."""

import math
from dataclasses import dataclass
from typing import Final

import pygame

from game.content.strings import Strings
from game.core import headings
from game.core.units import SUB, tile_of
from game.sim import tuning
from game.sim.acts import at_hand
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Button
from game.sim.land import tracks
from game.sim.land.terrain import surface_at
from game.sim.level import Kind, Level, Spot
from game.sim.minds.challenge import asks
from game.sim.table.body import reachable
from game.sim.verbs import Act
from game.sim.world import World
from game.view import widgets
from game.view.between import HIM
from game.view.camera import WIDTH, View
from game.view.font import Font
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.people import head_px
from game.view.reading import body_font

_ROW_END_Y: Final = 260
"""The letters of a row of prompts end here; below there is room for a bar."""
_HOLD_TICKS: Final = {
    Act.KILL: tuning.KILL_TICKS, Act.SWEEP: tuning.SWEEP_TICKS, Act.TURN: tuning.EASE_TURN_TICKS,
    Act.LISTEN: tuning.THOUGHT_LISTEN_TICKS,
}
_STILL_TICKS: Final = 30
"""Nothing is said of prints before she has stood still for so long: they lie at every step."""
_KEEPS_PER_MILLE: Final = 100
"""From ground that keeps them less than this, prints go within seconds, swept or not."""
_OVER_PX: Final = {Spot.ITEM: 14, Spot.REGISTER: 34, Spot.HIDING: 34}
"""How far above a place's middle its wedge stands."""
_ANSWERS_PX: Final = {False: 210, True: 240}
_ANSWERS: Final = ("prompt_greet", "prompt_duty", "prompt_lie")


@dataclass(frozen=True, slots=True)
class Prompt:
    """One key and what it does; ``held`` counts how far a hold has come, per mille."""

    key: str
    text: str
    held: int = 0
    target: int | None = None
    """Id of the mind, place or lamp that is meant; -1 is the wounded man."""


def prompts_of(world: World, strings: Strings, options: StageOptions) -> list[Prompt]:
    """What to offer, the most pressing first; at most three."""
    her, keys = world.sakura, options.keys
    if asks(world) is not None:
        return _answering(strings, options)
    found = []
    foe = _in_reach(world)
    if foe is not None and foe.pose in (Pose.WINDUP, Pose.CHARGE):
        found.append(Prompt(keys["strike"], strings.text("prompt_counter")))
    elif foe is not None and foe.alert < Alert.CHASE and _shows_back(world, foe):
        found.append(Prompt(keys["strike"], strings.text("prompt_knock_out")))
    hand = at_hand(world)
    if hand.tap is not None and (hand.tap is not Act.READ_TRAIL or _worth_reading(world)):
        text = strings.text(f"prompt_{hand.tap}")
        found.append(Prompt(keys["act"], text, target=hand.target))
    held = her.held_ticks.get(int(Button.ACT), 0)
    if hand.hold is not None and (hand.hold is not Act.SWEEP or held or _worth_sweeping(world)):
        whole = _HOLD_TICKS.get(hand.hold, tuning.HOLD_TICKS)
        text = strings.text(f"prompt_{hand.hold}")
        key = strings.text("prompt_hold", key=keys["act"])
        if keys["act"].startswith("pad/"):
            key = keys["act"]
        found.append(Prompt(key, text, min(1000, held * 1000 // whole), hand.target))
    patient = reachable(world)
    if her.pose is Pose.KNEEL and patient is not None and patient.supine:
        found.append(Prompt(keys["strike"], strings.text("prompt_cut")))
    return found[:3]


def _answering(strings: Strings, options: StageOptions) -> list[Prompt]:
    """How an answer is picked and given: there are seconds for it, and no time to search."""
    back, on = options.keys["item_back"], options.keys["item_next"]
    choose = strings.text("talk_choose")
    if back.startswith("pad/"):
        picking = [Prompt(back, ""), Prompt(on, choose)]
    else:
        picking = [Prompt(f"{back} {on}", choose)]
    return [*picking, Prompt(options.keys["act"], strings.text("talk_say"))]


def draw_prompts(
    canvas: pygame.Surface, library: Library, prompts: list[Prompt], options: StageOptions
) -> None:
    """A row of key caps at the foot of the picture, with a bar under what is being held."""
    keys = [_cap(library, prompt.key) for prompt in prompts]
    font = body_font(library, options)
    if _row_px(font, keys, prompts) > WIDTH:
        font = library.small
    x, y = (WIDTH - _row_px(font, keys, prompts) + 10) // 2, _ROW_END_Y - font.cap
    for key, prompt in zip(keys, prompts, strict=True):
        end = widgets.prompt(canvas, font, x, y, key, prompt.text)
        if prompt.held:
            widgets.bar(
                canvas, x, _ROW_END_Y + 6, end - x - 10, 2, prompt.held, widgets.LAMP_RAMP
            )
        x = end


def _row_px(font: Font, keys: list[str | pygame.Surface], prompts: list[Prompt]) -> int:
    return sum(
        widgets.prompt_width(font, key, prompt.text)
        for key, prompt in zip(keys, prompts, strict=True)
    )


def draw_target(canvas: pygame.Surface, world: World, view: View, prompts: list[Prompt]) -> None:
    """A small wedge over what the act key is about."""
    target = next((prompt.target for prompt in prompts if prompt.target), None)
    where = None if target is None else _place_of(world, target)
    if where is None:
        return
    x, y = view.on_canvas(where[0], where[1])
    y += round(math.sin(view.tick * 0.12) * 1.4)
    for row in range(4):
        widgets.rect(canvas, x - 4 + row, y + row - 1, 9 - 2 * row, 3, "ink")
    for row in range(4):
        color = "lamp3" if row < 2 else "lamp2"
        widgets.rect(canvas, x - 3 + row, y + row, 7 - 2 * row, 1, color)


def draw_challenge(
    canvas: pygame.Surface, library: Library, world: World, row: int, options: StageOptions
) -> None:
    """A friend asks: three answers and how long there is left."""
    asker = asks(world)
    if asker is None:
        return
    font, strings = body_font(library, options), library.strings
    width = _ANSWERS_PX[options.large_text]
    x, y = (WIDTH - width) // 2, 172
    left = asker.asking_ticks * 1000 // tuning.CHALLENGE_TICKS
    widgets.bar(canvas, x + 1, y - 6, width - 2, 2, left, widgets.LAMP_RAMP)
    for i, text_id in enumerate(_ANSWERS):
        text, top = strings.text(text_id), y + i * (font.cap + 11)
        widgets.choice_row(canvas, font, x, top, width, text, selected=i == row)


def draw_aim(
    canvas: pygame.Surface, world: World, her: tuple[int, int], aim: tuple[int, int] | None
) -> None:
    """While a throw is held: the line it would fly and where it would come down."""
    if not world.sakura.buttons & Button.THROW or aim is None:
        return
    x, y = her[0], her[1] - 14
    dx, dy = aim[0] - x, aim[1] - y
    reach = max(1, round((dx * dx + dy * dy) ** 0.5))
    most = tuning.THROW_RANGE_SUB // 256
    if reach > most:
        dx, dy, reach = dx * most // reach, dy * most // reach, most
    for step in range(10, reach, 5):
        rise = 10 * 4 * step * (reach - step) // (reach * reach)
        spot = x + dx * step // reach, y + dy * step // reach - rise + 14 * step // reach
        widgets.rect(canvas, spot[0], spot[1], 2, 1, "sand8", 190)
    end = x + dx, y + dy + 14
    pygame.draw.ellipse(canvas, rgb("ink"), (end[0] - 7, end[1] - 3, 15, 8), 1)
    pygame.draw.ellipse(canvas, rgb("lamp3"), (end[0] - 6, end[1] - 3, 13, 7), 1)


def _place_of(world: World, target: int) -> tuple[float, float] | None:
    """Where the wedge for a target stands, in pixels of the map."""
    mind = world.mind(target) if target > 0 else None
    if mind is not None:
        return mind.x / SUB, mind.y / SUB - head_px(mind) - 16
    if target == HIM and world.patient is not None:
        return world.patient.x / SUB, world.patient.y / SUB - 24
    level = world.level
    place = next((place for place in level.places if place.id == target), None)
    if place is not None and target != world.sakura.inside:
        return place.x / SUB, place.y / SUB - _OVER_PX.get(place.kind, 30)
    lamp = next((lamp for lamp in level.lights if lamp.id == target), None)
    return None if lamp is None else (lamp.x / SUB, lamp.y / SUB - 34)


def _worth_reading(world: World) -> bool:
    """Whether she stands where somebody else has walked, and has time for it."""
    stands = world.sakura.still_ticks >= _STILL_TICKS and not _hunted(world)
    return stands and any(_makers_here(world))


def _worth_sweeping(world: World) -> bool:
    """Whether she stands on prints of her own that somebody might follow."""
    her = world.sakura
    return (
        her.still_ticks >= _STILL_TICKS
        and not _hunted(world)
        and _keeps_prints(world.level, her.x, her.y)
        and not _in_village(world.level, her.x, her.y)
        and 0 in _makers_here(world)
    )


def _keeps_prints(level: Level, x: int, y: int) -> bool:
    return tuning.PRINT_SURFACE_PER_MILLE[surface_at(level, x, y)] >= _KEEPS_PER_MILLE


def _hunted(world: World) -> bool:
    """Whether somebody is after her: then nothing is said but what helps in a fight."""
    return any(
        mind.awake and not mind.target and mind.alert >= Alert.CHASE for mind in world.minds
    )


def _makers_here(world: World) -> set[int]:
    """Whose prints lie under her feet; 0 is she herself."""
    her = world.sakura
    return {seen.maker for seen in tracks.prints_on(world, tile_of(her.x), tile_of(her.y))}


def _in_village(level: Level, x: int, y: int) -> bool:
    """Whether a place lies on that side of the gate on which the night starts."""
    starts, gates = level.places_of(Spot.START), level.places_of(Spot.GATE)
    if not starts or not gates:
        return False
    start, gate = starts[0], gates[0]
    if abs(start.y - gate.y) >= abs(start.x - gate.x):
        return (y - gate.y) * (start.y - gate.y) > 0
    return (x - gate.x) * (start.x - gate.x) > 0


def _cap(library: Library, key: str) -> str | pygame.Surface:
    return library.ui.frame(key).surface if key.startswith("pad/") else key


def _in_reach(world: World) -> Mind | None:
    """Somebody awake whom a blow would meet."""
    her = world.sakura
    reach = tuning.STRIKE_REACH_SUB
    for mind in world.minds:
        if not mind.awake or mind.pose is Pose.BURIED or mind.kind is Kind.CHILD:
            continue
        if abs(mind.x - her.x) <= reach and abs(mind.y - her.y) <= reach and (
            headings.distance(mind.x - her.x, mind.y - her.y) <= reach
        ):
            return mind
    return None


def _shows_back(world: World, mind: Mind) -> bool:
    her = world.sakura
    to_her = headings.heading_of(her.x - mind.x, her.y - mind.y)
    back = (mind.heading + headings.HALF_TURN) % headings.TURN
    return abs(headings.turn_between(back, to_her)) <= tuning.BEHIND_HALF_HEADINGS
