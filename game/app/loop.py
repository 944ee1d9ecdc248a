"""The loop: 60 ticks a second whatever the screen does, drawing in between, scenes on a stack."""

from typing import Final, assert_never

import pygame

from game.app.actions import Device
from game.app.desk import Desk
from game.app.scenes import Change, DrawsPointer, Pop, Push, Quit, Replace, Scene
from game.core.units import TICKS_PER_SECOND

_TICK_MS: Final = 1000 / TICKS_PER_SECOND
_MOST_TICKS: Final = 5
"""More ticks than this are never caught up at once: after a stall the night goes on, not faster."""


def run(desk: Desk, first: Scene) -> None:
    """Run scenes until none is left or one of them quits."""
    window, devices = desk.window, desk.devices
    stack: list[Scene] = [first]
    clock = pygame.time.Clock()
    owed = 0.0
    while stack:
        owed = min(owed + clock.tick(TICKS_PER_SECOND * 2), _MOST_TICKS * _TICK_MS)
        while owed >= _TICK_MS and stack:
            owed -= _TICK_MS
            for event in pygame.event.get():
                if asks_for_fullscreen(event):
                    desk.toggle_fullscreen()
                    continue
                place = getattr(event, "pos", None)
                devices.take(event, window.on_canvas(place) if place is not None else None)
            inputs = devices.read()
            change = Quit() if inputs.quit else stack[-1].update(inputs)
            if change is not None:
                apply(stack, change)
                devices.let_go()
        if stack:
            window.show_pointer(shows_pointer(stack[-1], devices.device))
            stack[-1].draw(window.canvas, owed / _TICK_MS)
            window.show()


def asks_for_fullscreen(event: pygame.Event) -> bool:
    """F11, or Alt and Enter: the window's own keys, which no scene hears of."""
    if event.type != pygame.KEYDOWN:
        return False
    alt = getattr(event, "mod", 0) & pygame.KMOD_ALT
    return event.key == pygame.K_F11 or bool(alt and event.key == pygame.K_RETURN)


def shows_pointer(scene: Scene, device: Device) -> bool:
    """Whether the mouse's arrow is to be seen over a scene."""
    return device is Device.MOUSE and not (
        isinstance(scene, DrawsPointer) and scene.draws_pointer()
    )


def apply(stack: list[Scene], change: Change) -> None:
    """Carry out what a scene asked for: the one place where scenes follow each other."""
    match change:
        case Push(scene):
            stack.append(scene)
        case Pop(count):
            for _ in range(min(count, len(stack))):
                stack.pop().leave()
        case Replace(scene):
            while stack:
                stack.pop().leave()
            stack.append(scene)
        case Quit():
            while stack:
                stack.pop().leave()
        case never:
            assert_never(never)
