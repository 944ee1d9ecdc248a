"""Moments of the tale: table, talk and wait of the short night, results of the whole one."""

from dataclasses import dataclass, field
from typing import Final

import pygame

from game.app.picture import Mode, mode_of
from game.view.camera import HEIGHT, WIDTH
from game.view.reading import Reading
from game.view.results_view import ResultsView
from game.view.trails import Trails
from tools.shots.studio import Played, Studio, Take

SHORT: Final = "short_night"
WHOLE: Final = "story"
MOMENTS: Final[dict[str, tuple[str, int, int]]] = {
    "table_liver": ("OperationBegan", 1, 148),
    "operation": ("OperationBegan", 1, 748),
    "table_sweat": ("Sweat", 1, 26),
    "table_ribs": ("OperationBegan", 1, 3748),
    "table_slashes": ("OperationBegan", 1, 7248),
    "wait": ("WaitBegan", 1, 1200),
    "talk_gate": ("TalkBegan", 1, 2),
    "talk_wakes": ("HeWakes", 1, 2),
    "talk": ("ChoicesOffered", 5, 0),
    "talk_name": ("Silence", 1, 1),
    "black": ("NameSpoken", 1, 43),
    "talk_after": ("AfterChosen", 1, 4),
    "home": ("HeLeft", 1, 260),
}
"""An event of the level, which of its kind, and how many ticks after it the picture is taken."""
RESULTS: Final = {"results": 0, "results_evidence": 2, "results_badges": 4, "results_map": 5}
"""Pages after the whole night, and which."""

_WHOLE_TICKS: Final = 480
"""After so long every page stands whole, the map of the night too."""


@dataclass
class Reel:
    """All pictures of one playing of a level."""

    studio: Studio
    level: str
    pictures: dict[str, pygame.Surface] = field(default_factory=dict)

    def picture(self, name: str) -> pygame.Surface:
        """A moment; the night is played when the first is asked for."""
        if not self.pictures:
            self._play()
        return self.pictures[name]

    def _play(self) -> None:
        played, trails = self.studio.level(self.level), Trails()
        moments = MOMENTS if self.level == SHORT else {}
        seen: dict[str, int] = {}
        due: dict[int, str] = {}
        while not played.run.over:
            events = played.tick()
            trails.note(played.world, events)
            tick = played.world.tick
            for event in events:
                kind = type(event).__name__
                seen[kind] = seen.get(kind, 0) + 1
                for name, (wanted, nth, later) in moments.items():
                    if (wanted, nth) == (kind, seen[kind]):
                        due[tick + later] = name
            if tick in due:
                if mode_of(played.world) is Mode.TALK:
                    played.view.talk.complete()
                self.pictures[due[tick]] = played.picture()
        if self.level == WHOLE:
            self._turn_pages(played, trails)

    def _turn_pages(self, played: Played, trails: Trails) -> None:
        """Take the pages of the results, each when it stands whole."""
        options = played.stage.options
        results = ResultsView(self.studio.library, played.world, trails, options, Reading())
        for name, page in RESULTS.items():
            results.turn(page - results.page)
            results.complete()
            for _ in range(_WHOLE_TICKS):
                results.tick()
            canvas = pygame.Surface((WIDTH, HEIGHT))
            results.draw(canvas)
            self.pictures[name] = canvas


def shots() -> dict[str, Take]:
    """All moments by name."""
    reels: dict[tuple[int, str], Reel] = {}

    def moment(name: str) -> Take:
        level = WHOLE if name in RESULTS else SHORT

        def take(studio: Studio) -> pygame.Surface:
            return reels.setdefault((id(studio), level), Reel(studio, level)).picture(name)

        return take

    return {name: moment(name) for name in (*MOMENTS, *RESULTS)}
