"""Why was I seen: every cause is told in plain words, with the figures that made it so."""

import pytest

from game.content.causes import why_noticed
from game.content.strings import Strings
from game.sim.events import Cause
from game.sim.level import Kind, Surface

SENSES = ("sight", "glimpse", "hearing", "tremor", "trail", "body", "partner", "lamp", "word",
          "pulse", "hurt")  # fmt: skip


def cause(sense: str, **changes: str | int) -> Cause:
    parts: dict[str, str | int] = {
        "who": "rogue_2", "whom": "sakura", "tiles": 6, "what": "step", "light": 700,
        "gait": "run", "surface": "gravel", "wind": "still",
    }  # fmt: skip
    parts |= changes
    return Cause(sense=sense, **parts)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def strings() -> Strings:
    return Strings.load()


def test_a_heard_step_names_gait_ground_and_wind(strings: Strings) -> None:
    told = why_noticed(strings, cause("hearing"), "rogue")
    assert told == "rogue, 6 tiles: heard a step. You ran on gravel, no wind."


def test_a_thrown_pebble_is_not_blamed_on_her_feet(strings: Strings) -> None:
    told = why_noticed(strings, cause("hearing", what="pebble", wind="gust"), "patrol")
    assert told == "patrol, 6 tiles: heard a pebble, in a gust."


@pytest.mark.parametrize(
    ("light", "words"), [(0, "in the dark"), (400, "under the moon"), (900, "in lamplight")]
)
def test_being_seen_names_the_light(strings: Strings, light: int, words: str) -> None:
    told = why_noticed(strings, cause("sight", light=light, gait="sneak_still", tiles=1), "guard")
    assert told == f"gate guard, 1 tile: saw you. You crouched on gravel, {words}."


def test_a_furrow_is_told_apart_from_prints(strings: Strings) -> None:
    prints = why_noticed(strings, cause("trail", gait="", what="run"), "patrol")
    furrow = why_noticed(strings, cause("trail", gait="", what="furrow"), "patrol")
    assert "prints" in prints
    assert "dragged" in furrow


@pytest.mark.parametrize("sense", SENSES)
@pytest.mark.parametrize("gait", ["", "walk", "light_still", "feign"])
def test_no_cause_shows_an_id_or_an_empty_slot(strings: Strings, sense: str, gait: str) -> None:
    for kind in Kind:
        for surface in Surface:
            name = surface.name.lower() if gait else ""
            told = why_noticed(strings, cause(sense, gait=gait, surface=name), kind.value)
            assert not set("[]{}") & set(told)
    assert strings.missing == []
