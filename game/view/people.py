"""Everybody on the sand: which picture each one shows, and the shadow and outline that go with it.

Walking pictures follow the distance walked, so feet stay where they are set; acts run from the
tick in which they began.
"""

from dataclasses import dataclass
from typing import Final

import pygame

from game.core import headings
from game.core.units import SUB
from game.sim import tuning
from game.sim.beings import Alert, Mind, Pose
from game.sim.land.light import shadow_length
from game.sim.level import Kind
from game.sim.tale.night import Patient
from game.sim.world import World
from game.view.acts import (
    FIGHTING,
    LYING,
    ONCE,
    act_of_her,
    act_of_him,
    act_of_mind,
    blades_meet,
    faces,
    opponent,
)
from game.view.atlas import Atlas, Sprite, direction_of
from game.view.between import HER, HIM, Between
from game.view.camera import View
from game.view.drawlist import DrawList
from game.view.library import Library
from game.view.palette import rgb
from game.view.shapes import Shapes

MARGIN_PX: Final = 64
HEAD_PX: Final = 34
"""Marks stand so far above a person's feet."""
LIZARD_HEAD_PX: Final = 46

_LYING: Final = (Pose.DOWN, Pose.DEAD)
_LIES: Final = {
    "right": "across", "left": "across", "up": "along", "down": "along",
    "up_right": "aslant", "up_left": "aslant", "down_right": "aslant", "down_left": "aslant",
}
"""How the shadow of a long body lies on the screen."""
_ROPE_SAG_PX: Final = 5
_HANDS_PX: Final = 13
"""The rope goes from hand to chest, so high above the feet."""
_SPARK_TICKS: Final = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A frame by name, from one of the two atlases of the living."""

    name: str
    sprite: Sprite


@dataclass(slots=True)
class People:
    """Puts everybody in view on the list of what stands."""

    library: Library
    shapes: Shapes
    between: Between

    def add_to(self, scene: DrawList, world: World, view: View) -> None:
        """All minds, the wounded man, and her."""
        length = shadow_length(world.minutes)
        for mind in world.minds:
            if mind.pose is Pose.GONE:
                continue
            x, y = self.between.place(mind.id, view.alpha)
            if view.shows(x, y, MARGIN_PX):
                self._add_mind(scene, world, mind, (x, y), length)
        if world.patient is not None and is_there(world, world.patient):
            self._add_him(scene, world, world.patient, length)
        if not world.sakura.inside:
            self._add_her(scene, world, length)

    def outline_all(self, scene: DrawList, world: World, view: View) -> None:
        """A bright line around everybody, for those who need one."""
        x, y = self.between.place(HER, view.alpha)
        if not world.sakura.inside:
            her = self.her_picture(world)
            scene.stand(self.shapes.outline(her.name, her.sprite, "moon2"), x, y, y + 0.5)
        for mind in world.minds:
            picture = None if mind.pose is Pose.GONE else self.mind_picture(world, mind)
            x, y = self.between.place(mind.id, view.alpha)
            if picture is not None and view.shows(x, y, MARGIN_PX):
                color = "red3" if mind.alert is Alert.CHASE else "lamp3"
                line = self.shapes.outline(picture.name, picture.sprite, color)
                scene.stand(line, x, y, y + 0.5)

    def mind_picture(self, world: World, mind: Mind) -> Picture | None:
        """What a mind looks like just now; None for one that cannot be seen."""
        act = act_of_mind(world, mind)
        if mind.pose is Pose.BURIED or not act:
            return None
        if mind.kind is Kind.SNAKE or mind.kind is Kind.LIZARD:
            return self._pick(self.library.creatures, f"{mind.kind}/{act}", mind, world, act)
        hit = self.between.staggers(mind.id, world.tick)
        if hit is not None and mind.pose not in _LYING and mind.kind is not Kind.CHILD:
            return self._staggering(mind, world, hit)
        return self._pick(self.library.people, f"{looks_of(mind)}/{act}", mind, world, act)

    def _staggering(self, mind: Mind, world: World, since: int) -> Picture:
        atlas = self.library.people
        name = f"{looks_of(mind)}/hurt/{direction_of(faces(world, mind))}"
        frame = atlas.pick(name, 0, since, loop=False)
        return Picture(frame, atlas.frame(frame))

    def her_picture(self, world: World) -> Picture:
        """What she looks like just now."""
        her = world.sakura
        act = act_of_her(world, her)
        walked = her.walked_sub / SUB
        away = abs(headings.turn_between(her.heading, her.course))
        if her.speed and away > headings.QUARTER_TURN:
            walked = -walked  # she walks backwards
        since = self.between.since(HER, world.tick)
        name = f"sakura/{act}/{direction_of(her.heading)}"
        atlas = self.library.people
        frame = atlas.pick(name, walked, since, loop=act not in ONCE)
        return Picture(frame, atlas.frame(frame))

    def his_picture(self, world: World, patient: Patient) -> Picture:
        """What the man in the west, or whoever else lies wounded here, looks like just now."""
        atlas = self.library.people
        definition = world.level.operation
        if definition is not None and f"{definition.figure}/down/right" in atlas.animations:
            way = "left" if direction_of(self.between.led_heading).endswith("left") else "right"
            act = "idle/down" if patient.healed else f"down/{way}"
            frame = atlas.pick(f"{definition.figure}/{act}", 0, world.tick)
            return Picture(frame, atlas.frame(frame))
        act = act_of_him(world, patient, walking=self.between.led())
        since = self.between.since(HIM, world.tick)
        name = f"sasori/{act}/{self._his_direction(world, patient, act)}"
        frame = atlas.pick(name, self.between.led_px, since, loop=act not in ONCE)
        return Picture(frame, atlas.frame(frame))

    def _his_direction(self, world: World, patient: Patient, act: str) -> str:
        """He faces his enemy, then whom he talks to, then the way he is led or was dragged."""
        if act in FIGHTING:
            enemy = opponent(world)
            return "left" if enemy is not None and enemy.x < patient.x else "right"
        if act == "sit":
            her = world.sakura
            return direction_of(headings.heading_of(her.x - patient.x, her.y - patient.y))
        return direction_of(self.between.led_heading)

    def _add_her(self, scene: DrawList, world: World, length: int) -> None:
        x, y = self.between.place(HER, scene.view.alpha)
        picture = self.her_picture(world)
        scene.shadow(self.library.people.frame("shadow/person"), x + 1, y)
        scene.shadow(self.shapes.shadow(picture.name, picture.sprite, length), x, y)
        scene.stand(picture.sprite, x, y)

    def _add_him(
        self, scene: DrawList, world: World, patient: Patient, length: int
    ) -> None:
        x, y = self.between.place(HIM, scene.view.alpha)
        if not scene.view.shows(x, y, MARGIN_PX):
            return
        picture = self.his_picture(world, patient)
        upright = act_of_him(world, patient) not in LYING
        shadow = "shadow/person" if upright else "shadow/lying"
        scene.shadow(self.library.people.frame(shadow), x + 1, y)
        if upright:
            scene.shadow(self.shapes.shadow(picture.name, picture.sprite, length), x, y)
        scene.stand(picture.sprite, x, y)
        if patient.bound:
            self._add_rope(scene, (x, y))
        enemy = opponent(world)
        if enemy is not None and blades_meet(world):
            between = (x + enemy.x / SUB) / 2
            step = world.tick // _SPARK_TICKS % 2
            scene.stand(self.library.props.frame(f"spark/{step}"), between, y + 1)

    def _add_rope(self, scene: DrawList, his: tuple[float, float]) -> None:
        """The rope between her hand and his bonds, sagging."""
        x, y = self.between.place(HER, scene.view.alpha)
        wide, high = round(abs(x - his[0])), round(abs(y - his[1]))
        image = pygame.Surface((wide + 2, high + _ROPE_SAG_PX + 2), pygame.SRCALPHA)
        left, top = min(x, his[0]), min(y, his[1])
        count = max(2, wide, high)
        for i in range(count + 1):
            part = i / count
            at_x = round(his[0] - left + (x - his[0]) * part)
            at_y = round(his[1] - top + (y - his[1]) * part + 4 * _ROPE_SAG_PX * part * (1 - part))
            image.set_at((at_x, at_y), rgb("sand7" if i // 2 % 2 else "tan1"))
        scene.stand(Sprite(image, 0, _HANDS_PX), left, top, max(y, his[1]) + 0.4)

    def _add_mind(
        self, scene: DrawList, world: World, mind: Mind, at: tuple[float, float], length: int
    ) -> None:
        x, y = at
        if mind.pose is Pose.BURIED:
            self._add_mound(scene, world, mind, at)
            return
        picture = self.mind_picture(world, mind)
        if picture is None:
            return
        since = self.between.since(mind.id, world.tick)
        scene.shadow(self._shadow_under(mind), x + 1, y)
        if mind.pose not in _LYING:
            scene.shadow(self.shapes.shadow(picture.name, picture.sprite, length), x, y)
        if mind.pose is Pose.RISE and mind.kind is Kind.AMBUSHER:
            self._add_rising(scene, picture, at, since)
            return
        scene.stand(picture.sprite, x, y)
        if picture.name.startswith("snake/burst") and since < 35:
            props = self.library.props
            scene.stand(props.frame(f"burst/{since // 5}"), x, y, y + 2)

    def _add_mound(
        self, scene: DrawList, world: World, mind: Mind, at: tuple[float, float]
    ) -> None:
        """A snake under way heaps up the sand; one that lies still can hardly be told."""
        if mind.kind is not Kind.SNAKE:
            return
        act, (x, y) = act_of_mind(world, mind), at
        if not act:
            scene.shadow(self.library.props.frame("dust/small/1"), x, y)
            return
        mound = self._pick(self.library.creatures, f"snake/{act}", mind, world, act)
        scene.stand(mound.sprite, x, y, y - 4)
        if act == "crawl":
            step = mind.walked_sub // SUB // 5
            back_x, back_y = headings.vector(mind.heading, 14)
            dust = self.library.props.frame(f"dust/large/{step % 3}")
            scene.stand(dust, x - back_x, y - back_y, y - 5)

    def _add_rising(
        self, scene: DrawList, picture: Picture, at: tuple[float, float], since: int
    ) -> None:
        """An ambusher comes up through the sand."""
        x, y = at
        sprite = picture.sprite
        half = tuning.RISE_TICKS // 2
        shown = max(2, sprite.ay * min(since + 1, half) // half)
        if since < half:
            part = sprite.surface.subsurface((0, 0, sprite.surface.get_width(), shown))
            sprite = Sprite(part, sprite.ax, shown)
        scene.stand(sprite, x, y)
        scene.stand(self.library.props.frame(f"burst/{min(6, since // 4)}"), x, y, y + 1)

    def _shadow_under(self, mind: Mind) -> Sprite:
        match mind.kind:
            case Kind.SNAKE | Kind.LIZARD:
                lies = _LIES[direction_of(mind.heading)]
                return self.library.creatures.frame(f"shadow/{mind.kind}/{lies}")
            case Kind.CHILD:
                return self.library.people.frame("shadow/child")
            case _:
                lying = mind.pose in _LYING
                return self.library.people.frame("shadow/lying" if lying else "shadow/person")

    def _pick(self, atlas: Atlas, stem: str, mind: Mind, world: World, act: str) -> Picture:
        loop = act not in ONCE  # and everybody breathes in their own time
        ticks = self.between.since(mind.id, world.tick) + (mind.id * 37 if loop else 0)
        walked = mind.walked_sub / SUB
        frame = atlas.pick(f"{stem}/{direction_of(faces(world, mind))}", walked, ticks, loop=loop)
        return Picture(frame, atlas.frame(frame))


def looks_of(mind: Mind) -> str:
    """Who of the cast plays a mind."""
    match mind.kind:
        case Kind.ROGUE:
            return f"rogue_{'abc'[mind.id % 3]}"
        case Kind.AMBUSHER:
            return f"rogue_{'cb'[mind.id % 2]}"
        case Kind.CUTTER:
            return f"cutter_{'ab'[mind.id % 2]}"
        case Kind.CHILD:
            return f"child_{'ab'[mind.id % 2]}"
        case Kind.GUARD:
            return "guard"
        case _:
            return "patrol"


def head_px(mind: Mind) -> int:
    """How far above a mind's feet its marks stand."""
    match mind.kind:
        case Kind.LIZARD:
            return LIZARD_HEAD_PX
        case Kind.CHILD:
            return 26
        case Kind.SNAKE:
            return 20
        case _:
            return 16 if mind.pose in _LYING or mind.pose is Pose.BURIED else HEAD_PX


def is_there(world: World, patient: Patient) -> bool:
    """Whether the wounded man is to be seen: in the tale not before the fight in the west."""
    if patient.gone:
        return False
    return not world.level.conditions.story or world.story.pulse_tick >= 0
