"""The cut to black: his name stands alone for a moment, then there is nothing for three seconds."""

from typing import Final

import pygame

from game.sim import tuning
from game.sim.tale.night import Beat
from game.sim.world import World
from game.view.library import Library
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import body_font, draw_rows

_WORDS_TICKS: Final = 48
"""How long the last line stays on the black."""
_FADE: Final = ("sand8", "sand6", "sand4", "sand2")
_FADE_TICKS: Final = 18
_WIDTH_PX: Final = 380


class BlackView:
    """Draws the black after the name. It keeps nothing: the World says how far it is."""

    def __init__(self, library: Library, options: StageOptions | None = None) -> None:
        self.library = library
        self.options = options or StageOptions()

    @staticmethod
    def active(world: World) -> bool:
        """Whether the screen is black just now."""
        story = world.story
        return (
            story.beat is Beat.NAMED
            and not story.after
            and (world.talk is None or world.talk.done)
            and 0 <= world.tick - story.named_tick <= tuning.NAME_BLACK_TICKS
        )

    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Fill the canvas with black, and with the last line while it still stands."""
        canvas.fill(rgb("ink"))
        passed = world.tick - world.story.named_tick
        talk = world.talk
        if talk is None or not talk.line or passed >= _WORDS_TICKS:
            return
        late = max(0, passed - (_WORDS_TICKS - _FADE_TICKS))
        color = _FADE[late * len(_FADE) // _FADE_TICKS]
        font = body_font(self.library, self.options)
        text = self.library.strings.text(talk.line, **talk.variables)
        rows = font.wrap(text, _WIDTH_PX)
        y = (canvas.get_height() - len(rows) * font.line) // 2
        for number, row in enumerate(rows):
            x = (canvas.get_width() - font.width(row)) // 2
            place = x, y + number * font.line
            draw_rows(canvas, font, [row], place, rgb(color), rgb("ink"))
