"""Everybody on the sand: which picture each one shows, and the shadow and outline that go with it.

Walking pictures follow the distance walked, so feet stay where they are set; acts run from the
tick in which they began.
"""

from dataclasses import dataclass
from typing import Final

from game.core import headings
from game.core.units import SUB
from game.sim import tuning
from game.sim.beings import Alert, Mind, Pose, Sakura
from game.sim.command import Gait
from game.sim.land.light import shadow_length
from game.sim.land.weather import WindKind, wind_at
from game.sim.level import Kind
from game.sim.tale.night import Beat, Patient
from game.sim.world import World
from game.view.atlas import Atlas, Sprite, direction_of
from game.view.between import HER, HIM, Between
from game.view.camera import View
from game.view.drawlist import DrawList
from game.view.library import Library
from game.view.shapes import Shapes

MARGIN_PX: Final = 64
HEAD_PX: Final = 34
"""Marks stand so far above a person's feet."""
LIZARD_HEAD_PX: Final = 46

_GAIT_ACTS: Final = {
    Gait.WALK: "walk", Gait.SNEAK: "sneak", Gait.RUN: "run", Gait.LIGHT: "light",
}
_HER_ACTS: Final = {
    Pose.BRACE: "brace", Pose.KNEEL: "kneel", Pose.SIT: "sit", Pose.SENSE: "sense",
    Pose.STRIKE: "strike", Pose.PUNCH: "punch", Pose.THROW: "throw", Pose.SWEEP: "kneel",
    Pose.HURT: "hurt",
}
_ONCE: Final = (Pose.STRIKE, Pose.PUNCH, Pose.THROW, Pose.HURT, Pose.KNEEL, Pose.RISE)
"""Acts that stop on their last picture."""
_LYING: Final = (Pose.DOWN, Pose.DEAD)


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
        if mind.pose is Pose.BURIED:
            return None
        if mind.kind is Kind.SNAKE:
            return self._snake(world, mind)
        if mind.kind is Kind.LIZARD:
            return self._lizard(world, mind)
        act, loop = _mind_act(mind)
        return self._pick(self.library.people, f"{looks_of(mind)}/{act}", mind, world, loop)

    def her_picture(self, world: World) -> Picture:
        """What she looks like just now."""
        her = world.sakura
        act = _her_act(world, her)
        walked = her.walked_sub / SUB
        away = abs(headings.turn_between(her.heading, her.course))
        if her.speed and away > headings.QUARTER_TURN:
            walked = -walked  # she walks backwards
        since = self.between.since(HER, world.tick)
        name = f"sakura/{act}/{direction_of(her.heading)}"
        atlas = self.library.people
        frame = atlas.pick(name, walked, since, loop=her.pose not in _ONCE)
        return Picture(frame, atlas.frame(frame))

    def his_picture(self, world: World, patient: Patient) -> Picture:
        """What the wounded man looks like just now."""
        atlas = self.library.people
        frame = atlas.pick(f"sasori/{_his_act(world, patient)}/right", 0, world.tick)
        return Picture(frame, atlas.frame(frame))

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
        upright = _his_act(world, patient) in ("idle", "walk", "hurt", "sit")
        shadow = "shadow/person" if upright else "shadow/lying"
        scene.shadow(self.library.people.frame(shadow), x + 1, y)
        if upright:
            scene.shadow(self.shapes.shadow(picture.name, picture.sprite, length), x, y)
        scene.stand(picture.sprite, x, y)

    def _add_mind(
        self, scene: DrawList, world: World, mind: Mind, at: tuple[float, float], length: int
    ) -> None:
        x, y = at
        if mind.pose is Pose.BURIED:
            self._add_mound(scene, mind, at)
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
        if mind.kind is Kind.SNAKE and mind.pose is Pose.CHARGE and since < 35:
            props = self.library.props
            scene.stand(props.frame(f"burst/{since // 5}"), x, y, y + 2)

    def _add_mound(self, scene: DrawList, mind: Mind, at: tuple[float, float]) -> None:
        """A snake under way heaps up the sand; one that lies still can hardly be told."""
        props, (x, y) = self.library.props, at
        if mind.kind is Kind.SNAKE and mind.speed and mind.way:
            step = mind.walked_sub // SUB // 5
            back_x, back_y = headings.vector(mind.heading, 9)
            scene.stand(props.frame(f"dust/large/{step % 3}"), x - back_x, y - back_y, y - 4)
            scene.stand(props.frame("burst/0"), x, y)
        elif mind.kind is Kind.SNAKE:
            scene.shadow(props.frame("dust/small/1"), x, y)

    def _add_rising(
        self, scene: DrawList, picture: Picture, at: tuple[float, float], since: int
    ) -> None:
        """An ambusher comes up through the sand."""
        x, y = at
        sprite = picture.sprite
        shown = max(2, sprite.ay * min(since, tuning.RISE_TICKS) // tuning.RISE_TICKS)
        part = sprite.surface.subsurface((0, 0, sprite.surface.get_width(), shown))
        scene.stand(Sprite(part, sprite.ax, shown), x, y)
        scene.stand(self.library.props.frame(f"burst/{min(6, since // 4)}"), x, y, y + 1)

    def _shadow_under(self, mind: Mind) -> Sprite:
        match mind.kind:
            case Kind.SNAKE:
                return self.library.creatures.frame("shadow/snake")
            case Kind.LIZARD:
                return self.library.creatures.frame("shadow/lizard")
            case Kind.CHILD:
                return self.library.people.frame("shadow/child")
            case _:
                lying = mind.pose in _LYING
                return self.library.people.frame("shadow/lying" if lying else "shadow/person")

    def _snake(self, world: World, mind: Mind) -> Picture:
        act = {Pose.SPENT: "spent", Pose.RISE: "rise", Pose.CHARGE: "burst"}.get(
            mind.pose, "crawl"
        )
        if act == "burst" and self.between.since(mind.id, world.tick) > 25:
            act = "crawl"
        if mind.pose in _LYING:
            act = "spent"
        atlas = self.library.creatures
        return self._pick(atlas, f"snake/{act}", mind, world, act == "crawl" or act == "spent")

    def _lizard(self, world: World, mind: Mind) -> Picture:
        act = {
            Pose.MOVE: "walk", Pose.THREAT: "threat", Pose.CHARGE: "charge",
            Pose.SPENT: "recover", Pose.DOWN: "recover", Pose.DEAD: "recover",
        }.get(mind.pose, "idle")
        return self._pick(self.library.creatures, f"lizard/{act}", mind, world, True)

    def _pick(self, atlas: Atlas, stem: str, mind: Mind, world: World, loop: bool) -> Picture:
        # everybody breathes in their own time
        ticks = self.between.since(mind.id, world.tick) + (mind.id * 37 if loop else 0)
        walked = mind.walked_sub / SUB
        frame = atlas.pick(f"{stem}/{direction_of(mind.heading)}", walked, ticks, loop=loop)
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


def _mind_act(mind: Mind) -> tuple[str, bool]:
    """The act of a person and whether its pictures go round."""
    match mind.pose:
        case Pose.MOVE:
            fast = mind.speed >= tuning.KINDS[mind.kind].chase_sub * 3 // 4
            return ("run" if fast else "walk"), True
        case Pose.LOOK_ABOUT:
            return "search", True
        case Pose.WINDUP | Pose.STRIKE | Pose.CHARGE:
            return "strike", False
        case Pose.HURT | Pose.SPENT | Pose.RISE:
            return "hurt", False
        case Pose.DOWN | Pose.DEAD:
            return "down", True
        case _:
            searching = mind.alert >= Alert.SEARCH and not mind.speed
            return ("search" if searching else "idle"), True


def _her_act(world: World, her: Sakura) -> str:
    if her.inside:
        return "sneak"
    if world.sensing.growing_ticks and her.pose in (Pose.STAND, Pose.SENSE):
        return "sense"
    if her.dragging and her.pose in (Pose.STAND, Pose.MOVE, Pose.DRAG):
        return "drag"
    act = _HER_ACTS.get(her.pose)
    if act is not None:
        return act
    if her.feigning:
        return "feign" if her.speed else "feign_idle"
    if her.gait is Gait.SNEAK:
        return "sneak"
    windy = wind_at(world, her.x, her.y).kind in (WindKind.GUST, WindKind.STORM)
    if not her.speed:
        return "idle_wind" if windy else "idle"
    act = _GAIT_ACTS[her.gait]
    return "walk_wind" if windy and act == "walk" else act


def _his_act(world: World, patient: Patient) -> str:
    if patient.dead:
        return "supine" if patient.supine else "prone"
    fighting = world.story.pulse_tick >= 0 and (
        world.tick - world.story.pulse_tick < tuning.DUEL_END_TICKS
    )
    if fighting and world.story.beat < Beat.BODY:
        return "hurt"
    if patient.healed:
        return "sit" if world.story.beat >= Beat.TALK else "healed"
    return "supine" if patient.supine else "prone"
