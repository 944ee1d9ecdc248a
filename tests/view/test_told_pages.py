"""What was said, the wait, the cut to black: calm pages that read the night and leave it alone."""

import pygame
import pytest

from game.content.strings import ENGLISH, PSEUDO
from game.core.units import TILE_SUB
from game.sim import World, tuning
from game.sim.beings import Pose
from game.sim.events import NoiseMade
from game.sim.tale.night import Beat
from game.view.backlog_view import BacklogView
from game.view.black_view import BlackView
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import Reading
from game.view.wait_view import WaitView
from tests.view.nights_told import canvas, library, pixels, say, start_talk, story_night

LOOKS = [(locale, large) for locale in (ENGLISH, PSEUDO) for large in (False, True)]
AT_ONCE = Reading(letters_per_second=0)


def told() -> World:
    """A night whose talk has come to the name."""
    world = story_night()
    start_talk(world, "Waking")
    assert world.talk is not None
    while not world.talk.done:
        say(world, 0 if world.talk.offered else -1)
    return world


def waiting() -> World:
    world = story_night()
    world.story.beat, world.sakura.pose = Beat.WAIT, Pose.SIT
    world.story.wait_from = world.tick
    world.story.wait_until = world.tick + tuning.WAIT_TICKS
    return world


def at_end(view: BacklogView) -> bool:
    return view.at_end


def company(view: WaitView) -> bool:
    """Whether she has heard somebody."""
    return view.company


def shown(view: BacklogView) -> bytes:
    target = canvas()
    view.draw(target)
    return pixels(target)


def test_what_was_said_opens_at_its_end_and_scrolls_to_its_beginning() -> None:
    world = told()
    view = BacklogView(library())
    view.note(world)
    assert at_end(view)
    end = shown(view)
    view.scroll(-1)
    assert not at_end(view)
    assert shown(view) != end
    for _ in range(500):
        view.scroll(-1)
    begin = shown(view)
    view.scroll(-1)
    assert shown(view) == begin
    view.page(500)
    assert shown(view) == end


def test_nothing_said_yet_is_said_in_words() -> None:
    world = story_night()
    view = BacklogView(library())
    view.note(world)
    empty = shown(view)
    start_talk(world, "Waking")
    view.note(world)
    assert shown(view) != empty


@pytest.mark.parametrize(("locale", "large"), LOOKS)
def test_what_was_said_stays_inside_its_frame(locale: str, large: bool) -> None:
    world = told()
    view = BacklogView(library(locale), StageOptions(large_text=large, high_contrast=True))
    view.note(world)
    view.page(-2)
    before = world.digest()
    target, frame = canvas(), pygame.Rect(24, 12, 432, 246)
    view.draw(target)
    assert world.digest() == before
    dim = target.get_at((2, 2))
    outside = pygame.mask.from_threshold(target, dim, (2, 2, 2, 255)).count()
    assert outside >= 480 * 270 - frame.width * frame.height


def letters_high(target: pygame.Surface, foot: pygame.Rect) -> int:
    """How many rows at the foot of a page have ink of the words beside the keys."""
    words = pygame.mask.from_threshold(target.subsurface(foot), rgb("moon1"), (1, 1, 1, 255))
    rows = [y for y in range(foot.height) if any(words.get_at((x, y)) for x in range(foot.width))]
    assert rows[0] > 0 and rows[-1] < foot.height - 1
    return len(rows)


def test_the_keys_of_what_was_said_and_of_the_wait_are_read_in_the_size_chosen() -> None:
    said, waited, talked, still = [], [], told(), waiting()
    for large in (False, True):
        options, page = StageOptions(large_text=large), canvas()
        backlog = BacklogView(library(), options)
        backlog.note(talked)
        backlog.draw(page)
        said.append(letters_high(page, pygame.Rect(38, 236, 400, 20)))
        WaitView(library(), options).draw(page, still, 1.0)
        waited.append(letters_high(page, pygame.Rect(240, 242, 100, 26)))
    assert said[0] < said[1]
    assert waited[0] < waited[1]


def test_thoughts_come_up_one_after_another_while_she_waits() -> None:
    world = waiting()
    view = WaitView(library(), StageOptions(flicker=False), AT_ONCE)
    seen: list[bytes] = []
    for _ in range(tuning.WAIT_TICKS + 60):
        world.tick += 1
        view.note(world, [])
        if world.tick % 60 == 0:
            target = canvas()
            view.draw(target, world, 1.0)
            if not seen or pixels(target) != seen[-1]:
                seen.append(pixels(target))
    assert len(seen) == 7  # the night alone, then six thoughts


def test_steps_near_her_are_told_while_she_waits_but_not_her_own() -> None:
    world = waiting()
    her = world.sakura
    view = WaitView(library(), StageOptions(flicker=False), AT_ONCE)
    near = her.x + 4 * TILE_SUB
    view.note(world, [NoiseMade("step", "sakura", her.x, her.y, 4)])
    assert not company(view)
    view.note(world, [NoiseMade("step", "rogue_1", near, her.y, 4)])
    assert company(view)
    for _ in range(300):
        view.note(world, [])
    assert not company(view)


def test_the_wait_is_shown_while_she_sits_by_him_and_changes_nothing() -> None:
    world = waiting()
    view = WaitView(library())
    assert view.active(world)
    before = world.digest()
    view.note(world, [])
    view.draw(canvas(), world, 0.5)
    assert world.digest() == before
    world.sakura.pose = Pose.MOVE
    assert not view.active(world)


def test_after_the_name_the_words_stand_alone_and_then_there_is_nothing() -> None:
    world = told()
    world.story.beat, world.story.named_tick = Beat.NAMED, world.tick
    view, before = BlackView(library()), world.digest()
    dark = 0
    assert view.active(world)
    for passed in (0, tuning.NAME_BLACK_TICKS // 2, tuning.NAME_BLACK_TICKS):
        world.tick += passed - (world.tick - world.story.named_tick)
        target = canvas()
        view.draw(target, world, 0.5)
        ink = pygame.mask.from_threshold(target, rgb("ink"), (1, 1, 1, 255)).count()
        assert (ink == 480 * 270) is (passed > 0)
        dark += ink == 480 * 270
        assert view.active(world)
    assert dark == 2
    world.tick += 1
    assert not view.active(world)
    world.tick = world.story.named_tick
    assert world.digest() == before
