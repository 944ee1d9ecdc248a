"""The committed sprites are what the drawing programs draw, and fit what the view asks of them."""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as PilImage

from tools import strips
from tools.art import __main__ as art
from tools.art import creature_lizard, edges, people, people_gaits, people_poses
from tools.art.__main__ import MAKERS, build, differing, sources
from tools.art.atlas import AtlasWriter, write_png
from tools.art.dither import shade_ramp
from tools.art.palette import COLORS, ramp, rgb, steps
from tools.art.people_cast import SAKURA
from tools.art.people_gaits import Motion
from tools.art.people_turn import turn_head
from tools.art.people_view import FOOT_X, FOOT_Y
from tools.art.raster import canvas, dot, grid_sprite, half, outline, paste, shift

SPRITES = Path(__file__).parents[2] / "assets" / "sprites"
ATLASES = ("people", "creatures")
SHEETS = (
    *(f"sprites/{name}.png" for name in ("people", "creatures", "props", "ui")),
    *(f"portraits/{name}.png" for name in ("sakura", "sasori", "guard", "child")),
)


@cache
def document(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SPRITES / f"{name}.json").read_text("utf-8"))
    return loaded


@cache
def sheet(name: str) -> np.ndarray[Any, Any]:
    return np.asarray(PilImage.open(SPRITES / f"{name}.png").convert("RGBA"))


def pixels(name: str, frame: str) -> np.ndarray[Any, Any]:
    box = document(name)["frames"][frame]
    return sheet(name)[box["y"] : box["y"] + box["h"], box["x"] : box["x"] + box["w"]]


def test_sakura_walks_as_committed() -> None:
    atlas = AtlasWriter()
    for direction in ("down", "right", "up_left"):
        drawn = people.frames(SAKURA, people_gaits.WALK, direction)
        atlas.animate(f"sakura/walk/{direction}", drawn, FOOT_X, FOOT_Y, stride_px=22)
    for name, cell in atlas.cells.items():
        assert np.array_equal(cell.image, pixels("people", name)), name


def test_the_lizard_threatens_as_committed() -> None:
    atlas = AtlasWriter()
    poses, _, ticks = creature_lizard.lizard_motions()["threat"]
    drawn = [creature_lizard.lizard(pose) for pose in poses]
    atlas.animate("lizard/threat/right", drawn, *creature_lizard.LIZARD_FOOT, ticks=ticks)
    for name, cell in atlas.cells.items():
        assert np.array_equal(cell.image, pixels("creatures", name)), name


@pytest.mark.parametrize("name", ATLASES)
def test_every_frame_of_every_animation_exists_on_the_sheet(name: str) -> None:
    atlas = document(name)
    width, height = PilImage.open(SPRITES / atlas["image"]).size
    for animation in atlas["animations"].values():
        assert (animation["stride_px"] > 0) != (animation["ticks"] > 0)
        for frame in animation["frames"]:
            box = atlas["frames"][frame]
            assert 0 <= box["x"] <= width - box["w"]
            assert 0 <= box["y"] <= height - box["h"]


@pytest.mark.parametrize("name", ATLASES)
def test_the_foot_point_stays_put_within_an_animation(name: str) -> None:
    atlas = document(name)
    for animation in atlas["animations"].values():
        boxes = [atlas["frames"][frame] for frame in animation["frames"]]
        assert len({(b["ax"], b["ay"], b["w"], b["h"]) for b in boxes}) == 1


@pytest.mark.parametrize("motion", [people_gaits.WALK, people_gaits.SNEAK, people_gaits.RUN])
def test_a_planted_foot_moves_back_as_fast_as_the_body_moves_on(motion: Motion) -> None:
    step = motion.stride_px / len(motion.poses)
    feet = [pose.right_foot for pose in motion.poses]
    planted = [(a, b) for a, b in pairwise(feet) if a[2] == b[2] == 0]
    assert len(planted) >= 2
    for before, after in planted:
        assert before[0] - after[0] == pytest.approx(step)


def test_her_head_bobs_by_a_pixel_and_no_more_when_she_walks() -> None:
    assert {pose.rise for pose in people_gaits.WALK.poses} == {0, 1}


def test_one_foot_is_always_down_in_a_walk_and_both_leave_the_ground_in_a_run() -> None:
    def airborne(motion: Motion) -> int:
        return sum(p.right_foot[2] > 0 and p.left_foot[2] > 0 for p in motion.poses)

    assert airborne(people_gaits.WALK) == 0
    assert airborne(people_gaits.RUN) > 0


def colors_of(image: np.ndarray[Any, Any]) -> set[tuple[int, int, int]]:
    """All colours of solid pixels."""
    solid = image[image[..., 3] == 255][:, :3].astype(np.int64)
    packed = np.unique(solid[:, 0] << 16 | solid[:, 1] << 8 | solid[:, 2])
    return {(c >> 16, c >> 8 & 255, c & 255) for c in packed.tolist()}


@pytest.mark.parametrize("name", SHEETS)
def test_every_solid_pixel_is_a_colour_of_the_palette(name: str) -> None:
    picture = PilImage.open(SPRITES.parent / name).convert("RGBA")
    assert colors_of(np.asarray(picture)) <= set(COLORS.values())


def test_only_her_hair_is_pink() -> None:
    pink = {rgb(step) for step in steps("pink")[1:]}
    for name in (*ATLASES, "props"):
        drawn = sheet(name).copy()
        for frame, box in document(name)["frames"].items():
            if frame.startswith("sakura/"):
                drawn[box["y"] : box["y"] + box["h"], box["x"] : box["x"] + box["w"]] = 0
        assert not colors_of(drawn) & pink


def test_lights_mixed_in_stay_in_the_palette() -> None:
    image = canvas(5, 6)
    image[1:5, 1:4] = (*rgb("red2"), 255)
    lit = edges.rim(image)
    assert not np.array_equal(lit, image)
    assert colors_of(edges.outline(lit)) <= set(COLORS.values())
    assert edges.nearest((170, 43, 50), ("moon1", "red2", "pink2")) == rgb("red2")


@pytest.mark.parametrize("who", ["child_a", "snake"])
def test_the_committed_strips_are_those_of_the_sprites(who: str, tmp_path: Path) -> None:
    assert strips.main([who, "--out", str(tmp_path)]) == 0
    drawn = PilImage.open(tmp_path / f"{who}.png").convert("RGB")
    committed = PilImage.open(SPRITES.parent / "screens" / "strips" / f"{who}.png").convert("RGB")
    assert np.array_equal(np.asarray(drawn), np.asarray(committed))


def test_strips_of_nobody_are_refused_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert strips.main(["nobody"]) == 2
    assert "nobody is called 'nobody'; there are sakura" in capsys.readouterr().err


def test_equal_pictures_share_one_place_on_the_sheet() -> None:
    atlas = AtlasWriter()
    image = canvas(4, 4)
    dot(image, 1, 1, "sand3")
    atlas.add("a", image, 1, 1)
    atlas.add("b", image.copy(), 1, 1)
    _, built = atlas.build("x.png")
    assert built["frames"]["a"] == built["frames"]["b"]
    with pytest.raises(ValueError, match="'a' is drawn twice"):
        atlas.add("a", image, 1, 1)


def test_building_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    files = []
    for folder in ("first", "second"):
        atlas = AtlasWriter()
        drawn = people.frames(SAKURA, people_poses.IDLE, "down")
        atlas.animate("sakura/idle/down", drawn, FOOT_X, FOOT_Y, ticks=20)
        atlas.write(tmp_path / folder, "people")
        files.append([p.read_bytes() for p in sorted((tmp_path / folder).iterdir())])
    assert files[0] == files[1]


def test_ramps_run_from_dark_to_light() -> None:
    for name in ("sand", "stone", "pink", "chak", "night"):
        light = [sum(rgb(step)) for step in steps(name)]
        assert light == sorted(light)
    assert COLORS["night1"] == (0x13, 0x11, 0x2A)


def test_shading_never_leaves_the_ramp() -> None:
    tone = np.linspace(-3, 12, 64).reshape(8, 8)
    shaded = shade_ramp(tone, ramp("sand"), 1.0).reshape(-1, 3)
    allowed = {rgb(step) for step in steps("sand")}
    assert {tuple(int(v) for v in color) for color in shaded} <= allowed


def test_a_wrong_mark_in_a_drawing_is_named_by_row_and_column() -> None:
    with pytest.raises(ValueError, match="row 1, column 2: 'Z'"):
        grid_sprite(["abc", "abZ"], {"a": "sand1", "b": "sand2", "c": "sand3"})


def test_a_turned_head_keeps_its_outline_and_moves_its_eyes() -> None:
    assert turn_head(["..12cwwc21.."]) == ["..1222cww1.."]


def test_half_a_drawing_is_mirrored() -> None:
    assert half("ab\n.c") == ["abba", ".cc."]


def test_the_outline_surrounds_a_dot_on_four_sides() -> None:
    image = canvas(1, 1)
    dot(image, 0, 0, "lamp3")
    ringed = outline(image)
    assert (ringed[..., 3] > 0).tolist() == [
        [False, True, False],
        [True, True, True],
        [False, True, False],
    ]


def test_pasting_over_the_edge_keeps_what_fits() -> None:
    target, sprite = canvas(3, 3), canvas(2, 2)
    for x in range(2):
        for y in range(2):
            dot(sprite, x, y, "red2")
    paste(target, sprite, 2, -1)
    assert np.argwhere(target[..., 3]).tolist() == [[0, 2]]


def test_shifting_a_mask_loses_what_leaves() -> None:
    mask = np.array([[1, 2], [3, 4]])
    assert shift(mask, 1, 0).tolist() == [[0, 1], [0, 3]]
    assert shift(mask, 0, -1).tolist() == [[3, 4], [0, 0]]
    assert shift(mask, 5, 0).tolist() == [[0, 0], [0, 0]]


def test_a_picture_depends_on_the_programs_it_uses_and_no_others() -> None:
    used = {path.name for path in sources("tools.art.creatures")}
    assert {"creatures.py", "creature_snake.py", "dither.py", "palette.py"} <= used
    assert "portraits.py" not in used


def test_a_picture_is_drawn_again_only_when_something_of_it_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def make(out: Path) -> None:
        drawn.append(len(drawn))
        image = canvas(2, 2)
        dot(image, 0, 0, "sand3")
        write_png(out / "dot.png", image)

    make.__module__ = "tools.art.noise"  # whose sources are few
    monkeypatch.setattr(art, "MAKERS", {"dot": make})
    monkeypatch.setattr(art, "FOLDERS", {"dot": tmp_path / "assets"})
    monkeypatch.setattr(art, "user_cache_path", lambda name: tmp_path / name)
    assert art.main([]) == art.main([]) == 0
    assert len(drawn) == 1
    (tmp_path / "assets" / "dot.png").write_bytes(b"not a picture")
    assert art.main([]) == 0 and art.main(["--check"]) == 0
    assert len(drawn) == 3


def test_a_changed_picture_is_named_by_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(out: Path) -> None:
        image = canvas(2, 2)
        dot(image, 0, 0, "sand3")
        write_png(out / "sprites" / "dot.png", image)

    monkeypatch.setitem(MAKERS, "dot", make)
    files = build("dot", tmp_path)
    assert files == ["sprites/dot.png"]
    assert differing("dot", tmp_path) == []
    (tmp_path / files[0]).write_bytes(b"not a picture")
    assert differing("dot", tmp_path) == ["sprites/dot.png"]
