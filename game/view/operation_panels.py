"""The panels of the operation: vitals, injuries, flow, what to do next, and the keys for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pygame

from game.content.strings import Strings
from game.core.units import TICKS_PER_SECOND
from game.sim.table import tuning
from game.sim.table.definition import OperationDef
from game.sim.table.operation import NextStep, Operation, Stage, Verb, next_steps
from game.sim.table.state import Doing
from game.sim.table.strokes import flow_band
from game.sim.table.wounds import STAGES, Grade, Wound
from game.view.font import Font
from game.view.gauges import flow_band as draw_flow_band
from game.view.gauges import heart_trace
from game.view.hand_sign import Lie
from game.view.operation_words import grade_text, step_text, wound_name
from game.view.palette import rgb
from game.view.widgets import (
    BLOOD_RAMP,
    CHAKRA_RAMP,
    HEAL_RAMP,
    IDLE_RAMP,
    INK,
    LAMP_RAMP,
    Ramp,
    bar,
    heading,
    panel,
    prompt,
    prompt_width,
    rect,
)

_MARGIN: Final = 4
_INSET: Final = 6
_TRACE_PX_PER_SECOND: Final = 36
_TRACE_HEIGHT: Final = 32
_BEHIND_ALPHA: Final = 140
"""Of the strip behind words that stand over hands and skin."""
_PAIN_STEPS: Final = (250, 500, 750)
_FLOW_WIDTH: Final = 180
_WORD_GAP: Final = 4
FLOW_WORDS: Final = ("still", "weak", "steady", "strong", "tears", "empty")
_HURTS_WIDTH: Final = 156
"""The list of hurts grows no wider: he lies beside it."""
_CORNER_PROMPT_PX: Final = 100
"""The keys for the cut and for leaving stand on the same height, in the corners."""

STAGE_COLOR: Final = {
    Stage.BLEEDING: "blood2",
    Stage.CLAMPED: "lamp2",
    Stage.HELD: "lamp2",
    Stage.CRACKED: "lamp2",
    Stage.ALIGNED: "lamp3",
    Stage.KNITTED: "heal2",
    Stage.SET: "heal2",
    Stage.CLOSED: "heal2",
}


@dataclass(frozen=True, slots=True)
class TablePrompts:
    """What the keys at the table are called, as text or as a pad button's picture."""

    flow: str | pygame.Surface = "E"
    scan: str | pygame.Surface = "Q"
    wipe: str | pygame.Surface = "Space"
    look_up: str | pygame.Surface = "V"
    cut: str | pygame.Surface = "F"
    leave: str | pygame.Surface = "hold X"
    move: str | pygame.Surface = ""
    """What leads the hand, where that has to be said: not the mouse."""
    leaving_per_mille: int = 0
    """How far the hold has come with which she leaves."""


def stage_text(strings: Strings, wound: Wound) -> str:
    """The word for how a wound is."""
    if wound.sand > 0:
        return strings.text("operation_stage_fouled")
    if wound.ruptured and not wound.done:
        return strings.text("operation_stage_ruptured")
    return strings.text(f"operation_stage_{wound.stage.name.lower()}")


def stage_color(wound: Wound) -> str:
    """The colour name that goes with it."""
    if wound.sand > 0:
        return "sand7"
    return "blood2" if wound.ruptured and not wound.done else STAGE_COLOR[wound.stage]


def draw_vitals(
    canvas: pygame.Surface, font: Font, strings: Strings, op: Operation
) -> pygame.Rect:
    """Pulse, blood, chakra and pain, top left. Returns the panel's place."""
    row = font.cap + 12
    pains = [font.width(strings.text(f"operation_pain_{step}")) for step in range(4)]
    width = max(112, font.width(strings.text("operation_pain")) + max(pains) + 2 * _INSET + 6)
    left, inner = _MARGIN + _INSET, width - 2 * _INSET
    height = 21 + _TRACE_HEIGHT + 3 * row + 5 + font.cap - 7
    failing = op.blood <= tuning.BLOOD_CRITICAL
    edge = "blood2" if failing else "night4"
    panel(
        canvas, _MARGIN, _MARGIN, width, height, alpha=225, edge=edge,
        top="blood2" if failing else "moon0",
    )  # fmt: skip
    seconds = op.tick // TICKS_PER_SECOND
    time = f"{seconds // 60}:{seconds % 60:02}"
    title = strings.text("operation_panel_vitals")
    y = heading(canvas, font, left, _MARGIN + 4, inner, title, time, "heal2")
    heart_trace(
        canvas, left, y, inner, _TRACE_HEIGHT,
        step=op.tick * _TRACE_PX_PER_SECOND // TICKS_PER_SECOND,
        period=_TRACE_PX_PER_SECOND * 60 // max(30, op.pulse_bpm),
        strength=max(250, min(1000, op.blood * 2)),
        flat=op.blood == 0,
    )  # fmt: skip
    pulse = rgb("heal3" if op.pulse_bpm < 120 else "lamp3")
    wide = font.width(str(op.pulse_bpm))
    rect(canvas, left + inner - wide - 4, y + 1, wide + 4, font.cap + 5, "ink", 215)
    font.draw(canvas, str(op.pulse_bpm), left + inner - 2, y + 3, pulse, outline=INK, align=1.0)
    y += _TRACE_HEIGHT + 4
    pain = sum(op.pain >= step for step in _PAIN_STEPS)
    rows: tuple[tuple[str, str, int, Ramp], ...] = (
        ("hud_blood", f"{-(-op.blood // 10)}%", op.blood, BLOOD_RAMP),
        ("hud_chakra", f"{op.chakra // 10}%", op.chakra, CHAKRA_RAMP),
        ("operation_pain", strings.text(f"operation_pain_{pain}"), op.pain, LAMP_RAMP),
    )
    for text_id, note, value, ramp in rows:
        font.draw(canvas, strings.text(text_id), left, y, rgb("sand8"), shadow=INK)
        font.draw(canvas, note, left + inner, y, rgb(ramp[2]), shadow=INK, align=1.0)
        bar(canvas, left + 1, y + font.cap + 4, inner - 2, 3, value, ramp, segments=10)
        y += row
    if failing:
        _mark_danger(canvas, _MARGIN + width + 3, _MARGIN + 3)
    return pygame.Rect(_MARGIN, _MARGIN, width + (15 if failing else 0), height)


def draw_injuries(
    canvas: pygame.Surface, font: Font, strings: Strings, op: Operation, definition: OperationDef
) -> pygame.Rect:
    """Every wound with its word and its progress, top right; hidden ones as a question. Returns
    the panel's place."""
    row = font.cap + 7
    names = [wound_name(strings, definition, wound.id) for wound in definition.wounds]
    width = hurts_width(font, strings, definition)
    inner, height = width - 2 * _INSET, 21 + font.cap - 7 + row * len(op.wounds)
    left = canvas.get_width() - _MARGIN - width
    panel(canvas, left, _MARGIN, width, height, alpha=225)
    x = left + _INSET
    title = strings.text("operation_panel_injuries")
    done = sum(wound.done for wound in op.wounds)
    note = f"{done}/{sum(wound.found for wound in op.wounds)}"
    y = heading(canvas, font, x, _MARGIN + 4, inner, title, note)
    for wound, called in zip(op.wounds, names, strict=True):
        if not wound.found:
            font.draw(canvas, strings.text("operation_unknown"), x, y, rgb("steel1"))
            for dot in range(x, x + inner, 4):
                canvas.set_at((dot, y + font.cap + 3), rgb("night4"))
            y += row
            continue
        active = op.target == wound.id
        name = rgb("lamp3" if active else "steel2" if wound.done else "sand8")
        word, color = stage_text(strings, wound), stage_color(wound)
        if wound.grade is not None:
            word = grade_text(strings, wound.grade).lower()
        room = inner - font.width(word) - 6
        font.draw(canvas, _shortened(font, called, room), x, y, name, shadow=INK)
        font.draw(canvas, word, x + inner, y, rgb(color), shadow=INK, align=1.0)
        share = 1000 if wound.done else wound.progress
        bar(canvas, x + 1, y + font.cap + 3, inner - 2, 1, share, HEAL_RAMP if share else IDLE_RAMP)
        y += row
    return pygame.Rect(left, _MARGIN, width, height)


def hurts_width(font: Font, strings: Strings, definition: OperationDef) -> int:
    """How wide the list of hurts is: room for all that it can ever say of them."""
    names = [wound_name(strings, definition, wound.id) for wound in definition.wounds]
    stages = {stage for wound in definition.wounds for stage in STAGES[wound.kind]}
    ids = [f"operation_stage_{stage.name.lower()}" for stage in sorted(stages)]
    ids += ["operation_stage_fouled", "operation_stage_ruptured"]
    words = [strings.text(each) for each in ids]
    words += [grade_text(strings, grade).lower() for grade in Grade]
    inner = max(map(font.width, names)) + max(map(font.width, words)) + 10
    return max(100, min(_HURTS_WIDTH, inner)) + 2 * _INSET


def draw_flow(
    canvas: pygame.Surface,
    font: Font,
    strings: Strings,
    op: Operation,
    keys: TablePrompts,
    hand: tuple[str, str] = ("", "steel2"),
) -> None:
    """The flow with its band, bottom middle; the words say what the colours say. ``hand`` is the id
    of the word for how the hand lies on the wound, or "", and its colour."""
    width = _flow_width(font, strings)
    x, top = (canvas.get_width() - width) // 2, canvas.get_height() - font.cap - 22
    # long words for the keys beside it push it aside
    texts = ((keys.wipe, "operation_key_wipe"), (keys.look_up, "operation_key_look"))
    beside = max(prompt_width(font, key, strings.text(text_id)) for key, text_id in texts)
    x = max(_MARGIN, min(x, canvas.get_width() - beside - width + 2))
    panel(canvas, x, top, width, font.cap + 20, alpha=235)
    band = flow_band(op.rules.tolerance_per_mille)
    word, color = _flow_word(op, band)
    left, right = x + 10, x + width - 10
    at = font.draw(canvas, strings.text("operation_flow"), left, top + 3, rgb("sand8"), shadow=INK)
    font.draw(canvas, strings.text(word), at + _WORD_GAP, top + 3, rgb(color), shadow=INK)
    if hand[0]:
        text = strings.text(hand[0])
        font.draw(canvas, text, right, top + 3, rgb(hand[1]), shadow=INK, align=1.0)
        at = right - font.width(text) - _WORD_GAP
        label = strings.text("operation_hand")
        font.draw(canvas, label, at, top + 3, rgb("sand8"), shadow=INK, align=1.0)
    draw_flow_band(
        canvas, left, top + font.cap + 10, width - 20,
        flow=op.flow, good=band, tear=tuning.FLOW_TEARS,
    )  # fmt: skip


def _flow_width(font: Font, strings: Strings) -> int:
    """Wide enough for the longest words, so that it never changes."""
    flows = (font.width(strings.text(f"operation_flow_{word}")) for word in FLOW_WORDS)
    hands = (font.width(strings.text(f"operation_hand_{lie.value}")) for lie in Lie if lie)
    labels = font.width(strings.text("operation_flow")) + font.width(strings.text("operation_hand"))
    return max(_FLOW_WIDTH, labels + max(flows) + max(hands) + 4 * _WORD_GAP) + 20


def draw_next(
    canvas: pygame.Surface, font: Font, strings: Strings, op: Operation, definition: OperationDef
) -> None:
    """What can be done now, above the flow: the careful choice first, others beside it."""
    steps = _distinct(next_steps(op))[:3]
    parts = [step_text(strings, step, definition) for step in steps]
    gap = 14
    room = canvas.get_width() - 2 * _CORNER_PROMPT_PX
    while len(parts) > 1 and sum(map(font.width, parts)) + gap * len(parts) > room:
        parts.pop()
    width = sum(font.width(part) for part in parts) + gap * max(0, len(parts) - 1) + 9
    x = (canvas.get_width() - width) // 2
    y = canvas.get_height() - 2 * font.cap - 31
    if parts:
        rect(canvas, x - 5, y - 3, width + 10, font.cap + 6, "ink", _BEHIND_ALPHA)
    for number, part in enumerate(parts):
        if number == 0:
            for column in range(4):
                pygame.draw.line(
                    canvas, rgb("lamp3"), (x + column, y + column), (x + column, y + 6 - column)
                )
            x += 9
        color = "lamp4" if number == 0 else "moon1"
        x = font.draw(canvas, part, x, y, rgb(color), outline=INK) + gap
        if number < len(parts) - 1:
            canvas.fill(INK, (x - gap // 2 - 2, y + font.cap // 2 - 1, 4, 4))
            canvas.fill(rgb("moon0"), (x - gap // 2 - 1, y + font.cap // 2, 2, 2))


def draw_prompts(
    canvas: pygame.Surface, font: Font, strings: Strings, op: Operation, keys: TablePrompts
) -> pygame.Rect:
    """The keys that matter now, in both bottom corners; the one that is pressing is lit. Returns
    where the words stand that say how to leave."""
    left = [(keys.flow, "operation_key_flow", op.doing is Doing.FLOW)]
    left.insert(0, (keys.scan, "operation_key_scan", op.doing is Doing.SCAN))
    if not op.shirt_open:
        left.insert(0, (keys.cut, "operation_key_cut", True))
    if keys.move:
        left.insert(0, (keys.move, "operation_key_move", False))
    # with nothing left to do that she knows of, lifting the head is the end of it
    ends = not op.bleeds and all(wound.done for wound in op.wounds if wound.found)
    look = "operation_do_finish" if ends else "operation_key_look"
    # a key's name says that it is held; a button's picture cannot
    leave = "operation_key_leave" if isinstance(keys.leave, str) else "operation_key_leave_held"
    right = [
        (keys.leave, leave, keys.leaving_per_mille > 0),
        (keys.wipe, "operation_key_wipe", op.sweat > 0),
        (keys.look_up, look, op.doing is Doing.LOOK or ends),
    ]
    bottom = canvas.get_height() - _MARGIN
    _stack(canvas, font, strings, left, _MARGIN + 2, bottom, align_right=False)
    edge = canvas.get_width() - _MARGIN - 2
    _stack(canvas, font, strings, right, edge, bottom, align_right=True)
    wide = prompt_width(font, keys.leave, strings.text(leave))
    row = font.cap + 8
    area = pygame.Rect(edge - wide + 8, bottom - row * len(right) + 2, wide, row)
    if keys.leaving_per_mille:
        bar(
            canvas, area.x + 2, area.bottom - 3, area.width - 4, 2, keys.leaving_per_mille,
            LAMP_RAMP,
        )  # fmt: skip
    return area


def _stack(
    canvas: pygame.Surface,
    font: Font,
    strings: Strings,
    rows: Sequence[tuple[str | pygame.Surface, str, bool]],
    x: int,
    bottom: int,
    *,
    align_right: bool,
) -> None:
    height = font.cap + 8
    for number, (key, text_id, lit) in enumerate(rows):
        text = strings.text(text_id)
        start = x - prompt_width(font, key, text) + 10 if align_right else x
        y = bottom - height * (len(rows) - number) + 4
        prompt(canvas, font, start, y, key, text, "lamp3" if lit else "sand8")


def _flow_word(op: Operation, band: tuple[int, int]) -> tuple[str, str]:
    if op.dry:
        return "operation_flow_empty", "blood2"
    if op.flow > tuning.FLOW_TEARS and op.target:
        return "operation_flow_tears", "blood2"
    if op.flow > band[1]:
        return "operation_flow_strong", "lamp2"
    if op.flow >= band[0]:
        return "operation_flow_steady", "heal2"
    if op.flow > 0:
        return "operation_flow_weak", "lamp2"
    return "operation_flow_still", "steel2"


def _shortened(font: Font, text: str, room: int) -> str:
    """As much of a text as there is room for."""
    if font.width(text) <= room:
        return text
    while text and font.width(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _distinct(steps: list[NextStep]) -> list[NextStep]:
    """One step of each verb: three slashes to clamp are one thing to say."""
    seen: list[Verb] = []
    kept: list[NextStep] = []
    for step in steps:
        if step.verb not in seen:
            seen.append(step.verb)
            kept.append(step)
    return kept


def _mark_danger(canvas: pygame.Surface, x: int, y: int) -> None:
    """A sign of danger that is more than its colour: a small triangle with a stroke in it."""
    corners = [(x + 5, y), (x + 10, y + 9), (x, y + 9)]
    pygame.draw.polygon(canvas, rgb("blood1"), corners)
    pygame.draw.polygon(canvas, rgb("lamp3"), corners, 1)
    canvas.fill(rgb("lamp4"), (x + 5, y + 3, 1, 3))
    canvas.set_at((x + 5, y + 7), rgb("lamp4"))
