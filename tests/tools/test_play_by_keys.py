"""The night played by keys: each wish of the bot is keys that a person could hold."""

from pathlib import Path

import pygame
import pytest

from game.sim.table.state import TableInput
from tools.contact_sheets import PICTURE_SIZE, Sheets
from tools.key_bot import eight_ways, table_keys
from tools.play_by_keys import _x_name


@pytest.mark.parametrize(
    ("way", "keys"),
    [((9, 0), "d"), ((-9, 1), "a"), ((7, 8), "ds"), ((-6, -7), "aw"), ((1, -1), "")],
)
def test_of_eight_ways_the_nearest_is_taken(way: tuple[int, int], keys: str) -> None:
    assert eight_ways(*way, dead=2) == frozenset(keys)


def test_at_the_table_everything_asked_for_is_a_key() -> None:
    asked = TableInput(move=16, slow=True, flow=True)
    assert table_keys(asked) == {"s", "c", "e"}
    others = TableInput(scan=True, wipe=True, look_up=True, cut=True, leave=True)
    assert table_keys(others) == {"q", "space", "v", "f", "x"}


def test_keys_are_called_as_the_server_knows_them() -> None:
    assert [_x_name(key) for key in ("e", "f5", "f", "left shift")] == ["e", "F5", "f", "Shift_L"]


def test_pictures_fill_one_sheet_after_another(tmp_path: Path) -> None:
    sheets = Sheets(tmp_path, frames=True)
    for tick in range(26):
        sheets.add(pygame.Surface(PICTURE_SIZE), tick)
    sheets.close()
    assert len(list(tmp_path.glob("sheet_*.png"))) == 2
    assert len(list(tmp_path.glob("frame_*.png"))) == 26
