"""The operation on screen: him, her hands and their light, what she feels, and the panels around.

``OperationView`` reads an Operation and draws it on a 480x270 canvas; nothing is written back. Its
own state is cosmetic: where the hands have glided to, and what was said.
"""

from collections.abc import Iterable
from operator import itemgetter
from pathlib import Path
from typing import Final

import pygame

from game.content.strings import Strings
from game.core.units import SUB
from game.sim.beings import Alert, Pose
from game.sim.table import tuning
from game.sim.table.definition import OperationDef, WoundKind, sway_sub
from game.sim.table.events import OperationEvent
from game.sim.table.operation import Operation, TableNight
from game.sim.table.state import Doing
from game.sim.world import World
from game.view.bedside import Bedside
from game.view.closeup import BREATHS, SIZE, load_closeup
from game.view.font import Font
from game.view.gauges import wound_tag
from game.view.hand_sign import HandSign
from game.view.operation_marks import (
    draw_cursor,
    draw_feeling,
    draw_grains,
    draw_motes,
    draw_sweat,
)
from game.view.operation_news import Coach, TableHelp, draw_news, draw_summary
from game.view.operation_notes import Notes
from game.view.operation_panels import (
    TablePrompts,
    draw_flow,
    draw_injuries,
    draw_next,
    draw_prompts,
    draw_vitals,
    hurts_width,
    stage_color,
    stage_text,
)
from game.view.operation_words import left_undone, wound_name
from game.view.palette import rgb
from game.view.widgets import INK
from game.view.wound_art import WoundArt

_GLIDE: Final = 0.22
"""Share of the way to its place that a hand glides with each picture."""
_LEFT_REST: Final = (192.0, 206.0)
_RIGHT_REST: Final = (292.0, 204.0)
_FINGERS_BELOW_PX: Final = 3
"""The finger tips lie so far below the spot, so that it can be seen."""
_LIT_FROM: Final = 250
_TAGS_END: Final = 212
"""No plate hangs lower: there the keys stand."""
_TAGS_BEGIN: Final = 132
"""Nor higher: there the panels stand."""
_BESIDE_PANEL_PX: Final = 10
"""Room between words in the picture and the panels at its right."""
_HANDS_LIFTED_PX: Final = 70
LIFTED_PX: Final = 194
"""So far down he slides when she lifts her head: what is left shows how he is."""
_LIFT_TICKS: Final = 12
_NEAR_X_PX: Final = 240
_NEAR_Y_PX: Final = 135
"""Who is within half a screen of her can be seen."""
_NOBODY: Final = OperationDef("", (0, 0), ())
_SWAP_LEFT_PX: Final = 232
_SWAP_RIGHT_PX: Final = 248
"""Between these the hand that is at work stays the same."""


class OperationView:
    """Draws one operation after another; load it once."""

    def __init__(self, assets: Path, strings: Strings, *, large_text: bool = False) -> None:
        """Load pictures and letters. Raises AtlasError and FontError."""
        name = "large" if large_text else "small"
        self.font = Font.load(assets / "font" / f"{name}.json")
        self.strings = strings
        self.closeup = load_closeup(assets / "closeup")
        self.leave_area = pygame.Rect(0, 0, 0, 0)
        """Where the words were drawn last that say how to leave."""
        self.bedside = Bedside(strings, _NOBODY)
        """What is said at the table, and why things went wrong."""
        self._coach = Coach()
        self._hand = HandSign()
        self._heard = 0
        self._lift, self._lift_tick = 0.0, 0
        self._art: WoundArt | None = None
        self._notes = Notes(strings)
        self._at_work = "right"
        self._places = {"left": _LEFT_REST, "right": _RIGHT_REST}
        self._tick = -1
        self._before = self._now = (0, 0)

    def hear(
        self,
        events: Iterable[OperationEvent],
        op: Operation,
        definition: OperationDef,
        *,
        alone: bool = False,
    ) -> None:
        """Take in a tick: let a few words rise where something happened, and him speak."""
        self.prepare(definition)
        if op.tick < self._heard:
            self._begin(definition)
        self._heard = op.tick
        told = list(events)
        self.bedside.hear(told, op, alone=alone)
        if alone:
            self._hand = HandSign()
        else:
            self._hand.hear(op, definition)
        self._notes.hear(told, op, definition)

    def prepare(self, definition: OperationDef) -> None:
        """Paint what a patient's operation needs, so that its first picture comes at once."""
        if self._art is None or self._art.definition is not definition:
            self._art = WoundArt(definition, self.closeup)
            self._begin(definition)

    def _begin(self, definition: OperationDef) -> None:
        self.bedside, self._coach = Bedside(self.strings, definition), Coach()
        self._hand = HandSign()
        self._notes = Notes(self.strings)

    def lift(self, op: Operation, *, alone: bool) -> float:
        """How far her head is lifted, 0 to 1; not while her hands go on by themselves."""
        step = min(_LIFT_TICKS, abs(op.tick - self._lift_tick)) / _LIFT_TICKS
        self._lift_tick = op.tick
        up = op.doing is Doing.LOOK and not alone
        self._lift = min(1.0, self._lift + step) if up else max(0.0, self._lift - step)
        return self._lift * self._lift * (3 - 2 * self._lift)

    def draw_near(self, canvas: pygame.Surface, world: World, top: int) -> None:
        """With her head lifted: how many are in sight, and whether they are after her."""
        her = world.sakura
        near = [
            mind
            for mind in world.minds
            if mind.awake
            and mind.pose is not Pose.BURIED
            and abs(mind.x - her.x) < _NEAR_X_PX * SUB
            and abs(mind.y - her.y) < _NEAR_Y_PX * SUB
        ]
        alert = max((mind.alert for mind in near if mind.target == 0), default=Alert.CALM)
        if alert is Alert.CHASE:
            text, color = self.strings.text("operation_near_after"), "blood2"
        elif alert is not Alert.CALM:
            text, color = self.strings.text("operation_near_looking"), "lamp2"
        elif near:
            text, color = self.strings.count("operation_near", len(near)), "lamp3"
        else:
            text, color = self.strings.text("operation_near_nobody"), "heal3"
        x, y = canvas.get_width() // 2, max(8, top - 2 * self.font.cap - 2)
        self.font.draw(canvas, text, x, y, rgb(color), outline=INK, align=0.5)

    def faults(self, op: Operation, definition: OperationDef) -> list[str]:
        """Everything that went wrong so far, a line each; of a finished one what was missed too."""
        return [*self.bedside.faults, *self.left(op, definition)]

    def flaws(self) -> list[str]:
        """What kept each stroke so far from being flawless, a line each."""
        return [text for _, text in self.bedside.flaws]

    def summary(self, op: Operation, definition: OperationDef) -> list[str]:
        """Of a finished operation how well it was done, and what it lacked most."""
        if op.grade is None:
            return []
        done = self.strings.text(f"operation_done_{int(op.grade)}")
        lacked = self.left(op, definition)
        if not lacked and self.bedside.flaws:
            lacked = [min(self.bedside.flaws, key=itemgetter(0))[1]]
        return [done, *lacked[:1]]

    def left(self, op: Operation, definition: OperationDef) -> list[str]:
        """What was missed or left of a finished operation, a line each."""
        return left_undone(self.strings, op, definition) if op.over else []

    def draw(
        self,
        canvas: pygame.Surface,
        op: Operation,
        definition: OperationDef,
        alpha: float = 1.0,
        night: TableNight | None = None,
        prompts: TablePrompts | None = None,
        aid: TableHelp | None = None,
    ) -> None:
        """One picture, ``alpha`` of the way from the last tick to this one."""
        self.prepare(definition)
        assert self._art is not None
        touch = self._touch(op, alpha)
        strength = self._light(op)
        self._place_hands(op, touch)

        breath = _breath(op.tick)
        figure = self.closeup.figure(definition.figure)
        canvas.blit(figure.bodies[breath], (0, 0))
        if strength:
            other = self._places["left" if self._at_work == "right" else "right"]
            resting = (round(other[0]), round(other[1]))
            self.closeup.draw_light(canvas, figure, resting, op.flow // 2, breath)
            self.closeup.draw_light(canvas, figure, touch, strength, breath)
        if op.shirt_open:
            self._art.draw_deep(canvas, op)
        self._art.draw_skin(canvas, op)
        if not op.shirt_open:
            canvas.blit(self._art.shirt, (0, 0))
            self._art.draw_deep(canvas, op)
        self._draw_hands(canvas, op, strength)
        self._art.draw_path(canvas, op)
        if strength:
            draw_motes(canvas, touch, strength, op.tick)
        if op.doing is Doing.SCAN:
            right = SIZE[0] - hurts_width(self.font, self.strings, definition) - _BESIDE_PANEL_PX
            draw_feeling(canvas, self.font, self.strings, op, touch, right)
        self._hand.draw(canvas, touch, op)
        draw_cursor(canvas, op, touch)
        if night is not None:
            draw_grains(canvas, night, op.tick)
        draw_sweat(canvas, self.closeup, op)
        hurts = draw_injuries(canvas, self.font, self.strings, op, definition)
        self._draw_tags(canvas, op, definition, hurts.bottom)
        vitals = draw_vitals(canvas, self.font, self.strings, op)
        prompts, aid = prompts or TablePrompts(), aid or TableHelp()
        self._notes.draw(canvas, self.font, op.tick)
        if op.over:
            draw_summary(canvas, self.font, self.summary(op, definition))
        else:
            draw_flow(canvas, self.font, self.strings, op, prompts, self._hand.word)
            draw_next(canvas, self.font, self.strings, op, definition)
            self.leave_area = draw_prompts(canvas, self.font, self.strings, op, prompts)
        coach = self._coach.line(self.strings, op, aid)
        draw_news(
            canvas, self.font, self.strings, definition, self.bedside, coach, aid.alarm,
            (vitals.right, hurts.left),
        )  # fmt: skip

    def _touch(self, op: Operation, alpha: float) -> tuple[int, int]:
        """The hand between the last two ticks, in pixels."""
        here = (op.touch_x, op.touch_y)
        if (op.tick, here) != (self._tick, self._now):
            follows = op.tick == self._tick + 1
            self._before, self._now = (self._now if follows else here), here
            self._tick = op.tick
        x = self._before[0] + (self._now[0] - self._before[0]) * alpha
        y = self._before[1] + (self._now[1] - self._before[1]) * alpha
        return round(x / SUB), round(y / SUB)

    def _light(self, op: Operation) -> int:
        if op.doing is Doing.SCAN:
            return 250 + op.light // 2
        lifted = op.doing in (Doing.LOOK, Doing.WIPE)
        return min(1000, op.flow // 3 if lifted else op.flow * 3 // 2)

    def _place_hands(self, op: Operation, touch: tuple[int, int]) -> None:
        if touch[0] < _SWAP_LEFT_PX:
            self._at_work = "left"
        elif touch[0] > _SWAP_RIGHT_PX:
            self._at_work = "right"
        lifted = _HANDS_LIFTED_PX if op.doing in (Doing.LOOK, Doing.WIPE) else 0
        for side, rest in (("left", _LEFT_REST), ("right", _RIGHT_REST)):
            works = side == self._at_work
            goal_x, goal_y = (float(touch[0]), float(touch[1])) if works else rest
            goal_y += lifted
            x, y = self._places[side]
            near = works and not lifted and abs(goal_x - x) + abs(goal_y - y) < 6
            share = 1.0 if near else _GLIDE
            self._places[side] = (x + (goal_x - x) * share, y + (goal_y - y) * share)

    def _draw_hands(self, canvas: pygame.Surface, op: Operation, strength: int) -> None:
        for side in ("left", "right"):
            works = side == self._at_work
            x, y = (round(part) for part in self._places[side])
            name = f"hand_{side}/{self._gesture(op) if works else 'press'}"
            self.closeup.draw_part(canvas, name, x, y + _FINGERS_BELOW_PX)
            if works and strength > _LIT_FROM:
                self.closeup.draw_part(canvas, f"{name}/light", x, y + _FINGERS_BELOW_PX)

    def _gesture(self, op: Operation) -> str:
        if op.doing is Doing.WIPE:
            return "wipe"
        if not op.target:
            return "hover"
        return "stitch" if op.wound(op.target).kind is WoundKind.SLASH else "press"

    def _draw_tags(
        self, canvas: pygame.Surface, op: Operation, definition: OperationDef, below: int
    ) -> None:
        """Rings and plates for what lies deep, and for the slash under the hand; the plates of
        ribs hang under the list of hurts, as far as there is room."""
        height = 2 * self.font.cap + 13
        y = below + 4 + height // 2
        for wound, wound_def in zip(op.wounds, definition.wounds, strict=True):
            slash = wound.kind is WoundKind.SLASH
            if wound.done or not wound.found or (slash and op.target != wound.id):
                continue
            if wound.kind is WoundKind.RIB and wound_def.path[0][0] > SIZE[0] // 2:
                mark = wound_def.marks[0]
                if y + height // 2 > _TAGS_END:
                    continue
                tag = (364, y)
                y += height
            else:
                mark = wound_def.marks[0]
                tag = _tag_place(mark[0] // SUB, mark[1] // SUB)
            sway_x, sway_y = sway_sub(wound_def, op.tick)
            spot = ((mark[0] + sway_x) // SUB, (mark[1] + sway_y) // SUB)
            title = wound_name(self.strings, definition, wound.id)
            note = stage_text(self.strings, wound)
            wide = max(self.font.width(title), self.font.width(note)) + 15
            across = max(wide, tag[0]) if tag[0] < SIZE[0] // 2 else min(SIZE[0] - wide, tag[0])
            wound_tag(
                canvas, self.font, spot, (across, tag[1]), title, note,
                color=stage_color(wound), progress=wound.progress,
                touched=op.target == wound.id,
            )  # fmt: skip


def _tag_place(x: int, y: int) -> tuple[int, int]:
    """Where the line from a hurt meets its plate: beside him, on the side that is nearer."""
    across = 364 if x > SIZE[0] // 2 else min(118, x - 26)
    return across, max(_TAGS_BEGIN, min(_TAGS_END - 16, y + 8))


def _breath(tick: int) -> int:
    """Which picture of the breath a tick shows: in and out again."""
    phase = tick % tuning.BREATH_TICKS * 2 * BREATHS // tuning.BREATH_TICKS
    return phase if phase < BREATHS else 2 * BREATHS - 1 - phase
