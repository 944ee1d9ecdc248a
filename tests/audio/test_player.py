"""What is heard follows what happens, from where it happens, and changes nothing of it."""

from itertools import pairwise

import pytest

from game.audio.options import AudioOptions
from game.audio.player import Audio, Ui
from game.content.operations import story_operation
from game.content.paths import assets_folder
from game.core.units import seconds, tiles
from game.sim.beings import Pose
from game.sim.command import Button, Command, Gait
from game.sim.events import (
    Attacked,
    GustComing,
    NoiseMade,
    SignatureFelt,
)
from game.sim.level import Kind
from game.sim.table import operation
from game.sim.table.state import Depth, Doing
from game.sim.tale.talk import Talk
from game.sim.tick import step
from game.sim.world import World
from tests.audio.listening import Listening, ears, hear
from tests.sim.nights import (
    EAST,
    STAND,
    WALK_EAST,
    WEST,
    Person,
    alarm,
    going,
    gust,
    night,
    who,
)

OPEN = """
    ....................
    .....@..............
    ....................
"""


@pytest.mark.parametrize(
    ("ground", "command", "heard"),
    [
        (".", WALK_EAST, "step_sand_easy"),
        ("~", WALK_EAST, "step_soft_easy"),
        (",", WALK_EAST, "step_gravel_easy"),
        ("o", WALK_EAST, "step_rock_easy"),
        ("_", going(WALK_EAST, Gait.RUN), "step_hardpan_hard"),
        (":", WALK_EAST, "step_scrub_easy"),
        (".", going(WALK_EAST, Gait.LIGHT), "step_light"),
    ],
)
def test_steps_sound_like_the_ground_they_are_set_on(
    ground: str, command: Command, heard: str
) -> None:
    audio, device = ears()
    world = night(f"{ground * 4}@{ground * 15}")
    world.level.surface[:] = world.level.surface[0, 0]
    hear(audio, world, 90, command)
    steps = [name for name in device.names() if name.startswith("step_")]
    assert len(steps) > 2
    assert all(name.startswith(heard) for name in steps)


def test_sneaking_is_softer_than_walking_and_running_is_loudest() -> None:
    loud = []
    for gait in (Gait.SNEAK, Gait.WALK, Gait.RUN):
        audio, device = ears()
        hear(audio, night(OPEN), 90, going(WALK_EAST, gait))
        loud.append(device.sides_of("step_").loudest)
    assert loud[0] < loud[1] < loud[2]


def test_no_step_is_the_same_take_twice_in_a_row() -> None:
    audio, device = ears()
    hear(audio, night(OPEN), 240, WALK_EAST)
    steps = [name for name in device.names() if name.startswith("step_")]
    assert len(steps) > 5
    assert all(one != other for one, other in pairwise(steps))


def test_somebody_walking_on_the_left_is_heard_on_the_left() -> None:
    world = night("0..P.1....@.........", P=Person(Kind.ROGUE, facing=WEST, route="01"))
    audio, device = ears()
    hear(audio, world, 120)
    sides = device.sides_of("step_")
    assert sides.left > sides.right > 0.0


def test_a_sound_beyond_its_reach_is_not_heard() -> None:
    world = night(OPEN)
    audio, device = ears()
    far = NoiseMade("pebble", "sakura", world.sakura.x + tiles(60), world.sakura.y, 6)
    near = NoiseMade("pebble", "sakura", world.sakura.x + tiles(3), world.sakura.y, 6)
    audio.note(world, [far])
    assert device.sides_of("pebble_land").loudest == 0.0
    device.played.clear()
    audio.note(world, [near])
    assert device.sides_of("pebble_land").right > device.sides_of("pebble_land").left > 0.0


def test_a_storm_drowns_what_is_far() -> None:
    world = night(OPEN)
    pebble = NoiseMade("pebble", "sakura", world.sakura.x + tiles(5), world.sakura.y, 6)
    audio, device = ears()
    audio.note(world, [pebble])
    gust(world)
    audio.note(world, [pebble])
    still, drowned = [sides.loudest for name, sides, _ in device.played if name == "pebble_land"]
    assert drowned < still


def test_a_gust_is_heard_coming_from_where_it_comes() -> None:
    audio, device = ears()
    audio.note(night(OPEN), [GustComing(EAST, 120)])
    sides = device.sides_of("gust_coming")
    assert sides.left > sides.right


def test_the_wind_swells_with_the_gust_and_falls_after_it() -> None:
    world = night(OPEN)
    audio, device = ears()
    hear(audio, world, 60)
    assert "wind_bed" in device.held
    assert "gust" not in device.held
    gust(world, ticks=120)
    hear(audio, world, 10)
    rising = device.held["gust"].loudest
    hear(audio, world, 60)
    assert device.held["gust"].loudest > rising > 0.0
    hear(audio, world, 200)
    assert "gust" not in device.held


def test_an_alarm_is_heard_once_and_from_its_side() -> None:
    world = night("R....@..............", R=Person(Kind.ROGUE, facing=WEST))
    audio, device = ears()
    audio.note(world, [alarm("rogue_r", "calm", "curious"), alarm("rogue_r", "calm", "curious")])
    assert device.names().count("alarm_curious") == 1
    assert device.sides_of("alarm_curious").left > device.sides_of("alarm_curious").right


def test_beasts_have_voices_of_their_own() -> None:
    world = night(
        "S....@....L....R....",
        S=Person(Kind.SNAKE), L=Person(Kind.LIZARD), R=Person(Kind.ROGUE, facing=EAST),
    )
    audio, device = ears()
    for name, heard in (
        ("snake_s", "snake_burst"), ("lizard_l", "lizard_charge"), ("rogue_r", "attack_coming"),
    ):
        device.played.clear()
        audio.note(world, [Attacked(name, "sakura"), alarm(name, "calm", "search")])
        assert heard in device.names()
        assert ("alarm_search" in device.names()) == (name == "rogue_r")


def test_the_nearest_snake_rustles_while_it_travels() -> None:
    world = night("S....@..............", S=Person(Kind.SNAKE))
    snake = who(world, "snake_s")
    audio, device = ears()
    audio.note(world, [])
    assert "snake_rustle" not in device.held
    snake.pose, snake.way, snake.speed = Pose.BURIED, [(world.sakura.x, world.sakura.y)], 300
    for _ in range(20):
        audio.note(world, [])
    assert device.held["snake_rustle"].left > device.held["snake_rustle"].right


def test_pings_come_one_after_the_other_and_name_the_kind() -> None:
    world = night(OPEN)
    audio, device = ears()
    felt = [
        SignatureFelt("a", "fluctuating", "calm", WEST, 8, 500, False),
        SignatureFelt("b", "animal", "animal", EAST, 0, 1000, True),
    ]
    audio.note(world, felt)
    assert "ping_fluctuating" not in device.names()
    hear(audio, world, 60)
    pings = [name for name in device.names() if name.startswith("ping_")]
    assert pings == ["ping_fluctuating", "ping_animal"]
    assert device.sides_of("ping_fluctuating").left > device.sides_of("ping_fluctuating").right
    assert device.sides_of("ping_animal").right > device.sides_of("ping_animal").left


def test_a_growing_pulse_climbs_and_ends_with_the_key() -> None:
    world = night(OPEN)
    audio, device = ears()
    hear(audio, world, 12, Command(buttons=Button.SENSE))
    assert "pulse_1" in device.held
    hear(audio, world, 70, Command(buttons=Button.SENSE))
    assert "pulse_4" in device.held
    hear(audio, world, 30)
    assert not any(name.startswith("pulse_") for name in device.held)
    assert "pulse_read" in device.names()


def at_the_table() -> World:
    world = night(OPEN)
    definition = story_operation()
    world.operation = operation.begin(definition, blood=760, chakra=1000, seed=1)
    return world


def test_the_flow_is_higher_the_more_there_is() -> None:
    world = at_the_table()
    assert world.operation is not None
    audio, device = ears()
    for flow, file in ((100, "heal_1"), (950, "heal_5")):
        world.operation.doing, world.operation.flow = Doing.FLOW, flow
        for _ in range(30):
            audio.note(world, [])
        loudest = max(device.held, key=lambda name: (name[:4] == "heal", device.held[name].loudest))
        assert loudest == file


def test_the_scan_tells_bone_from_flesh_and_near_from_far() -> None:
    world = at_the_table()
    assert world.operation is not None
    audio, device = ears()
    for depth, tone, file in (
        (Depth.NOTHING, 0, "scan_nothing_1"),
        (Depth.SOFT, 1000, "scan_soft_8"),
        (Depth.HARD, 1000, "scan_hard_8"),
    ):
        world.operation.doing, world.operation.depth, world.operation.tone = Doing.SCAN, depth, tone
        for _ in range(30):
            audio.note(world, [])
        scans = [name for name in device.held if name.startswith("scan_")]
        assert scans == [file]


def test_his_heart_beats_as_fast_as_his_pulse() -> None:
    world = at_the_table()
    assert world.operation is not None
    world.operation.pulse_bpm = 120
    audio, device = ears()
    for _ in range(seconds(10)):
        audio.note(world, [])
    assert device.names().count("heartbeat") == 20


def test_the_wind_steps_back_while_somebody_speaks() -> None:
    world = night(OPEN)
    audio, device = ears()
    for _ in range(100):
        audio.note(world, [])
    before = device.held["wind_bed"].loudest
    world.talk = Talk("Waking")
    for _ in range(100):
        audio.note(world, [])
    assert 0.0 < device.held["wind_bed"].loudest < before * 0.6


def test_the_night_is_the_same_whether_it_is_heard_or_not() -> None:
    def play(audio: Audio | None) -> list[str]:
        world = night(
            "R...,,,,@~~~~~ooooo.S", R=Person(Kind.ROGUE), S=Person(Kind.SNAKE, facing=WEST), seed=9
        )
        gust(world, ticks=200)
        digests = []
        for tick in range(420):
            buttons = Button.SENSE if tick % 100 < 40 else Button.STRIKE
            events = step(world, Command(move=tick // 70 % 2 * 32, gait=Gait.RUN, buttons=buttons))
            if audio is not None:
                audio.note(world, events)
            if tick % 30 == 0:
                digests.append(world.digest())
        return digests

    audio, device = ears()
    heard = play(audio)
    assert heard == play(None)
    assert len(device.played) > 20


def test_the_title_streams_until_the_night_is_heard() -> None:
    audio, device = ears()
    audio.title()
    assert device.streamed == "title"
    audio.note(night(OPEN), [])
    assert device.streamed == ""


def test_volumes_reach_everything_and_zero_is_silence() -> None:
    device = Listening()
    audio = Audio(assets_folder(), AudioOptions(music=0, sound=0), output=device)
    world = night(OPEN)
    hear(audio, world, 120, WALK_EAST)
    audio.ui(Ui.OK)
    assert device.played
    assert all(sides.loudest == 0.0 for _, sides, _ in device.played)
    assert device.held == {}
    assert max(device.layer.values()) == 0.0
    audio.set_options(AudioOptions(music=100, sound=100))
    assert max(device.layer.values()) > 0.0
    audio.ui(Ui.OK)
    assert device.played[-1][1].loudest > 0.0


def test_pausing_holds_the_night_and_softens_its_music() -> None:
    audio, device = ears()
    for _ in range(100):
        audio.note(night(OPEN), [])
    before = device.layer["calm"]
    audio.pause(True)
    assert device.paused
    assert 0.0 < device.layer["calm"] < before
    audio.pause(False)
    assert device.layer["calm"] == pytest.approx(before)


def test_results_end_the_wind_and_sound_a_chord() -> None:
    audio, device = ears()
    hear(audio, night(OPEN), 60, STAND)
    audio.results()
    assert device.held == {}
    assert device.names()[-1] == "results"


def test_loading_another_night_makes_no_step() -> None:
    audio, device = ears()
    hear(audio, night(OPEN), 5)
    other = night(OPEN)
    other.sakura.walked_sub = 10_000_000
    hear(audio, other, 5)
    assert not any(name.startswith("step_") for name in device.names())
