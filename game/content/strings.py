"""The words on the screen, by id, in the player's language.

    strings = Strings.load("en")
    strings.text("objective_round", n=2, all=5)
    strings.count("cause_tiles", 2)

Nothing here raises over a missing word: the player sees the id in brackets; ``missing`` keeps it.
"""

import gettext
import re
import struct
from pathlib import Path
from typing import Final

from game.content.catalogue import CatalogueError, plural_key
from game.content.paths import assets_folder

_DOMAIN: Final = "suna"
ENGLISH: Final = "en"
PSEUDO: Final = "en_XA"
"""Longer and accented English: shows words that no catalogue knows, and labels that do not fit."""

_LOCALE_NAME: Final = re.compile(r"[a-z]{2,3}(?:_[A-Z]{2})?")
SLOT: Final = re.compile(r"\{\$?(\w+)\}")


class Strings:
    """The catalogue of one language, with English behind it."""

    def __init__(self, locale: str, catalogue: gettext.NullTranslations) -> None:
        self.locale = locale
        self.missing: list[str] = []
        """Ids that were asked for and are in no catalogue, in the order of asking."""
        self._catalogue = catalogue

    @classmethod
    def load(cls, locale: str = ENGLISH, folder: Path | None = None) -> "Strings":
        """The words of ``locale`` from ``folder`` (the game's own text folder if None).

        Raises CatalogueError, a one-line InputError, if there is no such language or its file is
        damaged.
        """
        folder = text_folder() if folder is None else folder
        catalogue = _open(locale, folder)
        if locale != ENGLISH:
            catalogue.add_fallback(_open(ENGLISH, folder))
        return cls(locale, catalogue)

    def text(self, text_id: str, **values: object) -> str:
        """The words of an id, each ``{name}`` or ``{$name}`` in them replaced by the value given.

        A slot whose value is not given stays visible; values that no slot wants are ignored.
        """
        found = self._catalogue.gettext(text_id)
        if found == text_id:
            return self._miss(text_id)
        return fill(found, values)

    def words(self, text: str) -> str:
        """What a map has to say: the words of an id, or the text itself where it is none."""
        return self.text(text) if self.has(text) else text

    def count(self, text_id: str, n: int, **values: object) -> str:
        """The words of an id that depend on a number, in the right plural; ``{n}`` is it."""
        found = self._catalogue.ngettext(text_id, plural_key(text_id), n)
        if found in (text_id, plural_key(text_id)):
            return self._miss(text_id)
        return fill(found, {"n": n, **values})

    def has(self, text_id: str) -> bool:
        """Whether the id has words, in this language or in English."""
        return self._catalogue.gettext(text_id) != text_id

    def variants(self, stem: str) -> list[str]:
        """The ids ``stem_1``, ``stem_2``... as far as they go: ways of saying the same thing."""
        ids: list[str] = []
        while self.has(f"{stem}_{len(ids) + 1}"):
            ids.append(f"{stem}_{len(ids) + 1}")
        return ids

    def _miss(self, text_id: str) -> str:
        if text_id not in self.missing:
            self.missing.append(text_id)
        return f"[{text_id}]"


def fill(text: str, values: dict[str, object]) -> str:
    """``text`` with its slots filled; nothing but plain names is looked up."""
    return SLOT.sub(lambda slot: str(values.get(slot[1], slot[0])), text)


def text_folder() -> Path:
    """The folder of the talk files, the strings and the catalogues."""
    return assets_folder() / "text"


def catalogue_path(folder: Path, locale: str, suffix: str) -> Path:
    """Where gettext looks for a language: ``folder/locale/en/LC_MESSAGES/suna.mo``."""
    return folder / "locale" / locale / "LC_MESSAGES" / f"{_DOMAIN}{suffix}"


def locales(folder: Path | None = None) -> list[str]:
    """All languages that have a catalogue, English first."""
    folder = text_folder() if folder is None else folder
    found = sorted(path.parts[-3] for path in folder.glob(f"locale/*/LC_MESSAGES/{_DOMAIN}.mo"))
    return sorted(found, key=lambda name: name != ENGLISH)


def _open(locale: str, folder: Path) -> gettext.GNUTranslations:
    path = catalogue_path(folder, locale, ".mo")
    if not _LOCALE_NAME.fullmatch(locale) or not path.is_file():
        known = ", ".join(locales(folder)) or "none"
        raise CatalogueError(f'no language "{locale}" in {folder}; there are: {known}')
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, struct.error, LookupError) as fault:
        raise CatalogueError(
            f"{path}: cannot be read ({fault}); write it anew with python -m tools.words --write"
        ) from None
