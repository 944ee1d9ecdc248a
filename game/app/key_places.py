"""Keys of other alphabets: what has no Latin letter means what lies at its place on a US keyboard.

A Cyrillic or Greek layout has no ``w`` and a French one no digit without Shift; bindings are Latin.
"""

from typing import Final

import pygame

_LETTERS: Final = {
    getattr(pygame, f"KSCAN_{letter.upper()}"): ord(letter)
    for letter in "abcdefghijklmnopqrstuvwxyz"
}
_DIGITS: Final = {getattr(pygame, f"KSCAN_{digit}"): ord(digit) for digit in "1234567890"}


def code_of(event: pygame.Event) -> int:
    """The key code that a KEYDOWN or KEYUP stands for; its own wherever bindings know that."""
    key: int = event.key
    place: int = getattr(event, "scancode", 0)
    if place in _DIGITS:
        return _DIGITS[place]
    if key > 127 and not pygame.key.name(key):
        return _LETTERS.get(place, key)
    return key
