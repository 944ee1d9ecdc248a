"""The bench measures what it says, and writes it as other programs expect it."""

import json
from pathlib import Path

import pytest
import pytmx

from game.content import load_level
from game.content.tmx.by_pytmx import read_with_pytmx_alone
from game.lab import bench
from game.lab.bench_growth import Crowd, crowd_ticks
from game.lab.bench_maps import crowd
from game.lab.bench_reader import large_map, read_whole
from game.lab.bench_result import against, line, write_json
from game.lab.bench_solver import guarded_map
from game.lab.solver import decide
from game.sim.tick import step
from game.sim.world import World
from tests.lab.small import LEAVES, make_map, write_level
from tests.sim.nights import STAND

KEYS = {"name", "value", "unit", "yardstick", "ratio", "against", "limit", "within"}


def test_every_figure_stands_beside_its_yardstick(tmp_path: Path) -> None:
    level = load_level(make_map(tmp_path))
    recording = bench.record_night(write_level(tmp_path, LEAVES), 300)
    results = [
        *bench.measure_night(recording, level),
        *bench.measure_senses(recording, level),
        *bench.measure_saving(recording, level),
    ]
    wanted = {"tick_median", "tick_median_24_minds", "tick_p99", "digest", "restore"}
    assert wanted <= {
        result.name for result in results
    }
    for result in results:
        assert result.ratio == pytest.approx(result.value / result.yardstick, rel=0.02, abs=1e-3)
    path = tmp_path / "bench.json"
    write_json(results, path)
    table = json.loads(path.read_text())
    assert table["version"] == 1
    assert all(set(result) == KEYS for result in table["results"])


def test_counting_is_the_same_every_time(tmp_path: Path) -> None:
    level = load_level(make_map(tmp_path))
    towards_him = LEAVES.replace("way out", "patrol")
    recording = bench.record_night(write_level(tmp_path, towards_him), 400)
    assert bench.measure_senses(recording, level) == bench.measure_senses(recording, level)
    counted = {result.name: result.value for result in bench.measure_senses(recording, level)}
    assert counted["looks_per_second"] >= counted["perceptions_per_second"] > 0
    assert counted["sight_lines_per_second"] > 0
    assert counted["floods_per_second"] > 0


def test_a_figure_over_its_limit_says_so() -> None:
    kept = against("tick", 90, "us", 45, "a peer", limit=100)
    broken = against("tick", 110, "us", 45, "a peer", limit=100)
    free = against("tick", 110, "us", 45, "a peer")
    assert (kept.within, broken.within, free.within) == (True, False, True)
    assert line(kept).endswith("2.000 x a peer (45.000 us); within the limit of 100.000 us")
    assert "OVER the limit" in line(broken)
    assert "limit" not in line(free)


def test_a_deserted_night_is_the_same_night_without_the_others(tmp_path: Path) -> None:
    level = load_level(make_map(tmp_path))
    recording = bench.record_night(write_level(tmp_path, LEAVES), 120)
    world = bench.deserted(recording, level)
    assert not world.minds
    assert world.seed == recording.header.seed
    assert bench.minds_about(recording, level) == len(level.actors)


def test_every_crowd_is_played_in_every_round() -> None:
    crowds = (Crowd(0, 16, 16), Crowd(4, 32, 32))
    ticks = crowd_ticks(crowds, rounds=2, ticks=8)
    assert tuple(ticks) == crowds
    assert all(seconds >= 0 for seconds in ticks.values())


def test_a_crowd_has_room_and_walks_its_rounds() -> None:
    world = World.new(crowd(40, 96, 128))
    before = [(mind.x, mind.y) for mind in world.minds]
    assert len(dict.fromkeys(before)) == 40
    for _ in range(120):
        step(world, STAND)
    moved = [(mind.x, mind.y) != spot for mind, spot in zip(world.minds, before, strict=True)]
    assert sum(moved) >= 30


def test_the_map_of_the_bench_is_read_alike_by_us_and_by_pytmx(tmp_path: Path) -> None:
    path = large_map(tmp_path)
    assert read_whole(path) == 40
    assert read_with_pytmx_alone(path) == 3


def test_pytmx_is_asked_once_for_each_kind_of_tile_and_never_for_layers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    register = pytmx.TiledMap.register_gid_check_flags

    def counted(self: pytmx.TiledMap, gid: int) -> int:
        asked.append(gid)
        return int(register(self, gid))

    monkeypatch.setattr(pytmx.TiledMap, "register_gid_check_flags", counted)
    monkeypatch.delattr(pytmx.TiledTileLayer, "parse_xml")
    read_whole(large_map(tmp_path))

    assert sorted(asked) == list(range(1, 41))


def test_the_hoard_of_the_bench_is_never_out_of_its_keepers_sight() -> None:
    verdict = decide(guarded_map(3, 64), Path("guarded.tmx"))
    assert verdict.solvable is False
    assert "there is no way to the_hoard" in verdict.why


def test_a_crowd_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="have no room"):
        crowd(1000, 64, 64)
