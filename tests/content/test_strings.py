"""Words by id: found in the player's language, filled in, and visible when they are missing."""

import gettext
import io
from pathlib import Path
from struct import unpack_from

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.catalogue import Catalogue, CatalogueError, Entry, read_po, write_mo, write_po
from game.content.strings import ENGLISH, PSEUDO, Strings, catalogue_path, locales
from game.content.words import catalogue_files, check_words, english
from tools.words import main

TALK = """title: Here
tags: start end
---
<<declare $ledger = 372>>
<<set $ledger to fact("ledger")>>
Sakura: {$ledger}, then. #line:here_01 #mood:tired
===
"""
STRINGS = """[hud]
hud_door = "Door"
hud_marker = "Marker {n} of {all}"
hud_bottle = {one = "{n} bottle", other = "{n} bottles"}
[barks]
bark_x_1 = "Hm?"
bark_x_2 = "Ha!"
"""
GERMAN_RULE = "nplurals=2; plural=(n != 1);"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A text folder with a talk, strings, and their catalogues written."""
    (tmp_path / "talk.yarn").write_text(TALK, encoding="utf-8")
    (tmp_path / "strings.toml").write_text(STRINGS, encoding="utf-8")
    assert main(["--write", "--folder", str(tmp_path)]) == 0
    return tmp_path


def translate(folder: Path, **texts: str) -> None:
    """Add a German translation of some ids, as a translator would."""
    entries = tuple(Entry(text_id, (text,)) for text_id, text in texts.items())
    path = catalogue_path(folder, "de", ".po")
    path.parent.mkdir(parents=True)
    path.write_text(write_po(Catalogue("de", entries, GERMAN_RULE), {}), encoding="utf-8")


def test_a_text_is_found_by_its_id_and_filled_in(folder: Path) -> None:
    strings = Strings.load(ENGLISH, folder)
    assert strings.text("hud_door") == "Door"
    assert strings.text("hud_marker", n=2, all=5) == "Marker 2 of 5"
    assert strings.text("here_01", ledger=373, trust=12) == "373, then."


def test_a_slot_without_a_value_stays_visible_and_nothing_else_is_looked_up(folder: Path) -> None:
    strings = Strings.load(ENGLISH, folder)
    assert strings.text("hud_marker", n="{all.__class__}") == "Marker {all.__class__} of {all}"


def test_numbers_choose_their_plural(folder: Path) -> None:
    strings = Strings.load(ENGLISH, folder)
    assert [strings.count("hud_bottle", n) for n in (0, 1, 2)] == [
        "0 bottles",
        "1 bottle",
        "2 bottles",
    ]


def test_a_missing_id_is_shown_in_brackets_and_remembered_once(folder: Path) -> None:
    strings = Strings.load(PSEUDO, folder)
    assert [strings.text("no_such"), strings.text("no_such"), strings.count("nor_this", 2)] == [
        "[no_such]",
        "[no_such]",
        "[nor_this]",
    ]
    assert strings.missing == ["no_such", "nor_this"]
    assert not strings.has("no_such")


def test_ways_of_saying_the_same_are_numbered_from_one(folder: Path) -> None:
    strings = Strings.load(ENGLISH, folder)
    assert strings.variants("bark_x") == ["bark_x_1", "bark_x_2"]
    assert strings.variants("bark_y") == []


def test_the_pseudo_locale_is_longer_and_keeps_its_slots(folder: Path) -> None:
    plain, pseudo = Strings.load(ENGLISH, folder), Strings.load(PSEUDO, folder)
    for text_id in ("hud_door", "hud_marker", "here_01"):
        longer = pseudo.text(text_id, n=1, all=5, ledger=372)
        assert len(longer) > len(plain.text(text_id, n=1, all=5, ledger=372))
        assert "{" not in longer
    assert pseudo.text("hud_door") == "“Döör~”"
    assert pseudo.count("hud_bottle", 3).startswith("“3 böttlés")


def test_what_a_translation_lacks_stands_in_english(folder: Path) -> None:
    translate(folder, hud_door="Tür", gone_id="weg")
    assert main(["--write", "--folder", str(folder)]) == 0
    german = Strings.load("de", folder)
    assert german.text("hud_door") == "Tür"
    assert german.text("hud_marker", n=1, all=5) == "Marker 1 of 5"
    assert german.count("hud_bottle", 2) == "2 bottles"
    assert german.missing == []
    assert locales(folder) == ["en", "de", "en_XA"]
    po = catalogue_path(folder, "de", ".po").read_text(encoding="utf-8")
    assert 'msgid "here_01"\nmsgstr ""' in po, "new ids wait for the translator"
    assert "gone_id" not in po


def test_writing_twice_changes_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert main(["--write", "--folder", str(folder)]) == 0
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_catalogues_behind_their_source_are_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder / "strings.toml"
    source.write_text(STRINGS.replace("Door", "Gate"), encoding="utf-8")
    assert main(["--folder", str(folder)]) == 1
    assert "is behind its source; run python -m tools.words --write" in capsys.readouterr().out


def test_a_translation_with_a_slot_of_its_own_is_found(folder: Path) -> None:
    translate(folder, hud_marker="Stein {n} von {zahl}")
    assert any("{zahl}" in line for line in check_words(folder))


def test_a_string_too_long_for_its_place_is_found(folder: Path) -> None:
    source = folder / "strings.toml"
    source.write_text(STRINGS.replace("Ha!", "Ha! " * 20), encoding="utf-8")
    assert any("bark_x_2 has 80 characters; keep it to 52" in line for line in check_words(folder))


def test_a_letter_that_the_game_cannot_draw_is_found(folder: Path) -> None:
    source = folder / "strings.toml"
    source.write_text(STRINGS.replace("Ha!", "Ha \u6f22"), encoding="utf-8")
    assert any("bark_x_2 has '\u6f22'" in line for line in check_words(folder))


@pytest.mark.parametrize(
    ("strings", "mend"),
    [
        ("[hud]\nhere_01 = 'twin'\n", "used twice"),
        ("loose = 'text'\n", "move it below"),
        ("[hud]\nhud_door = 5\n", "must be a text"),
        ("[hud]\nhud_door = {one = 'a'}\n", "must be a text"),
        ("[hud\n", "mend that row"),
    ],
)
def test_a_broken_strings_file_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], strings: str, mend: str
) -> None:
    (folder / "strings.toml").write_text(strings, encoding="utf-8")
    assert main(["--folder", str(folder)]) == 2
    told = capsys.readouterr().err
    assert mend in told
    assert told.count("\n") == 1


@pytest.mark.parametrize("locale", ["fr", "../en", "en/..", "", "EN"])
def test_a_language_that_is_not_there_is_refused_and_the_others_named(
    folder: Path, locale: str
) -> None:
    with pytest.raises(CatalogueError, match="there are: en, en_XA"):
        Strings.load(locale, folder)


@pytest.mark.parametrize("length", [0, 3, 20, 200])
def test_a_damaged_catalogue_is_refused_with_a_mend(folder: Path, length: int) -> None:
    path = catalogue_path(folder, ENGLISH, ".mo")
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(CatalogueError, match=r"tools\.words --write"):
        Strings.load(ENGLISH, folder)


@pytest.mark.parametrize(
    ("po", "mend"),
    [
        ('msgstr "a"\n', "without msgid"),
        ('msgid "a"\n', "without msgstr"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', "stands twice"),
        ('msgid "a"\nmsgstr "b" "c\n', "cannot be read"),
        ('"a"\n', "cannot be read"),
        ("hello\n", "cannot be read"),
    ],
)
def test_a_broken_translation_names_its_row(po: str, mend: str) -> None:
    with pytest.raises(CatalogueError, match=mend) as caught:
        read_po(po, "de", "suna.po")
    assert str(caught.value).startswith("suna.po:")


ENTRIES = st.lists(
    st.builds(
        lambda text_id, texts: Entry(text_id, tuple(texts), len(texts) == 2),
        st.from_regex(r"[a-z]{1,6}_[0-9]{1,3}", fullmatch=True),
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1,
                 max_size=2),
    ),
    max_size=12,
    unique_by=lambda entry: entry.id,
)  # fmt: skip


@given(ENTRIES)
def test_any_words_survive_both_formats(entries: list[Entry]) -> None:
    catalogue = Catalogue("xx", tuple(entries))
    assert read_po(write_po(catalogue, {}), "xx", "suna.po") == catalogue
    read = gettext.GNUTranslations(io.BytesIO(write_mo(catalogue)))
    for entry in entries:
        if entry.plural:
            found = [read.ngettext(entry.id, f"{entry.id}.plural", n) for n in (1, 2)]
        else:
            found = [read.gettext(entry.id)]
        assert tuple(found) == entry.texts


def test_the_source_order_is_kept_for_translators(folder: Path) -> None:
    ids = [entry.id for entry in english(folder).entries]
    assert ids == ["here_01", "hud_door", "hud_marker", "hud_bottle", "bark_x_1", "bark_x_2"]
    po = catalogue_files(folder)[catalogue_path(folder, PSEUDO, ".po")].decode()
    assert "#. talk.yarn, Here: Sakura, tired\n#. {$ledger}, then.\nmsgid" in po


def test_ids_stand_in_order_so_that_other_readers_of_mo_files_find_them() -> None:
    data = write_mo(Catalogue("xx", (Entry("zebra", ("Z",)), Entry("ant", ("A",)))))
    count, table = unpack_from("<II", data, 8)
    places = [unpack_from("<II", data, table + 8 * row) for row in range(count)]
    assert [data[at : at + length] for length, at in places] == [b"", b"ant", b"zebra"]
