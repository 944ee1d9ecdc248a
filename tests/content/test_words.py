"""The game's own words: all there, in order, reachable, and short enough for their places."""

import ast
import json
import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from game import content
from game.content.paths import assets_folder, maps_folder
from game.content.strings import ENGLISH, PSEUDO, Strings, text_folder
from game.content.thoughts import THOUGHTS_FILE
from game.content.words import check_words, english, load_script, pseudo
from game.content.yarn import parse_script
from game.content.yarn_check import unasked
from game.content.yarn_ids import add_line_ids
from game.content.yarn_walk import spoken
from game.sim import tuning
from game.sim.minds.challenge import Answer
from game.sim.tale.night import AfterName, Ending
from game.sim.tale.reverie import all_thoughts
from game.sim.tale.talk import LineSpoken, Said, Talk, TalkEvent, advance, begin, tell
from game.sim.tale.talk_script import EVENTS, FACTS, MOODS, Choice, If, Script
from game.sim.verbs import Act

TALK_BOX_WIDTH_PX = 426
"""What the box at the foot of the screen has for a row of a spoken line."""
FACES = {"Stranger": "Sasori"}
LIKELY = (1, 2, 3, 30, 55, 80, 300, 500, 900)
"""Values that sit on both sides of every threshold the talks ask for."""
NIGHTS_MAX = 3000
STEMS_BY_ARGUMENT = ("gait_", "sound_", "surface_", "wind_")
"""Families that ``causes`` asks for by name."""
PROGRAM = Path(content.__file__).parents[1]
STORY = ("SignOut", "Children", "Waking", "Named", "Report")


@cache
def script() -> Script:
    return load_script(text_folder())


def a_night(chance: random.Random) -> dict[str, int]:
    facts = {name: chance.choice((0, chance.choice(LIKELY))) for name in FACTS}
    if chance.random() < 0.3:
        facts |= {name: 0 for name in FACTS if name.startswith("noticed_")}
    return facts | {"ledger": 372 + facts["killed"]}


def hold(
    node: str, facts: dict[str, int], chance: random.Random, before: Talk | None
) -> tuple[Talk, list[TalkEvent]]:
    """A whole talk with choices left to chance; fails if it does not end."""
    talk = begin(script(), node, before)
    events: list[TalkEvent] = []
    for _ in range(600):
        if talk.done:
            return talk, events
        choice = chance.randrange(len(talk.offered)) if talk.offered else -1
        events += advance(talk, script(), facts, choice)
    raise AssertionError(f"{node} had not ended after 600 presses")


@cache
def many_nights() -> tuple[frozenset[str], frozenset[str]]:
    """Ids of all said in nights of all kinds, held until nothing is unsaid, and all events."""
    chance = random.Random(372)
    unsaid = {words.id for node in script().nodes.values() for words in spoken(node)}
    ids: set[str] = set()
    asked: set[str] = set()
    tellings = [node.title for node in script().nodes.values() if node.telling]
    others = [
        node.title
        for node in script().nodes.values()
        if node.starts and not node.telling and node.title not in STORY
    ]
    for _ in range(NIGHTS_MAX):
        if unsaid <= ids:
            break
        talk: Talk | None = None
        facts = a_night(chance)
        waited = chance.random() < 0.7  # else she goes, or is fetched, before he wakes
        told = STORY[2:4] if waited else ()
        reported = (STORY[4],) if chance.random() < 0.9 else ()  # else dawn comes first
        for node in (*STORY[:2], *told, *others, *reported):
            talk, events = hold(node, facts, chance, talk)
            asked |= {event.name for event in events if isinstance(event, Said)}
        assert talk is not None
        ids |= set(talk.backlog)
        for node in tellings:
            ids |= set(tell(script(), node, facts, talk))
    return frozenset(ids), frozenset(asked)


def test_every_word_is_in_order() -> None:
    assert check_words(text_folder()) == []


def test_every_line_and_option_comes_up_in_some_night() -> None:
    said = many_nights()[0]
    unsaid = [
        f"{node.file}:{words.row}: {words.id} comes up in no night; do its conditions agree?"
        for node in script().nodes.values()
        for words in spoken(node)
        if words.id not in said
    ]
    assert unsaid == []


def test_the_talk_has_its_beats_and_enough_to_choose() -> None:
    talk = [node for node in script().nodes.values() if node.file == "talk.yarn"]
    words = [words for node in talk for words in spoken(node)]
    options = [words for node in talk for words in spoken(node) if not hasattr(words, "speaker")]
    assert len(words) - len(options) >= 250
    assert sum(count_choices(node.body) for node in talk) >= 12


def count_choices(block: tuple[object, ...]) -> int:
    count = 0
    for statement in block:
        match statement:
            case Choice(options):
                count += 1 + sum(count_choices(option.body) for option in options)
            case If(branches):
                count += sum(count_choices(branch.body) for branch in branches)
            case _:
                pass
    return count


@pytest.mark.parametrize("seed", range(20))
def test_the_last_line_is_always_his_name_and_it_is_said_once(seed: int) -> None:
    chance = random.Random(seed)
    talk, events = hold("Waking", a_night(chance), chance, None)
    lines = [event.id for event in events if isinstance(event, LineSpoken)]
    strings = Strings.load(ENGLISH)
    told = [strings.text(line) for line in lines]
    assert "Sasori" in told[-1]
    assert "killed the Third Kazekage" in told[-1]
    assert not any("Sasori" in line for line in told[:-1])
    assert talk.node == "TheName"
    asked = [event.name for event in events if isinstance(event, Said)]
    assert asked == ["water", "promised", "the_name"]


def test_all_that_is_noticed_is_spoken_of_and_nothing_that_was_not() -> None:
    topics = ("hair", "lashes", "clothes", "slashes", "face")
    for topic in topics:
        chance = random.Random(0)
        nodes: list[str] = []
        for _ in range(12):
            talk, _ = hold("Waking", {f"noticed_{topic}": 1, "ledger": 372}, chance, None)
            nodes += talk.visited
        assert f"Topic{topic.title()}" in nodes
        others = [f"Topic{other.title()}" for other in topics if other != topic]
        assert not any(other in nodes for other in others)


def test_trust_and_wariness_can_go_far_apart_by_what_is_said() -> None:
    chance = random.Random(1)
    facts = {"ledger": 372, "grade": 2, "second_sweep": 1}
    ends = [hold("Waking", facts, chance, None)[0].variables for _ in range(300)]
    trust = [variables["trust"] for variables in ends]
    wariness = [variables["wariness"] for variables in ends]
    assert max(trust) - min(trust) >= 30
    assert max(wariness) - min(wariness) >= 30


def test_every_choice_after_the_name_and_every_report_reaches_the_world() -> None:
    asked = many_nights()[1]
    assert {f"after_{what}" for what in AfterName} <= asked
    assert {"sign_out", "children_met", "report_done", "report_arrest", "report_run"} <= asked
    assert {"water", "promised", "the_name", "report_prisoner"} <= asked


@pytest.mark.parametrize("ending", list(Ending))
def test_each_ending_is_told_in_two_or_three_paragraphs(ending: Ending) -> None:
    node = "Ending" + "".join(part.title() for part in ending.split("_"))
    chance = random.Random(7)
    tellings = set()
    for _ in range(200):
        facts = a_night(chance)
        talk, _ = hold("SignOut", facts, chance, None)
        for part in chance.choice((("Waking", "Named", "Report"), ("Report",), ())):
            talk, _ = hold(part, facts, chance, talk)
        lines = tell(script(), node, facts, talk)
        assert 2 <= len(lines) <= 4
        tellings.add(tuple(lines))
    assert len(tellings) >= 4, "how the night went colours its ending"


@pytest.mark.parametrize(
    ("node", "facts", "belied"),
    [
        ("EndingSleptWell", (), ("ending_slept_well_01",)),
        ("EndingQuietGate", ("he_lives",), ("ending_quiet_gate_01", "ending_quiet_gate_04")),
        ("EndingTreason", ("he_lives", "he_is_found"), ("ending_treason_06",)),
        ("EndingTakenIn", (), ("ending_taken_in_01", "ending_taken_in_02", "ending_taken_in_05")),
        ("EndingTakenIn", ("found_him", "he_is_found"), ("ending_taken_in_05",)),
        ("EndingTakenIn", ("found_him", "he_lives", "he_is_gone"), ("ending_taken_in_02",)),
        ("EndingColdSand", ("found_him", "he_died", "died_alone"),
         ("ending_cold_sand_03", "ending_cold_sand_04")),
        ("EndingColdSand", ("found_him", "he_died", "finished_off"), ("ending_cold_sand_03",)),
    ],
)  # fmt: skip
def test_a_night_that_ended_without_a_report_or_a_talk_is_not_told_of_one(
    node: str, facts: tuple[str, ...], belied: tuple[str, ...]
) -> None:
    """The register, his name, the two of them together: not told where they were not."""
    lines = tell(script(), node, {"ledger": 372} | dict.fromkeys(facts, 1))
    assert not set(belied) & set(lines)
    assert len(lines) >= 2


def test_the_pseudo_locale_has_every_word() -> None:
    strings = Strings.load(PSEUDO)
    for entry in english(text_folder()).entries:
        found = strings.count(entry.id, 2) if entry.plural else strings.text(entry.id)
        assert found.startswith("“"), entry.id


@pytest.mark.parametrize("size", ["small", "large"])
def test_every_spoken_line_fits_two_rows_of_the_box_in_both_sizes(size: str) -> None:
    widths = glyph_widths(size)
    too_long = [
        words.id
        for node in script().nodes.values()
        if not node.telling
        for words in spoken(node)
        if rows_of(words.text, widths) > 2
    ]
    assert too_long == []


@pytest.mark.parametrize("size", ["small", "large"])
@pytest.mark.parametrize("locale", [ENGLISH, PSEUDO])
def test_the_font_can_draw_every_letter(size: str, locale: str) -> None:
    catalogue = english(text_folder())
    if locale == PSEUDO:
        catalogue = pseudo(catalogue)
    letters = {letter for entry in catalogue.entries for text in entry.texts for letter in text}
    assert sorted(letters - glyph_widths(size).keys()) == []


@pytest.mark.parametrize("speaker", ["Sakura", "Stranger", "Sasori", "Guard", "Child"])
def test_every_mood_a_line_may_have_has_a_face(speaker: str) -> None:
    person = FACES.get(speaker, speaker).lower()
    table = json.loads(
        (assets_folder() / "portraits" / f"{person}.json").read_text(encoding="utf-8")
    )
    assert [mood for mood in MOODS[speaker] if f"{person}/{mood}" not in table["frames"]] == []


def glyph_widths(size: str) -> dict[str, int]:
    """Pixels that each letter takes, with the gap behind it."""
    table = json.loads((assets_folder() / "font" / f"{size}.json").read_text(encoding="utf-8"))
    return {letter: place[2] + table["gap"] for letter, place in table["glyphs"].items()}


def rows_of(text: str, widths: dict[str, int]) -> int:
    rows, used = 1, 0
    for word in text.split():
        width = sum(widths[letter] for letter in word)
        if used and used + widths[" "] + width > TALK_BOX_WIDTH_PX:
            rows, used = rows + 1, width
        else:
            used += width + (widths[" "] if used else 0)
    return rows


def test_every_id_that_the_program_names_has_words() -> None:
    strings = Strings.load(ENGLISH)
    ids = [entry.id for entry in english(text_folder()).entries]
    unknown = []
    for path in sorted(PROGRAM.rglob("*.py")):
        for asked in ids_asked(ast.parse(path.read_text(encoding="utf-8"))):
            stem = asked.split("{")[0]
            known = strings.has(asked) or strings.variants(asked)
            if not known and not ("{" in asked and any(each.startswith(stem) for each in ids)):
                unknown.append(f"{path.name}: {asked}")
    assert unknown == []


def test_no_words_are_kept_that_nothing_can_show() -> None:
    """An id is named, begins as some f-string of the program does, or numbers a named stem."""
    named, stems = set(), set(STEMS_BY_ARGUMENT)
    for path in PROGRAM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Constant(value=str(text)):
                    named.add(text)
                case ast.JoinedStr(values=[ast.Constant(value=str(stem)), *_]) if "_" in stem:
                    stems.add(stem)
    kept_in = (assets_folder() / "operations", maps_folder())
    files = [path for folder in kept_in for path in folder.rglob("*.t[mo]*")]
    files.append(text_folder() / THOUGHTS_FILE)
    named.update(word for path in files for word in re.findall(r"\w+", path.read_text("utf-8")))
    sections = tomllib.loads((text_folder() / "strings.toml").read_text("utf-8"))
    unseen = [
        text_id
        for section in sections.values()
        for text_id in section
        if not {text_id, re.sub(r"(_[a-z]+)_(\d+|guard|about)$", r"\1", text_id)} & named
        and not text_id.startswith(tuple(stems))
    ]
    assert unseen == []


def ids_asked(tree: ast.Module) -> Iterator[str]:
    """Ids, or beginnings of ids with a `{` behind them, that a module asks `strings` for."""
    for call in ast.walk(tree):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args):
            continue
        asks = call.func.attr in ("text", "count", "variants", "has")
        if asks and ast.unparse(call.func.value).endswith("strings"):
            match call.args[0]:
                case ast.Constant(value=str(text_id)):
                    yield text_id
                case ast.JoinedStr(values=[ast.Constant(value=str(stem)), *_]):
                    yield stem + "{"
                case _:
                    pass


def test_whatever_the_night_can_report_has_words() -> None:
    strings = Strings.load(ENGLISH)
    senses = ("sight", "glimpse", "hearing", "tremor", "trail", "body", "partner", "lamp", "word",
              "pulse", "hurt")  # fmt: skip
    wanted = [f"evidence_{what}" for what in tuning.EVIDENCE_WEIGHT]
    wanted += [f"ending_{ending}" for ending in Ending]
    wanted += [f"cause_{sense}" for sense in senses]
    wanted += [f"prompt_{act}" for act in Act]
    wanted += [f"challenge_{answer.name.lower()}_1" for answer in Answer]
    wanted += [f"thought_{number:02}" for number in range(1, 21)]
    wanted += [f"wait_{number:02}" for number in range(1, 7)]
    wanted += [f"note_{number}" for number in range(1, 6)]
    wanted += [f"examine_{what}" for what in
               ("hair", "lashes", "clothes", "protector", "slashes", "face")]  # fmt: skip
    assert [text_id for text_id in wanted if not strings.has(text_id)] == []


def test_the_night_of_the_tale_has_a_moment_for_every_thought() -> None:
    written = [e.id for e in english(text_folder()).entries if e.id.startswith("thought_")]
    level = content.load_level(maps_folder() / "suna.tmx")
    assert sorted(all_thoughts(level)) == sorted(written)


@pytest.mark.parametrize("kind", ["patrol", "rogue", "cutter"])
def test_everyone_has_four_ways_to_put_each_thing(kind: str) -> None:
    strings = Strings.load(ENGLISH)
    for mood in ("curious", "search", "chase", "lost", "wary", "found_body", "partner_missing",
                 "driven_off", "friendly"):  # fmt: skip
        assert len(strings.variants(f"bark_{kind}_{mood}")) >= 4


def test_every_event_is_asked_for_in_some_night() -> None:
    assert many_nights()[1] == set(EVENTS)


def test_a_fact_that_no_talk_asks_for_is_told() -> None:
    told = list(unasked(parse_script({"a.yarn": "title: Here\ntags: end\n---\n===\n"})))
    assert len(told) == len(FACTS) + len(EVENTS)
    assert list(unasked(script())) == []


def test_the_example_for_writers_can_be_pasted_into_a_talk() -> None:
    told = (text_folder() / "README.md").read_text(encoding="utf-8")
    example = told.split("```")[1].strip("\n")
    talk = (text_folder() / "talk.yarn").read_text(encoding="utf-8")
    pasted = add_line_ids(talk + f"\ntitle: Pasted\ntags: start end\n---\n{example}\n===\n")
    node = parse_script({"talk.yarn": pasted}).nodes["Pasted"]
    assert len(list(spoken(node))) == 4


def test_the_words_ship_with_their_readme_beside_them() -> None:
    files = {path.name for path in Path(text_folder()).iterdir()}
    assert {"README.md", "talk.yarn", "after.yarn", "gate.yarn", "endings.yarn"} <= files


KIND = (
    "alive_03", "water_02", "water_16", "why_help_03", "threat_12", "know_me_05", "her_name_02",
    "pupil_05", "medic_04", "ledger_02", "what_now_10", "orders_05", "reason_07", "promise_09",
)  # fmt: skip
COLD = (
    "alive_12", "water_08", "water_22", "why_help_09", "threat_04", "cutters_23", "know_me_08",
    "her_name_06", "pupil_11", "medic_09", "ledger_08", "what_now_07", "orders_01", "reason_14",
    "promise_13",
)  # fmt: skip


def lines_heard(wanted: tuple[str, ...], facts: dict[str, int]) -> set[str]:
    """All lines of a talk in which she answers as wanted, or else with the first answer."""
    talk = begin(script(), "Waking")
    lines: set[str] = set()
    while not talk.done:
        rows = [row for row, name in enumerate(talk.offered_ids) if name in wanted]
        choice = (rows[0] if rows else 0) if talk.offered else -1
        events = advance(talk, script(), facts, choice)
        lines |= {event.id for event in events if isinstance(event, LineSpoken)}
    return lines


def test_kind_and_cold_share_less_than_sixty_per_cent_of_their_lines() -> None:
    facts = {"ledger": 372, "grade": 2, "second_sweep": 1, "chakra_left": 600}
    kind, cold = lines_heard(KIND, facts), lines_heard(COLD, facts)
    assert len(kind & cold) < 0.6 * min(len(kind), len(cold))


def test_the_same_words_after_opposite_nights_are_no_longer_the_same_talk() -> None:
    careful = {"ledger": 372, "grade": 3, "second_sweep": 1, "moved_to_cover": 1, "looked_up": 1,
               "chakra_left": 900, "noticed_face": 1, "noticed_hair": 1}  # fmt: skip
    forceful = {"ledger": 374, "killed": 2, "cutters_killed": 2, "ruptured": 1, "rough_turn": 1,
                "rocks_broken": 1, "sat_for_chakra": 1, "hurt": 1, "ribs_left": 2}  # fmt: skip
    one, other = lines_heard(KIND, careful), lines_heard(KIND, forceful)
    assert len(one - other) >= 20
    assert len(other - one) >= 20
