"""The operation on screen shows what is so, hides what is not known yet, and changes nothing."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.content.operations import read_operation, story_operation
from game.content.strings import Strings
from game.core import codec
from game.core.units import SUB
from game.sim.table import tuning
from game.sim.table.events import LiverRuptured, OperationEvent, StrokeGraded, Torn
from game.sim.table.operation import Grade, Operation, Stage, TableInput, TableNight, begin, step
from game.sim.table.state import Depth, Doing
from game.sim.table.wounds import STAGES, Flaw
from game.view.atlas import AtlasError
from game.view.closeup import load_closeup
from game.view.operation_marks import draw_feeling
from game.view.operation_panels import TablePrompts, draw_injuries
from game.view.operation_scene import OperationView
from game.view.operation_words import grade_text, wound_name
from game.view.palette import rgb

ASSETS = Path(__file__).parents[2] / "assets"
PATIENT = story_operation()
BELLY = pygame.Rect(170, 100, 150, 120)


@pytest.fixture(scope="module")
def view() -> OperationView:
    return OperationView(ASSETS, Strings.load("en"))


@pytest.fixture
def op() -> Operation:
    opened = begin(PATIENT, 500, 700, 3)
    opened.shirt_open = True
    return opened


def shown(view: OperationView, op: Operation, night: TableNight | None = None) -> pygame.Surface:
    canvas = pygame.Surface((480, 270))
    for _ in range(22):  # until the hands have glided to their places
        view.draw(canvas, op, PATIENT, 1.0, night)
    return canvas


def pixels(canvas: pygame.Surface, area: pygame.Rect) -> bytes:
    return pygame.image.tobytes(canvas.subsurface(area), "RGB")


def count(canvas: pygame.Surface, name: str, area: pygame.Rect) -> int:
    return pygame.mask.from_threshold(canvas.subsurface(area), rgb(name), (1, 1, 1)).count()


def around(wound_id: str, margin: int = 4) -> pygame.Rect:
    marks = PATIENT.wound(wound_id).marks
    left, top = min(x for x, _ in marks) // SUB, min(y for _, y in marks) // SUB
    right, bottom = max(x for x, _ in marks) // SUB, max(y for _, y in marks) // SUB
    return pygame.Rect(left, top, right - left + 1, bottom - top + 1).inflate(
        2 * margin, 2 * margin
    )


def test_drawing_changes_nothing(view: OperationView, op: Operation) -> None:
    op.wound("liver").found = True
    op.sweat = 700
    before = codec.encode(op)

    shown(view, op, TableNight(gust_strength=800, in_lee=False))

    assert codec.encode(op) == before


def test_the_same_state_gives_the_same_picture(op: Operation) -> None:
    first = shown(OperationView(ASSETS, Strings.load("en")), op)
    second = shown(OperationView(ASSETS, Strings.load("en")), op)

    assert pixels(first, first.get_rect()) == pixels(second, second.get_rect())


def test_the_shirt_covers_him_until_it_is_cut(view: OperationView, op: Operation) -> None:
    chest = pygame.Rect(200, 80, 80, 40)
    opened = pixels(shown(view, op), chest)
    op.shirt_open = False

    assert pixels(shown(view, op), chest) != opened


def test_a_slash_looks_different_in_each_of_its_stages(view: OperationView, op: Operation) -> None:
    wound = op.wound("slash_1")
    seen = []
    for stage in (Stage.BLEEDING, Stage.CLAMPED, Stage.KNITTED, Stage.CLOSED):
        wound.stage = stage
        if stage >= Stage.KNITTED:
            wound.spots = [tuning.SPOT_DONE] * len(wound.spots)
        seen.append(pixels(shown(view, op), around("slash_1")))

    assert len(set(seen)) == 4


def test_a_half_stitched_slash_is_closed_on_one_end_and_open_on_the_other(
    view: OperationView, op: Operation
) -> None:
    wound = op.wound("slash_1")
    raw = shown(view, op)
    wound.spots = [tuning.SPOT_DONE if spot < 11 else 0 for spot in range(len(wound.spots))]
    half = shown(view, op)
    area = around("slash_1", 0)
    first = pygame.Rect(area.left, area.top, area.width // 3, area.height)
    last = pygame.Rect(area.right - area.width // 3, area.top, area.width // 3, area.height)

    assert pixels(raw, first) != pixels(half, first)
    assert pixels(raw, last) == pixels(half, last)


@pytest.mark.parametrize("wound_id", ["liver", "rib_4", "rib_5", "rib_6"])
def test_what_lies_hidden_is_seen_only_once_it_is_found(
    view: OperationView, op: Operation, wound_id: str
) -> None:
    op.flow = 500
    op.hand_x, op.hand_y = op.touch_x, op.touch_y = 240 * SUB, 225 * SUB
    area = around(wound_id)
    hidden = pixels(shown(view, op), area)
    op.wound(wound_id).found = True

    assert pixels(shown(view, op), area) != hidden


def test_green_light_falls_where_the_flow_is(view: OperationView, op: Operation) -> None:
    def greenness(canvas: pygame.Surface) -> int:
        color = pygame.transform.average_color(canvas, pygame.Rect(190, 108, 50, 24))
        return color[1] - color[0]

    op.touch_x, op.touch_y = 220 * SUB, 160 * SUB
    dark = greenness(shown(view, op))
    op.flow = 500

    assert greenness(shown(view, op)) > dark + 25


@pytest.mark.parametrize(
    ("change", "area"),
    [
        (lambda op: setattr(op, "sweat", 1000), pygame.Rect(330, 130, 140, 90)),
        (lambda op: setattr(op, "blood_fine", op.blood_fine // 2), pygame.Rect(4, 60, 112, 20)),
        (lambda op: setattr(op, "flow", 900), pygame.Rect(140, 240, 200, 26)),
        (lambda op: op.wound("slash_2").__setattr__("sand", 1000), around("slash_2")),
        (lambda op: setattr(op, "doing", Doing.LOOK), pygame.Rect(230, 190, 60, 30)),
        (lambda op: setattr(op, "doing", Doing.SCAN), pygame.Rect(200, 170, 90, 60)),
    ],
    ids=["sweat", "blood", "flow", "sand", "looking up", "scan"],
)
def test_what_changes_can_be_seen(
    view: OperationView, op: Operation, change: Callable[[Operation], None], area: pygame.Rect
) -> None:
    before = pixels(shown(view, op), area)
    change(op)

    assert pixels(shown(view, op), area) != before


def test_danger_is_told_by_a_sign_and_not_by_colour_alone(
    view: OperationView, op: Operation
) -> None:
    sign = pygame.Rect(117, 4, 16, 14)
    assert count(shown(view, op), "lamp4", sign) == 0

    op.blood_fine = op.blood_fine // 5

    assert count(shown(view, op), "lamp4", sign) > 0


def test_words_rise_where_something_happened(view: OperationView, op: Operation) -> None:
    before = pixels(shown(view, op), BELLY)
    events: list[OperationEvent] = [
        StrokeGraded("slash_1", Grade.CLEAN, 0, 0, 0, Flaw.PATH, "done"),
        Torn("skin", "kunai"),
        LiverRuptured("alone"),
    ]
    view.hear(events, op, PATIENT)
    assert pixels(shown(view, op), BELLY) != before

    op.tick += 600
    still = pixels(shown(view, op), pygame.Rect(240, 90, 60, 10))
    op.tick += tuning.BREATH_TICKS
    assert pixels(shown(view, op), pygame.Rect(240, 90, 60, 10)) == still


@pytest.mark.parametrize("large", [False, True], ids=["small text", "large text"])
def test_every_word_of_a_whole_operation_is_known(large: bool) -> None:
    words = Strings.load("en")
    view = OperationView(ASSETS, words, large_text=large)
    op = begin(PATIENT, 900, 700, 3)
    for sweat, flow, pain in ((0, 0, 100), (5, 300, 400), (0, 500, 600), (900, 700, 800)):
        op.sweat, op.flow, op.pain = sweat, flow, pain
        shown(view, op)
    op.shirt_open, op.flow = True, 900
    op.wound("slash_1").sand = 100
    shown(view, op)
    for wound in op.wounds:
        wound.found = True
    op.wound("liver").ruptured = True
    shown(view, op)
    for stage in Stage:
        for wound in op.wounds:
            if wound.kind == "slash" and stage in (Stage.CLAMPED, Stage.KNITTED):
                wound.stage = stage
        shown(view, op)
    for wound, grade in zip(op.wounds, [*Grade, *Grade], strict=False):
        wound.grade = grade
    op.dry = True
    shown(view, op)
    for point in ((284, 118), (188, 150)):
        op = begin(PATIENT, 900, 700, 3)
        for _ in range(100):
            step(op, PATIENT, TableInput(scan=True, point=point), TableNight())
        shown(view, op)

    assert words.missing == []


@pytest.mark.parametrize("large", [False, True], ids=["small text", "large text"])
def test_the_list_of_hurts_keeps_its_width_and_every_name_whole(large: bool) -> None:
    words = Strings.load("en")
    font = OperationView(ASSETS, words, large_text=large).font
    op, canvas = begin(PATIENT, 500, 700, 3), pygame.Surface((480, 270))
    widths = {draw_injuries(canvas, font, words, op, PATIENT).width}
    for stage in Stage:
        for wound in op.wounds:
            wound.found = True
            wound.stage = stage if stage in STAGES[wound.kind] else wound.stage
        widths.add(draw_injuries(canvas, font, words, op, PATIENT).width)
    for grade in Grade:
        for wound in op.wounds:
            wound.grade = grade
        widths.add(draw_injuries(canvas, font, words, op, PATIENT).width)

    assert len(widths) == 1
    room = widths.pop() - 2 * 6
    said = [grade_text(words, grade).lower() for grade in Grade]
    said += [words.text(f"operation_stage_{stage.name.lower()}") for stage in Stage]
    for hurt in PATIENT.wounds:
        name = font.width(wound_name(words, PATIENT, hurt.id))
        assert name + 6 + max(map(font.width, said)) <= room


def test_what_she_feels_is_not_written_under_the_list_of_hurts() -> None:
    words = Strings.load("en")
    view = OperationView(ASSETS, words, large_text=True)
    op, canvas = begin(PATIENT, 500, 700, 3), pygame.Surface((480, 270))
    left = draw_injuries(canvas, view.font, words, op, PATIENT).left
    op.tone, op.depth = 900, Depth.HARD
    wordless = canvas.copy()
    draw_feeling(wordless, view.font, words, op, (300, 130), left - 4)
    op.light = 900
    draw_feeling(canvas, view.font, words, op, (300, 130), left - 4)

    word = pygame.mask.from_threshold(canvas, (0, 0, 0), (1, 1, 1), wordless)
    word.invert()
    areas = word.get_bounding_rects()
    assert areas
    assert max(area.right for area in areas) <= left


def test_pad_pictures_stand_where_key_names_would(view: OperationView, op: Operation) -> None:
    picture = pygame.Surface((11, 11))
    picture.fill((1, 2, 3))
    canvas = pygame.Surface((480, 270))

    view.draw(canvas, op, PATIENT, prompts=TablePrompts(flow=picture))

    corner = canvas.subsurface((0, 220, 60, 50))
    assert pygame.mask.from_threshold(corner, (1, 2, 3), (1, 1, 1)).count() == 121


OWN = """
name = "Somebody"
figure = "guard"
hand = [240, 214]
[[wound]]
id = "organ"
kind = "liver"
label = "Spleen"
hidden = true
seconds = 20
bleeds = "1"
path = [[206, 150], [236, 160]]
[[wound]]
id = "left_rib"
kind = "rib"
label = "Rib"
hidden = true
seconds = 10
path = [[196, 130]]
[[wound]]
id = "cut"
kind = "slash"
label = "Cut"
seconds = 10
bleeds = "0.5"
path = [[262, 190], [284, 204]]
"""


@pytest.mark.parametrize("wound_id", ["organ", "left_rib", "cut"])
def test_wounds_of_an_operation_of_ones_own_are_painted_in_all_their_stages(
    view: OperationView, wound_id: str
) -> None:
    patient = read_operation(OWN, "own.toml")
    op = begin(patient, 500, 700, 3)
    op.shirt_open = True
    for each in op.wounds:
        each.found = each.id != wound_id or each.kind == "slash"
    wound, marks = op.wound(wound_id), patient.wound(wound_id).marks
    middle = marks[len(marks) // 2]
    area = pygame.Rect(0, 0, 24, 16)
    area.center = (middle[0] // SUB, middle[1] // SUB)

    def picture() -> bytes:
        canvas = pygame.Surface((480, 270))
        for _ in range(22):
            view.draw(canvas, op, patient, 1.0)
        return pixels(canvas, area)

    seen = [picture()]
    wound.found = True
    for stage in STAGES[wound.kind]:
        wound.stage = stage
        if wound.done:
            wound.spots = [tuning.SPOT_DONE] * len(wound.spots)
        seen.append(picture())

    assert len(set(seen)) >= 3


def test_a_missing_close_up_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"parts\.json"):
        load_closeup(tmp_path)
