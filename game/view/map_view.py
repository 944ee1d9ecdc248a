"""The night's map: the dunes in miniature, her round, and what she has felt."""

from collections.abc import Sequence
from typing import Final

import pygame

from game.core.units import TILE_SUB
from game.sim import belief, tuning
from game.sim.events import Event, Sensed
from game.sim.level import Area, Level, Spot, Zone
from game.sim.tale.night import Felt
from game.sim.world import World
from game.view import map_marks
from game.view.duties import open_places
from game.view.font import Font
from game.view.library import Library
from game.view.map_picture import Miniatures, on_map
from game.view.options import StageOptions
from game.view.palette import rgb
from game.view.reading import body_font, fitting_font, key_of
from game.view.widgets import INK, heading, prompt, prompt_width, rect

ZOOMS: Final = 2
VIEW: Final = pygame.Rect(8, 24, 464, 204)
"""The part of the canvas that shows the map."""

_BEARING_COLORS: Final = {"fluctuating": "chak3", "animal": "tan3"}
_BEARING_TILES: Final = 400
_NEAR_BEARING_TILES: Final = 44
_FAINT: Final = "chak2"
_PULSE_TICKS: Final = 72


class MapView:
    """One map's picture. It opens around her; ``zoom`` and ``pan`` move it."""

    def __init__(self, library: Library, level: Level, options: StageOptions | None = None) -> None:
        self.library, self.level = library, level
        self.options = options or StageOptions()
        self._pictures = Miniatures(level)
        fits = min(VIEW.width // max(1, level.width), VIEW.height // max(1, level.height))
        self._base = max(1, min(4, fits))
        self.zoomed = 0
        self._center: tuple[int, int] | None = None
        self._moved = 0, 0
        self._last_felt: list[Felt] = []
        self._tick = 0

    @property
    def scale(self) -> int:
        """Pixels a tile as it is shown now."""
        return self._base << self.zoomed

    def note(self, world: World, events: Sequence[Event]) -> None:
        """Take in a tick of the night: what the last pulse showed stays on the map."""
        if any(isinstance(event, Sensed) for event in events):
            self._last_felt = [felt for felt in world.sensing.felt if not felt.exact]

    def open(self) -> None:
        """Show the stretch round her again, from far off."""
        self._center, self._moved, self.zoomed = None, (0, 0), 0

    def tick(self) -> None:
        """Let a tick of the screen pass, while the night stands still."""
        self._tick += 1

    def zoom(self, step: int) -> None:
        """Nearer (positive) or further off, within two steps."""
        self.zoomed = max(0, min(ZOOMS - 1, self.zoomed + step))

    def pan(self, right: int, down: int) -> None:
        """Move the view by pixels of the canvas; ends at the map's rim."""
        unit = TILE_SUB // self.scale
        self._moved = self._moved[0] + right * unit, self._moved[1] + down * unit

    def draw(self, canvas: pygame.Surface, world: World, alpha: float) -> None:
        """Fill the canvas with the map."""
        canvas.fill(rgb("night1"))
        strings, font = self.library.strings, body_font(self.library, self.options)
        markers = self.level.places_of(Spot.MARKER)
        note = ""
        if markers and self.level.conditions.story:
            signed = len(world.story.markers)
            note = strings.text("map_note", signed=signed, all=len(markers))
        heading(canvas, font, VIEW.x, 6, VIEW.width, self._title(), note)
        left, top = self._corner(world)
        picture = self._pictures.at(self.scale)
        area = picture.get_rect(topleft=(left, top)).clip(VIEW)
        canvas.set_clip(area)
        canvas.blit(picture, (left, top))
        self._draw_felt(canvas, world, left, top)
        self._draw_places(canvas, world, left, top)
        her = world.sakura
        x, y = on_map(her.x, her.y, self.scale)
        map_marks.her_sign(canvas, left + x, top + y, her.heading)
        canvas.set_clip(None)
        _frame(canvas, area)
        self._draw_legend(canvas, world)

    def _corner(self, world: World) -> tuple[int, int]:
        """Where on the canvas the map's upper left pixel goes; keeps the centre on the map."""
        x, y = self._center or (world.sakura.x, world.sakura.y)
        x, y = x + self._moved[0], y + self._moved[1]
        self._moved = 0, 0
        places = []
        ends = ((self.level.width, VIEW.width), (self.level.height, VIEW.height))
        for at, (tiles, room) in zip((x, y), ends, strict=True):
            size, half = tiles * self.scale, room // 2
            pixel = at * self.scale // TILE_SUB
            places.append(size // 2 if size <= room else max(half, min(size - half, pixel)))
        unit = TILE_SUB // self.scale
        self._center = places[0] * unit, places[1] * unit
        return VIEW.x + VIEW.width // 2 - places[0], VIEW.y + VIEW.height // 2 - places[1]

    def _draw_felt(self, canvas: pygame.Surface, world: World, left: int, top: int) -> None:
        """The belief as a cloud of dots, and the directions of the last pulse."""
        sensing = world.sensing
        if sensing.belief.size and belief.likely_cells(sensing.belief).any():
            cell = tuning.BELIEF_CELL_TILES * self.scale
            canvas.blit(map_marks.belief_cloud(sensing.belief, cell), (left, top))
        felt = [item for item in sensing.felt if not item.exact] or self._last_felt
        x, y = on_map(sensing.pulse_x, sensing.pulse_y, self.scale)
        for item in felt:
            far = item.kind == "fluctuating"
            length = (_BEARING_TILES if far else _NEAR_BEARING_TILES) * self.scale
            color = _BEARING_COLORS.get(item.kind, _FAINT)
            map_marks.bearing(canvas, left + x, top + y, item.bearing, item.error, length, color)

    def _draw_places(self, canvas: pygame.Surface, world: World, left: int, top: int) -> None:
        font, story = self.library.small, world.story
        for zone in self.level.zones_of(Area.LANDMARK):
            if zone.id in story.visited and not self._is_whole(zone):
                middle = zone.x + zone.width // 2, zone.y + zone.height // 2
                x, y = on_map(*middle, self.scale)
                self._label(canvas, font, left + x, top + y, self._name(zone.text or zone.name))
        for place in open_places(world):
            x, y = on_map(place.x, place.y, self.scale)
            self._label(canvas, font, left + x, top + y, self._name(place.name), "lamp3")
        following = len(story.markers) + 1
        for marker in self.level.places_of(Spot.MARKER):
            x, y = on_map(marker.x, marker.y, self.scale)
            signed = marker.order in story.markers
            pulsing = not self.options.flicker or self._tick % _PULSE_TICKS < _PULSE_TICKS * 2 // 3
            map_marks.marker_sign(
                canvas,
                font,
                left + x,
                top + y,
                marker.order,
                signed=signed,
                next_one=marker.order == following and pulsing,
            )
        patient = world.patient
        if patient is not None and story.body_tick >= 0 and not patient.gone:
            x, y = on_map(patient.x, patient.y, self.scale)
            map_marks.him_sign(canvas, left + x, top + y)

    def _title(self) -> str:
        """What the map is called: as its widest landmark, if that is nearly all of it."""
        for zone in self.level.zones_of(Area.LANDMARK):
            if self._is_whole(zone):
                return self._name(zone.text or zone.name)
        return self.library.strings.text("map_title")

    def _is_whole(self, zone: Zone) -> bool:
        """Whether a landmark is no place on the map but the map."""
        area = self.level.width * self.level.height * TILE_SUB * TILE_SUB
        return zone.width * zone.height * 2 > area

    def _name(self, of_place: str) -> str:
        """The words of a landmark: an id's, those of its name, or the name itself."""
        strings = self.library.strings
        for text_id in (of_place, f"landmark_{of_place}"):
            if strings.has(text_id):
                return strings.text(text_id)
        return of_place.replace("_", " ")

    @staticmethod
    def _label(
        canvas: pygame.Surface, font: Font, x: int, y: int, name: str, color: str = "steel3"
    ) -> None:
        """A place's sign with its name below, kept inside the part of the map that shows."""
        half, shown = font.width(name) // 2, canvas.get_clip()
        middle = max(shown.left + half + 3, min(shown.right - half - 3, x))
        map_marks.place_sign(canvas, x, y, color)
        font.draw(canvas, name, middle, y + 5, rgb(color), outline=INK, align=0.5)

    def _draw_legend(self, canvas: pygame.Surface, world: World) -> None:
        """What the signs mean, and below it what the keys do."""
        strings, small = self.library.strings, self.library.small
        entries = [("you", "map_you")]
        if not self.level.conditions.story:
            entries.append(("open", "pause_objectives"))
        elif self.level.places_of(Spot.MARKER):
            entries += [("signed", "map_signed"), ("open", "map_open")]
        named = (z for z in self.level.zones_of(Area.LANDMARK) if not self._is_whole(z))
        if any(zone.id in world.story.visited for zone in named):
            entries.append(("place", "map_places"))
        if world.sensing.belief.size:
            entries.append(("belief", "map_belief"))
        x, y = VIEW.x + 8, VIEW.bottom + 7
        for sign, text_id in entries:
            text = strings.text(text_id)
            if x + 12 + small.width(text) > VIEW.right:
                break
            _legend_sign(canvas, sign, x, y + 3)
            x = small.draw(canvas, text, x + 9, y, rgb("moon1"), shadow=INK) + 17
        keys = [
            ("move", "map_pan"),
            ("item_back", ""),
            ("item_next", "map_zoom"),
            ("map", "menu_back"),
        ]
        pairs = [
            (key_of(self.library, self.options, key), strings.text(text) if text else "")
            for key, text in keys
        ]
        line = "".join(text for _, text in pairs)
        font = fitting_font(self.library, self.options, line, VIEW.width - 120)
        x = VIEW.x + 2
        for key, text in pairs:
            if x + prompt_width(font, key, text) <= VIEW.right + 10:
                after = prompt(canvas, font, x, 270 - font.cap - 9, key, text, "moon1")
                x = after - (0 if text else 11)


def _legend_sign(canvas: pygame.Surface, sign: str, x: int, y: int) -> None:
    match sign:
        case "you":
            rect(canvas, x - 2, y - 2, 5, 5, "ink")
            rect(canvas, x - 1, y - 1, 3, 3, "pink3")
        case "signed":
            map_marks.place_sign(canvas, x, y, "chak2")
        case "open":
            map_marks.place_sign(canvas, x, y, "lamp3")
        case "place":
            map_marks.place_sign(canvas, x, y)
        case _:
            for i in range(9):
                if i % 2 == 0:
                    rect(canvas, x - 2 + i % 3 * 2, y - 2 + i // 3 * 2, 1, 1, "chak3")


def _frame(canvas: pygame.Surface, area: pygame.Rect) -> None:
    """A thin moonlit line round the map."""
    pygame.draw.rect(canvas, rgb("night4"), area.inflate(2, 2), 1)
    rect(canvas, area.x, area.y - 1, area.width, 1, "moon0")
