"""Where the game's own files lie, and where the player's are kept.

The game's files stand in ``assets/`` and ``maps/`` of a checkout, and in ``game/_data/`` of an
installed wheel or a packaged desktop build. The player's files go where the system keeps such
things, or all under the folder that the environment variable ``SUNA_HOME`` names.
"""

import os
from pathlib import Path
from typing import Final

import platformdirs

HOME_VARIABLE: Final = "SUNA_HOME"
_APP: Final = "suna-night-patrol"
_PACKAGE: Final = Path(__file__).resolve().parents[1]


def find_data_folder(package: Path) -> Path:
    """Return the folder that holds ``assets/`` and ``maps/``, given the folder of package ``game``.

    A checkout wins over ``_data``, so that an editable install sees every edit. Both a wheel and
    PyInstaller carry the files as ``game/_data``, beside the code.
    """
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "game").samefile(package):
        return checkout
    return package / "_data"


def assets_folder() -> Path:
    """Return the folder of the art, sound, music and text that came with the game."""
    return find_data_folder(_PACKAGE) / "assets"


def maps_folder() -> Path:
    """Return the folder of the maps, tilesets and test levels that came with the game."""
    return find_data_folder(_PACKAGE) / "maps"


def ground_folder() -> Path:
    """Return the folder of the painted ground that came with the maps."""
    return maps_folder() / "ground"


def saves_folder() -> Path:
    """Return where saved nights are kept. Like its neighbours it may not exist yet."""
    return _own_home("saves") or _data_home() / "saves"


def recordings_folder() -> Path:
    """Return where replays are kept."""
    return _own_home("recordings") or _data_home() / "recordings"


def shifts_folder() -> Path:
    """Return where the maps of night shifts are kept."""
    return _own_home("shifts") or _data_home() / "shifts"


def settings_folder() -> Path:
    """Return where settings and key bindings are kept."""
    return _own_home("settings") or platformdirs.user_config_path(_APP, appauthor=False)


def cache_folder() -> Path:
    """Return where things are kept that can be made again, such as baked ground."""
    return _own_home("cache") or platformdirs.user_cache_path(_APP, appauthor=False)


def _data_home() -> Path:
    return platformdirs.user_data_path(_APP, appauthor=False)


def _own_home(name: str) -> Path | None:
    """Return the folder ``name`` under ``SUNA_HOME``, or None where that is unset or empty."""
    home = os.environ.get(HOME_VARIABLE, "")
    return Path(home).expanduser().absolute() / name if home else None
