"""Where words come from and what must hold for them: the sources in `assets/text/`, the catalogues
made from them, the pseudo-locale, and the check of it all.
"""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

from game.content.catalogue import (
    Catalogue,
    CatalogueError,
    Entry,
    read_po,
    write_mo,
    write_po,
)
from game.content.paths import assets_folder
from game.content.strings import ENGLISH, PSEUDO, SLOT, catalogue_path
from game.content.thoughts import load_thoughts, unknown_thoughts
from game.content.yarn import read_script
from game.content.yarn_check import findings
from game.content.yarn_walk import spoken
from game.sim.tale.talk_script import Line, Script

STRINGS_FILE = "strings.toml"
FONT_SIZES = ("small", "large")
OVER_A_HEAD = ("bark_", "mutter_", "challenge_", "unmasked_")
BARK_CHARACTERS_MAX = 52
"""What stands over a head on the map."""
STRING_CHARACTERS_MAX = 140
PSEUDO_LETTERS = str.maketrans("aeoucnAEOU", "äéöüçñÄÉÖÜ")
PSEUDO_GROWTH_PER_CENT = 30


def talk_files(folder: Path) -> list[Path]:
    """The talk files of a text folder, by name."""
    return sorted(folder.glob("*.yarn"))


def load_script(folder: Path) -> Script:
    """All talk of a text folder. Raises YarnError."""
    return read_script(talk_files(folder))


def english(folder: Path) -> Catalogue:
    """The English words of all talk files and of `strings.toml`. Raises InputError."""
    entries = [*_talk_entries(load_script(folder)), *_string_entries(folder / STRINGS_FILE)]
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.id in seen:
            raise CatalogueError(
                f"{STRINGS_FILE}: the id {entry.id} is used twice, here and in {seen[entry.id]}; "
                "give one of them another id"
            )
        seen[entry.id] = entry.note or STRINGS_FILE
    return Catalogue(ENGLISH, tuple(entries))


def pseudo(source: Catalogue) -> Catalogue:
    """The pseudo-locale: the same words, accented, in quotes and a third longer."""
    return Catalogue(
        PSEUDO,
        tuple(
            Entry(entry.id, tuple(map(_pseudo_text, entry.texts)), entry.plural, entry.note)
            for entry in source.entries
        ),
    )


def merged(source: Catalogue, old: Catalogue) -> Catalogue:
    """A translation brought up to the source: new ids are empty, ids that went are dropped."""
    known = old.by_id()
    entries = []
    for entry in source.entries:
        before = known.get(entry.id)
        if before is None or before.plural != entry.plural:
            texts = tuple("" for _ in entry.texts)
        else:
            texts = before.texts
        entries.append(Entry(entry.id, texts, entry.plural, entry.note))
    return Catalogue(old.locale, tuple(entries), old.plural_rule)


def catalogue_files(folder: Path) -> dict[Path, bytes]:
    """Every catalogue file as it ought to be, by path: English, pseudo-locale, translations."""
    source = english(folder)
    catalogues = [source, pseudo(source)]
    for path in sorted(folder.glob("locale/*/LC_MESSAGES/*.po")):
        locale = path.parts[-3]
        if locale not in (ENGLISH, PSEUDO):
            old = read_po(path.read_text(encoding="utf-8"), locale, path.name)
            catalogues.append(merged(source, old))
    files = {}
    for catalogue in catalogues:
        po = write_po(catalogue, source.by_id())
        files[catalogue_path(folder, catalogue.locale, ".po")] = po.encode()
        files[catalogue_path(folder, catalogue.locale, ".mo")] = write_mo(catalogue)
    return files


def check_words(folder: Path) -> list[str]:
    """Everything a writer or translator should mend, one line each. Raises InputError."""
    source = english(folder)
    return [
        *findings(load_script(folder)),
        *_long_strings(source),
        *_undrawable(source),
        *unknown_thoughts(load_thoughts(folder), source.by_id()),
        *_stale(folder),
    ]


def _talk_entries(script: Script) -> Iterator[Entry]:
    for node in script.nodes.values():
        for words in spoken(node):
            if isinstance(words, Line):
                who = f"{words.speaker}, {words.mood}" if words.speaker else "told"
            else:
                who = "Sakura may choose"
            yield Entry(words.id, (words.text,), note=f"{node.file}, {node.title}: {who}")


def _string_entries(path: Path) -> Iterator[Entry]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise CatalogueError(f"{path}: cannot be read: {fault.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise CatalogueError(f"{path}: {fault}; mend that row") from None
    for table, strings in tables.items():
        if not isinstance(strings, dict):
            raise CatalogueError(f'{path}: "{table}" stands in no table; move it below a [heading]')
        for text_id, text in strings.items():
            match text:
                case str():
                    yield Entry(text_id, (text,))
                case {"one": str(one), "other": str(other)} if len(text) == 2:
                    yield Entry(text_id, (one, other), plural=True)
                case _:
                    raise CatalogueError(
                        f"{path}: [{table}] {text_id} must be a text, "
                        'or {one = "...", other = "..."}'
                    )


def _pseudo_text(text: str) -> str:
    """Accents on everything but slots, padded with `~`, in the quotes that show a cut-off end."""
    parts = SLOT.split(text)
    slots = [found.group() for found in SLOT.finditer(text)]
    plain = [part.translate(PSEUDO_LETTERS) for part in parts[::2]]
    mixed = "".join(a + b for a, b in zip(plain, [*slots, ""], strict=True))
    return f"“{mixed}{'~' * (len(text) * PSEUDO_GROWTH_PER_CENT // 100)}”"


def _long_strings(source: Catalogue) -> Iterator[str]:
    for entry in source.entries:
        if entry.note:
            continue
        over_a_head = entry.id.startswith(OVER_A_HEAD)
        most = BARK_CHARACTERS_MAX if over_a_head else STRING_CHARACTERS_MAX
        for text in entry.texts:
            if len(text) > most:
                yield f"{STRINGS_FILE}: {entry.id} has {len(text)} characters; keep it to {most}"


def _undrawable(source: Catalogue) -> Iterator[str]:
    """Letters that neither size of the game's own letters has."""
    tables = [
        json.loads((assets_folder() / "font" / f"{size}.json").read_text(encoding="utf-8"))
        for size in FONT_SIZES
    ]
    letters = set.intersection(*(set(table["glyphs"]) for table in tables))
    for entry in source.entries:
        strange = sorted(set("".join(entry.texts)) - letters)
        if strange:
            place = entry.note.partition(",")[0] or STRINGS_FILE
            yield (
                f"{place}: {entry.id} has {strange[0]!r}, which the letters of the game lack; "
                "use another, or draw it in tools/art"
            )


def _stale(folder: Path) -> Iterator[str]:
    """Catalogues that do not match their sources, and translations with other slots."""
    source = english(folder).by_id()
    for path, wanted in catalogue_files(folder).items():
        if not path.is_file() or path.read_bytes() != wanted:
            yield f"{path}: is behind its source; run python -m tools.words --write"
    for path in sorted(folder.glob("locale/*/LC_MESSAGES/*.po")):
        for entry in read_po(path.read_text(encoding="utf-8"), path.parts[-3], path.name).entries:
            english_entry = source.get(entry.id)
            if english_entry is None:
                continue
            slots = {slot for text in english_entry.texts for slot in SLOT.findall(text)}
            for text in filter(None, entry.texts):
                if strange := sorted(set(SLOT.findall(text)) - slots):
                    yield f"{path}: {entry.id} has a slot {{{strange[0]}}} that English has not"
