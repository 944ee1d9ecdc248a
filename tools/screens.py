"""Shoots every screen and every named situation of the game into pictures, without a window.

    python tools/screens.py --out FOLDER                 all of them, and contact sheets
    python tools/screens.py gate storm --out FOLDER      some of them
    python tools/screens.py --out FOLDER --mocks FOLDER  and the pairs in assets/screens/pairs
    python tools/screens.py --time [NAMES]               what a frame costs, brought to 1920x1080
    python tools/screens.py --check                      measure only; exit 1 where one falls short

Each is the real game: a night set going somewhere, a test level played to a moment, or the
program driven by keys. What each measures is written beside the pictures, in ``measures.txt``.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

if __package__ in (None, ""):  # run as a file, not as a module
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

import pygame

from game.content.paths import HOME_VARIABLE, cache_folder
from game.view.camera import HEIGHT, WIDTH
from tools.contact_sheets import Sheets
from tools.shots import night, pages, pairs, tale
from tools.shots.measures import measure, pixels_of, words_watched
from tools.shots.studio import Shot, Studio, Take


def all_shots() -> dict[str, Take]:
    """Everything that can be shot, by name."""
    return {**night.shots(), **tale.shots(), **pages.shots(), **pairs.shots()}


def main(arguments: list[str] | None = None) -> int:
    """Shoot what was asked for."""
    shots = all_shots()
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", help=", ".join(shots))
    parser.add_argument("-o", "--out", type=Path, default=Path("screens"))
    parser.add_argument("--mocks", type=Path, help="drawings to set the pictures beside")
    parser.add_argument("--time", action="store_true", help="measure frames instead")
    parser.add_argument("--check", action="store_true", help="write nothing, name what falls short")
    chosen = parser.parse_args(arguments)
    unknown = [name for name in chosen.names if name not in shots]
    if unknown:
        print(f"no shot {unknown[0]!r}; there are {', '.join(shots)}", file=sys.stderr)
        return 2
    kept_ground = cache_folder()
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        kept_ground.mkdir(parents=True, exist_ok=True)
        (Path(home) / "cache").symlink_to(kept_ground, target_is_directory=True)
        studio = Studio(Path(home))
        if chosen.time:
            for name in chosen.names or list(night.shots()):
                time_frames(name, night.staged(studio, name))
            return 0
        names = chosen.names or list(shots)
        if chosen.mocks:
            names += [name for name in pairs.PAIRS if name not in names]
        return shoot(studio, {name: shots[name] for name in names}, chosen)


def shoot(studio: Studio, shots: dict[str, Take], chosen: argparse.Namespace) -> int:
    """Take pictures, measure them, and write what was asked for; 1 if one falls short."""
    pictures, short, rows = {}, [], []
    drawn = pairs.kept() if (pairs.folder() / "measures.json").is_file() else {}
    for name, take in shots.items():
        with words_watched() as over:
            pictures[name] = take(studio)
        found = measure(pixels_of(pictures[name]))
        short += [f"{name}: {each}" for each in dict.fromkeys(over)]
        if name in drawn:
            short += pairs.too_far(name, drawn[name], found)
        rows.append(f"{name:16} {found}")
        print(rows[-1])
    if not chosen.check:
        _write(pictures, rows, chosen.out)
    if chosen.mocks:
        pairs.write_pairs(chosen.mocks, pictures, studio)
    for each in short:
        print(each, file=sys.stderr)
    return int(bool(short))


def _write(pictures: dict[str, pygame.Surface], rows: list[str], folder: Path) -> None:
    """Each picture in its own pixels and three times as large, and all on contact sheets."""
    sheets = Sheets(folder, frames=False)
    for name, picture in pictures.items():
        pygame.image.save(picture, folder / f"{name}.png")
        if picture.get_size() != (WIDTH, HEIGHT):
            continue
        pygame.image.save(pygame.transform.scale_by(picture, 3), folder / f"{name}_3x.png")
        sheets.add(picture, 0)
    sheets.close()
    (folder / "measures.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


def time_frames(name: str, shot: Shot, frames: int = 200) -> None:
    """Print what frames of a situation cost the processor while it goes on, scaled by four."""
    canvas = pygame.Surface((WIDTH, HEIGHT)).convert()
    screen = pygame.Surface((WIDTH * 4, HEIGHT * 4)).convert()
    shot.stage.settle(shot.world)
    costs = []
    for _ in range(frames):
        shot.run(1)
        begun = time.process_time_ns()
        shot.stage.draw(canvas, shot.world, 0.5)
        pygame.transform.scale_by(canvas, 4, screen)
        costs.append((time.process_time_ns() - begun) / 1e6)
    costs.sort()
    print(f"{name}: median {costs[len(costs) // 2]:.2f} ms, p99 {costs[-2]:.2f} ms")


if __name__ == "__main__":
    sys.exit(main())
