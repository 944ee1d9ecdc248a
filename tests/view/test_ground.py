"""The painted ground: seamless, in small slices, kept on disk, and never in the way."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.content import load_level
from game.content.paths import ground_folder
from game.sim.land.dune_lines import Crest, trace_all
from game.sim.level import Surface
from game.view import ground
from game.view.camera import View
from game.view.ground import CHUNK_PX, Ground
from game.view.ground_noise import Box
from game.view.ground_pack import GroundPacks, write_pack
from game.view.ground_paint import GroundPlan, Painting
from game.view.ground_palette import RAMP_LENGTHS, RAMP_STARTS, Ramp, table
from game.view.stage import Stage
from tests.sim.nights import night
from tests.view.stages import library
from tools.ground import maps_with_ground

WIND = (4, 3)
CRESTS = [
    Crest(((280, 20), (200, 90), (190, 160), (120, 230)), 6),
    Crest(((420, 150), (380, 210), (300, 260)), 4, "end"),
]


NO_WALLS = np.zeros((16, 16), np.uint8)


def patchwork() -> np.ndarray:
    """Every surface once, in blocks of four tiles, and sand between."""
    surfaces = np.zeros((20, 32), np.uint8)
    for i, surface in enumerate(Surface):
        top, left = 1 + (i // 4) * 9, 1 + (i % 4) * 8
        surfaces[top : top + 5, left : left + 5] = surface
    return surfaces


def some_walls() -> np.ndarray:
    walls = np.zeros((20, 32), np.uint8)
    walls[8, 10:14], walls[12:14, 20] = 1, 2
    return walls


def painted(box: Box, seed: int = 11) -> np.ndarray:
    plan = GroundPlan(trace_all(CRESTS, WIND), patchwork(), some_walls(), WIND, seed)
    painting = Painting(plan, box)
    for _ in painting.work():
        pass
    return painting.indices


def a_ground(cache: Path | None = None, crests: list[Crest] = CRESTS) -> Ground:
    return Ground(crests, patchwork(), some_walls(), WIND, cache_dir=cache)


def pixels(surface: pygame.Surface | None) -> bytes:
    assert surface is not None
    return pygame.image.tobytes(surface, "RGB")


def test_chunks_painted_alone_meet_without_a_seam() -> None:
    whole = painted((0, 0, 512, 320))
    for x, y, w, h in (
        (0, 0, 256, 256),
        (256, 0, 256, 256),
        (0, 256, 256, 64),
        (131, 77, 203, 149),
    ):
        assert np.array_equal(painted((x, y, w, h)), whole[y : y + h, x : x + w])


def test_the_ground_reaches_beyond_the_edges_of_the_map() -> None:
    assert painted((-40, -40, 60, 60)).shape == (60, 60)
    assert painted((500, 300, 60, 60)).shape == (60, 60)


def test_every_surface_looks_different_from_bare_sand() -> None:
    picture = painted((0, 0, 512, 320))
    plain = Painting(
        GroundPlan(trace_all(CRESTS, WIND), np.zeros((20, 32), np.uint8), some_walls(), WIND, 11),
        (0, 0, 512, 320),
    )
    for _ in plain.work():
        pass
    for i, surface in enumerate(Surface):
        top, left = 16 * (2 + (i // 4) * 9), 16 * (2 + (i % 4) * 8)
        spot = np.s_[top : top + 48, left : left + 48]
        changed = (picture[spot] != plain.indices[spot]).mean()
        if surface == Surface.SAND:
            assert changed == 0
        else:
            assert changed > 0.2, surface


def test_a_slip_face_is_dark_and_its_crest_is_light() -> None:
    sand = painted((120, 60, 200, 180))
    bright = table()[sand].astype(int).sum(axis=2)
    assert bright.min() < 150
    assert bright.max() > 400


def test_walls_throw_their_shadow_to_the_lower_right() -> None:
    bright = table()[painted((0, 0, 512, 320))].astype(int).sum(axis=2)
    right_of_wall = bright[196:222, 338:346].mean()
    left_of_wall = bright[196:222, 306:316].mean()
    assert right_of_wall < left_of_wall * 0.85


def test_only_colours_of_the_palette_are_used() -> None:
    assert painted((0, 0, 512, 320)).max() < len(table())
    assert RAMP_STARTS[Ramp.LEAF] + RAMP_LENGTHS[Ramp.LEAF] == len(table())


def test_what_is_in_view_is_painted_first() -> None:
    it = a_ground()
    it.want((300, 40, 100, 100))
    while it.chunk(1, 0) is None:
        assert it.work(0)
    assert it.chunk(0, 0) is None
    assert it.chunk(1, 1) is None
    while it.work():
        pass
    assert it.chunk(0, 0) is not None


def test_turning_elsewhere_does_not_wait_for_a_chunk_out_of_view() -> None:
    it = a_ground()
    it.want((0, 0, 100, 100))
    it.work(0)
    it.want((300, 40, 100, 100))
    while it.chunk(1, 0) is None:
        it.work(0)
    assert it.chunk(0, 0) is None


def test_work_is_cut_into_many_small_pieces() -> None:
    it = a_ground()
    it.want((0, 0, 480, 270))
    pieces = 1
    while it.work(0):
        pieces += 1
    assert pieces > 4 * 25


def test_a_square_full_of_rock_takes_more_pieces_not_longer_ones() -> None:
    def pieces(surface: Surface) -> int:
        plan = GroundPlan([], np.full((16, 16), surface, np.uint8), NO_WALLS, WIND, 11)
        return sum(1 for _ in Painting(plan, (0, 0, CHUNK_PX, CHUNK_PX)).work())

    assert pieces(Surface.ROCK) - pieces(Surface.SAND) >= CHUNK_PX**2 // 6000


def test_a_kept_chunk_is_taken_from_disk_and_looks_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = a_ground(tmp_path)
    first.finish((0, 0, 512, 320))
    assert len(list(tmp_path.iterdir())) == 4

    def never(self: object) -> None:
        raise AssertionError("painted again")

    monkeypatch.setattr(Painting, "work", never)
    again = a_ground(tmp_path)
    again.finish((0, 0, 512, 320))
    assert pixels(again.chunk(1, 0)) == pixels(first.chunk(1, 0))


def test_torn_and_foreign_files_are_painted_anew(tmp_path: Path) -> None:
    good = a_ground()
    good.finish((0, 0, 256, 256))
    for junk in (b"", b"hello", b"\x78\x9c\x03\x00\x00\x00\x00\x01"):
        it = a_ground(tmp_path)
        (tmp_path / (it.key(0, 0) + ".chunk")).write_bytes(junk)
        it.finish((0, 0, 256, 256))
        assert pixels(it.chunk(0, 0)) == pixels(good.chunk(0, 0))


def test_a_folder_that_cannot_be_written_does_not_stop_the_game(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    it = a_ground(tmp_path / "file" / "cache")
    it.finish((0, 0, 256, 256))
    assert it.chunk(0, 0) is not None


def shipped_with(folder: Path, chunks: Mapping[str, bytes]) -> Ground:
    write_pack(folder / "some.ground", chunks)
    return Ground(CRESTS, patchwork(), some_walls(), WIND, shipped=GroundPacks.of(folder))


def test_chunks_that_came_with_the_map_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = a_ground()
    good.finish((0, 0, 256, 256))
    it = shipped_with(tmp_path, {good.key(0, 0): painted((0, 0, 256, 256)).tobytes()})
    monkeypatch.setattr(Painting, "work", lambda _: iter([1 / 0]))
    it.finish((0, 0, 256, 256))
    assert pixels(it.chunk(0, 0)) == pixels(good.chunk(0, 0))


def test_ground_that_came_with_another_map_or_torn_is_painted(tmp_path: Path) -> None:
    good = a_ground()
    good.finish((0, 0, 256, 256))
    whole = bytes(CHUNK_PX * CHUNK_PX)
    it = shipped_with(tmp_path, {"00" * 16: whole, good.key(0, 0): b"short"})
    it.finish((0, 0, 256, 256))
    assert pixels(it.chunk(0, 0)) == pixels(good.chunk(0, 0))
    for junk in (b"", b"hello", (tmp_path / "some.ground").read_bytes()[:30]):
        (tmp_path / "some.ground").write_bytes(junk)
        assert not list(GroundPacks.of(tmp_path).keys())


def test_the_ground_of_every_map_that_comes_with_the_game_came_with_it() -> None:
    """`python -m tools.ground` writes it; a few px may differ on another processor."""
    packs = GroundPacks.of(ground_folder())
    kept = set(packs.keys())
    for path in maps_with_ground():
        level = load_level(path)
        it = Ground(level.crests, level.surface, level.walls, level.conditions.wind)
        chunks = [(x, y) for y in range(it.rows) for x in range(it.columns)]
        missing = [chunk for chunk in chunks if it.key(*chunk) not in kept]
        assert not missing, f"{path.name}: {len(missing)} squares are not up to date"
    cx, cy = chunks[len(chunks) // 2]
    came = np.frombuffer(packs.read(it.key(cx, cy), CHUNK_PX**2), np.uint8)
    assert (came != it.painted(cx, cy).ravel()).mean() < 0.002


def test_an_edit_paints_only_what_it_touches() -> None:
    wide = np.zeros((16, 80), np.uint8)
    edited = wide.copy()
    edited[3:6, 3:6] = Surface.ROCK
    plain = Ground(CRESTS, wide, wide, WIND)
    rocky = Ground(CRESTS, edited, wide, WIND)
    risen = Ground([*CRESTS, Crest(((1200, 30), (1150, 120)), 3)], edited, wide, WIND)
    assert [plain.key(cx, 0) == rocky.key(cx, 0) for cx in (0, 1, 4)] == [False, True, True]
    assert [rocky.key(cx, 0) == risen.key(cx, 0) for cx in (0, 1, 4)] == [True, True, False]


def test_drawing_shows_ready_chunks_in_place_and_plain_sand_elsewhere() -> None:
    it = a_ground()
    it.finish((0, 0, 256, 256))
    target = pygame.Surface((480, 270))
    it.draw(target, 100, 40)
    chunk = it.chunk(0, 0)
    assert chunk is not None
    assert target.get_at((0, 0))[:3] == chunk.get_at((100, 40))[:3]
    assert target.get_at((CHUNK_PX - 100 + 5, 10))[:3] == tuple(table()[3].tolist())


def test_only_so_many_chunks_are_kept_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ground, "KEPT_CHUNKS", 2)
    it = a_ground()
    it.finish((0, 0, 512, 320))
    ready = [c for c in ((0, 0), (1, 0), (0, 1), (1, 1)) if it.chunk(*c) is not None]
    assert ready == [(0, 1), (1, 1)]


def test_a_bare_spot_in_view_gets_more_time_than_what_lies_ahead(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    world = night("\n".join(["@" + "." * 59, *["." * 60] * 39]))
    stage = Stage(library(), world.level, cache_dir=tmp_path)
    given: list[int] = []
    now = iter(range(0, 10**12, 20_000_000))
    monkeypatch.setattr(time, "perf_counter_ns", lambda: next(now))
    monkeypatch.setattr(stage.land.ground, "work", given.append)
    view = View(0, 0, 0, 1.0)
    canvas = pygame.Surface((480, 270))
    for _ in range(2):
        stage.land.draw(canvas, view, 0)
    stage.land.ground.finish((0, 0, 480, 270))
    stage.land.draw(canvas, view, 0)
    assert given[1] > given[2] > 0
