"""Music follows the alarm and the tale, and never jumps."""

import pytest

from game.sim.beings import Alert
from game.sim.events import AfterChosen, NameSpoken
from game.sim.level import Kind
from game.sim.tale.night import Beat
from tests.audio.listening import ears
from tests.sim.nights import WEST, Person, night, who

OPEN = """
    ....................
    .....@..............
    ....................
"""


def test_the_chase_is_in_the_music_at_once_and_leaves_it_slowly() -> None:
    world = night("R....@..............", R=Person(Kind.ROGUE, facing=WEST))
    audio, device = ears()
    for _ in range(200):
        audio.note(world, [])
    calm = device.layer["calm"]
    assert calm > 0.3
    who(world, "rogue_r").alert = Alert.CHASE
    for _ in range(60):
        audio.note(world, [])
    assert device.layer["chase"] > 0.6
    assert device.layer["calm"] < calm
    who(world, "rogue_r").alert = Alert.CALM
    for _ in range(60):
        audio.note(world, [])
    assert 0.0 < device.layer["chase"] < 0.7
    for _ in range(200):
        audio.note(world, [])
    assert device.layer["chase"] == 0.0
    assert device.layer["calm"] == pytest.approx(calm)


def test_no_layer_ever_jumps() -> None:
    world = night("R....@..............", R=Person(Kind.ROGUE, facing=WEST))
    audio, device = ears()
    audio.note(world, [])
    for number in range(600):
        who(world, "rogue_r").alert = Alert(number // 60 % 4)
        before = dict(device.layer)
        audio.note(world, [])
        assert all(abs(now - before.get(name, 0.0)) < 0.03 for name, now in device.layer.items())


def test_every_beat_of_the_tale_has_its_music() -> None:
    heard = {}
    for beat in Beat:
        world = night(OPEN)
        world.story.beat = beat
        world.story.after = "walk_away" if beat is Beat.NAMED else ""
        audio, device = ears()
        for _ in range(120):
            audio.note(world, [])
        heard[beat] = max(device.layer, key=lambda name: device.layer[name])
    assert heard[Beat.ROUND] == "calm"
    assert heard[Beat.OPERATION] == "operation"
    assert heard[Beat.TALK] == "talk"
    assert heard[Beat.NAMED] == "named"
    assert heard[Beat.HOME] == "home"


def test_after_the_name_only_its_string_is_heard() -> None:
    world = night(OPEN)
    world.story.beat = Beat.TALK
    audio, device = ears()
    for _ in range(120):
        audio.note(world, [])
    audio.note(world, [NameSpoken()])
    for _ in range(90):
        audio.note(world, [])
    assert device.names()[-1] == "name"
    assert device.held == {}
    assert max(device.layer.values()) == 0.0
    world.story.beat = Beat.HOME
    audio.note(world, [AfterChosen("walk_away")])
    for _ in range(60):
        audio.note(world, [])
    assert device.layer["home"] > 0.0
