"""The last screen tells the night truly: ending, sums, badges, and nothing is cut off."""

import pytest

from game.content.strings import ENGLISH, PSEUDO
from game.sim import World
from game.sim.events import Cause, Spotted
from game.sim.table.body import NOTICEABLE
from game.sim.tale import evidence
from game.sim.tale.night import Beat, Ending, Evidence
from game.view.badges import badges, seen
from game.view.options import StageOptions
from game.view.reading import Reading
from game.view.results_list import AREA, Kit, ListPage
from game.view.results_pages import evidence_pages, telling
from game.view.results_view import Hit, ResultsView
from game.view.trails import Trails
from tests.sim.nights import night
from tests.view.nights_told import canvas, library, pixels, start_talk, story_night

LOOKS = [(locale, large) for locale in (ENGLISH, PSEUDO) for large in (False, True)]
CAUSE = Cause("rogue_1", "sight", "sakura", 4, "", 500, "walk", "sand", "still")


def over(ending: Ending = Ending.QUIET_GATE) -> World:
    """A night at its end, with something of everything behind it."""
    world = story_night()
    story = world.story
    start_talk(world, "Waking")
    story.beat, story.ending, story.after = Beat.OVER, ending, "walk_away"
    story.body_tick = story.named_tick = story.signed_out_tick = 0
    story.markers.append(1)
    world.tick = 40_000
    for what, weight in (("prints", 30), ("body_found", 10), ("body_found", 10)):
        world.evidence.append(
            Evidence(what, 4096, 4096, 10, what + str(len(world.evidence)), weight)
        )
    return world


def won(world: World, history: Trails | None = None) -> list[str]:
    return [badge.name for badge in badges(world, history or Trails()) if badge.won]


def filling(view: ResultsView) -> bool:
    return view.typing


@pytest.mark.parametrize("ending", list(Ending))
def test_every_ending_has_a_title_and_a_telling(ending: Ending) -> None:
    world = over(ending)
    told = telling(Kit(library(), StageOptions()), world)
    assert told
    assert not any("[" in text or "{" in text for text in told)


@pytest.mark.parametrize(("locale", "large"), LOOKS)
@pytest.mark.parametrize("ending", [Ending.THE_KUNAI, Ending.TREASON])
def test_nothing_on_any_page_leaves_its_place(locale: str, large: bool, ending: Ending) -> None:
    view = ResultsView(library(locale), over(ending), None, StageOptions(large_text=large))
    lists = 0
    for page in view.pages:
        if not isinstance(page, ListPage):
            continue
        lists += 1
        font, columns = page.kit.font, len(page.columns)
        room = (AREA.width - 16 * (columns - 1)) // columns
        assert font.width(page.title) + font.width(page.note) + 8 <= AREA.width
        for column in page.columns:
            assert sum(laid.height for laid in column) - 4 <= AREA.height
            for laid in column:
                figure = laid.entry.value or str(laid.entry.count or "")
                assert all(font.width(row) <= room for row in laid.rows)
                sign = 18 if laid.entry.icon else 0
                assert sign + font.width(laid.rows[0]) + 4 + font.width(figure) <= room
    assert lists >= 4


def test_pages_turn_and_stop_at_both_ends() -> None:
    view = ResultsView(library(), over(), None, StageOptions(flicker=False))
    view.turn(-1)
    assert view.page == 0
    pictures = set()
    for _ in range(view.page_count):
        view.complete()
        target = canvas()
        view.draw(target)
        pictures.add(pixels(target))
        view.turn(1)
    assert len(pictures) == view.page_count
    assert view.page == view.page_count - 1


def test_a_page_fills_bit_by_bit_and_a_press_completes_it() -> None:
    view = ResultsView(library(), over(), None, StageOptions(flicker=False), Reading(20))
    first, whole = canvas(), canvas()
    view.draw(first)
    assert filling(view)
    view.complete()
    assert not filling(view)
    view.draw(whole)
    assert pixels(first) != pixels(whole)


def test_the_results_change_nothing_in_the_night() -> None:
    world = over()
    before = world.digest()
    view = ResultsView(library(), world, Trails(hers=[(0, 1, 2), (60, 2, 2)]))
    for _ in range(view.page_count):
        for _ in range(30):
            view.tick()
        view.draw(canvas())
        view.turn(1)
    assert world.digest() == before


def test_the_mouse_can_turn_pages_start_again_and_leave() -> None:
    view = ResultsView(library(), over())
    view.draw(canvas())
    assert {view.at((x, 258)) for x in range(480)} == {None, *Hit}
    assert view.at((240, 120)) is None


def test_the_weights_listed_add_up_to_what_the_gate_weighs() -> None:
    world = over()
    pages = evidence_pages(Kit(library(), StageOptions()), world)
    listed = [laid.entry for page in pages for column in page.columns for laid in column]
    assert sum(entry.count or 0 for entry in listed) == evidence.total(world)
    assert listed[-1].text == library().strings.text("evidence_arrest")


def test_a_night_that_left_nothing_says_so() -> None:
    world = over()
    world.evidence.clear()
    pages = evidence_pages(Kit(library(), StageOptions()), world)
    assert pages[0].columns[0][0].entry.text == library().strings.text("evidence_none")


def test_badges_stand_for_themselves() -> None:
    world = over()
    assert "unseen" in won(world)
    assert "no_kill" in won(world)
    assert "no_prints" not in won(world)
    world.ledger += 1
    assert "no_kill" not in won(world)
    assert "unseen" in won(world)
    assert world.patient is not None
    world.patient.examined = list(NOTICEABLE)
    assert "noticed" in won(world)
    world.patient.examined.pop()
    assert "noticed" not in won(world)


def test_whoever_was_certain_of_her_costs_the_badge_of_the_unseen() -> None:
    world, history = over(), Trails()
    history.note(world, [Spotted("rogue_1", 4, CAUSE)])
    assert seen(world, history) == 1
    assert "unseen" not in won(world, history)
    world.noticed(CAUSE)
    assert "unseen" not in won(world)


def test_a_map_without_the_tale_has_a_short_results_screen() -> None:
    world = night("@.........\n..........")
    world.story.ending = "goals_met"
    view = ResultsView(library(), world)
    for _ in range(view.page_count):
        view.complete()
        view.draw(canvas())
        view.turn(1)
    assert 3 <= view.page_count <= 5
    assert "promise" not in [badge.name for badge in badges(world, Trails())]
