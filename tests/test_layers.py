"""The layers hold where it counts: in what an import really loads, and in what the sim may use."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXACT_LAYERS = sorted(
    path for layer in ("core", "sim") for path in (ROOT / "game" / layer).rglob("*.py")
)


def loaded_by(module: str) -> set[str]:
    """Name every module that a fresh interpreter has after importing one."""
    done = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["game.core", "game.sim", "game.content", "suna_levels"])
def test_no_window_and_no_tiled_reader_without_need(module: str) -> None:
    loaded = loaded_by(module)
    assert module in loaded
    assert not loaded & {"pygame", "pytmx"}


def test_the_plugin_leaves_a_strangers_game_alone() -> None:
    assert "game" not in loaded_by("suna_levels")


def test_help_and_version_come_at_once() -> None:
    assert not loaded_by("game.cli") & {"numpy", "pygame", "pytmx", "game.content"}


def test_the_sim_loads_nothing_above_it() -> None:
    above = ("content", "lab", "view", "audio", "app", "cli")
    assert not loaded_by("game.sim") & {f"game.{layer}" for layer in above}


def test_the_import_contracts_hold() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stdout


def floats_in(source: str) -> list[int]:
    """Return the lines on which a program makes or names a float."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=float()):
                lines.append(node.lineno)
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
                lines.append(node.lineno)
            case ast.Name(id="float") | ast.Attribute(attr="float32" | "float64"):
                lines.append(node.lineno)
    return lines


def test_a_float_is_found_wherever_it_hides() -> None:
    source = "a = 1 // 2\nb = 1 / 2\nc = 0.5\nd = float(a)\ne = np.zeros(3, np.float32)\na /= 2\n"
    assert sorted(floats_in(source)) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize("path", EXACT_LAYERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_night_is_made_of_whole_numbers(path: Path) -> None:
    assert floats_in(path.read_text(encoding="utf-8")) == []
