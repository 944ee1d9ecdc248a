"""The operation as it is played: by mouse, keys and pad, by her hands alone, with help, lost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app.menu import MenuScene
from game.app.night import NightScene
from game.app.nights import LoadedNights
from game.app.page import PageScene
from game.app.picture import Mode
from game.app.settings import Preset, Settings
from game.content.paths import maps_folder
from game.core.units import seconds
from game.lab.recording import verify
from game.lab.table_hand import Device, TableHand
from game.sim import World
from game.sim.beings import Pose
from game.sim.command import Button, Command
from game.sim.table.events import OperationDone
from game.sim.table.operation import Operation, begin
from game.sim.table.state import Doing, Outcome, TableInput
from game.sim.table.wounds import Grade
from game.sim.tale.night import Beat
from game.sim.tick import step
from tests.app.screen import Screen, nights, playing, screen

HEALING = maps_folder() / "training" / "healing.tmx"


def at_the_table(home: Path, settings: Settings | None = None) -> Screen:
    """The training ground with her hands on the guard."""
    game = screen(home, settings)
    shared = nights()
    loaded = LoadedNights(HEALING, shared.library, shared.sound)
    world = World.new(loaded.map(HEALING).level, seed=7)
    assert world.patient is not None
    world.sakura.x, world.sakura.y = world.patient.x - 12 * 256, world.patient.y
    for buttons in (Button.ACT, Button(0), Button.STRIKE, Button(0)):
        for _ in range(3):
            step(world, Command(buttons=buttons))
    night = loaded.night(game.desk, world, HEALING, Preset.CHUNIN, placed=True)
    game.stack.append(loaded.scene(game.desk, night))
    game.tick(2)
    assert game.mode() is Mode.TABLE
    return game


def operation(game: Screen) -> Operation:
    found = game.night.world.operation
    assert found is not None
    return found


def post(kind: int, **values: Any) -> None:
    pygame.event.post(pygame.Event(kind, **values))


@dataclass
class Fingers:
    """Holds down and lets go what a hand asks for, on one device."""

    down: dict[str, bool] = field(default_factory=dict)

    def want(self, name: str, on: bool, change: Callable[[bool], None]) -> None:
        if self.down.get(name, False) != on:
            self.down[name] = on
            change(on)


def key(fingers: Fingers, name: str, on: bool) -> None:
    code = pygame.key.key_code(name)
    fingers.want(
        name, on, lambda down: post(pygame.KEYDOWN if down else pygame.KEYUP, key=code)
    )


def by_keys(fingers: Fingers, asked: TableInput, _: Screen) -> None:
    """Eight directions, and the key for sneaking to go slowly."""
    eighth = (asked.move + 4) // 8 % 8 if asked.move >= 0 else -1
    key(fingers, "d", eighth in (7, 0, 1))
    key(fingers, "s", eighth in (1, 2, 3))
    key(fingers, "a", eighth in (3, 4, 5))
    key(fingers, "w", eighth in (5, 6, 7))
    key(fingers, "c", asked.slow)
    for name, on in (
        ("e", asked.flow), ("q", asked.scan), ("space", asked.wipe), ("f", asked.cut),
        ("v", asked.look_up),
    ):  # fmt: skip
        key(fingers, name, on)


def by_pad(fingers: Fingers, asked: TableInput, _: Screen) -> None:
    """The left stick steers, tilted a little to go slowly; A heals, Y feels, LT wipes."""
    reach = 0.0 if asked.move < 0 else 0.5 if asked.slow else 1.0
    stick = pygame.Vector2(reach, 0).rotate(max(0, asked.move) * 360 / 64) * 32767
    for axis, value in (
        (pygame.CONTROLLER_AXIS_LEFTX, stick.x),
        (pygame.CONTROLLER_AXIS_LEFTY, stick.y),
        (pygame.CONTROLLER_AXIS_TRIGGERLEFT, 32767 * asked.wipe),
        (pygame.CONTROLLER_AXIS_RIGHTY, -32767 * asked.look_up),
    ):
        post(pygame.CONTROLLERAXISMOTION, axis=axis, value=round(value))
    for button, on in (
        (pygame.CONTROLLER_BUTTON_A, asked.flow),
        (pygame.CONTROLLER_BUTTON_Y, asked.scan),
        (pygame.CONTROLLER_BUTTON_X, asked.cut),
    ):

        def press(down: bool, button: int = button) -> None:
            kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
            post(kind, button=button)

        fingers.want(str(button), on, press)


def by_mouse(fingers: Fingers, asked: TableInput, game: Screen) -> None:
    """The hand follows it; left heals, right feels, the middle wipes."""
    area = game.desk.window.area()
    scale = area.width // 480
    point = asked.point or (0, 0)
    place = (area.x + point[0] * scale, area.y + point[1] * scale)
    if asked.point is not None:
        post(pygame.MOUSEMOTION, pos=place, rel=(3, 3), buttons=(0, 0, 0))
    for button, on in (
        (pygame.BUTTON_LEFT, asked.flow or asked.look_up),
        (pygame.BUTTON_RIGHT, asked.scan or asked.look_up),
        (pygame.BUTTON_MIDDLE, asked.wipe),
    ):

        def press(down: bool, button: int = button) -> None:
            kind = pygame.MOUSEBUTTONDOWN if down else pygame.MOUSEBUTTONUP
            post(kind, pos=place, button=button)

        fingers.want(str(button), on, press)


@pytest.mark.parametrize(
    ("device", "send"),
    [(Device.MOUSE, by_mouse), (Device.KEYS, by_keys), (Device.KEYS, by_pad)],
    ids=["mouse", "keys", "pad"],
)
def test_by_mouse_by_keys_and_by_pad_a_steady_hand_is_flawless(
    own_home: Path, device: Device, send: Callable[[Fingers, TableInput, Screen], None]
) -> None:
    game = at_the_table(own_home)
    definition = game.night.world.level.operation
    assert definition is not None
    hand, fingers = TableHand(device=device), Fingers()
    for _ in range(seconds(120)):
        if game.mode() is not Mode.TABLE:
            break
        send(fingers, hand.next(operation(game), definition), game)
        game.tick()

    assert operation(game).grade is Grade.PERFECT
    assert game.night.world.story.ending == "goals_met"


def test_let_be_her_hands_do_it_in_a_few_breaths_and_the_recording_proves_it(
    own_home: Path,
) -> None:
    game = at_the_table(own_home)
    game.key("escape")
    game.key("down")
    game.key("return")
    assert isinstance(game.top, NightScene)
    before = game.night.world.tick
    game.tick(30)
    assert game.night.world.tick - before > 300
    game.tick(400)

    assert operation(game).grade is Grade.CLEAN
    assert game.scene.picture.flaws() == []
    recording = game.night.recording()
    assert verify(recording, game.night.level).same


def test_any_key_takes_over_from_hands_that_go_on_alone(own_home: Path) -> None:
    game = at_the_table(own_home, Settings(table_alone=True))
    game.tick(10)
    assert operation(game).tick > 100
    game.key("e")
    before = operation(game).tick
    game.tick(10)

    assert not game.scene.table.alone
    assert operation(game).tick == before + 10


def test_help_at_the_table_holds_at_once_and_is_in_the_recording(own_home: Path) -> None:
    game = at_the_table(own_home)
    game.key("escape")
    game.key("down")
    game.key("down")
    game.key("return")
    assert isinstance(game.top, MenuScene)
    game.key("right")
    game.key("down")
    game.key("right")
    game.key("escape")
    game.key("escape")
    game.tick(5)

    rules = operation(game).rules
    assert (rules.tolerance_per_mille, rules.speed_per_mille, rules.hints) == (1400, 800, True)
    assert verify(game.night.recording(), game.night.level).same


def test_with_her_head_lifted_she_sees_the_night_and_him_at_its_foot(own_home: Path) -> None:
    game = at_the_table(own_home)
    game.tick(5, draw=True)
    canvas = game.desk.window.canvas
    working = pygame.image.tobytes(canvas, "RGB")
    with game.holding("v"):
        game.tick(40, draw=True)
        assert operation(game).doing is Doing.LOOK
        looking = pygame.image.tobytes(canvas, "RGB")
        digest = game.night.world.digest()
        game.top.draw(canvas, 0.5)
        assert game.night.world.digest() == digest
    game.tick(40, draw=True)
    half = len(working) // 2
    low = pygame.image.tobytes(canvas, "RGB")

    def alike(one: bytes, other: bytes) -> float:
        return sum(a == b for a, b in zip(one[::97], other[::97], strict=True)) / len(one[::97])

    assert alike(working[:half], looking[:half]) < 0.4
    assert alike(working[:half], low[:half]) > 0.6


def test_when_he_is_lost_it_is_said_of_what_and_her_hands_can_do_it_again(own_home: Path) -> None:
    game = at_the_table(own_home)
    operation(game).blood_fine = 90_000
    game.tick(200)
    menu = game.top
    assert isinstance(menu, MenuScene)
    assert "lost too much blood" in menu.notice
    assert game.night.world.story.ending == "patient_lost"

    game.key("down")
    game.key("return")

    assert game.scene.table.alone
    assert game.mode() is Mode.TABLE
    assert operation(game).blood > 100


def test_what_went_wrong_can_be_read_in_the_pause(own_home: Path) -> None:
    game = at_the_table(own_home)
    game.key("f")
    game.key("escape")
    for _ in range(3):
        game.key("down")
    game.key("return")

    assert isinstance(game.top, PageScene)
    told = game.scene.picture.faults(game.night.world)
    assert told == [game.desk.strings.text("operation_cause_torn_kunai")]


def test_the_finished_work_is_looked_at_before_the_wait_and_says_how_it_was_done(
    own_home: Path,
) -> None:
    game = playing(own_home, "wounded")
    world, picture = game.night.world, game.scene.picture
    definition = world.level.operation
    assert definition is not None
    op = world.operation = begin(definition, 500, 700, 3)
    op.outcome, op.grade, op.shirt_open = Outcome.DONE, Grade.CLEAN, True
    world.story.beat, world.story.wait_until = Beat.WAIT, seconds(90)
    world.sakura.pose = Pose.KNEEL
    canvas = pygame.Surface((480, 270))
    foot = pygame.Rect(160, 240, 160, 28)

    def pixels() -> bytes:
        picture.draw(canvas, world, 1.0)
        return pygame.image.tobytes(canvas.subsurface(foot), "RGB")

    picture.note(world, [OperationDone(Grade.CLEAN, "all is healed")])
    world.sakura.pose = Pose.SIT
    clean = pixels()
    op.grade = Grade.PERFECT
    flawless = pixels()
    world.tick += seconds(4)
    waiting = pixels()
    world.tick -= seconds(3)
    picture.note(world, [OperationDone(Grade.CLEAN, "all is healed")])
    world.sakura.pose = Pose.STAND

    assert clean != flawless
    assert waiting not in (clean, flawless)
    assert pixels() not in (clean, flawless)
