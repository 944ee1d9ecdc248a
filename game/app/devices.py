"""Keyboard, mouse and pads as one thing: what is down, what was pressed, where the mouse is.

Bindings are data; several keys may mean one action. Nothing here knows the night: ``steering``
turns the state of a tick into a ``Command``.
"""

from dataclasses import dataclass, field
from typing import Final

import pygame
from pygame._sdl2 import controller

from game.app.actions import DEFAULT_KEYS, DEFAULT_PAD, MOVES, Action, Device
from game.app.key_places import code_of
from game.app.pad_layout import PadLayout, layout_of

_PAD_BUTTONS: Final = {
    "a": pygame.CONTROLLER_BUTTON_A,
    "b": pygame.CONTROLLER_BUTTON_B,
    "x": pygame.CONTROLLER_BUTTON_X,
    "y": pygame.CONTROLLER_BUTTON_Y,
    "lb": pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    "rb": pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    "view": pygame.CONTROLLER_BUTTON_BACK,
    "menu": pygame.CONTROLLER_BUTTON_START,
    "pad_up": pygame.CONTROLLER_BUTTON_DPAD_UP,
    "pad_down": pygame.CONTROLLER_BUTTON_DPAD_DOWN,
    "pad_left": pygame.CONTROLLER_BUTTON_DPAD_LEFT,
    "pad_right": pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
}
_TRIGGERS: Final = {
    "lt": pygame.CONTROLLER_AXIS_TRIGGERLEFT,
    "rt": pygame.CONTROLLER_AXIS_TRIGGERRIGHT,
}
_TRIGGER_DOWN: Final = 12000
_STICK_TILTED: Final = 20000
_STICK_DEAD: Final = 9000
_STICK_FULL: Final = 32767


@dataclass(frozen=True, slots=True)
class Inputs:
    """One tick of all devices."""

    down: frozenset[Action] = frozenset()
    pressed: frozenset[Action] = frozenset()
    """Went down since the last tick."""
    stick: tuple[float, float] = (0.0, 0.0)
    """Left stick, -1..1, with its dead zone taken out."""
    look: tuple[float, float] = (0.0, 0.0)
    """Right stick."""
    mouse: tuple[int, int] | None = None
    """On the canvas, or None while it is outside or was not moved yet."""
    mouse_moved: bool = False
    pointing: bool = False
    """The mouse was moved since a key or stick last moved her or her hand."""
    aiming: bool = False
    """The mouse was moved since a pad was last used."""
    click: bool = False
    """The left mouse button went down since the last tick."""
    right_click: bool = False
    mouse_down: bool = False
    right_down: bool = False
    middle_down: bool = False
    wheel: int = 0
    device: Device = Device.KEYS
    typed: tuple[int, ...] = ()
    """Key codes that went down, for choosing new keys."""
    pad_typed: tuple[str, ...] = ()
    """Pad buttons that went down, by name."""
    quit: bool = False
    lost_focus: bool = False
    lost_pad: bool = False

    def is_down(self, action: Action) -> bool:
        """Whether an action's key is down."""
        return action in self.down

    def was_pressed(self, action: Action) -> bool:
        """Whether an action's key went down since the last tick."""
        return action in self.pressed


@dataclass(slots=True)
class Devices:
    """Gathers what the devices said since the last tick. ``read`` empties it."""

    keys: dict[Action, tuple[str, ...]] = field(default_factory=lambda: dict(DEFAULT_KEYS))
    pad: dict[Action, tuple[str, ...]] = field(default_factory=lambda: dict(DEFAULT_PAD))
    device: Device = Device.KEYS
    layout: PadLayout = PadLayout.XBOX
    """What the pad that was used last prints on its buttons."""
    _codes: dict[int, tuple[Action, ...]] = field(default_factory=dict)
    _pad_codes: dict[str, tuple[Action, ...]] = field(default_factory=dict)
    _down: dict[Action, int] = field(default_factory=dict)
    """How many keys of each action are down."""
    _held: dict[str, bool] = field(default_factory=dict)
    _pressed: list[Action] = field(default_factory=list)
    _typed: list[int] = field(default_factory=list)
    _pad_typed: list[str] = field(default_factory=list)
    _axes: dict[int, int] = field(default_factory=dict)
    _mouse: tuple[int, int] | None = None
    _moved: bool = False
    _pointing: bool = False
    _aiming: bool = False
    _clicks: list[int] = field(default_factory=list)
    _buttons: dict[int, bool] = field(default_factory=dict)
    _wheel: int = 0
    _quit: bool = False
    _lost_focus: bool = False
    _lost_pad: bool = False
    _pads: dict[int, controller.Controller] = field(default_factory=dict)
    """Open pads by their instance ids."""

    def __post_init__(self) -> None:
        self.bind(self.keys, self.pad)

    def bind(self, keys: dict[Action, tuple[str, ...]], pad: dict[Action, tuple[str, ...]]) -> None:
        """Take new bindings; everything held is let go."""
        self.keys, self.pad = keys, pad
        codes: dict[int, list[Action]] = {}
        for action, names in keys.items():
            for name in names:
                codes.setdefault(pygame.key.key_code(name), []).append(action)
        self._codes = {code: tuple(actions) for code, actions in codes.items()}
        pads: dict[str, list[Action]] = {}
        for action, names in pad.items():
            for name in names:
                pads.setdefault(name, []).append(action)
        self._pad_codes = {name: tuple(actions) for name, actions in pads.items()}
        self.drop_all()

    def drop_all(self) -> None:
        """Nothing is held any more: after lost focus, or with new bindings."""
        self._down.clear()
        self._held.clear()
        self._buttons.clear()
        self._axes.clear()

    def let_go(self) -> None:
        """When the scene changes: what is held counts no more until it is pressed anew.

        Keys that move her go on, so that she walks out of a talk with the key still down.
        """
        kept = [name for name, held in self._held.items() if held and self._moves(name)]
        self._held = dict.fromkeys(kept, True)
        self._down.clear()
        for name in kept:
            for action in self._meaning(name):
                if action in MOVES:
                    self._down[action] = self._down.get(action, 0) + 1
        self._buttons.clear()
        self._pressed.clear()
        self._clicks.clear()

    def take(self, event: pygame.Event, canvas_point: tuple[int, int] | None) -> None:
        """Take one pygame event; ``canvas_point`` is its place on the canvas, if it has one."""
        match event.type:
            case pygame.QUIT:
                self._quit = True
            case pygame.KEYDOWN if not getattr(event, "repeat", False):
                self.device = Device.KEYS
                code = code_of(event)
                self._typed.append(code)
                self._change(f"key {code}", down=True)
            case pygame.KEYUP:
                self._change(f"key {code_of(event)}", down=False)
            case pygame.MOUSEMOTION:
                self._mouse = canvas_point
                self._moved = self._pointing = self._aiming = True
                if abs(event.rel[0]) + abs(event.rel[1]) > 2:
                    self.device = Device.MOUSE
            case pygame.MOUSEBUTTONDOWN:
                self._mouse, self.device = canvas_point, Device.MOUSE
                self._pointing = self._aiming = True
                self._clicks.append(event.button)
                self._buttons[event.button] = True
            case pygame.MOUSEBUTTONUP:
                self._buttons[event.button] = False
            case pygame.MOUSEWHEEL:
                self._wheel += event.y
            case pygame.CONTROLLERBUTTONDOWN | pygame.CONTROLLERBUTTONUP:
                self._use_pad(event)
                down = event.type == pygame.CONTROLLERBUTTONDOWN
                for name, code in _PAD_BUTTONS.items():
                    if code == event.button:
                        self._change(f"pad {name}", down=down)
            case pygame.CONTROLLERAXISMOTION:
                if abs(event.value) > _STICK_DEAD:
                    self._use_pad(event)
                self._axis(event.axis, event.value)
            case pygame.CONTROLLERDEVICEADDED:
                self._open_pad(event.device_index)
            case pygame.CONTROLLERDEVICEREMOVED:
                if self._pads.pop(event.instance_id, None) is not None:
                    self._lost_pad = self.device is Device.PAD
                    self.drop_all()
            case pygame.WINDOWFOCUSLOST:
                self._lost_focus = True
                self.drop_all()
            case _:
                pass

    def read(self) -> Inputs:
        """The state of this tick; what was pressed is told once."""
        pressed = frozenset(self._pressed)
        # a key that went down and up again since the last tick was held for this one
        down = pressed.union(action for action, count in self._down.items() if count > 0)
        inputs = Inputs(
            down=down,
            pressed=pressed,
            stick=self._stick(pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY),
            look=self._stick(pygame.CONTROLLER_AXIS_RIGHTX, pygame.CONTROLLER_AXIS_RIGHTY),
            mouse=self._mouse,
            mouse_moved=self._moved,
            pointing=self._pointing,
            aiming=self._aiming,
            click=pygame.BUTTON_LEFT in self._clicks,
            right_click=pygame.BUTTON_RIGHT in self._clicks,
            mouse_down=self._buttons.get(pygame.BUTTON_LEFT, False),
            right_down=self._buttons.get(pygame.BUTTON_RIGHT, False),
            middle_down=self._buttons.get(pygame.BUTTON_MIDDLE, False),
            wheel=self._wheel,
            device=self.device,
            typed=tuple(self._typed),
            pad_typed=tuple(self._pad_typed),
            quit=self._quit,
            lost_focus=self._lost_focus,
            lost_pad=self._lost_pad,
        )
        self._pressed.clear()
        self._typed.clear()
        self._pad_typed.clear()
        self._clicks.clear()
        self._moved = self._lost_focus = self._lost_pad = False
        self._wheel = 0
        return inputs

    def _meaning(self, name: str) -> tuple[Action, ...]:
        """What a key (``key 97``) or a part of the pad (``pad lb``) is bound to."""
        kind, _, which = name.partition(" ")
        return self._codes.get(int(which), ()) if kind == "key" else self._pad_codes.get(which, ())

    def _moves(self, name: str) -> bool:
        return any(action in MOVES for action in self._meaning(name))

    def _change(self, name: str, *, down: bool) -> None:
        if self._held.get(name, False) == down:
            return
        self._held[name] = down
        if down and name.startswith("pad "):
            self._pad_typed.append(name.removeprefix("pad "))
        for action in self._meaning(name):
            self._down[action] = max(0, self._down.get(action, 0) + (1 if down else -1))
            if down:
                self._pressed.append(action)
                self._pointing = self._pointing and action not in MOVES

    def _use_pad(self, event: pygame.Event) -> None:
        """Prompts follow the pad that was used last, and what it prints on its buttons."""
        self.device, self._aiming = Device.PAD, False
        pad = self._pads.get(getattr(event, "instance_id", -1))
        if pad is not None:
            self.layout = layout_of(pad.name)

    def _axis(self, axis: int, value: int) -> None:
        self._axes[axis] = value
        for name, trigger in _TRIGGERS.items():
            if trigger == axis:
                self._change(f"pad {name}", down=value > _TRIGGER_DOWN)
        if axis == pygame.CONTROLLER_AXIS_LEFTX:
            self._change("pad stick_left", down=value < -_STICK_TILTED)
            self._change("pad stick_right", down=value > _STICK_TILTED)
        elif axis == pygame.CONTROLLER_AXIS_LEFTY:
            self._change("pad stick_up", down=value < -_STICK_TILTED)
            self._change("pad stick_down", down=value > _STICK_TILTED)

    def _stick(self, axis_x: int, axis_y: int) -> tuple[float, float]:
        x, y = self._axes.get(axis_x, 0), self._axes.get(axis_y, 0)
        if x * x + y * y < _STICK_DEAD * _STICK_DEAD:
            return (0.0, 0.0)
        self._pointing = False
        return (x / _STICK_FULL, y / _STICK_FULL)

    def _open_pad(self, index: int) -> None:
        if controller.is_controller(index):
            pad = controller.Controller(index)
            self._pads[pad.as_joystick().get_instance_id()] = pad


def is_key(name: str) -> bool:
    """Whether a keyboard has a key of that name."""
    try:
        pygame.key.key_code(name)
    except ValueError:
        return False
    return True
