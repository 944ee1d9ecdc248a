"""Every picture that the game can ask for is there, and none is there that nobody asks for."""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

import pytest

from game.app.actions import PAD_NAMES
from game.app.keys import button_picture
from game.app.pad_layout import PadLayout
from game.core.units import TILE_SUB
from game.sim import World, tuning
from game.sim.beings import ITEMS, Alert, Item, Pose
from game.sim.command import Button, Gait
from game.sim.land.tracks import PrintKind
from game.sim.level import Kind
from game.sim.tale.night import Beat
from game.sim.tale.talk_script import MOODS
from game.view import prop_places as places
from game.view.acts import FIGHTING, LYING
from game.view.atlas import ROUND, Atlas
from game.view.people import Picture
from tests.sim.nights import EAST, WEST, Person, gust, night
from tests.view.nights_told import story_night
from tests.view.stages import Watched, library

GAME = Path(__file__).parents[2] / "game"
PORTRAITS = Path(__file__).parents[2] / "assets" / "portraits"
SPEAKERS = {"sakura": "Sakura", "sasori": "Sasori", "guard": "Guard", "child": "Child"}


def poses_of(kind: Kind) -> Iterator[World]:
    """A night for everything that one of a kind can be doing."""
    world = night("..........\n..A...@...\n..........", A=Person(kind))
    mind = world.minds[0]
    counts = (0,) if tuning.KINDS[kind].human else (0, 20, 40, 60, 80, 100, 170, 300)
    for pose, alert, moving, swinging in product(Pose, Alert, (0, 1), (False, True)):
        mind.pose, mind.alert = pose, alert
        mind.way = [(0, 0)] if moving else []
        mind.attack_ticks = tuning.ATTACK_AGAIN_TICKS if swinging else 0
        for pace in (tuning.KINDS[kind].walk_sub, tuning.KINDS[kind].chase_sub):
            mind.speed = pace * moving
            for mind.pose_ticks in counts:
                yield world


def whole(atlas: Atlas, picture: Picture | None) -> set[str]:
    """The animation that a picture is a frame of, with all its frames, in all directions."""
    if picture is None:
        return set()
    stem = picture.name.rsplit("/", 2)[0]
    return frames_of(atlas, (f"{stem}/{direction}" for direction in ROUND))


def frames_of(atlas: Atlas, names: Iterable[str]) -> set[str]:
    return {frame for name in names for frame in atlas.animation(name).frames}


def asked_of_minds(atlas: Atlas, kinds: Iterable[Kind]) -> set[str]:
    asked: set[str] = set()
    for kind in kinds:
        seen: set[str] = set()
        watched, mind = None, None
        for world in poses_of(kind):
            watched, mind = watched or Watched(world), world.minds[0]
            for mind.id in (1, 2, 3) if kind is Kind.ROGUE else (1, 2):
                picture = watched.stage.people.mind_picture(world, mind)
                if picture is not None and picture.name not in seen:
                    seen.add(picture.name)
                    asked |= whole(atlas, picture)
            mind.id = 1
        assert watched is not None and mind is not None
        mind.pose = Pose.STAND
        for mind.id in (1, 2, 3) if kind is Kind.ROGUE else (1, 2):
            watched.stage.between.blows[mind.id] = watched.world.tick
            asked |= whole(atlas, watched.stage.people.mind_picture(watched.world, mind))
    return asked


def asked_of_her(atlas: Atlas) -> set[str]:
    asked: set[str] = set()
    watched = Watched(night("..........\n......@...\n.........."))
    world, her, people = watched.world, watched.world.sakura, watched.stage.people

    def look() -> None:
        asked.update(whole(atlas, people.her_picture(world)))

    for heading in (None, EAST, WEST):
        world.weather.gusts.clear()
        if heading is not None:
            gust(world, heading=heading)
        for pose, gait, her.speed, her.feigning, her.hidden in product(
            Pose, Gait, (0, 200), (False, True), (False, True)
        ):
            her.pose, her.gait = pose, gait
            look()
    her.pose, her.speed, her.feigning, her.hidden = Pose.STAND, 0, False, False
    for her.item, her.buttons in product(ITEMS, (Button.STRIKE, Button.THROW)):
        for held in (1, tuning.HOLD_TICKS):
            her.held_ticks = {int(her.buttons): held}
            look()
    her.item, her.buttons, her.dragging = Item.PEBBLE, Button(0), 1
    look()
    her.dragging, world.sensing.growing_ticks = 0, 5
    look()
    return asked


def asked_of_him(atlas: Atlas) -> set[str]:
    asked: set[str] = set()
    world = story_night()
    him, story = world.patient, world.story
    assert him is not None
    world.tick = story.pulse_tick = 1
    watched = Watched(world)
    either = (False, True)
    for him.supine, him.dead, him.healed, him.bound, story.beat in product(
        either, either, either, either, (Beat.WEST, Beat.BODY, Beat.TALK)
    ):
        for world.tick in (*range(2, 110, 6), tuning.DUEL_END_TICKS + 5, 9000):
            for walking in (False, True):
                at = watched.stage.between.now[-1]
                watched.stage.between.before[-1] = (at[0] - walking, at[1])
                asked |= whole(atlas, watched.stage.people.his_picture(world, him))
    return asked


def test_everybody_has_each_picture_they_can_ask_for_and_no_more() -> None:
    atlas = library().people
    people = [kind for kind in Kind if kind not in (Kind.SNAKE, Kind.LIZARD)]
    asked = asked_of_minds(atlas, people) | asked_of_her(atlas) | asked_of_him(atlas)
    asked |= {"shadow/person", "shadow/child", "shadow/lying"}
    assert asked == atlas.boxes.keys()


def test_beasts_have_each_picture_they_can_ask_for_and_no_more() -> None:
    atlas = library().creatures
    asked = asked_of_minds(atlas, (Kind.SNAKE, Kind.LIZARD))
    under_sand = [f"snake/{act}/{direction}" for act in ("crawl", "peek") for direction in ROUND]
    asked |= frames_of(atlas, under_sand)
    asked |= {
        f"shadow/{who}/{lies}"
        for who in ("snake", "lizard")
        for lies in ("across", "along", "aslant")
    }
    assert asked == atlas.boxes.keys()


def test_who_stands_is_drawn_from_all_eight_sides() -> None:
    atlas = library().people
    for name in atlas.animations:
        who, act, _ = name.split("/")
        if act not in LYING and not (who == "sasori" and act in FIGHTING):
            assert all(f"{who}/{act}/{direction}" in atlas.animations for direction in ROUND), name


def asked_of_props() -> set[str]:
    strewn = (names for each in places.LANDMARKS.values() for names, _ in each)
    several = (
        places.COVERS, places.STONES, places.BRUSH, places.BONES, places.NESTS, places.LOW_WALLS,
        places.HIGH_WALLS, *places.ITEMS.values(), *strewn,
        [f"{kind}/{i}" for kind, count in places.THICKET_PLANTS.items() for i in range(count)],
        [f"{name}/{state}" for name in places.BOULDERS for state in ("whole", "cracked", "broken")],
        [f"boulder/piece/{i}" for i in range(3)],
        ("marker/unsigned", "marker/signed", "register/open", "register/written", "torch/out"),
        [f"lantern/{size}/{state}" for size in ("big", "small") for state in ("lit", "doused")],
        [f"furrow/{i}" for i in range(4)], [f"blood/{i}" for i in range(3)],
        [f"spark/{i}" for i in range(2)],
        [f"footprint/{gait}/{i}" for gait in ("walk", "sneak", "run") for i in range(8)],
        frames_of(library().props, ("torch", "banner", "burst", "dust/small", "dust/large")),
    )  # fmt: skip
    return {name for names in several for name in names}


def test_things_have_each_picture_they_can_ask_for_and_no_more() -> None:
    boxes = library().props.boxes
    assert {name for name in boxes if not name.endswith("/shadow")} == asked_of_props()
    shaded = {name.removesuffix("/shadow") for name in boxes if name.endswith("/shadow")}
    assert shaded <= asked_of_props()
    assert len(PrintKind) == 5  # walk, sneak, run and light leave prints; a body leaves a furrow


def test_every_plant_of_a_thicket_is_one_that_has_pictures() -> None:
    plants = {kind for thicket in places.THICKETS for kind, _, _ in thicket}
    assert plants == places.THICKET_PLANTS.keys()


def test_signs_have_each_picture_they_can_ask_for_and_no_more() -> None:
    asked = {f"icon/{item}" for item in ITEMS}
    asked |= {button_picture(name, layout) for name in PAD_NAMES for layout in PadLayout}
    asked |= {f"watcher/{side}" for side in ("n", "ne", "e", "se", "s", "sw", "w", "nw")}
    for path in sorted(GAME.rglob("*.py")):
        asked |= set(re.findall(r'"((?:icon|mark|pad|face)/[a-z_]+)"', path.read_text("utf-8")))
    assert asked == library().ui.boxes.keys()


@pytest.mark.parametrize("person", sorted(SPEAKERS))
def test_a_talk_has_each_face_it_can_ask_for_and_no_more(person: str) -> None:
    faces = {f"{person}/{mood}" for mood in MOODS[SPEAKERS[person]]}
    asked = {f"{face}{piece}" for face in faces for piece in ("", "/blink", "/talk", "/talk2")}
    assert Atlas.load(PORTRAITS / f"{person}.json").boxes.keys() == asked


def test_nobody_near_shows_the_same_picture_of_a_thing_twice() -> None:
    level = night("\n".join(["@" + "." * 79, *["." * 80] * 40])).level
    props = [prop for prop in places.props_of(level) if prop.place is None]
    assert len(props) > 30
    for prop in props:
        alike = [
            other
            for other in props
            if other is not prop
            and other.name == prop.name
            and abs(other.x - prop.x) < 6 * TILE_SUB // 256
            and abs(other.y - prop.y) < 4 * TILE_SUB // 256
        ]
        assert not alike
