"""Marks that no light falls on: alarm, meters, watchers off screen, ghosts, sounds, words.

Every mark differs from the others in shape, not only in colour.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import pygame

from game.core import headings
from game.core.units import SUB, TILE_PX
from game.sim import tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.command import Button
from game.sim.events import Event, NoiseMade
from game.sim.minds.eyes import FURTHEST_TILES
from game.sim.minds.perception import heeds_her
from game.sim.world import World
from game.view.between import Between
from game.view.camera import HEIGHT, WIDTH, View
from game.view.library import Library
from game.view.palette import rgb
from game.view.people import head_px
from game.view.rim import at_rim
from game.view.voices import Voices
from game.view.wrapped import Wrapped

_INK: Final = rgb("ink")
_WORDS: Final = rgb("sand8")
_RING_TICKS: Final = 34
_EDGE_PX: Final = 9
_WORDS_PX: Final = {False: 150, True: 200}
"""Words over heads are no wider, in small and in large letters."""
_WORDS_AREA: Final = pygame.Rect(0, 2, WIDTH, HEIGHT - 4)
_BETWEEN_ROWS_PX: Final = 3
_MOVE_PX: Final = 10
_WATCHERS: Final = ("e", "se", "s", "sw", "w", "nw", "n", "ne")


@dataclass(frozen=True, slots=True)
class _Ring:
    x: float
    y: float
    reach_px: int
    begun: int
    hers: bool


@dataclass(slots=True)
class Marks:
    """Draws the marks; remembers who said what and which sounds are spreading."""

    library: Library
    between: Between
    voices: Voices
    large_text: bool = False
    rings: list[_Ring] = field(default_factory=list)
    _sizes: dict[bool, Wrapped] = field(default_factory=dict)
    _ghost_picture: pygame.Surface | None = None

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in the sounds of a tick and what is said about it."""
        self.voices.note(world, events)
        for event in events:
            if isinstance(event, NoiseMade) and event.tiles:
                reach, hers = event.tiles * TILE_PX, event.who == "sakura"
                ring = _Ring(event.x / SUB, event.y / SUB, reach, world.tick, hers)
                self.rings.append(ring)
        self.rings = [ring for ring in self.rings if 0 <= world.tick - ring.begun < _RING_TICKS]

    def draw_rings(self, canvas: pygame.Surface, view: View) -> None:
        """Sounds as they spread over the ground, as far as they carry."""
        for ring in self.rings:
            if not view.shows(ring.x, ring.y, ring.reach_px):
                continue
            age = (view.tick - ring.begun) / _RING_TICKS
            radius = int(ring.reach_px * (1 - (1 - min(1.0, age)) ** 2))
            _dotted_circle(
                canvas, view.on_canvas(ring.x, ring.y), radius,
                "moon1" if ring.hers else "lamp3", 1 - age,
            )

    def draw_ghosts(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """Where each squad last saw her: a bare outline of her that they believe in."""
        hunting = {
            mind.squad or -mind.id: mind
            for mind in world.minds
            if mind.alert >= Alert.SEARCH and not mind.sees_target and not mind.target
        }
        for squad, (x, y) in sorted(world.ghosts.items()):
            if squad not in hunting or not view.shows(x / SUB, y / SUB, 24):
                continue
            at_x, at_y = view.on_canvas(x / SUB, y / SUB)
            ghost = self._ghost()
            ghost.set_alpha(190 + round(50 * math.sin(view.tick * 0.09)))
            canvas.blit(ghost, (at_x - ghost.get_width() // 2, at_y - ghost.get_height() + 2))

    def draw(
        self,
        canvas: pygame.Surface,
        world: World,
        view: View,
        keep_free: Sequence[pygame.Rect] = (),
    ) -> None:
        """Marks and words over heads, and at the rim for who sees from beyond it.

        Words stay off ``keep_free``, where others are to be read.
        """
        for mind in world.minds:
            if not mind.here or mind.pose is Pose.BURIED:
                continue
            x, y = self.between.place(mind.id, view.alpha)
            if view.shows(x, y, 8):
                head = view.on_canvas(x, y - head_px(mind))
                self._over_head(canvas, mind, head, view.tick)
            elif _watches(world, mind):
                self._at_rim(canvas, mind, view, (x, y))
        taken = list(keep_free)
        for number, bark in sorted(self.voices.barks.items()):
            if number not in self.between.now:
                continue
            x, y = self.between.place(number, view.alpha)
            if view.shows(x, y):
                mind_of = world.mind(number)
                high = head_px(mind_of) if mind_of is not None else 34
                at = view.on_canvas(x, y - high - 26)
                self._words(canvas, bark.text, at, taken)

    def draw_legs(self, canvas: pygame.Surface, world: World, view: View) -> None:
        """While she looks on: where those in view are about to go."""
        if Button.LOOK not in world.sakura.buttons:
            return
        for mind in world.minds:
            if not mind.awake or not mind.way or mind.pose is Pose.BURIED:
                continue
            x, y = self.between.place(mind.id, view.alpha)
            if not view.shows(x, y):
                continue
            for goal_x, goal_y in mind.way[:6]:
                goal = goal_x / SUB, goal_y / SUB
                _dotted_line(canvas, view.on_canvas(x, y), view.on_canvas(*goal), view.tick)
                x, y = goal

    def _over_head(
        self, canvas: pygame.Surface, mind: Mind, head: tuple[int, int], tick: int
    ) -> None:
        x, y = head
        name = _mark_of(mind)
        if name:
            bob = round(math.sin(tick * 0.12) * 1.2) if mind.alert is not Alert.CALM else 0
            sprite = self.library.ui.frame(name)
            canvas.blit(sprite.surface, (x - sprite.ax, y - sprite.ay - 4 + bob))
        if 0 < mind.meter < tuning.METER_FULL and mind.alert < Alert.CHASE and not mind.target:
            _meter(canvas, x, y - 2, mind.meter, mind.wary)

    def _at_rim(
        self, canvas: pygame.Surface, mind: Mind, view: View, place: tuple[float, float]
    ) -> None:
        """A wedge at the picture's edge towards somebody who could see her from out there."""
        x, y, heading = at_rim(*view.on_canvas(*place), _EDGE_PX)
        sprite = self.library.ui.frame(f"watcher/{_WATCHERS[(heading + 64) // 128 % 8]}")
        if mind.alert is Alert.CHASE and view.tick // 15 % 2:
            return
        canvas.blit(sprite.surface, (x - sprite.ax, y - sprite.ay))

    def _words(
        self,
        canvas: pygame.Surface,
        text: str,
        at: tuple[int, int],
        taken: list[pygame.Rect],
    ) -> None:
        """Words over a head, moved as little as need be where something else is to be read."""
        wrapped = self._wrapped
        font, rows = wrapped.font, wrapped.rows(text)
        row_px = font.cap + _BETWEEN_ROWS_PX
        width = max(font.render(row, _WORDS, outline=_INK).get_width() for row in rows) + 4
        area = pygame.Rect(0, 0, width, len(rows) * row_px)
        area.midbottom = at[0], at[1] + row_px
        area = _with_room(area.clamp(_WORDS_AREA), taken)
        taken.append(area)
        for i, row in enumerate(rows):
            wrapped.draw_row(canvas, row, area.centerx, area.y + i * row_px, _WORDS)

    @property
    def _wrapped(self) -> Wrapped:
        """The size of letters that the player has chosen."""
        large = self.large_text
        if large not in self._sizes:
            font = self.library.large if large else self.library.small
            self._sizes[large] = Wrapped(font, _WORDS_PX[large])
        return self._sizes[large]

    def _ghost(self) -> pygame.Surface:
        if self._ghost_picture is None:
            sprite = self.library.people.frame("sakura/idle/down/0")
            mask = pygame.mask.from_surface(sprite.surface, 100)
            ghost = mask.to_surface(setcolor=(*rgb("moon0"), 130), unsetcolor=(0, 0, 0, 0))
            for i, point in enumerate(mask.outline()):
                ghost.set_at(point, rgb("moon2" if i % 4 < 3 else "night2"))
            self._ghost_picture = ghost
        return self._ghost_picture


def _with_room(area: pygame.Rect, taken: list[pygame.Rect]) -> pygame.Rect:
    """The nearest place that is not taken: higher, lower, or beside what stands there."""
    if _fits(area, taken):
        return area
    columns = [area.x]
    for other in taken:
        columns += other.left - area.width - 2, other.right + 2
    rows = [area.y + i * _MOVE_PX for i in range(-8, 9)]
    spots = sorted(
        (abs(x - area.x) + abs(y - area.y), y, x)
        for x in columns
        for y in rows
    )
    for _, y, x in spots:
        moved = pygame.Rect(x, y, *area.size)
        if _fits(moved, taken):
            return moved
    return area


def _fits(area: pygame.Rect, taken: list[pygame.Rect]) -> bool:
    return bool(_WORDS_AREA.contains(area)) and area.collidelist(taken) < 0


def _watches(world: World, mind: Mind) -> bool:
    """Whether somebody out of the picture could see her just now."""
    if not tuning.KINDS[mind.kind].eyes or not mind.awake or not heeds_her(world, mind):
        return False
    her = world.sakura
    reach = (FURTHEST_TILES + 1) * TILE_PX * SUB
    if abs(mind.x - her.x) > reach or abs(mind.y - her.y) > reach:
        return mind.alert is Alert.CHASE and not mind.target
    to_her = headings.heading_of(her.x - mind.x, her.y - mind.y)
    turn = abs(headings.turn_between(mind.heading, to_her))
    return mind.sees_target or turn <= tuning.CHASE_CONE_HALF_HEADINGS


def _mark_of(mind: Mind) -> str:
    """The sign over a head, empty for none."""
    if mind.pose is Pose.DOWN:
        return "mark/asleep"
    if mind.pose is Pose.DEAD:
        return ""
    if mind.asking_ticks:
        return "mark/challenged"
    match mind.alert:
        case Alert.CURIOUS:
            return "mark/curious"
        case Alert.SEARCH:
            return "mark/search"
        case Alert.CHASE:
            return "mark/chase"
        case _:
            return "mark/wary" if mind.wary else ""


def _meter(canvas: pygame.Surface, x: int, y: int, meter: int, wary: bool) -> None:
    """How sure somebody is: a short bar with notches where wonder and search begin."""
    width = 18
    left = x - width // 2
    canvas.fill(_INK, (left - 1, y - 1, width + 2, 4))
    canvas.fill(rgb("night3"), (left, y, width, 2))
    color = "blood2" if meter >= tuning.SEARCH_AT else "lamp2" if wary else "lamp3"
    canvas.fill(rgb(color), (left, y, width * meter // tuning.METER_FULL, 2))
    for notch in (tuning.CURIOUS_AT, tuning.SEARCH_AT):
        canvas.fill(_INK, (left + width * notch // tuning.METER_FULL, y, 1, 2))


def _dotted_circle(
    canvas: pygame.Surface, middle: tuple[int, int], radius: int, color: str, strength: float
) -> None:
    """A thin ring that thins out as it fades."""
    if radius < 3:
        return
    every = 1 if strength > 0.6 else 2 if strength > 0.3 else 3
    dot, (left, top) = _dot(color), middle
    canvas.fblits([(dot, (left + x, top + y)) for x, y in _circle(radius)[::every]])


@lru_cache(maxsize=128)
def _circle(radius: int) -> list[tuple[int, int]]:
    """The dots of a ring, from its middle."""
    dots = max(12, int(radius * 1.3))
    angles = [i * math.tau / dots for i in range(dots)]
    return [(round(math.cos(a) * radius), round(math.sin(a) * radius)) for a in angles]


@lru_cache(maxsize=4)
def _dot(color: str) -> pygame.Surface:
    dot = pygame.Surface((1, 1))
    dot.fill(rgb(color))
    return dot


def _dotted_line(
    canvas: pygame.Surface, start: tuple[int, int], end: tuple[int, int], tick: int
) -> None:
    """Dots that run along a line, with a small cross at its end."""
    length = max(1, round(math.dist(start, end)))
    for step in range(tick // 3 % 6, length, 6):
        x = start[0] + (end[0] - start[0]) * step // length
        y = start[1] + (end[1] - start[1]) * step // length
        if 0 <= x < WIDTH - 1 and 0 <= y < HEIGHT:
            canvas.fill(rgb("lamp3"), (x, y, 2, 1))
    canvas.fill(rgb("lamp2"), (end[0] - 1, end[1], 3, 1))
    canvas.fill(rgb("lamp2"), (end[0], end[1] - 1, 1, 3))
