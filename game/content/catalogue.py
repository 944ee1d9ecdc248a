"""Catalogues of words in gettext's formats: ``.po`` for translators, ``.mo`` for the game.

The id of a text is its msgid, so that mending the English leaves translations where they are.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from struct import pack
from typing import Final

from game.content.errors import InputError

_MO_MAGIC: Final = 0x950412DE
PLURAL_RULE: Final = "nplurals=2; plural=(n != 1);"
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPES: Final[Mapping[str, str]] = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_UNESCAPES: Final[Mapping[str, str]] = {"\\": "\\", '"': '"', "n": "\n", "t": "\t"}
_FIELD: Final = re.compile(r"(msgid_plural|msgid|msgstr|msgstr\[(\d)\])\s+(\".*\")")


class CatalogueError(InputError):
    """A catalogue that cannot be read: ``file:row: what is wrong; how to mend it``."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The words of one id: one text, or one for each plural form of the language."""

    id: str
    texts: tuple[str, ...]
    plural: bool = False
    note: str = ""
    """What a translator should know: who speaks, in which mood, in which file."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All words of one language, in the order of their source."""

    locale: str
    entries: tuple[Entry, ...]
    plural_rule: str = PLURAL_RULE

    def by_id(self) -> dict[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.entries}


def plural_key(text_id: str) -> str:
    """The msgid_plural of an id; gettext wants one, and the game never shows it."""
    return f"{text_id}.plural"


def write_po(catalogue: Catalogue, english: Mapping[str, Entry]) -> str:
    """The text of a ``.po`` file; above each entry stand its note and the English it translates."""
    blocks = [f'msgid ""\nmsgstr ""\n{_quoted_rows(_header(catalogue))}']
    for entry in catalogue.entries:
        rows = [f"#. {entry.note}"] if entry.note else []
        source = english.get(entry.id)
        if source is not None and catalogue.locale != "en":
            rows += [f"#. {text}" for text in source.texts]
        rows.append(f"msgid {_quote(entry.id)}")
        if entry.plural:
            rows.append(f"msgid_plural {_quote(plural_key(entry.id))}")
            rows += [f"msgstr[{n}] {_quote(text)}" for n, text in enumerate(entry.texts)]
        else:
            rows.append(f"msgstr {_quote(entry.texts[0])}")
        blocks.append("\n".join(rows))
    return "\n\n".join(blocks) + "\n"


def read_po(text: str, locale: str, file: str) -> Catalogue:
    """The catalogue in a ``.po`` file. Raises CatalogueError."""
    entries: list[Entry] = []
    rule = PLURAL_RULE
    for first_row, fields in _blocks(text, file):
        if "msgid" not in fields:
            raise CatalogueError(f"{file}:{first_row}: an entry without msgid; add or remove it")
        texts = tuple(fields[key] for key in sorted(fields) if key.startswith("msgstr"))
        if not texts:
            raise CatalogueError(f'{file}:{first_row}: an entry without msgstr; add msgstr ""')
        if not fields["msgid"]:
            found = re.search(r"^Plural-Forms:\s*(.+)$", texts[0], re.MULTILINE)
            rule = found.group(1) if found else rule
            continue
        entries.append(Entry(fields["msgid"], texts, "msgid_plural" in fields))
    return Catalogue(locale, tuple(entries), rule)


def write_mo(catalogue: Catalogue) -> bytes:
    """The bytes of a ``.mo`` file. Texts still empty are left out, so that English stands in.

    Layout: the GNU gettext manual, "The Format of GNU MO Files"; without its hash table.
    """
    pairs = [(b"", _header(catalogue).encode())]
    for entry in catalogue.entries:
        if all(entry.texts):
            key = f"{entry.id}\0{plural_key(entry.id)}" if entry.plural else entry.id
            pairs.append((key.encode(), "\0".join(entry.texts).encode()))
    pairs.sort()
    keys_at, texts_at = 28, 28 + 8 * len(pairs)
    at = texts_at + 8 * len(pairs)
    tables = []
    for column in (0, 1):
        for pair in pairs:
            tables.append(pack("<II", len(pair[column]), at))
            at += len(pair[column]) + 1
    head = pack("<7I", _MO_MAGIC, 0, len(pairs), keys_at, texts_at, 0, at)
    body = [pair[column] + b"\0" for column in (0, 1) for pair in pairs]
    return b"".join([head, *tables, *body])


def _header(catalogue: Catalogue) -> str:
    return (
        f"Project-Id-Version: suna-night-patrol\nLanguage: {catalogue.locale}\n"
        "MIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
        f"Content-Transfer-Encoding: 8bit\nPlural-Forms: {catalogue.plural_rule}\n"
    )


def _blocks(text: str, file: str) -> Iterable[tuple[int, dict[str, str]]]:
    """(first row, fields) of each entry; a blank row ends an entry."""
    fields: dict[str, str] = {}
    field, first_row = "", 1
    for number, raw in enumerate([*text.splitlines(), ""], start=1):
        row = raw.strip()
        if not row and fields:
            yield first_row, fields
            fields, field = {}, ""
        if not row or row.startswith("#"):
            continue
        if not fields:
            first_row = number
        if found := _FIELD.fullmatch(row):
            field = found.group(1)
            if field in fields:
                raise CatalogueError(f"{file}:{number}: {field} stands twice; part them by a row")
            fields[field] = ""
            row = found.group(3)
        if not field or not _QUOTED.fullmatch(row):
            raise CatalogueError(f'{file}:{number}: cannot be read; write msgid "..." or "..."')
        fields[field] += _unquote(row)


def _quoted_rows(text: str) -> str:
    return "\n".join(_quote(row) for row in text.splitlines(keepends=True))


def _quote(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'


def _unquote(row: str) -> str:
    return re.sub(r"\\(.)", lambda found: _UNESCAPES.get(found[1], found[0]), row[1:-1])
