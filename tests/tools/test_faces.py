"""Portraits, wide pictures and the close-up: complete, in place, and as the programs draw them."""

import json
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from tools.art import closeup_hands, portraits, ui_pieces, vista_scenes
from tools.art.closeup_figures import FIGURES
from tools.art.closeup_shirt import shirt
from tools.art.hud_faces import MOODS, hud_face

ASSETS = Path(__file__).parents[2] / "assets"
SCREEN = (480, 270)
Pixels = NDArray[np.uint8]


def frames(path: str) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = json.loads((ASSETS / path).read_text("utf-8"))["frames"]
    return table


def committed_frame(atlas: str, name: str) -> Pixels:
    at = frames(f"{atlas}.json")[name]
    sheet = np.asarray(Image.open(ASSETS / f"{atlas}.png"))
    frame: Pixels = sheet[at["y"] : at["y"] + at["h"], at["x"] : at["x"] + at["w"]]
    return frame


def nearly_the_same(one: Pixels, other: Pixels) -> bool:
    """Equal but for a few pixels: another processor may round a tone to the next dither step."""
    return one.shape == other.shape and float((one != other).any(-1).mean()) < 0.002


@pytest.mark.parametrize("person", sorted(portraits.PEOPLE))
def test_every_feeling_can_blink_and_speak(person: str) -> None:
    listed = frames(f"portraits/{person}.json")
    for feeling in portraits.PEOPLE[person].looks:
        bust = listed[f"{person}/{feeling}"]
        assert (bust["w"], bust["h"]) == (164, 192)
        for suffix in ("blink", "talk", "talk2"):
            piece = listed[f"{person}/{feeling}/{suffix}"]
            assert piece["ax"] < 0 and piece["w"] - piece["ax"] < 164
            assert piece["ay"] < 0 and piece["h"] - piece["ay"] < 192


@pytest.mark.parametrize(
    ("person", "feelings"),
    [
        ("sakura", "neutral dry annoyed soft surprised firm tired"),
        ("sasori", "neutral amused wary pained asking honest blank"),
    ],
)
def test_the_two_who_talk_have_all_their_feelings(person: str, feelings: str) -> None:
    assert set(feelings.split()) <= portraits.PEOPLE[person].looks.keys()


def test_no_two_feelings_look_the_same() -> None:
    for person in ("sakura", "sasori"):
        sheet = np.asarray(Image.open(ASSETS / "portraits" / f"{person}.png"))
        faces = {}
        for name, at in frames(f"portraits/{person}.json").items():
            if name.count("/") == 1:
                face = sheet[at["y"] : at["y"] + at["h"], at["x"] : at["x"] + at["w"]]
                faces[name] = face.tobytes()
        assert len(set(faces.values())) == len(faces) >= 7


def test_the_committed_child_is_the_one_that_is_drawn() -> None:
    drawn = portraits.person_atlas("child").cells
    for name in ("child/neutral", "child/scared"):
        assert nearly_the_same(committed_frame("portraits/child", name), drawn[name].image)


def test_a_committed_night_is_the_one_that_is_drawn() -> None:
    for name, drawn, _ in vista_scenes.SCENES["ending_cold"]().layers:
        committed = np.asarray(Image.open(ASSETS / "vistas" / f"ending_cold_{name}.png"))
        assert nearly_the_same(committed, drawn[..., : committed.shape[2]])


def test_the_committed_signs_are_those_that_are_drawn() -> None:
    for name, drawn in ui_pieces.pieces().items():
        assert nearly_the_same(committed_frame("sprites/ui", name), drawn), name


def test_alarm_marks_differ_by_shape() -> None:
    shapes = {
        name: (image[..., 3] > 0).tobytes()
        for name, image in ui_pieces.pieces().items()
        if name.startswith("mark/")
    }
    assert len(set(shapes.values())) == len(shapes) >= 5


@pytest.mark.parametrize("scene", sorted(vista_scenes.SCENES))
def test_a_wide_picture_fills_the_screen_and_names_files_that_exist(scene: str) -> None:
    folder = ASSETS / "vistas"
    document = json.loads((folder / f"{scene}.json").read_text("utf-8"))
    names = {layer["name"] for layer in document["layers"]}
    sky = document["layers"][0]
    with Image.open(folder / sky["image"]) as picture:
        assert picture.width + sky["x"] >= SCREEN[0] and picture.height == SCREEN[1]
        assert np.asarray(picture)[..., 3].min() == 255
    for layer in document["layers"]:
        assert (folder / layer["image"]).is_file()
    for figure in document["figures"]:
        assert figure["after_layer"] in names
        assert all((folder / frame).is_file() for frame in figure["frames"])
    assert all(0 <= x < SCREEN[0] and 0 <= y < SCREEN[1] for x, y in document["stars"])


def test_the_clouds_repeat_without_a_seam() -> None:
    with Image.open(ASSETS / "vistas" / "title_clouds.png") as picture:
        alpha = np.asarray(picture)[..., 3].astype(int)
    inside = np.abs(np.diff(alpha, axis=1)).mean()
    seam = np.abs(alpha[:, 0] - alpha[:, -1]).mean()
    assert seam < inside * 3 + 4


def test_every_patient_has_a_body_a_lit_body_and_a_shirt_of_the_size_of_the_table() -> None:
    folders = {path.name for path in (ASSETS / "closeup").iterdir() if path.is_dir()}
    assert folders == set(FIGURES)
    for name in FIGURES:
        for part in ("base", "green", "shirt"):
            with Image.open(ASSETS / "closeup" / name / f"{part}.png") as picture:
                assert picture.size == SCREEN


def test_patients_differ_in_skin_and_in_what_they_wear() -> None:
    def part(name: str, what: str) -> NDArray[np.int64]:
        with Image.open(ASSETS / "closeup" / name / f"{what}.png") as picture:
            return np.asarray(picture.convert("RGB")).astype(int)

    belly = (slice(150, 200), slice(220, 260))
    assert np.abs(part("guard", "base") - part("wounded", "base"))[belly].mean() > 8
    assert np.abs(part("guard", "shirt") - part("wounded", "shirt"))[belly].mean() > 8


def test_every_hand_has_every_gesture_and_its_light() -> None:
    listed = frames("closeup/parts.json")
    for side in closeup_hands.SIDES:
        for gesture in closeup_hands.GESTURES:
            assert {f"hand_{side}/{gesture}", f"hand_{side}/{gesture}/light"} <= listed.keys()


def test_the_committed_shirt_of_the_guard_is_the_one_that_is_drawn() -> None:
    with Image.open(ASSETS / "closeup" / "guard" / "shirt.png") as picture:
        committed = np.asarray(picture.convert("RGBA"))
    assert nearly_the_same(committed, shirt(FIGURES["guard"]))


def test_the_small_face_shows_three_different_moods() -> None:
    faces = {mood: hud_face(mood) for mood in MOODS}
    assert len({face.tobytes() for face in faces.values()}) == 3
    assert all(face.shape == (26, 26, 4) for face in faces.values())
