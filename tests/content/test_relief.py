"""The relief of a map is the same whether it is raised or found in the cache."""

from pathlib import Path

import numpy as np
import pytest

from game.content import relief
from game.content.paths import cache_folder
from game.sim.land.dune_lines import Crest

CRESTS = tuple(
    Crest(((60 + 20 * i, 40 + 9 * i), (20 + 20 * i, 90 + 9 * i), (5 + 20 * i, 140 + 9 * i)), 5)
    for i in range(relief.WORTH_KEEPING_CRESTS)
)


def entries() -> list[Path]:
    return sorted((cache_folder() / "relief").glob("*"))


def raise_dunes(crests: tuple[Crest, ...] = CRESTS) -> relief.Raised:
    return relief.relief_of(crests, 30, 21, (4, 3))


def refuse(*_: object) -> None:
    raise AssertionError("the dunes were raised again")


def test_what_was_raised_once_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    heights, tiles = raise_dunes()
    monkeypatch.setattr("game.sim.land.dunes.heights", refuse)
    again, again_tiles = raise_dunes(CRESTS[::-1])

    assert tiles.any()
    assert (heights.dtype, tiles.dtype) == (again.dtype, again_tiles.dtype)
    assert np.array_equal(heights, again)
    assert np.array_equal(tiles, again_tiles)


def test_another_dune_is_raised_anew() -> None:
    heights, _ = raise_dunes()
    other, _ = raise_dunes((*CRESTS[1:], Crest(CRESTS[0].points, 6)))

    assert not np.array_equal(heights, other)
    assert len(entries()) == 2


@pytest.mark.parametrize("flipped", [0, 700, -1])
@pytest.mark.parametrize("cut", [0, 10, 700])
def test_a_damaged_entry_is_raised_again(flipped: int, cut: int) -> None:
    heights, tiles = raise_dunes()
    entry = entries()[0]
    blob = bytearray(entry.read_bytes())
    blob[flipped] ^= 4
    entry.write_bytes(blob[: len(blob) - cut])

    again, again_tiles = raise_dunes()
    assert np.array_equal(again, heights)
    assert np.array_equal(again_tiles, tiles)


def test_a_cache_that_cannot_be_written_is_done_without() -> None:
    cache_folder().parent.mkdir(parents=True, exist_ok=True)
    cache_folder().write_text("in the way")

    assert raise_dunes()[1].any()


def test_the_cache_does_not_grow_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relief, "MOST_KEPT", 3)
    for height in range(1, 7):
        raise_dunes((*CRESTS[1:], Crest(CRESTS[0].points, height)))

    assert len(entries()) == 3


def test_small_maps_leave_nothing_behind() -> None:
    raise_dunes(CRESTS[:3])

    assert entries() == []
