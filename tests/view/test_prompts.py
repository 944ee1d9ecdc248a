"""What the keys would do is offered where it helps, by the player's own keys, and fits."""

import numpy as np
import pytest

from game.content.strings import ENGLISH, PSEUDO
from game.core.units import SUB
from game.sim import Command
from game.sim.beings import Alert
from game.sim.command import Button
from game.sim.land.tracks import prints_on
from game.sim.level import Kind, Spot
from game.view.library import Library
from game.view.options import KEYBOARD, StageOptions
from game.view.prompts import Prompt, draw_challenge, draw_prompts, draw_target, prompts_of
from tests.sim.nights import EAST, WALK_EAST, Person, night, put, who
from tests.view.stages import Watched, blank, drawn, library, pixels, plain, sands


def test_beside_a_thicket_the_key_says_hide() -> None:
    watched = plain()
    put(watched.world.sakura, 4, 3)
    offers = prompts_of(watched.world, library().strings, StageOptions())
    assert [(offer.key, offer.text) for offer in offers] == [("E", "Hide")]


def test_the_prompt_names_the_players_own_key() -> None:
    watched = plain()
    put(watched.world.sakura, 4, 3)
    options = StageOptions(keys={**KEYBOARD, "act": "pad/a"})
    assert prompts_of(watched.world, library().strings, options)[0].key == "pad/a"


def test_behind_a_back_the_blow_is_offered() -> None:
    watched = plain()
    put(watched.world.sakura, 9, 1)
    offers = prompts_of(watched.world, library().strings, StageOptions())
    assert (offers[0].key, offers[0].text) == ("F", "Knock out")


def test_a_hold_shows_how_far_it_has_come() -> None:
    watched = Watched(night("....................\n....@...............\n...................."))
    watched.live(60, WALK_EAST)
    put(watched.world.sakura, 6, 1)
    watched.live(60)
    sweep = Command(buttons=Button.ACT)
    shares = []
    for _ in range(3):
        watched.live(40, sweep)
        offers = prompts_of(watched.world, library().strings, StageOptions())
        shares.append(max(offer.held for offer in offers))
    assert 0 < shares[0] < shares[1] < shares[2] < 1000


def offered(watched: Watched) -> list[str]:
    return [offer.text for offer in prompts_of(watched.world, library().strings, StageOptions())]


def offered_standing(watched: Watched, ticks: int = 150) -> list[list[str]]:
    """What is offered one after the other while she stands, repetitions left out."""
    told: list[list[str]] = []
    for _ in range(ticks):
        watched.live()
        if told[-1:] != [offered(watched)]:
            told.append(offered(watched))
    return told


def walk_and_come_back(watched: Watched, x: int = 4, y: int = 1) -> None:
    """She walks east for a second and stands among the prints of it."""
    put(watched.world.sakura, x, y)
    watched.live(60, WALK_EAST)
    put(watched.world.sakura, x + 2, y)
    assert prints_on(watched.world, x + 2, y)


def test_sweeping_is_offered_once_she_stands_on_her_prints_and_stays_while_she_does() -> None:
    watched = sands()
    put(watched.world.sakura, 25, 1)
    for _ in range(60):
        watched.live(1, WALK_EAST)
        assert not offered(watched)
    walk_and_come_back(watched, 25)
    assert offered_standing(watched) == [[], ["Sweep prints"]]


def test_reading_is_offered_where_somebody_else_has_walked_and_not_on_her_own_prints() -> None:
    watched = sands()
    walk_and_come_back(watched, 25)
    assert ["Read the prints"] not in offered_standing(watched)
    watched.world.tracks.maker[:] = 7
    assert offered_standing(watched) == [["Read the prints"]]


def test_nobody_is_told_to_sweep_where_prints_go_by_themselves() -> None:
    watched = sands(",")
    walk_and_come_back(watched, 25)
    assert offered_standing(watched) == [[]]


def test_nobody_is_told_to_sweep_inside_the_village() -> None:
    watched = sands()
    walk_and_come_back(watched, 4)
    assert offered_standing(watched) == [[]]


def test_a_sweep_that_was_begun_anywhere_shows_how_far_it_has_come() -> None:
    watched = sands()
    walk_and_come_back(watched, 4)
    watched.live(20, Command(buttons=Button.ACT))
    assert offered(watched) == ["Sweep prints"]


def test_what_the_key_is_about_has_a_wedge_over_it() -> None:
    watched = plain()
    place = watched.world.level.places_of(Spot.HIDING)[0]
    put(watched.world.sakura, 5, 3)
    view, sizes = watched.stage.view(watched.world, 1.0), []
    for prompts in ([], prompts_of(watched.world, library().strings, StageOptions())):
        canvas = blank()
        draw_target(canvas, watched.world, view, prompts)
        x, y = view.on_canvas(place.x // SUB, place.y // SUB - 34)
        sizes.append(drawn(canvas.subsurface((x - 8, y - 6, 16, 16))))
    assert sizes[0] == 0 < sizes[1]


def test_an_offered_thought_says_its_key_even_while_she_walks() -> None:
    watched = plain()
    watched.live(40, WALK_EAST)
    watched.world.story.thought = "thought_01"
    offers = prompts_of(watched.world, library().strings, StageOptions())
    assert [offer.text for offer in offers] == ["Listen to the thought"]


@pytest.mark.parametrize("locale", [ENGLISH, PSEUDO])
def test_answers_to_a_challenge_fit_their_rows_in_either_size(locale: str) -> None:
    watched, words = plain(), Library.load(locale)
    who(watched.world, "patrol_p").asking_ticks = 200
    inked = []
    for large in (False, True):
        canvas = blank()
        draw_challenge(canvas, words, watched.world, 0, StageOptions(large_text=large))
        columns = np.flatnonzero(pixels(canvas).any(axis=(1, 2)))
        assert columns[0] + columns[-1] == 479
        inked.append(drawn(canvas))
    assert inked[0] < inked[1]


@pytest.mark.parametrize("locale", [ENGLISH, PSEUDO])
def test_three_long_offers_and_their_bar_are_seen_whole_in_large_letters(locale: str) -> None:
    words, canvas = Library.load(locale), blank()
    texts = [words.strings.text(f"prompt_{name}") for name in ("knock_out", "douse", "listen")]
    offers = [Prompt("hold E", text, held=500) for text in texts]
    draw_prompts(canvas, words, offers, StageOptions(large_text=True))
    assert drawn(canvas.subsurface((0, 265, 480, 4)))
    inside = canvas.subsurface((1, 200, 478, 69))
    assert drawn(canvas) == drawn(inside)


def test_while_somebody_is_after_her_nothing_is_said_of_prints() -> None:
    far_off = Person(Kind.ROGUE, facing=EAST)
    watched = Watched(night(f"{'.' * 40}\n.@{'.' * 37}R\n{'.' * 40}", R=far_off))
    walk_and_come_back(watched)
    watched.live(60)
    assert offered(watched) == ["Sweep prints"]
    who(watched.world, "rogue_r").alert = Alert.CHASE
    assert offered(watched) == []


@pytest.mark.parametrize(
    ("pad", "said"),
    [
        ({}, [("1 2", "Choose"), ("E", "Say it")]),
        (
            {"item_back": "pad/left", "item_next": "pad/right", "act": "pad/a"},
            [("pad/left", ""), ("pad/right", "Choose"), ("pad/a", "Say it")],
        ),
    ],
    ids=["keys", "pad"],
)
def test_who_is_asked_is_told_the_keys_to_answer_with_and_no_others(
    pad: dict[str, str], said: list[tuple[str, str]]
) -> None:
    watched = plain()
    put(watched.world.sakura, 9, 1)
    who(watched.world, "patrol_p").asking_ticks = 200
    options = StageOptions(keys={**KEYBOARD, **pad})
    found = prompts_of(watched.world, library().strings, options)
    assert [(each.key, each.text) for each in found] == said
