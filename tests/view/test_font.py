"""The letters: everything the texts need can be written, and lines fit where they are told to."""

import string
from io import BytesIO
from pathlib import Path

import numpy as np
import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from game.view.font import Font, FontError
from game.view.palette import COLORS
from tools.art import palette
from tools.art.font import GlyphError, draw_sheet, load_sizes, parse_glyphs

FONTS = Path(__file__).parents[2] / "assets" / "font"
TYPESET = " éèêàäöüßñç’“”–—…←→↑↓×·✓"  # noqa: RUF001 - the look-alikes are what is tested
NEEDED = string.ascii_letters + string.digits + string.punctuation + TYPESET
WHITE = (255, 255, 255)


@pytest.fixture(params=["small", "large"])
def font(request: pytest.FixtureRequest) -> Font:
    return Font.load(FONTS / f"{request.param}.json")


def test_every_letter_that_the_texts_may_use_is_drawn(font: Font) -> None:
    assert font.missing(NEEDED) == set()


def test_an_unknown_letter_is_named_and_shows_as_a_box(font: Font) -> None:
    assert font.missing("snow ☃") == {"☃"}
    assert pygame.mask.from_surface(font.render("☃", WHITE)).count() > 8


def test_no_two_letters_look_the_same() -> None:
    for size in load_sizes():
        shapes: dict[object, str] = {}
        for letter, glyph in size.glyphs.items():
            twin = shapes.setdefault((glyph.rows, glyph.up), letter)
            assert twin == letter or {twin, letter} == {"O", "0"}, (size.name, twin, letter)


SMALL = Font.load(FONTS / "small.json")


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet=NEEDED + "\n☃", max_size=120), width=st.integers(20, 460))
def test_wrapped_lines_are_never_wider_than_asked_and_lose_no_letter(text: str, width: int) -> None:
    lines = SMALL.wrap(text, width)
    assert all(SMALL.width(line) <= width for line in lines)
    kept = "".join(lines).replace(" ", "")
    assert kept == text.replace("\n", "").replace(" ", "")


def test_a_line_is_as_wide_as_its_ink_says(font: Font) -> None:
    ink = pygame.mask.from_surface(font.render("Hand", WHITE)).get_bounding_rects()
    assert min(part.left for part in ink) == 1
    assert max(part.right for part in ink) - 1 == font.width("Hand")


def test_outlined_text_keeps_its_own_colour_on_top(font: Font) -> None:
    plain = pygame.mask.from_surface(font.render("Suna", WHITE))
    outlined = font.render("Suna", WHITE, outline=(1, 2, 3))
    assert pygame.mask.from_threshold(outlined, WHITE, (1, 1, 1)).count() == plain.count()
    assert pygame.mask.from_surface(outlined).count() > plain.count()


def test_the_same_text_is_rendered_once(font: Font) -> None:
    assert font.render("again", WHITE) is font.render("again", WHITE)


def test_the_committed_letters_are_those_drawn_in_the_glyph_file() -> None:
    for size in load_sizes():
        sheet, _ = draw_sheet(size)
        with Image.open(BytesIO((FONTS / f"{size.name}.png").read_bytes())) as committed:
            assert np.array_equal(np.asarray(committed), sheet)


def test_a_broken_font_file_is_refused_with_its_name(tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    with pytest.raises(FontError, match=r"bad\.json"):
        Font.load(bad)


def test_a_crooked_glyph_is_refused_with_its_line() -> None:
    with pytest.raises(GlyphError, match="line 3"):
        parse_glyphs("size small cap 7 descent 2 line 13\n\nglyph A\nXX\nX\n")


def test_the_screen_and_the_pictures_share_their_colours() -> None:
    assert {name: palette.COLORS[name] for name in COLORS} == COLORS
