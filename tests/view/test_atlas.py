"""An atlas gives the right picture for a name, a distance or a time, and clear words otherwise."""

import json
from pathlib import Path

import pygame
import pytest

from game.view.atlas import ROUND, Atlas, AtlasError, direction_of, nearby_directions

ANIMATIONS = {
    "cat/walk/right": {"frames": ["cat/0", "cat/1"], "stride_px": 10, "ticks": 0},
    "cat/walk/down": {"frames": ["cat/1", "cat/0"], "stride_px": 10, "ticks": 0},
    "cat/sit/right": {"frames": ["cat/0", "cat/1"], "stride_px": 0, "ticks": 6},
}
FRAMES = {
    "cat/0": {"x": 0, "y": 0, "w": 3, "h": 4, "ax": 1, "ay": 4},
    "cat/1": {"x": 3, "y": 0, "w": 3, "h": 4, "ax": 1, "ay": 4},
}


def written(folder: Path, **changes: object) -> Path:
    sheet = pygame.Surface((6, 4), pygame.SRCALPHA)
    sheet.fill((255, 0, 0, 255), (0, 0, 3, 4))
    sheet.fill((0, 0, 255, 255), (3, 0, 3, 4))
    pygame.image.save(sheet, folder / "cat.png")
    document = {"version": 1, "image": "cat.png", "frames": FRAMES, "animations": ANIMATIONS}
    path = folder / "cat.json"
    path.write_text(json.dumps(document | changes))
    return path


def test_a_frame_is_cut_from_its_place_with_its_foot_point(tmp_path: Path) -> None:
    sprite = Atlas.load(written(tmp_path)).frame("cat/1")
    assert sprite.surface.get_size() == (3, 4)
    assert tuple(sprite.surface.get_at((0, 0))) == (0, 0, 255, 255)
    assert (sprite.ax, sprite.ay) == (1, 4)


def test_a_sheet_is_seen_in_the_light_that_it_names(tmp_path: Path) -> None:
    atlas = Atlas.load(written(tmp_path, tint=[102, 255, 204]))
    assert tuple(atlas.frame("cat/0").surface.get_at((0, 0))) == (102, 0, 0, 255)
    assert tuple(atlas.frame("cat/1").surface.get_at((0, 0))) == (0, 0, 204, 255)
    with pytest.raises(AtlasError, match="255"):
        Atlas.load(written(tmp_path, tint=[1, 2, 256]))


def test_a_walk_follows_the_distance_and_not_the_time(tmp_path: Path) -> None:
    atlas = Atlas.load(written(tmp_path))
    shown = [atlas.pick("cat/walk/right", px, 999) for px in (0, 4.9, 5, 9.9, 10, 1000)]
    assert shown == ["cat/0", "cat/0", "cat/1", "cat/1", "cat/0", "cat/0"]


def test_an_act_follows_the_time_and_can_stop_at_its_end(tmp_path: Path) -> None:
    atlas = Atlas.load(written(tmp_path))
    assert [atlas.pick("cat/sit/right", 77, t) for t in (0, 5, 6, 12)] == [
        "cat/0",
        "cat/0",
        "cat/1",
        "cat/0",
    ]
    assert atlas.pick("cat/sit/right", 0, 600, loop=False) == "cat/1"


def test_a_direction_that_was_not_drawn_falls_back_to_the_nearest(tmp_path: Path) -> None:
    atlas = Atlas.load(written(tmp_path))
    assert atlas.resolve("cat/walk/down_right") == "cat/walk/right"
    assert atlas.resolve("cat/walk/down_left") == "cat/walk/down"
    assert atlas.resolve("cat/sit/up") == "cat/sit/right"
    assert atlas.resolve("cat/walk/down") == "cat/walk/down"


def test_an_unknown_name_is_answered_with_the_nearest_one(tmp_path: Path) -> None:
    atlas = Atlas.load(written(tmp_path))
    with pytest.raises(AtlasError, match=r"no frame 'cat/7'; the nearest is 'cat/"):
        atlas.frame("cat/7")
    with pytest.raises(AtlasError, match="the nearest is 'cat/walk/right'"):
        atlas.animation("cat/wlk/right")
    assert not atlas.has("dog/walk/right")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"version": 9}, "version 9, this game reads 1"),
        ({"image": "dog.png"}, "dog.png: cannot be read"),
        ({"frames": "none"}, "rebuild it"),
        ({"frames": {"cat/0": FRAMES["cat/0"]}}, "lacks its frame 'cat/1'"),
        ({"frames": FRAMES | {"cat/1": FRAMES["cat/1"] | {"x": 5}}}, "'cat/1' lies outside"),
        ({"animations": {"cat": {"frames": []}}}, "'cat' has no frames"),
        ({"animations": {"cat": {"frames": ["cat/0"]}}}, "either stride_px or ticks"),
    ],
)
def test_a_damaged_atlas_is_refused_in_one_line(
    tmp_path: Path, changes: dict[str, object], words: str
) -> None:
    path = written(tmp_path, **changes)
    with pytest.raises(AtlasError, match=words) as refusal:
        Atlas.load(path)
    assert "\n" not in str(refusal.value)


def test_a_missing_atlas_is_named(tmp_path: Path) -> None:
    with pytest.raises(AtlasError, match=r"nothing here\.json"):
        Atlas.load(tmp_path / "nothing here.json")


def test_headings_name_the_direction_they_point_to() -> None:
    assert [direction_of(h) for h in (0, 63, 64, 256, 512, 768, 1023)] == [
        "right",
        "right",
        "down_right",
        "down",
        "left",
        "up",
        "right",
    ]


@pytest.mark.parametrize("direction", ROUND)
def test_every_direction_has_all_others_in_reach(direction: str) -> None:
    near = nearby_directions(direction)
    assert near[0] == direction
    assert sorted(near) == sorted(ROUND)
