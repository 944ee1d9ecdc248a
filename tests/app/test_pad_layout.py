"""Prompts show what the pad in hand prints on its buttons."""

import pytest

from game.app.actions import PAD_NAMES
from game.app.keys import button_label, button_picture
from game.app.pad_layout import PadLayout, layout_of
from game.content.paths import assets_folder
from game.content.strings import Strings
from game.view.atlas import Atlas
from game.view.pad_words import label_words


@pytest.mark.parametrize(
    ("name", "layout"),
    [
        ("Xbox Series X Controller", PadLayout.XBOX),
        ("PS5 Controller", PadLayout.PLAYSTATION),
        ("Sony DualShock 4 V2", PadLayout.PLAYSTATION),
        ("Nintendo Switch Pro Controller", PadLayout.SWITCH),
        ("Generic USB Joystick", PadLayout.XBOX),
    ],
)
def test_a_pad_is_known_by_its_name(name: str, layout: PadLayout) -> None:
    assert layout_of(name) is layout


@pytest.mark.parametrize("layout", PadLayout)
def test_every_button_of_every_make_has_its_picture_and_its_words(layout: PadLayout) -> None:
    atlas, strings = Atlas.load(assets_folder() / "sprites" / "ui.json"), Strings.load()
    for name in PAD_NAMES:
        assert button_picture(name, layout) in atlas.boxes
        assert button_label(strings, name, layout)


def test_the_same_button_is_called_otherwise_on_another_make() -> None:
    strings = Strings.load()
    said = [button_label(strings, "lb", layout) for layout in PadLayout]
    assert said == ["LB", "L1", "L"]
    assert label_words(strings, "pad/playstation/a") == "Cross"
    assert label_words(strings, "pad/dpad_up") == "D-pad up"
    assert label_words(strings, "Shift") == "Shift"
