"""Everything that is loaded once and drawn from again and again: atlases, letters, words, tiles."""

from dataclasses import dataclass, field
from pathlib import Path

import pygame

from game.content.paths import assets_folder
from game.content.scenery import TilePicture
from game.content.strings import Strings
from game.view.atlas import Atlas, AtlasError
from game.view.font import Font

Surface = pygame.Surface


def shown(surface: Surface) -> Surface:
    """The surface in the display's own format with alpha, where there is a display."""
    if pygame.display.get_init() and pygame.display.get_surface() is not None:
        return surface.convert_alpha()
    return surface


@dataclass(slots=True)
class Library:
    """The pictures and words of the night. Make one with ``load`` and hand it to every scene."""

    people: Atlas
    creatures: Atlas
    props: Atlas
    ui: Atlas
    small: Font
    large: Font
    strings: Strings
    _sheets: dict[Path, Surface] = field(default_factory=dict)
    _tiles: dict[TilePicture, Surface] = field(default_factory=dict)

    @classmethod
    def load(cls, locale: str = "en", assets: Path | None = None) -> "Library":
        """Read everything below the assets folder.

        Raises AtlasError, FontError or CatalogueError, each one line naming the file.
        """
        folder = assets_folder() if assets is None else assets
        sprites, fonts = folder / "sprites", folder / "font"
        return cls(
            people=Atlas.load(sprites / "people.json"),
            creatures=Atlas.load(sprites / "creatures.json"),
            props=Atlas.load(sprites / "props.json"),
            ui=Atlas.load(sprites / "ui.json"),
            small=Font.load(fonts / "small.json"),
            large=Font.load(fonts / "large.json"),
            strings=Strings.load(locale, folder / "text"),
        )

    def tile(self, picture: TilePicture) -> Surface:
        """The picture of one tile of a map. Raises AtlasError if its file cannot be read."""
        found = self._tiles.get(picture)
        if found is None:
            found = self._sheet(picture.file).subsurface(picture.area)
            flip = picture.flip
            if flip.diagonal:
                found = pygame.transform.flip(pygame.transform.rotate(found, 90), False, True)
            if flip.horizontal or flip.vertical:
                found = pygame.transform.flip(found, flip.horizontal, flip.vertical)
            self._tiles[picture] = found
        return found

    def forget_tiles(self) -> None:
        """Read the pictures of tiles again when they are next asked for: they were painted anew."""
        self._sheets.clear()
        self._tiles.clear()

    def _sheet(self, file: Path) -> Surface:
        sheet = self._sheets.get(file)
        if sheet is None:
            try:
                sheet = shown(pygame.image.load(file))
            except (OSError, pygame.error) as error:
                raise AtlasError(f"{file}: cannot be read: {error}") from error
            self._sheets[file] = sheet
        return sheet
