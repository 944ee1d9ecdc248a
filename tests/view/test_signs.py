"""What the screen says in signs and words: captions, hints, barks, prints, props."""

from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.content import load_level
from game.content.paths import maps_folder
from game.content.strings import Strings
from game.core.units import SUB, TILE_SUB
from game.sim import Command, World, events, tuning
from game.sim.beings import Alert, Pose
from game.sim.command import Button
from game.sim.land.desert import Storm
from game.sim.land.light import shadow_length
from game.sim.level import Kind, Spot
from game.sim.tale.night import Beat
from game.sim.tale.talk import Talk
from game.view.air import Band, bands_of
from game.view.duties import duties, goal_heading
from game.view.hints import HINT_AFTER_TICKS, HINT_KEYS, hint_for
from game.view.hud import Hud
from game.view.notices import Notices
from game.view.options import KEYBOARD, Cones, StageOptions
from game.view.prompts import prompts_of
from game.view.sheets import LEVELS, SIDE, fog, sheet
from game.view.voices import BARK_TICKS, Bark
from tests.sim.nights import EAST, WALK_EAST, WEST, Person, alarm, gust, night, who
from tests.view.stages import Watched, blank, drawn, library, pixels, plain, sands


def test_a_sound_is_written_down_with_its_direction() -> None:
    watched = plain()
    her = watched.world.sakura
    watched.tell([events.NoiseMade("shout", "rogue_r", her.x - 5 * TILE_SUB, her.y, 10)])
    caption = watched.stage.notices.captions[-1]
    assert (caption.text, caption.heading) == ("[a shout]", WEST)


def test_her_own_sounds_and_far_ones_are_not_written_down() -> None:
    watched = plain()
    her = watched.world.sakura
    watched.tell([
        events.NoiseMade("step", "sakura", her.x, her.y, 4),
        events.NoiseMade("shout", "rogue_r", her.x + 90 * TILE_SUB, her.y, 10),
    ])
    assert not watched.stage.notices.captions


def test_captions_can_be_switched_off() -> None:
    sizes = []
    for captions in (True, False):
        watched = sands()
        watched.stage.notices.options = StageOptions(captions=captions)
        watched.tell([events.StormBegan()])
        watched.stage.notices.news.clear()
        canvas = blank()
        watched.stage.notices.draw(canvas, watched.world)
        sizes.append(drawn(canvas))
    assert sizes[0] > 0 == sizes[1]


def test_a_hint_comes_only_after_twenty_seconds_without_progress() -> None:
    watched = Watched(night("....................\n....@...............\n...................."))
    watched.live(20 * 60)
    assert not watched.stage.notices._hint[0]
    watched.live(5)
    assert "WASD" in watched.stage.notices._hint[0]


def test_a_hint_goes_as_soon_as_something_comes_of_what_she_does() -> None:
    watched = Watched(night("....................\n....@...............\n...................."))
    watched.live(20 * 60 + 5)
    watched.tell([events.MarkerSigned("east_stone", 1)])
    assert not watched.stage.notices._hint[0]


def test_nobody_is_told_the_same_thing_all_night() -> None:
    watched = Watched(night("....................\n....@...............\n...................."))
    seen = 0
    for _ in range(4):
        watched.live(20 * 60 + 5)
        hint, begun = watched.stage.notices._hint
        seen += bool(hint) and watched.world.tick - begun < 20
    assert seen == 2


def test_who_has_felt_the_call_is_told_to_sense_elsewhere_and_not_how_to_sense() -> None:
    world = night("....................\n....@...............", story=True)
    world.sakura.walked_sub, world.story.beat = 1, Beat.PULSE
    assert hint_for(world) == "hint_sense"
    world.story.felt_tick = 5
    assert hint_for(world) == "hint_sense_again"


def test_after_the_fourth_marker_the_call_in_the_west_is_what_there_is_to_do() -> None:
    world = night("....................\n....@...............", story=True)
    strings = library().strings
    world.story.beat = Beat.PULSE
    for felt_tick, text_id in ((-1, "objective_pulse"), (5, "objective_west")):
        world.story.felt_tick = felt_tick
        call, rest = duties(world, strings)
        assert call.text == strings.text(text_id) and call.current
        assert not rest.current
        assert goal_heading(world) == -1


def test_what_is_said_in_passing_waits_until_a_talk_is_over() -> None:
    watched = plain()
    world, voices = watched.world, watched.stage.marks.voices
    world.talk = Talk("somewhere")
    watched.tell([events.SignedOut()])
    for _ in range(BARK_TICKS * 2):
        world.tick += 1
        voices.note(world, [])
    assert voices.barks
    world.talk.done = True
    for _ in range(BARK_TICKS + 2):
        voices.note(world, [])
        world.tick += 1
    assert not voices.barks


def test_near_a_snake_the_hint_is_about_snakes() -> None:
    world = night("....................\n....@....S..........", S=Person(Kind.SNAKE))
    world.sakura.walked_sub = 1
    assert hint_for(world) == "hint_snake"


def test_each_hint_comes_where_it_helps() -> None:
    world = night("....................\n....@....R..........", story=True, R=Person(Kind.ROGUE))
    assert hint_for(world) == "hint_move"
    world.sakura.walked_sub = 1
    who(world, "rogue_r").pose = Pose.DOWN
    assert hint_for(world) == "hint_drag"
    who(world, "rogue_r").pose = Pose.GONE
    helps = {Beat.LANE: "hint_act", Beat.WAIT: "hint_wait", Beat.HOME: "hint_home"}
    for world.story.beat, text_id in helps.items():
        assert hint_for(world) == text_id
    world.story.thought = "thought_01"
    assert hint_for(world) == "hint_thought"


def test_in_the_tale_a_marker_that_is_signed_gives_its_note_to_read() -> None:
    watched = plain()
    words = watched.stage.library.strings.text("note_2")
    for story in (False, True):
        conditions = replace(watched.world.level.conditions, story=story)
        watched.world.level = replace(watched.world.level, conditions=conditions)
        watched.tell([events.MarkerSigned("two", 2)])
        assert (words in [text for text, _ in watched.stage.notices.news]) is story


def test_every_hint_has_words_and_its_key() -> None:
    watched = plain()
    for text_id in (*HINT_KEYS, "hint_snake"):
        words = watched.stage.notices._hint_words(text_id)
        assert words and "{" not in words and "[" not in words


def test_a_mark_and_a_meter_stand_over_who_wonders() -> None:
    watched = plain()
    view = watched.stage.view(watched.world, 1.0)
    sizes = []
    for alert, meter in ((Alert.CALM, 0), (Alert.CURIOUS, 400)):
        rogue = who(watched.world, "rogue_r")
        rogue.alert, rogue.meter = alert, meter
        canvas = blank()
        watched.stage.marks.draw(canvas, watched.world, view)
        sizes.append(drawn(canvas))
    assert sizes[0] == 0 < sizes[1]


def test_noise_is_a_ring_as_wide_as_it_carries() -> None:
    watched = plain()
    her = watched.world.sakura
    watched.tell([events.NoiseMade("pebble", "sakura", her.x, her.y, 3)])
    watched.world.tick += 30
    canvas, view = blank(), watched.stage.view(watched.world, 1.0)
    watched.stage.marks.draw_rings(canvas, view)
    xs = np.flatnonzero(pixels(canvas).any(axis=(1, 2)))
    assert 84 <= xs.max() - xs.min() <= 98


def test_prints_lie_where_she_walked_until_they_are_swept() -> None:
    watched = plain()
    watched.live(60, WALK_EAST)
    view = watched.stage.view(watched.world, 1.0)
    before, after = blank(), blank()
    for canvas in (before, after):
        canvas.fill((100, 100, 100))
    watched.stage.traces.draw(before, watched.world, view)
    assert (pixels(before) != 100).any()
    watched.world.tracks.keeps[:] = 0
    watched.world.tick += 60
    watched.stage.traces.draw(after, watched.world, view)
    assert not (pixels(after) != 100).any()


def test_things_show_what_became_of_them() -> None:
    world = night("..........\n..!..@..&.\n..........")
    watched = Watched(world)
    marker, boulder = (world.level.places_of(kind)[0] for kind in (Spot.MARKER, Spot.BOULDER))
    view = watched.stage.view(world, 1.0)

    def names() -> list[str]:
        found = (watched.stage.props.in_place(world, p.id, view) for p in (marker, boulder))
        return [each[0].rpartition("/")[2] for each in found if each is not None]

    assert names() == ["unsigned", "whole"]
    world.story.markers.append(1)
    world.broken.append(boulder.id)
    assert names() == ["signed", "cracked"]
    world.tick += 10
    assert names() == ["signed", "broken"]


def test_a_thicket_moves_while_she_is_in_it() -> None:
    watched = plain()
    place = watched.world.level.places_of(Spot.HIDING)[0]
    prop = watched.stage.props.in_place(
        watched.world, place.id, watched.stage.view(watched.world, 1.0)
    )
    assert prop is not None
    watched.world.sakura.inside = place.id
    leans = {watched.stage.props._lean(prop[2], watched.world, tick, 0) for tick in range(60)}
    assert {-1, 0, 1} <= leans


def test_shadows_follow_the_moon() -> None:
    shapes, sprite = plain().stage.people.shapes, library().people.frame("sakura/idle/down/0")
    widths = []
    for minutes in (20 * 60, 25 * 60, 29 * 60):
        shadow = shapes.shadow("sakura/idle/down/0", sprite, shadow_length(minutes))
        widths.append(shadow.surface.get_width())
    assert widths[0] > widths[1] > widths[2]


def test_a_gust_is_in_the_picture_from_the_front_to_its_end() -> None:
    watched = plain()
    assert bands_of(watched.world, watched.stage.view(watched.world, 1.0)) == []
    gust(watched.world)
    band, = bands_of(watched.world, watched.stage.view(watched.world, 1.0))
    her = watched.world.sakura
    x, y = np.array([her.x / SUB]), np.array([her.y / SUB])
    assert band.holds(x, y).all()
    assert not Band(band.heading, band.tail - 500, band.tail - 600, False).holds(x, y).any()


def test_a_storm_closes_the_view_in() -> None:
    clear, blind = plain(), plain()
    her = blind.world.sakura
    blind.world.weather.storms.append(Storm(0, EAST, her.x + 20 * TILE_SUB, 1))
    for watched in (clear, blind):
        watched.live(120)
    assert blind.stage.air.storm > 0.9 > 0.1 > clear.stage.air.storm


@pytest.mark.parametrize("layer", [0, 1, 2])
def test_sheets_of_sand_repeat_without_a_seam(layer: int) -> None:
    alpha = pixels(sheet(3, layer, LEVELS)).astype(int).sum(axis=2)
    inner = abs(alpha[1:] - alpha[:-1]).mean()
    seam = abs(alpha[0] - alpha[SIDE - 1]).mean()
    assert seam < inner * 1.8 + 2


def test_fog_leaves_a_clear_place_round_her() -> None:
    veil = fog(LEVELS)
    middle = veil.get_width() // 2, veil.get_height() // 2
    assert veil.get_at(middle).a == 0 < veil.get_at((2, 2)).a


def test_growing_a_pulse_shows_its_cost_and_its_reach() -> None:
    watched = plain()
    calm = pixels(watched.picture()).astype(int)
    watched.live(70, Command(buttons=Button.SENSE))
    growing = pixels(watched.picture()).astype(int)
    more = growing - calm
    cyan = (more[:, :, 1] > 40) & (more[:, :, 2] > 10) & (more[:, :, 0] < more[:, :, 1] - 40)
    assert cyan.sum() > 400


def test_no_word_on_the_stage_is_missing() -> None:
    strings = Strings.load()
    watched = plain()
    watched.stage.library.strings.missing.clear()
    watched.live(30, WALK_EAST)
    watched.tell([events.StormBegan(), events.DawnNear(), events.Refused("punch", "no_chakra")])
    watched.stage.notices.why = True
    watched.picture()
    assert watched.stage.library.strings.missing == []
    assert strings.has("hud_title")


def test_looking_on_shows_where_somebody_goes_next() -> None:
    watched, sizes = plain(), []
    who(watched.world, "rogue_r").way = [(18 * TILE_SUB, 3 * TILE_SUB)]
    view = watched.stage.view(watched.world, 1.0)
    for held in (Button(0), Button.LOOK):
        watched.world.sakura.buttons = held
        canvas = blank()
        watched.stage.marks.draw_legs(canvas, watched.world, view)
        sizes.append(drawn(canvas))
    assert sizes[0] == 0 < sizes[1]


def test_changed_options_hold_from_the_next_frame_on() -> None:
    watched = plain()
    watched.stage.options = StageOptions(cones=Cones.SENSED, grain=False, high_contrast=True)
    assert watched.stage.cones.mode is Cones.SENSED
    assert not watched.stage.air.grains and not watched.stage.lighting.rim
    assert watched.stage.notices.options.high_contrast


def test_after_loading_nothing_of_the_other_night_is_left_on_screen() -> None:
    watched = plain()
    her = watched.world.sakura
    watched.tell([events.NoiseMade("shout", "rogue_r", her.x + TILE_SUB, her.y, 10)])
    watched.tell([events.StormBegan()])
    watched.stage.forget()
    stage = watched.stage
    assert not (stage.notices.captions or stage.notices.news or stage.marks.rings)
    assert watched.stage.her_on_canvas(watched.world) is not None


def test_the_words_of_an_offered_thought_go_before_its_key_does() -> None:
    watched = plain()
    story, notices = watched.world.story, watched.stage.notices
    story.thought, story.thought_ticks = "thought_01", tuning.THOUGHT_OFFER_TICKS
    assert notices.areas(watched.world)
    story.thought_ticks //= 2
    assert not notices.areas(watched.world)
    offers = prompts_of(watched.world, library().strings, StageOptions())
    assert "Listen to the thought" in [offer.text for offer in offers]
    story.listening = True
    assert notices.areas(watched.world)


def test_the_lessons_of_the_training_grounds_name_the_players_own_keys() -> None:
    keys = {name: f"<{name}>" for name in KEYBOARD}
    taught: dict[str, set[str]] = {}
    for path in sorted((maps_folder() / "training").glob("*.tmx")):
        level = load_level(path)
        notices = Notices(library(), StageOptions(keys=keys))
        world = World.new(level, seed=1)
        for place in level.places_of(Spot.NOTE):
            notices.note(world, [events.Arrived(place.name)])
            said = notices.news[-1][0] if notices.news else ""
            assert "{" not in said
            found = {name for name in keys if f"<{name}>" in said}
            taught[path.stem] = taught.get(path.stem, set()) | found
    assert taught["lure"] >= {"feign", "strike"}
    assert taught["sensing"] >= {"sense"}
    assert taught["lamps"] >= {"throw"}
    assert taught["gaits"] >= {"sneak", "run", "look"}
    assert taught["prints"] >= {"light", "act"}


@pytest.mark.parametrize("large", [False, True])
def test_two_long_news_leave_her_free(large: bool) -> None:
    watched = Watched(night("....@......."), StageOptions(large_text=large))
    notices, words = watched.stage.notices, blank()
    for name in ("first", "second"):
        notices.say(watched.world, f"This is the {name} of two that take a while to be read out.")
    notices.draw(words, watched.world)
    assert drawn(words)
    assert not drawn(words.subsurface((0, 126, 480, 100)))


def test_why_she_was_seen_is_read_where_the_news_stood() -> None:
    watched = Watched(night("....@......."))
    notices, told, both = watched.stage.notices, blank(), blank()
    notices.why = True
    notices.draw(told, watched.world)
    notices.say(watched.world, "Something else. " * 9)
    notices.draw(both, watched.world)
    assert (pixels(told) == pixels(both)).all()


def test_why_she_was_seen_is_read_in_the_size_chosen() -> None:
    heights = []
    for large in (False, True):
        watched = Watched(night("....@......."), StageOptions(large_text=large))
        watched.stage.notices.why = True
        watched.world.causes += [alarm("rogue", "calm", "search").cause] * 6
        canvas = blank()
        watched.stage.notices.draw(canvas, watched.world)
        lit = np.flatnonzero(pixels(canvas).any(axis=(0, 2)))
        heights.append(int(lit[-1] - lit[0]))
        assert lit[-1] < 226
    assert heights[1] > heights[0]


@pytest.mark.parametrize("large", [False, True])
def test_news_stands_beside_the_list_of_duties_in_either_size(large: bool) -> None:
    watched = Watched(night("....@.......", story=True), StageOptions(large_text=large))
    world, stage = watched.world, watched.stage
    world.story.beat = Beat.PULSE
    stage.notices.say(world, "Somewhere a long way out somebody has shut a door. " * 4)
    words, corners = blank(), blank()
    stage.notices.draw(words, world)
    Hud(library(), large_text=large).draw(corners, world)
    assert drawn(words)
    both = pixels(words).any(axis=2) & pixels(corners).any(axis=2)
    assert not both.any()


def test_nobody_speaks_over_her_thought() -> None:
    watched = Watched(night("....................\n....@..............."))
    world, marks = watched.world, watched.stage.marks
    world.story.thought, world.story.thought_ticks = "thought_01", tuning.THOUGHT_OFFER_TICKS
    watched.live(1)
    areas = watched.stage.notices.areas(world)
    view, covered = watched.stage.view(world, 1.0), [0, 0]
    for lower in range(0, 160, 4):
        for number, free in enumerate(((), areas)):
            marks.voices.barks = {0: Bark("Hm. Not a word of it was true.", world.tick)}
            canvas = blank()
            shifted = replace(view, x=view.x - 160, y=view.y - lower)
            marks.draw(canvas, world, shifted, keep_free=free)
            covered[number] += drawn(canvas.subsurface(areas[0].inflate(0, -6)))
    assert covered[0] > 0 == covered[1]


def test_words_do_not_hide_behind_the_corners_of_the_screen() -> None:
    watched = plain()
    world, marks = watched.world, watched.stage.marks
    watched.live(1)
    view = watched.stage.view(world, 1.0)
    x, y = view.on_canvas(*watched.stage.between.place(0, 1.0))
    marks.voices.barks = {0: Bark("Anyone asks, I was asleep.", world.tick)}
    canvas = blank()
    at = replace(view, x=view.x + x - 320, y=view.y + y - 50)
    corners = watched.stage.hud.areas(world)
    marks.draw(canvas, world, at, corners)
    assert all(drawn(canvas.subsurface(corner)) == 0 for corner in corners)
    assert drawn(canvas) > 0


def said(watched: Watched, x: int, y: int) -> pygame.Surface:
    """A canvas with nothing on it but her words, while she stands at a place of it."""
    world, stage = watched.world, watched.stage
    stage.marks.voices.barks = {0: Bark("Anyone asks, I was asleep. Quite.", world.tick)}
    view, canvas = stage.view(world, 1.0), blank()
    here_x, here_y = view.on_canvas(*stage.between.place(0, 1.0))
    at = replace(view, x=view.x + here_x - x, y=view.y + here_y - y)
    stage.marks.draw(canvas, world, at, stage.hud.areas(world))
    return canvas


def test_words_over_heads_are_read_in_the_size_chosen_and_whole_at_every_rim() -> None:
    watched, inked = sands(), []
    for large in (False, True):
        watched.stage.options = StageOptions(large_text=large)
        inked.append(drawn(said(watched, 240, 140)))
        for x, y in ((4, 140), (476, 140), (240, 4), (240, 268), (4, 20), (476, 20)):
            assert drawn(said(watched, x, y)) == inked[-1]
    assert inked[0] < inked[1]


@pytest.mark.parametrize("large", [False, True])
def test_words_over_heads_leave_the_corners_of_the_screen_free_in_either_size(large: bool) -> None:
    options = StageOptions(large_text=large)
    watched = Watched(night("....@.......", story=True), options)
    watched.world.story.beat = Beat.PULSE
    corners = blank()
    Hud(library(), large_text=large).draw(corners, watched.world)
    for x in (20, 100, 180, 240, 300, 380, 460):
        both = pixels(said(watched, x, 44)).any(axis=2) & pixels(corners).any(axis=2)
        assert not both.any()


def test_the_same_news_stands_once_however_often_it_comes() -> None:
    watched = Watched(night("....................\n..........@.........\n...................."))
    notices = watched.stage.notices
    notices.tell(watched.world, "trail_lost_wind")
    notices.tell(watched.world, "trail_lost_wind")
    assert len(notices.news) == 1


def test_a_map_maker_writes_words_of_their_own() -> None:
    watched = plain()
    watched.tell([events.WordsCame("Mind the step."), events.WordsCame("night_storm")])
    said = [text for text, _ in watched.stage.notices.news]
    assert said == ["Mind the step.", library().strings.text("night_storm")]


def test_rogues_who_meet_suna_do_not_speak_of_her() -> None:
    watched = plain()
    rogue = who(watched.world, "rogue_r")
    watched.tell([replace(alarm(rogue.name, "search", "chase"), whom="patrol_p")])
    ways = library().strings.variants("bark_rogue_feud")
    voices = watched.stage.marks.voices
    assert voices.barks[rogue.id].text in [library().strings.text(way) for way in ways]


def test_a_blow_in_the_picture_is_not_written_down_as_far_off() -> None:
    watched = plain()
    her, captions = watched.world.sakura, watched.stage.notices
    for tiles in (1, 20):
        watched.tell([events.NoiseMade("fight", "rogue_r", her.x + tiles * TILE_SUB, her.y, 12)])
    assert [caption.text for caption in captions.captions] == ["[a blow]", "[blades, far off]"]


def test_long_news_stays_longer() -> None:
    watched = Watched(night("....@......."))
    news = watched.stage.notices
    news.say(watched.world, "Short.")
    news.say(watched.world, "Something that takes a good while to be read. " * 3)
    watched.live(300)
    assert len(news.news) == 1 and "good while" in news.news[0][0]
    watched.live(300)
    assert not news.news


def test_a_marker_of_the_round_is_told_once_in_the_words_of_its_book() -> None:
    watched = Watched(night("....@.......", story=True))
    watched.tell([events.MarkerSigned("marker_1", 1)])
    words = library().strings
    assert [text for text, _ in watched.stage.notices.news] == [words.text("note_1")]


def test_driven_off_before_any_marker_she_wakes_where_she_began() -> None:
    watched = Watched(night("....@......."))
    for last, where in ((0, "where she began"), (2, "at the last marker")):
        watched.world.story.last_marker = last
        watched.tell([events.DrivenOff("start")])
        assert where in watched.stage.notices.news[-1][0]


def test_a_night_that_is_continued_does_not_begin_with_a_hint() -> None:
    world = night("....@.......")
    world.sakura.walked_sub = 100 * TILE_SUB
    world.tick = 90_000
    watched = Watched(world)
    watched.live(HINT_AFTER_TICKS)
    assert not watched.stage.notices.areas(world)
    watched.live(2)
    assert watched.stage.notices.areas(world)


@pytest.mark.parametrize("opened", [False, True])
def test_who_has_opened_the_list_of_causes_is_not_told_of_its_key(opened: bool) -> None:
    watched, hints = plain(), set()
    world, notices = watched.world, watched.stage.notices
    world.sakura.walked_sub = TILE_SUB
    who(world, "rogue_r").alert = Alert.SEARCH
    world.causes.append(alarm("rogue", "calm", "search").cause)
    notices.why = opened
    watched.tell([])
    for world.tick in range(1, 4 * HINT_AFTER_TICKS):
        watched.tell([])
        hints.add(notices._hint[0])
    assert any("gave you away" in hint for hint in hints) is not opened


@pytest.mark.parametrize("story", [True, False])
def test_a_ground_without_a_tale_gives_no_hint_of_the_tale(story: bool) -> None:
    world = night("....@.......", story=story)
    world.sakura.walked_sub = TILE_SUB
    assert (hint_for(world) == "hint_act") is story


def test_who_has_just_been_driven_off_is_not_told_of_the_trail_she_left_there() -> None:
    watched = Watched(night("....@......."))
    lost, told = library().strings.text("trail_lost_cast"), []
    for driven_off in (False, True):
        watched.stage.forget()
        watched.tell([events.DrivenOff("start")] if driven_off else [])
        watched.tell([events.TrailLost("rogue_r", "sakura", "cast")])
        told.append(lost in [text for text, _ in watched.stage.notices.news])
    assert told == [True, False]
