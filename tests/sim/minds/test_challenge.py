"""Her own: they ask, they believe or do not, and what they know stays with them."""

from game.core.units import tiles
from game.sim.beings import Alert
from game.sim.command import Command
from game.sim.events import Answered, Challenged, EvidenceLeft, Spotted, Unmasked
from game.sim.level import Kind
from game.sim.tale.night import Beat
from game.sim.world import World
from tests.sim.nights import WALK_WEST, WEST, Person, night, of, pass_time, who

GREET, DUTY, LIE = Command(choice=0), Command(choice=1), Command(choice=2)


def asked(west: bool = False) -> World:
    """A patrol has come up to her and waits for an answer."""
    world = night(
        """
        ........................................
        .P....@..............................!..
        ........................................
        """
        if west
        else """
        ............
        .P....@..!..
        ............
        """,
        story=True,
        P=Person(Kind.PATROL),
    )
    world.story.signed_out_tick = 0
    world.story.beat = Beat.ROUND
    events = pass_time(world, 600, until=Challenged)
    assert of(events, Challenged, who="patrol_p")
    return world


def test_a_patrol_that_sees_her_comes_near_and_asks() -> None:
    world = asked()
    patrol = who(world, "patrol_p")
    assert abs(patrol.x - world.sakura.x) <= tiles(3)
    assert patrol.alert is not Alert.CHASE


def test_a_greeting_on_her_round_is_believed_and_she_is_left_in_peace() -> None:
    world = asked()
    events = pass_time(world, 1, GREET)
    assert of(events, Answered, how="greet", believed=True)
    assert not of(pass_time(world, 60 * 60), Challenged)
    assert not who(world, "patrol_p").hostile


def test_a_lie_is_caught_by_the_blood_on_her_sleeves() -> None:
    world = asked()
    world.sakura.sleeves_bloody = True
    events = pass_time(world, 1, LIE)
    assert of(events, Answered, how="lie", believed=False)
    assert of(events, Unmasked, who="patrol_p", why="blood")
    assert who(world, "patrol_p").alert is Alert.CHASE


def test_a_greeting_far_west_of_her_round_is_not_believed() -> None:
    world = asked(west=True)
    events = pass_time(world, 1, GREET)
    assert of(events, Unmasked, why="west")


def test_a_lie_in_the_west_needs_a_signed_book() -> None:
    unsigned, signed = asked(west=True), asked(west=True)
    signed.story.markers = [1, 2, 3, 4]
    assert of(pass_time(unsigned, 1, LIE), Answered, believed=False)
    assert of(pass_time(signed, 1, LIE), Answered, believed=True)


def test_silence_in_the_west_unmasks_her_after_six_seconds() -> None:
    world = asked(west=True)
    assert not of(pass_time(world, 350), Answered)
    events = pass_time(world, 20, until=Answered)
    assert of(events, Answered, how="silence", believed=False)


def test_walking_away_is_silence() -> None:
    world = asked(west=True)
    events = pass_time(world, 340, Command(move=0), until=Answered)
    assert of(events, Answered, how="silence")


def test_being_seen_in_the_west_by_her_own_is_evidence() -> None:
    world = night(
        """
        ........................................
        .P....@..............................!..
        """,
        story=True,
        P=Person(Kind.PATROL),
    )
    events = pass_time(world, 600, until=Challenged)
    assert of(events, EvidenceLeft, what="seen_west")


def test_being_seen_on_her_round_is_none() -> None:
    world = asked()
    assert not world.evidence


def test_the_guard_at_the_gate_never_asks() -> None:
    world = night(
        """
        ............
        .G....@.....
        """,
        G=Person(Kind.GUARD),
    )
    assert not of(pass_time(world, 600, WALK_WEST), Challenged)


def test_an_unmasked_sakura_is_hunted_by_all_of_suna() -> None:
    world = night("P.....@...", P=Person(Kind.PATROL))
    world.unmasked = True
    events = pass_time(world, 300, WALK_WEST, until=Spotted)
    assert of(events, Spotted, who="patrol_p")


def test_two_patrols_do_not_ask_at_once() -> None:
    world = night(
        """
        .P....@....Q.
        .............
        """,
        P=Person(Kind.PATROL),
        Q=Person(Kind.PATROL, facing=WEST),
    )
    events = pass_time(world, 360)
    assert len(of(events, Challenged)) == 1
