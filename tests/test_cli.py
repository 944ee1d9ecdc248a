"""The command line keeps its word: exit codes, one line for a mistake, no traceback."""

import argparse
import subprocess
import sys

import pytest

from game.cli import COMMANDS, SubCommand, pygame_trouble, run_command
from game.content.errors import InputError


def no_arguments(parser: argparse.ArgumentParser) -> None:
    """A sub-command without arguments of its own."""


def title() -> int:
    return 0


def run_with(error: BaseException) -> int:
    """Run a sub-command that raises."""

    def fail(arguments: argparse.Namespace) -> int:
        raise error

    return run_command(["fail"], [SubCommand("fail", "fails", no_arguments, fail)], title)


@pytest.mark.parametrize("code", [0, 1])
def test_the_answer_of_a_command_is_the_exit_code(code: int) -> None:
    row = SubCommand("answer", "answers", no_arguments, lambda arguments: code)
    assert run_command(["answer"], [row], title) == code


def test_without_a_command_the_title_opens() -> None:
    row = SubCommand("other", "is not asked", no_arguments, lambda arguments: 1)
    assert run_command([], [row], lambda: 0) == 0


def test_bad_input_is_one_line_and_exit_code_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_with(InputError("maps/x.tmx:3: no Start. Put one on layer actors.")) == 2
    said = capsys.readouterr()
    assert said.err == "maps/x.tmx:3: no Start. Put one on layer actors.\n"
    assert said.out == ""


def test_a_file_that_is_not_there_is_one_line_and_exit_code_two(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run_with(FileNotFoundError(2, "No such file or directory", "lee.toml")) == 2
    assert capsys.readouterr().err == "lee.toml: No such file or directory\n"


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        run_with(ZeroDivisionError())


@pytest.mark.parametrize("arguments", [["dance"], ["--dance"]])
def test_an_unknown_word_is_one_line_and_exit_code_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    row = SubCommand("walk", "walks", no_arguments, lambda arguments: 0)
    assert run_command(arguments, [row], title) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "dance" in said


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("test maps --jobs 0", "'0' is not a number of jobs from 1 on"),
        ("test maps --seeds 3..1", "'3..1' is not a range of seeds such as 1..100"),
        ("test maps --json no/such/folder/out.json", "the folder of 'no/such/folder/out.json'"),
        ("replay night.replay --speed fast", "'fast' is not a speed from 0.25 to 40"),
        ("render map.tmx --out f.png --tick -1", "--tick"),
        ("sweep level.toml --seeds 1..2 --bots a,,b", "'a,,b' is not a list of names"),
    ],
)
def test_an_argument_that_cannot_be_is_told_before_anything_is_done(
    arguments: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(arguments.split(), COMMANDS, title) == 2
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1


def test_a_reader_that_leaves_early_gets_no_traceback() -> None:
    program = (
        "import sys; from game.cli import SubCommand, run_command\n"
        "def talk(arguments):\n"
        "    for line in range(100_000): print('a long line of output', line)\n"
        "    return 0\n"
        "row = SubCommand('talk', 'talks', lambda parser: None, talk)\n"
        "sys.exit(run_command(['talk'], [row], lambda: 0))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""


@pytest.mark.parametrize("name", ["", *(row.name for row in COMMANDS)])
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command([*name.split(), "--help"], COMMANDS, title) == 0
    assert "usage: suna" in capsys.readouterr().out


def test_python_dash_m_game_is_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "game", "--version"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith("Suna Night Patrol ")


def test_pygame_ce_alone_is_well() -> None:
    assert pygame_trouble(present=True, plain=False, ce=True) == ""


def test_a_packaged_build_without_metadata_is_well() -> None:
    assert pygame_trouble(present=True, plain=False, ce=False) == ""


def test_pygame_over_pygame_ce_is_told_with_the_mend() -> None:
    warning = pygame_trouble(present=True, plain=True, ce=True)
    assert "pip uninstall -y pygame pygame-ce" in warning
    assert "\n" not in warning


@pytest.mark.parametrize(("present", "plain"), [(True, True), (False, False)])
def test_without_pygame_ce_the_game_refuses_with_the_mend(present: bool, plain: bool) -> None:
    with pytest.raises(InputError, match="pip install pygame-ce"):
        pygame_trouble(present=present, plain=plain, ce=False)
