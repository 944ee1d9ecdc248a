"""Who is who: each figure's grids, the colours behind its marks, and what it carries."""

from dataclasses import replace
from typing import Final

from tools.art import people_gear as gear
from tools.art import people_grids as grids
from tools.art import people_grids_folk as folk
from tools.art import people_grids_rogues as rogues
from tools.art.palette import COLORS
from tools.art.people_rig import Build, Cloth, Figure
from tools.art.people_turn import heads_of, trunks_of

_COMMON: Final = {
    "a": "skin0",
    "b": "skin1",
    "c": "skin2",
    "d": "skin3",
    "e": "skin4",
    "k": "steel1",
    "l": "steel2",
    "m": "steel3",
    "n": "moon2",
    "g": "steel0",
    "h": "night3",
    "#": "ink",
    "w": "steel3",
    "i": "stone1",
    "I": "stone0",
    "o": "stone1",
    "p": "stone2",
    "q": "stone3",
    "r": "stone4",
    "y": "lamp3",
    "z": "red3",
    "*": "blood0",
    "!": "blood1",
    "?": "blood2",
}


def key_of(head: str, coat: str, cloth: str, **others: str) -> dict[str, str]:
    """The colours behind grid marks: head marks 0-4, coat marks P-T, cloth marks U-X.

    Each is a list of colour names in words, dark to light; others set single marks.
    """
    key = dict(_COMMON)
    for marks, names in (("01234", head), ("PQRST", coat), ("UVWX", cloth)):
        key.update(zip(marks, names.split(), strict=False))
    key.update({mark.removeprefix("_"): name for mark, name in others.items()})
    unknown = sorted(set(key.values()) - set(COLORS))
    if unknown:
        raise ValueError(f"no such colour: {', '.join(unknown)}")
    return key


INDIGO: Final[Cloth] = ("sand1", "sand2", "sand3")
DARK_BOOTS: Final[Cloth] = ("night1", "night2", "night4")
VEST: Final = "vest0 vest1 vest2 vest3 vest4"


SAKURA: Final = Figure(
    heads={
        "down": grids.SAKURA_HEAD_DOWN,
        "right": grids.SAKURA_HEAD_RIGHT,
        "up": grids.SAKURA_HEAD_UP,
        "down_right": grids.SAKURA_HEAD_DOWN_RIGHT,
        "up_right": grids.SAKURA_HEAD_UP_RIGHT,
    },
    trunks={
        "down": grids.SAKURA_TRUNK_DOWN,
        "right": grids.SAKURA_TRUNK_RIGHT,
        "up": grids.SAKURA_TRUNK_UP,
        "down_right": grids.SAKURA_TRUNK_DOWN_RIGHT,
        "up_right": grids.SAKURA_TRUNK_UP_RIGHT,
    },
    key=key_of("pink0 pink1 pink2 pink3 pink4", VEST, "red0 red1 red2 red3", i="heal1", I="heal0"),
    legs=("tan1", "tan2", "tan3"),
    boots=DARK_BOOTS,
    sleeves=("red1", "red2", "red3"),
    extras=gear.sakura_extras,
)

PATROL: Final = Figure(
    heads=heads_of(grids.PATROL_HEAD_DOWN, grids.PATROL_HEAD_RIGHT, grids.PATROL_HEAD_UP),
    trunks=trunks_of(grids.PATROL_TRUNK_DOWN, grids.PATROL_TRUNK_RIGHT, grids.PATROL_TRUNK_UP),
    key=key_of("sand3 sand4 sand5 sand6 sand7", VEST, "sand0 sand1 sand2 sand3"),
    legs=INDIGO,
    boots=DARK_BOOTS,
    sleeves=("sand1", "sand2", "sand3"),
    extras=gear.weapon,
)

ROGUE_A: Final = Figure(
    heads=heads_of(grids.HOOD_HEAD_DOWN, grids.HOOD_HEAD_RIGHT, grids.HOOD_HEAD_UP),
    trunks=trunks_of(grids.HOOD_TRUNK_DOWN, grids.HOOD_TRUNK_RIGHT, grids.HOOD_TRUNK_UP),
    key=key_of("night1 night2 night3 night4 moon0", VEST, "red0 red1 red2 red3"),
    legs=("night1", "night2", "night3"),
    boots=("night1", "night1", "night3"),
    sleeves=("night1", "night2", "night3"),
    extras=gear.weapon,
)


SMALL: Final = Build(
    hip_z=6.2,
    hip_s=1.6,
    shoulder_z=9.4,
    shoulder_s=4.4,
    thigh=3.1,
    shin=3.2,
    upper_arm=2.0,
    forearm=2.0,
    leg_radius=1.25,
    arm_radius=0.95,
    neck_z=11,
)
BROAD: Final = Build(shoulder_s=8.6, hip_s=2.8, leg_radius=2.0, arm_radius=1.6)
THIN: Final = Build(hip_z=11.5, shoulder_z=17.0, shoulder_s=5.4, thigh=5.8, shin=5.8, neck_z=19)

GUARD: Final = Figure(
    heads=PATROL.heads,
    trunks=PATROL.trunks,
    key=key_of("stone1 stone2 stone3 stone4 stone5", VEST, "sand0 sand1 sand2 sand3"),
    legs=("stone0", "stone1", "stone2"),
    boots=DARK_BOOTS,
    sleeves=("stone0", "stone1", "stone2"),
    extras=gear.spear,
)

ROGUE_B: Final = Figure(
    heads=heads_of(rogues.HAT_HEAD_DOWN, rogues.HAT_HEAD_RIGHT, rogues.HAT_HEAD_UP),
    trunks=trunks_of(rogues.PONCHO_TRUNK_DOWN, rogues.PONCHO_TRUNK_RIGHT, rogues.PONCHO_TRUNK_UP),
    key=key_of("stone1 stone3 stone4 stone5 sand7", VEST, "stone0 stone1 stone2 tan1"),
    legs=("stone0", "tan0", "tan1"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("stone0", "stone1", "stone2"),
    extras=gear.weapon,
)

ROGUE_C: Final = Figure(
    heads=heads_of(rogues.SPIKE_HEAD_DOWN, rogues.SPIKE_HEAD_RIGHT, rogues.SPIKE_HEAD_UP),
    trunks=trunks_of(rogues.STRAP_TRUNK_DOWN, rogues.STRAP_TRUNK_RIGHT, rogues.STRAP_TRUNK_UP),
    key=key_of(
        "steel0 steel1 steel2 steel3 moon2", "ink night1 night2 night4", "vest0 vest1 vest2 vest3"
    ),
    legs=("night1", "night2", "night4"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("skin0", "skin1", "skin2"),
    forearms=("steel0", "steel1", "steel2"),
    build=Build(shoulder_s=5.7),
    extras=gear.scarf,
)

CUTTER_A: Final = Figure(
    heads=heads_of(rogues.BUTCHER_HEAD_DOWN, rogues.BUTCHER_HEAD_RIGHT, rogues.BUTCHER_HEAD_UP),
    trunks=trunks_of(
        rogues.BUTCHER_TRUNK_DOWN, rogues.BUTCHER_TRUNK_RIGHT, rogues.BUTCHER_TRUNK_UP
    ),
    key=key_of(
        "stone0 sand3 sand4 sand5 sand6",
        VEST,
        "ink night2 night3 night4",
        d="skin2",
        c="skin1",
        b="skin0",
        a="stone0",
        y="steel1",
    ),
    legs=("ink", "night1", "night2"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("skin0", "skin1", "skin2"),
    skin=("skin0", "skin1", "skin2"),
    build=BROAD,
    extras=gear.cleaver,
)

CUTTER_B: Final = Figure(
    heads=heads_of(rogues.SACK_HEAD_DOWN, rogues.SACK_HEAD_RIGHT, rogues.SACK_HEAD_UP),
    trunks=trunks_of(rogues.COAT_TRUNK_DOWN, rogues.COAT_TRUNK_RIGHT, rogues.COAT_TRUNK_UP),
    key=key_of("stone2 tan1 tan1 tan2 tan3", VEST, "stone0 stone1 stone2 stone3", y="steel1"),
    legs=("ink", "stone0", "stone1"),
    boots=("ink", "stone0", "stone1"),
    sleeves=("stone0", "stone1", "stone2"),
    forearms=("tan1", "tan2", "tan3"),
    build=THIN,
    extras=gear.hook,
)

CHILD_A: Final = Figure(
    heads=heads_of(folk.CROP_HEAD_DOWN, folk.CROP_HEAD_RIGHT, folk.CROP_HEAD_UP, 1),
    trunks=trunks_of(folk.TUNIC_TRUNK_DOWN, folk.TUNIC_TRUNK_RIGHT, folk.TUNIC_TRUNK_UP),
    key=key_of("stone0 stone1 stone2 stone3", VEST, "vest1 vest2 vest3 vest4"),
    legs=("tan0", "tan1", "tan2"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("vest1", "vest2", "vest3"),
    build=SMALL,
)

CHILD_B: Final = Figure(
    heads=heads_of(folk.TAILS_HEAD_DOWN, folk.TAILS_HEAD_RIGHT, folk.TAILS_HEAD_UP, 1),
    trunks=CHILD_A.trunks,
    key=key_of("stone1 stone2 stone4 stone5", VEST, "steel0 steel1 steel2 steel3"),
    legs=("sand1", "sand2", "sand3"),
    boots=("stone0", "stone1", "stone2"),
    sleeves=("steel0", "steel1", "steel2"),
    build=SMALL,
)

SASORI: Final = Figure(
    heads=heads_of(folk.SHAGGY_HEAD_DOWN, folk.SHAGGY_HEAD_RIGHT, folk.SHAGGY_HEAD_UP),
    trunks=trunks_of(folk.TATTERED_TRUNK_DOWN, folk.TATTERED_TRUNK_RIGHT, folk.TATTERED_TRUNK_UP),
    key=key_of(
        "red0 red1 red2 red3 red4",
        "sand0 sand2 sand3 sand4",
        "red0 red1 red2 red3",
        w="steel2",
        i="stone3",
        I="stone2",
    ),
    legs=("tan0", "tan1", "tan2"),
    boots=DARK_BOOTS,
    sleeves=("sand1", "sand2", "sand3"),
    extras=gear.sasori_extras,
)

SASORI_MENDED: Final = replace(SASORI, trunks={**SASORI.trunks, "down": folk.HEALED_TRUNK_DOWN})
"""Awake after the healing: the shirt is cut open, the wounds are closed."""
SASORI_WOUNDED: Final = replace(
    SASORI,
    heads={**SASORI.heads, "down": folk.SHAGGY_HEAD_ASLEEP},
    trunks={**SASORI.trunks, "down": folk.WOUNDED_TRUNK_DOWN},
)
SASORI_ASLEEP: Final = replace(SASORI_MENDED, heads=SASORI_WOUNDED.heads)
