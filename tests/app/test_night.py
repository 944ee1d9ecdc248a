"""A night in the program: keys in, the picture that belongs, nothing lost, nothing swallowed."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pygame
import pytest

from game.app.actions import Device
from game.app.loop import shows_pointer
from game.app.menu import MenuScene
from game.app.night import NightScene
from game.app.page import PageScene
from game.app.picture import Mode
from game.app.saves import AUTO_SLOTS, QUICK_SLOT, read_save, read_slot, write_save
from game.app.screens import control_lines, slot_name
from game.app.settings import Settings
from game.app.views import BacklogScene, MapScene
from game.core.units import TILE_SUB
from game.lab.recording import verify
from game.sim import Button
from game.sim.beings import Pose
from game.sim.events import Answered, DrivenOff
from game.sim.level import Kind
from game.sim.table.operation import begin as begin_operation
from game.sim.tale.night import Beat, Patient
from tests.app.screen import Screen, nights, playing, screen


def test_a_short_night_by_keys_alone_she_signs_out_at_the_register(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    assert game.mode() is Mode.TALK
    game.read_on()
    assert game.night.world.story.beat is Beat.ROUND
    assert game.mode() is Mode.WALK


def test_the_first_press_shows_the_whole_line_and_the_second_goes_on(own_home: Path) -> None:
    game = playing(own_home)
    lines = []
    game.key("e")
    for _ in range(3):
        lines.append((game.talk().lines_spoken, game.scene.picture.talk.typing))
        game.key("e")
    assert lines == [(1, True), (1, False), (2, True)]


def test_a_key_held_while_a_talk_begins_does_nothing_in_it(own_home: Path) -> None:
    game = playing(own_home)
    with game.holding("space"):
        game.tick(3)
        game.key("e")
        game.tick(120)
        talk = game.talk()
        assert talk.lines_spoken == 1


def test_a_key_still_held_when_a_talk_ends_opens_nothing(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    while not game.talk().offered:
        game.key("e")
    game.scene.picture.talk.complete()
    game.tick()
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_e))
    game.tick(3)
    talks = len(game.night.world.story.talks)
    for _ in range(40):
        if game.mode() is Mode.WALK:
            break
        game.key("space")
    game.tick(5)
    assert not any(asked.held(Button.ACT) for asked in game.night.recorder.commands[-5:])
    pygame.event.post(pygame.Event(pygame.KEYUP, key=pygame.K_e))
    game.tick(5)
    assert game.mode() is Mode.WALK
    assert len(game.night.world.story.talks) == talks


def test_a_key_that_moves_her_goes_on_through_the_pause(own_home: Path) -> None:
    game = playing(own_home, at="start")
    with game.holding("s"):
        game.tick(10)
        game.key("escape")
        assert game.shows(MenuScene)
        game.key("escape")
        before = game.night.world.sakura.y
        game.tick(10)
        assert game.night.world.sakura.y > before


def test_she_does_not_tremble_on_the_canvas_while_she_walks(own_home: Path) -> None:
    game = playing(own_home, at="east_stone")
    stage, places = game.night.stage, set()
    with game.holding("a"), game.holding("w"):
        game.tick(20)
        for _ in range(40):
            game.tick()
            for alpha in (0.0, 0.3, 0.6, 0.9):
                view = stage.view(game.night.world, alpha)
                places.add(view.on_canvas(*stage.between.place(0, alpha)))
    assert len(places) == 1


def test_lost_focus_pauses_and_no_key_stays_down(own_home: Path) -> None:
    game = playing(own_home, at="start")
    with game.holding("s"):
        game.tick(5)
        pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
        game.tick(1)
        stopped = game.night.world.tick
        game.tick(30)
        assert game.night.world.tick == stopped
        game.key("return")
        game.tick(30)
        assert game.night.world.sakura.speed == 0


def test_at_half_speed_the_night_takes_twice_as_long_and_no_press_is_lost(own_home: Path) -> None:
    game = playing(own_home, settings=Settings(speed_percent=50))
    game.tick(60)
    assert game.night.world.tick == 30
    game.key("c", ticks=1)
    game.tick(2)
    assert game.scene.steering.sneaking


def test_a_night_saved_on_the_way_goes_on_to_the_bit(own_home: Path) -> None:
    game = playing(own_home, at="start")
    with game.holding("s"):
        game.tick(50)
        game.key("f5")
        saved = game.night.world.digest()
        game.tick(50)
        assert game.night.world.digest() != saved
    game.key("f9", ticks=1)
    save, trouble = read_slot(game.desk.saves, QUICK_SLOT)
    assert save is not None and not trouble
    again = screen(own_home)
    again.stack.append(nights().saved(again.desk, save))
    assert again.night.world.snapshot() == save.snapshot


def test_a_night_saved_in_the_middle_of_a_line_goes_on_in_that_line(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    game.key("e")
    game.key("e")
    line = game.talk().line
    game.key("f5")
    game.read_on()
    game.key("f9", ticks=1)
    assert game.mode() is Mode.TALK
    assert game.talk().line == line
    game.read_on()
    assert game.night.world.story.beat is Beat.ROUND


def test_loading_cuts_the_recording_and_it_still_proves_itself(own_home: Path) -> None:
    game = playing(own_home, at="start")
    with game.holding("s"):
        game.tick(40)
        game.key("f5", ticks=1)
        game.tick(90)
    longer = len(game.night.recorder.commands)
    game.key("f9", ticks=1)
    assert len(game.night.recorder.commands) < longer
    with game.holding("a"):
        game.tick(70)
    recording = game.night.recording()
    assert recording.commands
    assert verify(recording, game.night.level).same


def test_a_night_begun_elsewhere_on_the_map_proves_itself_too(own_home: Path) -> None:
    game = playing(own_home, at="east_stone")
    with game.holding("a"):
        game.tick(70)
    assert verify(game.night.recording(), game.night.level).same


def test_drawing_changes_nothing_in_the_night(own_home: Path) -> None:
    digests = []
    for drawn in (True, False):
        game = playing(own_home / str(drawn))
        game.tick(20, draw=drawn)
        game.key("e")
        game.tick(40, draw=drawn)
        game.read_on()
        game.tick(30, draw=drawn)
        digests.append(game.night.world.digest())
    assert digests[0] == digests[1]


def test_signing_out_saves_by_itself_and_the_slots_take_turns(own_home: Path) -> None:
    game = playing(own_home)
    game.key("e")
    game.read_on()
    game.tick(2)
    assert read_slot(game.desk.saves, AUTO_SLOTS[0])[0] is not None
    game.scene.autosave()
    game.scene.autosave()
    assert all(read_slot(game.desk.saves, slot)[0] is not None for slot in AUTO_SLOTS)


def test_another_try_loads_no_map_and_makes_no_stage(own_home: Path) -> None:
    game = playing(own_home, at="start")
    stage, level = game.night.stage, game.night.level
    with game.holding("s"):
        game.tick(30)
    game.scene.go_back(game.night.retry)
    assert game.night.stage is stage
    assert game.night.level is level
    assert game.night.world.tick == 0


def test_closing_the_window_keeps_the_night(own_home: Path) -> None:
    game = playing(own_home, at="start")
    game.tick(10)
    pygame.event.post(pygame.Event(pygame.QUIT))
    desk = game.desk
    game.tick(1)
    assert not game.stack
    assert read_slot(desk.saves, AUTO_SLOTS[0])[0] is not None


def test_a_recording_that_cannot_be_written_costs_no_night(own_home: Path) -> None:
    game = playing(own_home, at="start")
    game.scene.record_to = own_home
    game.tick(10)
    with pytest.raises(OSError):
        game.scene.leave()
    assert read_slot(game.desk.saves, AUTO_SLOTS[0])[0] is not None


def test_a_mouse_alone_goes_back_from_every_list_of_the_pause(own_home: Path) -> None:
    game = playing(own_home, at="start")
    for title in ("pause_save", "pause_load"):
        game.key("escape")
        menu = game.top
        assert isinstance(menu, MenuScene)
        menu.list.focus = [row.label for row in menu.list.rows].index(menu.desk.strings.text(title))
        game.key("return")
        inner = game.top
        assert isinstance(inner, MenuScene)
        game.tick(1, draw=True)
        game.click(inner.list.areas[-1].center)
        assert game.top is menu
        game.key("escape")


def test_the_map_key_shows_the_map_and_in_a_talk_what_was_said(own_home: Path) -> None:
    game = playing(own_home)
    game.key("m")
    assert game.shows(MapScene)
    game.tick(2, draw=True)
    game.key("m")
    assert game.shows(NightScene)
    game.key("e")
    game.key("m")
    assert game.shows(BacklogScene)
    game.tick(2, draw=True)
    game.key("escape")
    assert game.shows(NightScene)
    assert game.mode() is Mode.TALK


def test_a_full_disk_is_one_line_and_the_night_goes_on(own_home: Path) -> None:
    game = playing(own_home, at="start")
    game.desk.saves = game.night.saves = own_home / "file" / "saves"
    (own_home / "file").write_text("not a folder")
    assert not game.scene.save(QUICK_SLOT)
    game.tick(3)
    assert game.night.world.tick == 3


def move_mouse(place: tuple[int, int]) -> None:
    """Move the mouse there, quickly enough to mean it."""
    pygame.event.post(pygame.Event(pygame.MOUSEMOTION, pos=place, rel=(9, 9), buttons=(0,) * 3))


def at_the_table(home: Path) -> Screen:
    """A night with her hands on him."""
    game = playing(home, at="start")
    world = game.night.world
    assert world.level.operation is not None
    world.patient = Patient(world.sakura.x, world.sakura.y)
    world.operation = begin_operation(world.level.operation, 500, 700, 3)
    world.story.beat = Beat.OPERATION
    game.tick(2, draw=True)
    assert game.mode() is Mode.TABLE
    return game


def test_a_tap_does_not_leave_the_table_and_a_hold_does(own_home: Path) -> None:
    game = at_the_table(own_home)
    game.key("x", ticks=10)
    game.tick(60)
    assert game.mode() is Mode.TABLE
    game.key("x", ticks=60)
    assert game.mode() is Mode.WALK
    assert not game.scene.steering.feigning


def test_by_mouse_alone_she_leaves_by_the_words_that_say_so(own_home: Path) -> None:
    game = at_the_table(own_home)
    move_mouse((240, 130))
    game.tick(2, draw=True)
    view = game.scene.picture
    place = next(
        (x, y) for y in range(200, 270) for x in range(340, 480) if view.over_leave((x, y))
    )
    spot = (place[0] + 20, place[1] + 6)
    assert not shows_pointer(game.top, Device.MOUSE)
    move_mouse(spot)
    game.tick()
    assert shows_pointer(game.top, Device.MOUSE)
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=pygame.BUTTON_LEFT))
    game.tick(60, draw=True)
    assert game.mode() is Mode.WALK


def test_at_the_table_the_arrow_gives_way_to_the_hand_but_not_to_a_menu(own_home: Path) -> None:
    game = at_the_table(own_home)
    assert not shows_pointer(game.top, Device.MOUSE)
    game.key("escape")
    assert shows_pointer(game.top, Device.MOUSE)
    assert not shows_pointer(game.top, Device.KEYS)


def test_the_controls_are_those_of_what_she_is_played_with(own_home: Path) -> None:
    game = playing(own_home, at="start")
    sneak = game.desk.strings.text("action_sneak")
    signs = []
    for device in (Device.KEYS, Device.PAD):
        game.desk.devices.device = device
        signs += [sign for sign, words in control_lines(game.desk) if words.startswith(sneak)]
    assert signs == ["C", "B"]


def test_the_controls_say_what_a_verb_is_good_for_and_how_the_window_grows(own_home: Path) -> None:
    game = playing(own_home, at="start")
    told = dict(control_lines(game.desk))
    assert "costs chakra" in told["R"] and "lie in wait" in told["X"]
    assert told["F11"] == game.desk.strings.text("settings_fullscreen")


def test_another_try_says_to_what_time_it_goes_back(own_home: Path) -> None:
    game = playing(own_home, at="start")
    night = game.night
    game.scene.autosave()
    kept = night.world.minutes
    while night.world.minutes < kept + 2:
        game.tick()
    game.key("escape")
    assert isinstance(game.top, MenuScene)
    rows = [row.label for row in game.top.list.rows]
    game.top.list.focus = rows.index(game.desk.strings.text("pause_retry"))
    game.key("return")
    assert isinstance(game.top, MenuScene)
    assert f"{kept // 60 % 24:02}:{kept % 60:02}" in game.top.title
    game.key("down")
    game.key("return")
    assert game.night.world.minutes == kept


def test_the_page_of_signs_shows_the_signs_themselves(own_home: Path) -> None:
    game = playing(own_home, at="start")
    game.key("escape")
    for _ in range(3):
        game.key("down")
    game.key("return")
    assert isinstance(game.top, PageScene)
    shown = [sign for sign, _ in game.top._lines() if isinstance(sign, pygame.Surface)]
    assert len(shown) >= 8
    game.tick(1, draw=True)


def test_the_table_follows_the_size_of_letters_chosen_in_the_middle_of_a_night(
    own_home: Path,
) -> None:
    game = at_the_table(own_home)
    heights = []
    for large in (False, True):
        game.desk.settings.large_text = large
        game.scene.use_settings()
        game.tick(2, draw=True)
        place = next(
            (x, y) for y in range(150, 270) for x in range(300, 480)
            if game.scene.picture.over_leave((x, y))
        )  # fmt: skip
        heights.append(place[1])
    assert heights[1] < heights[0]


def test_the_table_names_the_buttons_of_the_mouse_once_it_is_used(own_home: Path) -> None:
    game = at_the_table(own_home)
    assert "table_act" not in game.night.stage.options.keys
    move_mouse((240, 130))
    game.tick(2, draw=True)
    assert game.night.stage.options.keys["table_act"] == game.desk.strings.text(
        "operation_mouse_left"
    )


def post(kind: int, **values: Any) -> None:
    """Post what a pad says."""
    pygame.event.post(pygame.Event(kind, instance_id=0, **values))


def test_a_short_night_by_pad_alone(own_home: Path) -> None:
    game = playing(own_home)
    for _ in range(120):
        post(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_A)
        game.tick(2)
        post(pygame.CONTROLLERBUTTONUP, button=pygame.CONTROLLER_BUTTON_A)
        game.tick(1, draw=True)
        if game.night.world.story.beat is Beat.ROUND:
            break
    assert game.night.world.story.beat is Beat.ROUND
    assert game.night.stage.options.keys["act"] == "pad/a"


def test_the_left_stick_walks_any_way_and_stops(own_home: Path) -> None:
    game = playing(own_home, at="start")
    axes = ((pygame.CONTROLLER_AXIS_LEFTX, 9000), (pygame.CONTROLLER_AXIS_LEFTY, 30000))
    for axis, value in axes:
        post(pygame.CONTROLLERAXISMOTION, axis=axis, value=value)
    before = game.night.world.sakura.y
    game.tick(30)
    assert game.night.world.sakura.y > before
    for axis, _ in axes:
        post(pygame.CONTROLLERAXISMOTION, axis=axis, value=0)
    game.tick(15)
    assert game.night.world.sakura.speed == 0


def test_a_friend_who_asks_is_answered_with_the_item_keys_and_act(own_home: Path) -> None:
    game = playing(own_home, at="east_stone")
    world = game.night.world
    asker = next(mind for mind in world.minds if mind.kind is Kind.PATROL)
    asker.x, asker.y = world.sakura.x + 4 * TILE_SUB, world.sakura.y
    asker.pose, asker.asking_ticks = Pose.STAND, 300
    game.tick(2, draw=True)
    game.key("2")
    assert game.night.stage.challenge_row == 1
    told = []
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_e))
    for _ in range(10):
        game.tick()
        told += [event.how for event in game.night.events if isinstance(event, Answered)]
    assert told == ["duty"]
    assert not world.sakura.held_ticks


def test_a_key_tapped_between_two_ticks_is_not_lost(own_home: Path) -> None:
    game = playing(own_home)
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(pygame.Event(kind, key=pygame.K_e))
    game.tick(3)
    assert game.mode() is Mode.TALK


def test_a_key_tapped_while_no_tick_of_a_slow_night_is_due_is_not_lost(own_home: Path) -> None:
    game = playing(own_home, settings=Settings(speed_percent=50))
    game.key("e", ticks=1)
    game.tick(3)
    assert game.mode() is Mode.TALK


@pytest.mark.parametrize("large", [False, True])
def test_that_the_night_was_saved_does_not_cover_its_news(own_home: Path, large: bool) -> None:
    game = playing(own_home, at="start", settings=Settings(large_text=large))
    game.scene.save(QUICK_SLOT)
    world, stage = game.night.world, game.night.stage
    stage.notices.say(world, "Marker 2. Rogues by the split rock again, two. They play cards.")
    drawn = []
    for draw in (game.scene._draw_said, lambda to: stage.notices.draw(to, world),
                 lambda to: stage.hud.draw(to, world)):  # fmt: skip
        canvas = pygame.Surface((480, 270))
        draw(canvas)
        drawn.append(pygame.mask.from_threshold(canvas, (0, 0, 0), (1, 1, 1, 255)))
    for mask in drawn:
        mask.invert()
    said, *others = drawn
    assert said.count()
    assert [said.overlap(other, (0, 0)) for other in others] == [None, None]


@pytest.mark.parametrize(
    ("where", "words"),
    [("objective_round", "On the round."), ("gaits", "The far stone"), ("my_level", "my level")],
)
def test_a_save_is_called_by_what_there_was_to_do(own_home: Path, where: str, words: str) -> None:
    game = playing(own_home, at="start")
    game.scene.save(QUICK_SLOT)
    save, _ = read_slot(game.desk.saves, QUICK_SLOT)
    assert save is not None
    saved = replace(save, header=msgspec.structs.replace(save.header, where=where, minutes=1294))
    assert slot_name(game.desk, saved, QUICK_SLOT, "") == f"F5  21:34  {words}"


def test_what_to_do_says_where_the_way_is_shown(own_home: Path) -> None:
    game = playing(own_home, at="start")
    game.key("escape")
    game.key("down")
    game.key("return")
    assert isinstance(game.top, PageScene)
    assert "compass" in game.top._lines()[-1][1]


def test_driven_off_she_opens_her_eyes_somewhere_else_and_does_not_jump_there(
    own_home: Path,
) -> None:
    game = playing(own_home, at="start")
    game.tick(1)
    world, picture, canvas = game.night.world, game.scene.picture, pygame.Surface((480, 270))
    picture.note(world, [DrivenOff("start")], aloud=False)
    light = []
    for passed in (0, 30, 60):
        game.tick(30 if passed else 0)
        picture.draw(canvas, world, 1.0)
        light.append(sum(pygame.transform.average_color(canvas)[:3]))
    assert light[0] < 60 < light[1] < light[2]


def test_a_quick_save_of_another_map_is_told_as_that_and_the_night_goes_on(own_home: Path) -> None:
    game = playing(own_home, at="start")
    game.key("f5")
    path = game.desk.saves / f"{QUICK_SLOT}.night"
    save = read_save(path)
    header = msgspec.structs.replace(save.header, digest="another")
    write_save(game.desk.saves, QUICK_SLOT, header, save.snapshot, save.trails)
    game.tick(20)
    before = game.night.world.tick
    game.key("f9")
    assert game.night.world.tick >= before
    assert game.scene._said == game.desk.strings.text("pause_save_elsewhere")
