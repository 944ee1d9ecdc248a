"""A talk is read at the player's pace, shows who speaks, and nothing of it leaves its place."""

from collections.abc import Iterator

import pygame
import pytest

from game.content.strings import ENGLISH, PSEUDO
from game.sim import World
from game.sim.tale.night import Beat
from game.sim.tale.talk import Silence
from game.sim.tale.talk_script import Block, Choice, If, Line
from game.view.options import StageOptions
from game.view.reading import Reading, body_font, draw_rows
from game.view.talk_box import TEXT_WIDTH, Box
from game.view.talk_choices import Choices
from game.view.talk_view import TalkView
from tests.view.nights_told import (
    canvas,
    library,
    pixels,
    say,
    start_talk,
    story_night,
    words,
)

AT_ONCE = Reading(letters_per_second=0)
LOOKS = [(locale, large) for locale in (ENGLISH, PSEUDO) for large in (False, True)]


def talking(
    node: str = "Waking", reading: Reading = AT_ONCE, beat: Beat = Beat.TALK
) -> tuple[World, TalkView]:
    world = story_night()
    view = TalkView(library(), StageOptions(flicker=False), reading)
    view.note(world, start_talk(world, node, beat))
    return world, view


def appearing(view: TalkView) -> bool:
    return view.typing


def goes_on(view: TalkView) -> bool:
    """Whether auto or skip would press now."""
    return view.wants_next


def to_answers(world: World, view: TalkView) -> None:
    """Press on until answers are on offer."""
    assert world.talk is not None
    while not world.talk.offered:
        view.note(world, say(world))


def drawn(world: World, view: TalkView, ground: pygame.Surface | None = None) -> pygame.Surface:
    target = ground or canvas()
    view.draw(target, world, 0.5)
    return target


def test_letters_appear_one_by_one_until_the_line_can_be_read() -> None:
    world, view = talking(reading=Reading(letters_per_second=30))
    first = pixels(drawn(world, view))
    for _ in range(10):
        view.note(world, [])
    assert appearing(view)
    assert pixels(drawn(world, view)) != first
    for _ in range(600):
        view.note(world, [])
    assert not appearing(view)


def test_a_press_completes_a_line_that_is_still_appearing() -> None:
    world, view = talking(reading=Reading(letters_per_second=30))
    view.complete()
    assert not appearing(view)
    whole = talking(reading=AT_ONCE)[1]
    area = (20, 198, 360, 40)
    assert pixels(drawn(world, view).subsurface(area)) == pixels(
        drawn(world, whole).subsurface(area)
    )


def test_answers_wait_until_the_line_can_be_read() -> None:
    world, view = talking(reading=Reading(letters_per_second=30))
    to_answers(world, view)
    assert appearing(view)
    assert (view.row_count, view.selected) == (0, -1)
    view.complete()
    assert world.talk is not None
    assert view.row_count == len(world.talk.offered)
    assert view.selected == 0


def test_the_focus_goes_round_and_the_mouse_finds_every_answer() -> None:
    world, view = talking()
    to_answers(world, view)
    view.select(-1)
    assert view.selected == view.row_count - 1
    drawn(world, view)
    touched = {view.hover((240, y)) for y in range(270)}
    assert touched == {None, *range(view.row_count)}
    view.focus(1)
    assert view.selected == 1


def test_what_was_said_before_is_ticked() -> None:
    world, view = talking()
    to_answers(world, view)
    fresh = pixels(drawn(world, view))
    assert world.talk is not None
    world.talk.taken.append(world.talk.offered_ids[1])
    again = TalkView(library(), StageOptions(flicker=False), AT_ONCE)
    again.note(world, [])
    assert pixels(drawn(world, again)) != fresh


def test_following_and_drawing_a_talk_changes_nothing_in_the_night() -> None:
    world, view = talking()
    for _ in range(12):
        before = world.digest()
        drawn(world, view)
        view.note(world, [])
        assert world.digest() == before
        assert world.talk is not None
        view.note(world, say(world, 0 if world.talk.offered else -1))


def test_beside_the_dunes_the_sky_fills_the_screen_and_at_the_gate_the_world_shows() -> None:
    for node, beat, own_sky in (
        ("Waking", Beat.TALK, True),
        ("SignOut", Beat.LANE, False),
    ):
        world, view = talking(node, beat=beat)
        dark, light = drawn(world, view, canvas((0, 0, 0))), drawn(world, view, canvas())
        assert view.covers(world) is own_sky
        assert (pixels(dark) == pixels(light)) is own_sky


def test_he_is_seen_once_he_has_spoken() -> None:
    world, view = talking()
    side = (330, 40, 110, 100)
    before = pixels(drawn(world, view).subsurface(side))
    assert world.talk is not None
    while world.talk.speaker != "Stranger":
        view.note(world, say(world))
    for _ in range(30):
        view.note(world, [])
    assert pixels(drawn(world, view).subsurface(side)) != before


def test_the_mouth_moves_only_while_letters_appear() -> None:
    world, view = talking(reading=Reading(letters_per_second=20))
    assert world.talk is not None
    while world.talk.speaker != "Sakura":
        view.note(world, say(world, 0 if world.talk.offered else -1))
    mouth = (80, 110, 60, 40)

    def faces(ticks: int) -> set[bytes]:
        seen = set()
        for _ in range(ticks):
            view.note(world, [])
            seen.add(pixels(drawn(world, view).subsurface(mouth)))
        return seen

    assert len(faces(40)) > 1
    view.complete()
    assert len(faces(40)) == 1


def test_a_talk_that_is_loaded_shows_the_same_line_and_speaker() -> None:
    world, view = talking()
    for _ in range(9):
        view.note(world, say(world, 0))
    loaded = TalkView(library(), StageOptions(flicker=False), AT_ONCE)
    loaded.note(world, [])
    box = (10, 189, 460, 50)
    assert pixels(drawn(world, loaded).subsurface(box)) == pixels(
        drawn(world, view).subsurface(box)
    )


def test_a_talk_that_is_loaded_at_its_first_line_shows_nobody_from_an_earlier_one() -> None:
    side = (330, 40, 110, 100)
    first, alone = talking()
    world = story_night()
    view = TalkView(library(), StageOptions(flicker=False), AT_ONCE)
    view.note(world, start_talk(world, "SignOut", Beat.LANE))
    assert world.talk is not None
    while world.talk.speaker != "Guard":
        view.note(world, say(world, 0))
    view.note(world, start_talk(world, "Waking"))
    loaded = TalkView(library(), StageOptions(flicker=False), AT_ONCE)
    for _ in range(30):
        alone.note(first, [])
        loaded.note(world, [])
    assert pixels(drawn(world, loaded).subsurface(side)) == pixels(
        drawn(first, alone).subsurface(side)
    )


def test_a_silence_keeps_the_next_line_back_until_it_is_over_or_cut_short() -> None:
    world, view = talking()
    view.note(world, [Silence(2), *say(world)])
    assert appearing(view)
    for _ in range(120):
        view.note(world, [])
    assert not appearing(view)
    view.note(world, [Silence(2), *say(world)])
    view.complete()
    assert not appearing(view)


def test_auto_goes_on_after_time_to_read_but_never_answers_for_her() -> None:
    world, view = talking(reading=Reading(letters_per_second=0, auto=True))
    assert not goes_on(view)
    for _ in range(600):
        view.note(world, [])
    assert goes_on(view)
    to_answers(world, view)
    for _ in range(600):
        view.note(world, [])
    assert not goes_on(view)


def test_skipping_runs_through_known_lines_and_stops_at_new_ones() -> None:
    world = story_night()
    events = start_talk(world, "Waking")
    assert world.talk is not None
    known = {world.talk.line}
    reading = Reading(letters_per_second=20, skip_read=True)
    view = TalkView(library(), StageOptions(), reading, read=known)
    view.note(world, events)
    for _ in range(10):
        view.note(world, [])
    assert goes_on(view)
    view.note(world, say(world))
    for _ in range(10):
        view.note(world, [])
    assert appearing(view)
    assert not goes_on(view)


@pytest.mark.parametrize(("locale", "large"), LOOKS)
def test_every_line_fits_its_box_and_leaves_the_faces_free(locale: str, large: bool) -> None:
    options = StageOptions(large_text=large)
    font, box = body_font(library(locale), options), Box(library(locale), options)
    for statement in _statements():
        if isinstance(statement, Line) and statement.speaker:
            rows = font.wrap(library(locale).strings.text(statement.id), TEXT_WIDTH)
            assert all(font.width(row) <= TEXT_WIDTH for row in rows)
            assert box.area(rows).top >= 110, statement.id


@pytest.mark.parametrize(("locale", "large"), LOOKS)
def test_every_answer_can_be_reached_and_read(locale: str, large: bool) -> None:
    font = body_font(library(locale), StageOptions(large_text=large))
    room = pygame.Rect(36, 10, 408, 140)
    for statement in _statements():
        if not isinstance(statement, Choice):
            continue
        texts = [library(locale).strings.text(option.id) for option in statement.options]
        choices = Choices()
        choices.offer(texts, [False] * len(texts))
        for number in range(len(texts)):
            choices.selected = number
            choices.place(font, room, 60)
            assert number in [row.number for row in choices.rows]
            for row in choices.rows:
                assert room.contains(row.area), texts
                assert all(font.width(line) + 30 <= row.area.width for line in row.lines)


def _statements() -> Iterator[object]:
    for node in words().nodes.values():
        yield from _within(node.body)


def _within(body: Block) -> Iterator[object]:
    for statement in body:
        yield statement
        match statement:
            case Choice(options):
                for option in options:
                    yield from _within(option.body)
            case If(branches):
                for branch in branches:
                    yield from _within(branch.body)
            case _:
                pass


def test_a_line_of_several_rows_is_shown_to_its_last_letter() -> None:
    rows = ["The first row,", "the second,", "the third."]
    font = library().small
    whole, typed, cut = canvas(), canvas(), canvas()
    draw_rows(whole, font, rows, (20, 20), (255, 255, 255), (0, 0, 0))
    letters = len("\n".join(rows))
    draw_rows(typed, font, rows, (20, 20), (255, 255, 255), (0, 0, 0), letters)
    draw_rows(cut, font, rows, (20, 20), (255, 255, 255), (0, 0, 0), letters - 1)
    assert pixels(whole) == pixels(typed)
    assert pixels(whole) != pixels(cut)
