"""The layers hold where it counts: in what an import really loads, and in what the sim may use."""

import ast
import re
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


FLOATS = {"average", "float16", "float32", "float64", "linspace", "mean", "std", "var"}
FLOAT_FUNCTIONS = {"cos", "exp", "hypot", "log", "sin", "sqrt", "tan", "true_divide"}
"""Of numpy; ``headings.cos`` and its like are whole numbers."""
FLOATS_UNTOLD = {"empty", "ones", "zeros"}
"""Makers of arrays that are of floats unless a type is given."""
TIES_VARY = {"argpartition", "partition", "unique"}
"""What numpy orders by the machine's vector units; so does a sort that is not ``stable``."""
ROUNDS_OF_A_SET = {"enumerate", "iter", "list", "max", "min", "next", "sorted", "sum", "tuple"}
DRAW_LUCK = {"sim/world.py", "sim/land/weather.py"}
"""Who may hold or ask the night's one generator; others hash the place and tick (``mixed``)."""


def inexact_in(source: str) -> list[tuple[int, str]]:
    """Line and kind of whatever in a program need not come out the same on every machine."""
    found = []
    tree = ast.parse(source)
    sets = _names_of_sets(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float()) | ast.Name(id="float"):
                found.append((node.lineno, "float"))
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
                found.append((node.lineno, "float"))
            case ast.Attribute(attr=name) if name in FLOATS:
                found.append((node.lineno, "float"))
            case ast.Attribute(attr=name) if name in TIES_VARY:
                found.append((node.lineno, "order of ties"))
            case ast.Call(func=ast.Name(id="hash" | "id")):
                found.append((node.lineno, "hash"))
            case ast.For(iter=round_of) | ast.comprehension(iter=round_of):
                if _is_set(round_of, sets):
                    found.append((round_of.lineno, "order of a set"))
            case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in ROUNDS_OF_A_SET:
                if _is_set(first, sets):
                    found.append((node.lineno, "order of a set"))
            case ast.Call(func=ast.Attribute(value=owner, attr=name), args=args, keywords=more):
                numpys, given = ast.unparse(owner) == "np", [ast.unparse(each) for each in more]
                if numpys and name in FLOAT_FUNCTIONS:
                    found.append((node.lineno, "float"))
                if numpys and name in FLOATS_UNTOLD and len(args) + len(more) < 2:
                    found.append((node.lineno, "float"))
                if name == "argsort" or (numpys and name == "sort"):
                    found += [(node.lineno, "order of ties")] * ("kind='stable'" not in given)
    return sorted(found)


def _is_set(node: ast.expr, sets: set[str]) -> bool:
    """Whether an expression is a set, as far as its own module tells."""
    match node:
        case ast.Set() | ast.SetComp() | ast.Call(func=ast.Name(id="set" | "frozenset")):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in sets
        case ast.Subscript(value=ast.Name(id=name)):
            return f"{name}[]" in sets
        case ast.BinOp(op=ast.BitOr() | ast.BitAnd() | ast.Sub(), left=left, right=right):
            return _is_set(left, sets) or _is_set(right, sets)
        case _:
            return False


def _names_of_sets(tree: ast.Module) -> set[str]:
    """Names that are given or promised a set; ``NAME[]`` where a table holds sets."""
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.AnnAssign(target=target, annotation=kind, value=value):
                promised = ast.unparse(kind).split("[")[0] in ("set", "frozenset")
            case ast.arg(arg=name, annotation=ast.expr() as kind):
                target, value = ast.Name(id=name), None
                promised = ast.unparse(kind).split("[")[0] in ("set", "frozenset")
            case ast.Assign(targets=[target], value=value):
                promised = False
            case _:
                continue
        name = ast.unparse(target).split(".")[-1]
        match value:
            case ast.DictComp(value=each) if _is_set(each, names):
                names.add(f"{name}[]")
            case ast.expr() if _is_set(value, names):
                names.add(name)
            case _ if promised:
                names.add(name)
    return names


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("b = 1 / 2", ["float"]),
        ("b = 0.5", ["float"]),
        ("b = float(a)", ["float"]),
        ("a /= 2", ["float"]),
        ("b = np.zeros(3, np.float32)", ["float"]),
        ("b = np.zeros(3)", ["float"]),
        ("b = a.mean()", ["float"]),
        ("b = np.unique(a)", ["order of ties"]),
        ("b = np.sort(a)", ["order of ties"]),
        ("b = a.argsort(kind='quicksort')", ["order of ties"]),
        ("b = a[np.argpartition(a, 3)]", ["order of ties"]),
        ("b = hash(a)", ["hash"]),
        ("for b in {1, 2}: pass", ["order of a set"]),
        ("a: set[int] = f()\nb = [c for c in a]", ["order of a set"]),
        ("def f(a: frozenset[int]): return list(a)", ["order of a set"]),
        ("self.a = set(b)\nfor c in self.a: pass", ["order of a set"]),
        ("A = {k: frozenset(f(k)) for k in b}\nc = max(A[1])", ["order of a set"]),
        ("b = 1 // 2\nc = np.zeros(3, np.int32)\nd = np.argsort(c, kind='stable')", []),
        ("a = {1, 2}\nb = 3 in a\nfor c in [*b]: pass", []),
    ],
)
def test_what_would_differ_between_machines_is_found(source: str, kinds: list[str]) -> None:
    assert [kind for _, kind in inexact_in(source)] == kinds


@pytest.mark.parametrize("path", EXACT_LAYERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_night_is_the_same_on_every_machine(path: Path) -> None:
    assert inexact_in(path.read_text(encoding="utf-8")) == []


def test_luck_is_drawn_for_the_weather_alone_and_never_while_looking_on() -> None:
    game = ROOT / "game"
    asking = {
        path.relative_to(game).as_posix()
        for layer in ("sim", "view", "audio", "app")
        for path in (game / layer).rglob("*.py")
        if {"Rng", "weather_rng"} & set(re.findall(r"\w+", path.read_text("utf-8")))
    }
    assert asking == DRAW_LUCK
