"""A scheduler plays the same nights; what keeps it from doing so is told in one line."""

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from types import SimpleNamespace
from typing import Self

import pytest

from game import __version__
from game.cli import main
from game.content.paths import maps_folder
from game.lab import cluster

LEVEL = maps_folder() / "test" / "leg_3_a.toml"
ADDRESS = "tcp://elsewhere:8786"


class Client:
    """A scheduler on this very machine, with a worker for each of these versions of the game."""

    versions: tuple[str, ...] = (__version__,)

    def __init__(self, address: str, timeout: int) -> None:
        if "nowhere" in address:
            raise OSError("timed out")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, ask: Callable[[], str]) -> dict[str, str]:
        if "none" in self.versions:
            raise ModuleNotFoundError("No module named 'game'")
        assert ask() == __version__
        return {f"worker {number}": version for number, version in enumerate(self.versions)}

    def get_executor(self) -> Executor:
        return ThreadPoolExecutor(1)


@pytest.fixture
def dask(monkeypatch: pytest.MonkeyPatch) -> None:
    """``distributed`` as it would be if it were installed."""
    installed = SimpleNamespace(Client=Client)
    monkeypatch.setattr(cluster, "import_module", lambda name: installed)


def swept(address: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    arguments = ["sweep", str(LEVEL), "--seeds", "1..1", "--bots", "straight"]
    code = main([*arguments, *(["--scheduler", address] if address else [])])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.usefixtures("dask")
def test_a_scheduler_plays_the_nights_that_are_played_here(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert swept(ADDRESS, capsys) == swept("", capsys)


def test_without_the_extra_one_line_says_how_to_install_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(cluster, "import_module", nothing)
    mend = "--scheduler needs dask's distributed: pip install 'suna-night-patrol[cluster]'\n"
    assert swept(ADDRESS, capsys) == (2, "", mend)


@pytest.mark.usefixtures("dask")
@pytest.mark.parametrize(
    ("address", "versions", "said"),
    [
        ("tcp://nowhere:1", (__version__,), "tcp://nowhere:1: no scheduler answers there"),
        (ADDRESS, (), f"{ADDRESS}: it has no workers"),
        (ADDRESS, ("none",), f"{ADDRESS}: its workers do not have the game"),
        (ADDRESS, (__version__, "0.0.1"), "worker 1 has version 0.0.1 of the game"),
    ],
)
def test_a_scheduler_that_is_of_no_use_is_told_in_one_line(
    address: str,
    versions: tuple[str, ...],
    said: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Client, "versions", versions)
    code, out, error = swept(address, capsys)
    assert (code, out) == (2, "")
    assert error.startswith(said)
    assert error.count("\n") == 1
