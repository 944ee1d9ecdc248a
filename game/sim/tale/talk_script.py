"""What a talk is made of: nodes of lines, choices and conditions, as plain immutable data.

`game.content.yarn` reads these from the files in `assets/text/`; `game.sim.tale.talk` plays them.
Variables, facts and results of expressions are integers; true is 1 and false is 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

SPEAKERS = ("", "Sakura", "Stranger", "Sasori", "Guard", "Child")
"""Who may speak. The empty speaker tells the story. A Stranger is shown as ??? on screen."""

MOODS: Mapping[str, tuple[str, ...]] = {
    "": ("neutral",),
    "Sakura": ("neutral", "dry", "annoyed", "soft", "surprised", "firm", "tired", "worried"),
    "Stranger": ("neutral", "amused", "wary", "pained", "asking", "honest", "blank", "soft"),
    "Sasori": ("neutral", "amused", "wary", "pained", "asking", "honest", "blank", "soft"),
    "Guard": ("neutral", "friendly", "stern", "doubtful", "alarmed"),
    "Child": ("neutral", "happy", "scared"),
}
"""The faces each speaker has a picture for; the first is used where a line names none."""

GAUGES = ("trust", "wariness")
"""Variables that never leave 0..100, whatever is added to them."""

FACTS: Mapping[str, str] = {
    "noticed_hair": "she looked at his hair before healing him",
    "noticed_lashes": "she looked at his lashes",
    "noticed_clothes": "she looked at his clothes",
    "noticed_protector": "she looked at the scratched protector on his belt",
    "noticed_slashes": "she looked at the three slashes",
    "noticed_face": "she looked at his face and wondered whether they had met",
    "second_sweep": "she sensed for company again before kneeling",
    "came_early": "she was there before his fight was over",
    "seconds_late": "real seconds after he was left for dead at which she knelt",
    "company": "her second sweep found somebody near",
    "rough_turn": "times he fell back while she turned him over",
    "moved_to_cover": "she dragged him into a lee before healing him",
    "grade": "how well she healed him: 0 rough, 1 fair, 2 good, 3 flawless",
    "ruptured": "the liver tore under her hands",
    "sand_in_wound": "a gust blew sand into an open wound",
    "ribs_left": "cracked ribs she did not set, or did not find",
    "table_seconds": "real seconds that healing him took",
    "wiped_sweat": "times she wiped her brow at the table",
    "looked_up": "times she lifted her head from the work to watch the dunes",
    "chakra_left": "her chakra when she knelt, in per mille",
    "sat_for_chakra": "she sat down beside him to gather chakra while he bled",
    "waited_seconds": "real seconds she sat by him until he woke",
    "cutters_felled": "cutters she knocked out and left alive",
    "cutters_killed": "cutters she killed",
    "cutters_met": "she and the cutters saw each other",
    "killed": "people she killed tonight",
    "knocked_out": "people she knocked out tonight and left alive",
    "ledger": "everyone she ever killed, 372 before tonight",
    "hurt": "times she was hit tonight",
    "rocks_broken": "boulders her fist broke tonight",
    "bait_countered": "ambushers who rose at her careless walk and met her fist",
    "mother_backed": "mother lizards who let her back away",
    "drank": "times she drank on the way",
    "lied": "times she lied to one of her own who asked what she was doing",
    "unmasked": "one of her own has called her an enemy",
    "prints_lead": "her prints led unbroken from the edge of her round to him when she knelt",
    "beasts_struck": "snakes and lizards she felled or killed tonight",
    "beasts_killed": "snakes and lizards she killed tonight",
    "evidence": "what the village could find at dawn; 50 is an arrest",
    "blood_seen": "his blood shows on her sleeves",
    "seen_west": "someone of Suna saw her west of her round",
    "prints_home": "her prints lead unbroken from the gate to the body",
    "minutes_over": "minutes of night by which she missed her par time",
    "markers": "markers of her round she signed, 0 to 5",
    "pulse_heard": "she felt the signature in the west",
    "went_west": "she left her round for it",
    "saw_him": "she stood a few steps from the man, alive or dead",
    "found_him": "she knelt beside the man",
    "he_died": "he died before or under her hands",
    "died_alone": "he died behind her back, after she had knelt by him",
    "finished_off": "others came upon him and killed him",
    "he_is_found": "someone of Suna has come upon him",
    "he_is_gone": "he has got up and left",
    "lie_caught": "something spoke against what she said at the gate",
    "explained": "things that what she said at the gate accounted for",
    "he_lives": "she healed him, and he lives",
    "he_is_bound": "she brings him to the gate in bonds",
}
"""Everything a talk may ask of the night, by name. The caller counts; a fact not given reads 0."""


EVENTS: Mapping[str, str] = {
    "sign_out": "she has signed the register",
    "children_met": "she has talked to the children",
    "water": "he drinks from her bottle",
    "promised": "he has asked to be heard (read `$promise` for her answer)",
    "the_name": "right behind the last line: cut to black",
    "after_listen": "she hears him out; one of the next three follows",
    "after_strike": "she strikes",
    "after_walk_away": "she lets him go",
    "after_take_in": "she binds him, to bring him to the gate",
    "after_hint": "he told her where the rounds are doubled: south of the gate",
    "report_quiet": "at the gate: nothing happened",
    "report_rogues": "at the gate: rogues; explains blood and found rogues if she felled one",
    "report_beasts": "at the gate: beasts; explains blood if she struck one",
    "report_body": "at the gate: a dead man",
    "report_kill": "at the gate: the murderer is dead",
    "report_truth": "at the gate: the truth",
    "report_done": "the report is over, the night ends by what was found",
    "report_arrest": "the report ends with her arrest",
    "report_run": "she runs west from the gate",
    "report_prisoner": "she has brought him in bonds",
}
"""Everything a talk may ask the game to do, by name: ``story`` and ``homeward`` hear them."""


class Function(StrEnum):
    """What an expression may ask beside variables."""

    NOTICED = "noticed"  # noticed("hair"): the fact noticed_hair is not 0
    DID = "did"  # did("second_sweep"): the fact is not 0
    FACT = "fact"  # fact("grade"): the fact itself
    VISITED = "visited"  # visited("Waking"): this night's talks have entered the node


class Operator(StrEnum):
    """Operators of two sides."""

    OR = "or"
    AND = "and"
    EQUAL = "=="
    UNEQUAL = "!="
    AT_MOST = "<="
    AT_LEAST = ">="
    LESS = "<"
    MORE = ">"
    PLUS = "+"
    MINUS = "-"


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number, or a truth as 0 or 1."""

    value: int


@dataclass(frozen=True, slots=True)
class Variable:
    """`$name`, without the dollar."""

    name: str


@dataclass(frozen=True, slots=True)
class Call:
    """What a function knows of the night, such as ``visited(node)``."""

    function: Function
    argument: str


@dataclass(frozen=True, slots=True)
class Not:
    """The contrary of a truth."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Binary:
    """Two expressions and what joins them."""

    operator: Operator
    left: "Expression"
    right: "Expression"


Expression = Number | Variable | Call | Not | Binary


@dataclass(frozen=True, slots=True)
class Line:
    """One spoken or told line; `text` is the English source, `row` its row in the file."""

    id: str
    speaker: str
    mood: str
    text: str
    row: int


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its words, when it is offered, and what follows it."""

    id: str
    text: str
    condition: Expression | None
    body: "Block"
    row: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Options standing together: those whose condition holds are offered, one is taken."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """One arm of an `if`; the `else` arm has no condition."""

    condition: Expression | None
    body: "Block"
    row: int


@dataclass(frozen=True, slots=True)
class If:
    """Arms of which the first that holds is taken."""

    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Set:
    """A variable gets the value of an expression."""

    variable: str
    value: Expression
    row: int


@dataclass(frozen=True, slots=True)
class Jump:
    """The talk goes on at the start of another node."""

    node: str
    row: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something the world does because of the talk, such as `<<event water>>`."""

    name: str
    argument: str
    row: int


@dataclass(frozen=True, slots=True)
class Wait:
    """A silence before the next line, in real seconds."""

    seconds: int


Statement = Line | Choice | If | Set | Jump | Event | Wait
Block = tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A titled piece of talk. `starts`: the game may begin here. `ends`: a talk may stop here.

    `telling`: its lines are paragraphs, shown together on one screen, and nobody chooses.
    """

    title: str
    file: str
    row: int
    starts: bool
    ends: bool
    telling: bool
    body: Block


@dataclass(frozen=True, slots=True)
class Script:
    """All nodes by title, and every variable with the value it has when the night begins."""

    nodes: Mapping[str, Node]
    defaults: Mapping[str, int]
