"""What every test stands on: no window, no sound, and none of the player's own files."""

import os
from pathlib import Path

import hypothesis
import pytest

# Before anything imports pygame, which reads them once.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"


# The same examples on every run, however slow the machine: no test may pass by luck.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.load_profile("same")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give saves, settings and recordings a fresh folder for each test."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("SUNA_HOME", str(home))
    return home
