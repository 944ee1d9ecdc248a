"""Pictures of the game beside the drawings that they were to live up to, and what both measure.

The drawings are kept elsewhere; what was measured in them is kept in ``assets/screens/pairs``, so
that a test can hold the game against it.
"""

import json
from pathlib import Path
from typing import Final

import pygame

from game.content.paths import assets_folder
from tools.shots.measures import Measures, measure, palette_share, pixels_of
from tools.shots.night import staged
from tools.shots.studio import Studio, Take, before_light, land_of

PAIRS: Final[dict[str, str]] = {
    "title": "mock_title_3x.png",
    "patrol": "mock_patrol_3x.png",
    "gate_watch": "mock_patrol_3x.png",
    "storm": "mock_storm_3x.png",
    "operation": "mock_heal_3x.png",
    "talk": "mock_dialogue_3x.png",
    "land": "ground_crests.png",
}
"""A picture of the game, and the drawing of the same."""
WITHIN_PER_CENT: Final = 30
PALETTE_PER_MILLE: Final = 980
UNLIT: Final = ("patrol", "storm", "dunes", "village", "land")
"""Whose colours are counted before light falls on them."""
_LAND_PX: Final = (1440, 810)
_LAND_AT: Final = (384, 1024)
_GAP_PX: Final = 8
_WIDE_PX: Final = 960


def folder() -> Path:
    """Where the pairs are kept."""
    return assets_folder() / "screens" / "pairs"


def land(studio: Studio) -> pygame.Surface:
    """A wide piece of the story's land as it was painted, without a light on it."""
    return land_of(studio.story.level, (*_LAND_AT, *_LAND_PX))


def shots() -> dict[str, Take]:
    """Pictures that are there for their pair alone."""
    return {"land": land}


def kept() -> dict[str, Measures]:
    """What the drawings measure, by the name of the game's picture."""
    text = (folder() / "measures.json").read_text("utf-8")
    return {name: Measures(**table) for name, table in json.loads(text).items()}


def measure_mocks(mocks: Path) -> dict[str, Measures]:
    """Measure the drawings in a folder. Raises FileNotFoundError where one is missing."""
    return {name: measure(pixels_of(_native(mocks / file))) for name, file in PAIRS.items()}


def palette_shares(studio: Studio) -> dict[str, int]:
    """Per mille of the palette's colours in pictures without light, by name."""
    shares = {}
    for name in UNLIT:
        picture = land(studio) if name == "land" else before_light(staged(studio, name))
        shares[name] = palette_share(pixels_of(picture))
    return shares


def write_pairs(mocks: Path, pictures: dict[str, pygame.Surface], studio: Studio) -> None:
    """Write all pairs, what was measured, and the README that shows both."""
    target = folder()
    target.mkdir(parents=True, exist_ok=True)
    drawn = measure_mocks(mocks)
    tables = {name: found.table() for name, found in drawn.items()}
    text = json.dumps(tables, indent=2) + "\n"
    (target / "measures.json").write_text(text, encoding="utf-8")
    for name, file in PAIRS.items():
        _save_pair(_native(mocks / file), pictures[name], target / f"{name}.png")
    game = {name: measure(pixels_of(pictures[name])) for name in PAIRS}
    readme = _readme(drawn, game, palette_shares(studio))
    (target / "README.md").write_text(readme, encoding="utf-8")


def too_far(name: str, drawn: Measures, game: Measures) -> list[str]:
    """What of a picture is further from its drawing than it may be, in words."""
    found = []
    for what, mock, ours in (
        ("tones", drawn.tones, game.tones),
        ("warm_per_mille", drawn.warm_per_mille, game.warm_per_mille),
    ):
        if abs(ours - mock) * 100 > WITHIN_PER_CENT * mock:
            found.append(f"{name}: {what} {ours}, the drawing has {mock}")
    if game.flat_squares > drawn.flat_squares:
        found.append(f"{name}: {game.flat_squares} squares of 64 px have but one colour")
    return found


def _native(path: Path) -> pygame.Surface:
    """A drawing in the pixels it was drawn in: most are kept three times as large."""
    picture = pygame.image.load(path)
    if path.stem.endswith("_3x"):
        width, height = picture.get_size()
        picture = pygame.transform.scale(picture, (width // 3, height // 3))
    return picture.convert(24)


def _save_pair(mock: pygame.Surface, game: pygame.Surface, path: Path) -> None:
    """Drawing left, game right, each 960 px wide."""
    sides = []
    for picture in (mock, game):
        width, height = picture.get_size()
        if width < _WIDE_PX:
            times = _WIDE_PX // width
            picture = pygame.transform.scale_by(picture, times)
        else:
            picture = picture.subsurface((0, 0, _WIDE_PX, min(height, 540)))
        sides.append(picture)
    height = max(each.get_height() for each in sides)
    pair = pygame.Surface((2 * _WIDE_PX + _GAP_PX, height))
    pair.blit(sides[0], (0, 0))
    pair.blit(sides[1], (_WIDE_PX + _GAP_PX, 0))
    pygame.image.save(pair, path)


def _readme(
    drawn: dict[str, Measures], game: dict[str, Measures], shares: dict[str, int]
) -> str:
    rows = [
        "# Beside the drawings",
        "",
        "Left the drawing that said how the game was to look, right the game, both without",
        "retouching. `python tools/screens.py --out FOLDER --mocks FOLDER` takes them again;",
        "`measures.json` keeps what the drawings measure, and a test holds the game against it.",
        "The drawings show the look, not the story: their words and wounds are not the game's.",
        "",
        "| pair | tones: drawing | game | warm: drawing | game | flat squares | palette, unlit |",
        "|---|---|---|---|---|---|---|",
    ]
    for name in PAIRS:
        mock, ours = drawn[name], game[name]
        share = f"{shares[name] / 10:.1f} %" if name in shares else ""
        warm = f"{mock.warm_per_mille / 10:.1f} % | {ours.warm_per_mille / 10:.1f} %"
        tones = f"[{name}]({name}.png) | {mock.tones} | {ours.tones}"
        rows.append(f"| {tones} | {warm} | {ours.flat_squares} | {share} |")
    others = [f"{name} {share / 10:.1f} %" for name, share in shares.items() if name not in PAIRS]
    rows += [
        "",
        "Tones: of 32 steps of brightness, those that make up at least 0.2 % of the picture. Warm:",
        "pixels with at least 10 more red than blue. Both may differ from the drawing by 30 %.",
        "Flat squares: places where 64 x 64 px have but one colour; the game has no more than the",
        "drawing. Palette, unlit: pixels of the named colours before light, shadow and dust fall",
        f"on the picture; at least 98 %. Also measured so: {', '.join(others)}.",
        "",
    ]
    return "\n".join(rows)
