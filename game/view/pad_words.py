"""What stands on a key or a button, in words: a label that begins with ``pad/`` is a picture."""

from typing import Final

from game.content.strings import Strings

PAD: Final = "pad/"


def label_words(strings: Strings, label: str) -> str:
    """A label as it can stand in a sentence."""
    if not label.startswith(PAD):
        return label
    layout, slash, button = label.removeprefix(PAD).rpartition("/")
    return strings.text(f"key_{layout}_{button}" if slash else f"key_pad_{button}")
