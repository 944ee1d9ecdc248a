"""Who says what in passing: barks of the others, and what she mutters to herself."""

from game.sim import World, events
from game.sim.level import Kind
from game.sim.tale.night import Patient
from game.view.voices import Voices
from tests.sim.nights import Person, alarm, night, who
from tests.view.stages import library, plain


def test_somebody_who_begins_to_wonder_says_so_and_who_calms_does_not() -> None:
    voices, world = Voices(library().strings), plain().world
    rogue = who(world, "rogue_r")
    voices.note(world, [alarm("rogue_r", "curious", "calm")])
    assert not voices.barks
    voices.note(world, [alarm("rogue_r", "calm", "curious")])
    ways = [f"bark_rogue_curious_{n}" for n in range(1, 5)]
    assert voices.barks[rogue.id].text in [library().strings.text(way) for way in ways]


def test_the_same_thing_is_not_said_twice_running() -> None:
    voices, world = Voices(library().strings), plain().world
    rogue, said = who(world, "rogue_r"), []
    for _ in range(4):
        voices.say(world, rogue.id, "bark_rogue_search")
        said.append(voices.barks[rogue.id].text)
    assert len(set(said)) == 4


def muttered(*happened: events.Event, world: World | None = None) -> str:
    """The last that she muttered as these things happened one right after another."""
    voices, world = Voices(library().strings), world or plain().world
    for event in happened:
        voices.note(world, [event])
    return voices.barks[0].text if 0 in voices.barks else ""


def ways(stem: str, ledger: int = 0) -> list[str]:
    strings = library().strings
    return [strings.text(way, ledger=ledger) for way in strings.variants(stem)]


def test_a_mutter_does_not_fall_into_the_one_before() -> None:
    register, marker = events.SignedOut(), events.MarkerSigned("stone", 1)
    assert muttered(register, marker) in ways("mutter_register")


def test_what_turns_the_night_is_muttered_whatever_she_said_just_now() -> None:
    signed = events.MarkerSigned("stone", 4)
    assert muttered(signed, events.PulseCalled()) in ways("mutter_pulse")
    assert muttered(signed, events.TurnedWest()) in ways("mutter_west")


def test_what_is_said_once_a_night_is_put_another_way_in_the_next() -> None:
    said = set()
    for seed in range(1, 5):
        world = night("@.", seed=seed)
        said.add(muttered(events.TurnedWest(), world=world))
    assert said == set(ways("mutter_west"))


def test_her_count_is_of_people_and_a_beast_is_told_off() -> None:
    world = night("@.rl", r=Person(Kind.ROGUE), l=Person(Kind.LIZARD))
    rogue, lizard = who(world, "rogue_r").name, who(world, "lizard_l").name
    killed = [events.Killed("sakura", name, 373) for name in (rogue, lizard)]
    assert muttered(killed[0], world=world) in ways("mutter_killed", world.ledger)
    assert muttered(killed[1], world=world) in ways("mutter_beast")


def test_over_the_man_whom_she_has_killed_she_mutters_nothing() -> None:
    world = plain().world
    world.patient = Patient(0, 0, dead=True)
    struck = events.Killed("sakura", "wounded", 373)
    assert muttered(struck, events.BeatBegan("home"), world=world) == ""
    world.patient.dead = False
    assert muttered(events.BeatBegan("home"), world=world) in ways("mutter_home")
