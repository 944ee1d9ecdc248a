"""One who never looks is noticed, one who takes care is not; kept ways lead past everybody."""

import json
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from game.cli import main
from game.content.paths import maps_folder
from game.core.units import TILE_SUB, tile_centre
from game.lab import sweep
from game.lab.bot_eyes import Lookout
from game.lab.bots import Cautious, Straight, there
from game.lab.level_file import read_level
from game.lab.runner import begin
from game.sim import World, step
from game.sim.beings import Pose
from game.sim.events import Event
from game.sim.level import Kind

FOLDER = maps_folder() / "test"
LEGS = [1, 2, 3, 4, 5, 6]
SENSES = {1: "sight", 3: "tremor", 4: "tread"}
"""What gives away who never looks, where it is always the same."""
WAYS = ("a", "b", "c")


def leg(number: int, way: str = "a") -> Path:
    return FOLDER / f"leg_{number}_{way}.toml"


@pytest.mark.parametrize("number", LEGS)
def test_whoever_walks_straight_on_is_noticed(number: int) -> None:
    night = sweep.play(leg(number), "straight", 1)
    assert not night.unseen
    assert night.sense == SENSES.get(number, night.sense)


def test_whoever_takes_care_is_not_noticed() -> None:
    night = sweep.play(leg(3), "cautious", 1)
    assert (night.unseen, night.event, night.noticed_by) == (True, "", "")
    assert sweep.play(leg(3), "cautious", 1) == night


@pytest.mark.parametrize("number", LEGS)
def test_three_kept_ways_of_a_leg_hardly_share_their_ground(number: int) -> None:
    grounds = [ground(leg(number, way)) for way in WAYS]
    for place, one in enumerate(grounds):
        for other in grounds[place + 1 :]:
            assert len(one & other) * 2 < min(len(one), len(other))


def ground(path: Path) -> set[tuple[int, int]]:
    """Tiles on the lines between the places that a kept way leads over."""
    places = [step.walk for step in read_level(path).steps if isinstance(step.walk, list)]
    tiles = set()
    for (from_x, from_y), (to_x, to_y) in pairwise(places):
        longest = max(1, abs(to_x - from_x), abs(to_y - from_y))
        for part in range(longest + 1):
            x = from_x + (to_x - from_x) * part // longest
            tiles.add((x, from_y + (to_y - from_y) * part // longest))
    return tiles


def test_a_place_is_reached_by_keys_alone() -> None:
    world = quiet_world()
    goal = (world.sakura.x + 6 * TILE_SUB, world.sakura.y)
    for bot in (Straight(goal), Cautious(goal)):
        again = World.restore(world.snapshot(), world.level)
        ticks = 0
        while not there(again, goal) and ticks < 900:
            step(again, bot.next(again))
            ticks += 1
        assert there(again, goal)


def test_nobody_beyond_the_picture_is_known_of() -> None:
    world = quiet_world()
    other = next(mind for mind in world.minds if mind.kind is Kind.ROGUE)
    other.x, other.y = world.sakura.x + 16 * TILE_SUB, world.sakura.y
    assert Lookout().look(world) == []
    other.x = world.sakura.x + 14 * TILE_SUB
    assert [seen.id for seen in Lookout().look(world)] == [other.id]


def test_nobody_in_the_sand_is_known_of() -> None:
    world = quiet_world()
    other = next(mind for mind in world.minds if mind.kind is Kind.AMBUSHER)
    other.x, other.y, other.pose = world.sakura.x + 4 * TILE_SUB, world.sakura.y, Pose.BURIED
    assert Lookout().look(world) == []


def quiet_world() -> World:
    """A night in which everybody else is far off."""
    world = begin(read_level(FOLDER / "story.toml")).world
    for mind in world.minds:
        mind.x, mind.y, mind.route = 8 * TILE_SUB, 180 * TILE_SUB, 0
    world.sakura.x, world.sakura.y = tile_centre(100), tile_centre(60)
    return world


def test_what_happens_to_others_is_nobodys_notice_of_her() -> None:
    assert sweep.noticed(quiet_world(), Event()) is None


def test_any_pool_of_futures_plays_the_same_nights() -> None:
    alone = sweep.sweep(leg(3), range(1, 3), ["straight"])
    with ThreadPoolExecutor(1) as pool:
        assert sweep.sweep(leg(3), range(1, 3), ["straight"], pool=pool) == alone


def test_the_table_and_the_file_tell_of_every_night(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = tmp_path / "nights.json"
    arguments = ["sweep", str(leg(3)), "--seeds", "1..2", "--bots", "straight"]
    assert main([*arguments, "--json", str(told)]) == 0
    assert "tremor of flat_snake 2" in capsys.readouterr().out
    nights = json.loads(told.read_text(encoding="utf-8"))["nights"]
    assert [(night["seed"], night["unseen"]) for night in nights] == [(1, False), (2, False)]


def test_a_bot_that_is_not_there_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sweep", str(leg(3)), "--seeds", "1..1", "--bots", "nimble"]) == 2
    assert "there is no bot nimble" in capsys.readouterr().err
