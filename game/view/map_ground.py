"""The painted ground of a whole map at once, for a picture that its maker can draw over."""

from pathlib import Path

import pygame

from game.content.paths import ground_folder
from game.core.units import TILE_PX
from game.sim.level import Level
from game.view.ground import CHUNK_PX, Ground
from game.view.ground_pack import GroundPacks


def paint_whole(level: Level, cache_dir: Path | None) -> pygame.Surface:
    """Paint all of a level's ground, strip by strip; ``cache_dir`` keeps what was painted."""
    ground = Ground(
        level.crests,
        level.surface,
        level.walls,
        level.conditions.wind,
        cache_dir=cache_dir,
        shipped=GroundPacks.of(ground_folder()),
    )
    size = level.width * TILE_PX, level.height * TILE_PX
    picture = pygame.Surface(size)
    for row in range(ground.rows):
        top = row * CHUNK_PX
        ground.finish((0, top, size[0], CHUNK_PX))
        strip = pygame.Surface((size[0], CHUNK_PX))
        ground.draw(strip, 0, top)
        picture.blit(strip, (0, top))
    return picture
