"""A talk goes on by presses and choices, remembers, and can be put aside and resumed."""

from dataclasses import asdict

import pytest

from game.content.yarn import parse_script
from game.sim.tale.talk import (
    ChoicesOffered,
    ChoiceTaken,
    LineSpoken,
    Said,
    Silence,
    Talk,
    TalkEnded,
    TalkError,
    advance,
    begin,
    tell,
)
from game.sim.tale.talk_script import Script

WELL = """
title: Well
tags: start end
---
<<declare $trust = 30>>
<<declare $sips = 0>>
Sakura: Thirsty? #line:well_01 #mood:dry
-> Drink. #line:well_02
    <<set $sips to $sips + 1>>
    <<set $trust to $trust + 50>>
    <<event water bottle>>
    Stranger: Thank you. #line:well_03 #mood:honest
    -> More. <<if $sips < 3>> #line:well_04
        <<jump Again>>
    -> Enough. #line:well_05
-> Refuse. #line:well_06
    Stranger: No. #line:well_07
-> Ask about the cut. <<if noticed("slashes")>> #line:well_08
    Stranger: Which? #line:well_09
<<wait 2>>
The wind drops. #line:well_10
===

title: Again
tags: start
---
<<if visited("Well") and $sips >= 1>>
    Sakura: Again, then. #line:again_01
<<elseif fact("ledger") > 372>>
    Sakura: Count me in. #line:again_02
<<else>>
    Sakura: Who are you? #line:again_03
<<endif>>
<<jump Well>>
===

title: Ending
tags: start end telling
---
<<if $trust >= 80>>
    They parted as friends. #line:ending_01
<<endif>>
They parted. #line:ending_02
===
"""


@pytest.fixture(scope="module")
def script() -> Script:
    return parse_script({"well.yarn": WELL})


def play(talk: Talk, script: Script, *choices: int, **facts: int) -> list[str]:
    """Ids of lines and options from here to the end, taking `choices` in turn."""
    said: list[str] = []
    left = list(choices)
    while not talk.done:
        events = advance(talk, script, facts, left.pop(0) if talk.offered else -1)
        said += [event.id for event in events if isinstance(event, LineSpoken | ChoiceTaken)]
    return said


def test_a_line_comes_with_the_options_that_follow_it(script: Script) -> None:
    talk = begin(script, "Well")
    assert advance(talk, script, {}, tick=90) == [
        LineSpoken("well_01", "Sakura", "dry"),
        ChoicesOffered(("well_02", "well_06")),
    ]
    assert (talk.line, talk.line_tick) == ("well_01", 90)


def test_something_noticed_offers_an_option_that_would_not_be_there(script: Script) -> None:
    talk = begin(script, "Well")
    events = advance(talk, script, {"noticed_slashes": 1})
    assert events[-1] == ChoicesOffered(("well_02", "well_06", "well_08"))
    assert advance(talk, script, {}, 2)[:2] == [
        ChoiceTaken("well_08"),
        LineSpoken("well_09", "Stranger", "neutral"),
    ]


def test_the_number_of_a_choice_counts_only_what_is_on_offer(script: Script) -> None:
    talk = begin(script, "Well")
    said = play(talk, script, 0, 0, 0, 0, 0, 0)
    assert said.count("well_04") == 2, "the third time round, the first option is another one"
    assert said[-2:] == ["well_05", "well_10"]


@pytest.mark.parametrize("choice", [-1, 2, 99])
def test_a_press_without_a_valid_choice_changes_nothing(script: Script, choice: int) -> None:
    talk = begin(script, "Well")
    advance(talk, script, {})
    before = asdict(talk)
    assert advance(talk, script, {}, choice) == []
    assert asdict(talk) == before


def test_the_world_hears_what_the_talk_asks_of_it(script: Script) -> None:
    talk = begin(script, "Well")
    advance(talk, script, {})
    assert Said("water", "bottle") in advance(talk, script, {}, 0)


def test_a_talk_is_silent_then_speaks_then_ends_once(script: Script) -> None:
    talk = begin(script, "Well")
    advance(talk, script, {})
    advance(talk, script, {}, 1)
    assert advance(talk, script, {}) == [Silence(2), LineSpoken("well_10", "", "neutral")]
    assert advance(talk, script, {}) == [TalkEnded("Well")]
    assert talk.done
    assert advance(talk, script, {}) == []


def test_trust_stays_between_nothing_and_a_hundred(script: Script) -> None:
    talk = begin(script, "Well")
    play(talk, script, 0, 0, 0, 0, 0, 0)
    assert talk.variables == {"sips": 3, "trust": 100}


def test_the_first_condition_that_holds_decides(script: Script) -> None:
    again = begin(script, "Again")
    assert advance(again, script, {"ledger": 373})[0] == LineSpoken("again_02", "Sakura", "neutral")
    again = begin(script, "Again")
    assert advance(again, script, {"ledger": 372})[0] == LineSpoken("again_03", "Sakura", "neutral")


def test_a_later_talk_remembers_the_earlier_one(script: Script) -> None:
    first = begin(script, "Well")
    play(first, script, 0, 1)
    later = begin(script, "Again", first)
    assert advance(later, script, {})[0] == LineSpoken("again_01", "Sakura", "neutral")
    assert later.backlog == ["well_01", "well_02", "well_03", "well_05", "well_10", "again_01"]
    assert later.taken == ["well_02", "well_05"]
    assert first.backlog[-1] == "well_10", "the earlier talk is not touched"


def test_each_line_is_counted_so_that_the_night_can_charge_for_it(script: Script) -> None:
    talk = begin(script, "Well")
    play(talk, script, 1)
    assert talk.lines_spoken == 3


def test_a_talk_put_aside_at_any_press_goes_on_the_same(script: Script) -> None:
    choices = [0, 0, 0, 1]
    whole = play(begin(script, "Well"), script, *choices)
    talk = begin(script, "Well")
    said: list[str] = []
    left = list(choices)
    while not talk.done:
        talk = Talk(**asdict(talk))
        events = advance(talk, script, {}, left.pop(0) if talk.offered else -1)
        said += [event.id for event in events if isinstance(event, LineSpoken | ChoiceTaken)]
    assert said == whole


def test_an_ending_is_told_by_how_the_talk_went(script: Script) -> None:
    assert tell(script, "Ending", {}) == ["ending_02"]
    friends = begin(script, "Well")
    play(friends, script, 0, 1)
    before = asdict(friends)
    assert tell(script, "Ending", {}, friends) == ["ending_01", "ending_02"]
    assert asdict(friends) == before


def test_a_telling_that_asks_for_a_choice_is_refused(script: Script) -> None:
    with pytest.raises(TalkError, match="must not"):
        tell(script, "Well", {})


def test_a_talk_that_is_not_there_cannot_begin(script: Script) -> None:
    with pytest.raises(TalkError, match="Nowhere"):
        begin(script, "Nowhere")


def test_a_state_from_another_script_is_refused_in_one_line(script: Script) -> None:
    talk = begin(script, "Well")
    talk.path = [0, 3, 1]
    with pytest.raises(TalkError, match="does not fit the script"):
        advance(talk, script, {})


def test_jumps_that_chase_each_other_are_stopped() -> None:
    circle = "title: A\ntags: start\n---\n<<jump A>>\n===\n"
    script = parse_script({"circle.yarn": circle})
    with pytest.raises(TalkError, match="circle"):
        advance(begin(script, "A"), script, {})
