"""Nights on other machines: a dask scheduler as one more executor of futures.

``distributed`` is an extra that nobody else needs, so it is looked for only when asked for.
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Final

from game import __version__
from game.content.errors import InputError

_WAITS_SECONDS: Final = 10
_INSTALL: Final = "pip install 'suna-night-patrol[cluster]'"


class ClusterError(InputError):
    """A scheduler cannot be used; one line that says why, and the mend."""


@contextmanager
def executor(address: str) -> Iterator[Executor]:
    """The executor of a scheduler such as ``tcp://host:8786``. Raises ClusterError.

    Its workers must have this very version of the game: another might play another night.
    """
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise ClusterError(f"--scheduler needs dask's distributed: {_INSTALL}") from error
    try:
        client = distributed.Client(address, timeout=_WAITS_SECONDS)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"{address}: no scheduler answers there; start one with: dask scheduler"
        ) from error
    with client:
        try:
            versions = client.run(game_version)
        except ImportError as error:
            raise ClusterError(
                f"{address}: its workers do not have the game; on each: pip install "
                f"suna-night-patrol=={__version__}"
            ) from error
        if not versions:
            raise ClusterError(f"{address}: it has no workers; add some: dask worker {address}")
        for worker, version in sorted(versions.items()):
            if version != __version__:
                raise ClusterError(f"{worker} has version {version} of the game, not {__version__}")
        with client.get_executor() as pool:
            yield pool


def game_version() -> str:
    """The version of the game where this is called."""
    return __version__
