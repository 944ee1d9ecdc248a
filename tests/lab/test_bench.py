"""The bench measures what it says, and writes it as other programs expect it."""

import json
from pathlib import Path

import pytest

from game.content import load_level
from game.lab import bench
from game.lab.bench_maps import crowd
from game.sim.tick import step
from game.sim.world import World
from tests.lab.small import LEAVES, make_map, write_level
from tests.sim.nights import STAND

KEYS = {"name", "value", "unit", "yardstick", "ratio", "against"}


def test_every_figure_stands_beside_its_yardstick(tmp_path: Path) -> None:
    level = load_level(make_map(tmp_path))
    recording = bench.record_night(write_level(tmp_path, LEAVES), 300)
    results = [
        *bench.measure_night(recording, level),
        *bench.measure_senses(recording, level),
        *bench.measure_saving(recording, level),
    ]
    assert {"tick_median", "tick_p99", "ticks_per_second", "digest", "restore"} <= {
        result.name for result in results
    }
    for result in results:
        assert result.ratio == pytest.approx(result.value / result.yardstick, rel=0.02, abs=1e-3)
    path = tmp_path / "bench.json"
    bench.write_json(results, path)
    table = json.loads(path.read_text())
    assert table["version"] == 1
    assert all(set(result) == KEYS for result in table["results"])


def test_counting_is_the_same_every_time(tmp_path: Path) -> None:
    level = load_level(make_map(tmp_path))
    towards_him = LEAVES.replace("way out", "patrol")
    recording = bench.record_night(write_level(tmp_path, towards_him), 400)
    assert bench.measure_senses(recording, level) == bench.measure_senses(recording, level)
    counted = {result.name: result.value for result in bench.measure_senses(recording, level)}
    assert counted["perceptions_per_second"] > 0
    assert counted["floods_per_second"] > 0


def test_a_crowd_has_room_and_walks_its_rounds() -> None:
    world = World.new(crowd(40, 96, 128))
    before = [(mind.x, mind.y) for mind in world.minds]
    assert len(dict.fromkeys(before)) == 40
    for _ in range(120):
        step(world, STAND)
    moved = [(mind.x, mind.y) != spot for mind, spot in zip(world.minds, before, strict=True)]
    assert sum(moved) >= 30


def test_a_crowd_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="have no room"):
        crowd(1000, 64, 64)
