"""Real Tiled, driven by a script of its own without a screen: for tests where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

TILED = shutil.which("tiled")

_DESK = """
function say(text) {{
    const file = new TextFile({log!r}, TextFile.Append);
    file.writeLine(text);
    file.commit();
}}
tiled.assetOpened.connect(map => {{
    if (!map.isTileMap || started) return;
    started = true;
    try {{ work(map); }} catch (error) {{ say("error " + error); }}
    say("done");
}});
let started = false;
"""


def at_desk(home: Path, path: Path, script: str, extension: Path | None = None) -> list[str]:
    """Open a map in Tiled, let ``script`` define ``work(map)``, and return what it ``say``s.

    ``home`` becomes Tiled's home; with ``extension`` the script can import from ``./suna.mjs``.
    """
    assert TILED is not None
    extensions = home / ".config" / "tiled" / "extensions"
    extensions.mkdir(parents=True, exist_ok=True)
    if extension is not None:
        shutil.copy(extension, extensions / "suna.mjs")
    log = home / "said.txt"
    log.unlink(missing_ok=True)
    (extensions / "desk.mjs").write_text(script + _DESK.format(log=str(log)), encoding="utf-8")
    there = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(home), "XDG_RUNTIME_DIR": str(home),
             "XDG_CONFIG_HOME": str(home / ".config")}
    process = subprocess.Popen(
        [TILED, "--new-instance", str(path)], env={**os.environ, **there},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            said = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            if said and said[-1] == "done":
                return said[:-1]
            try:
                process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"Tiled ended by itself: {said}")
    finally:
        process.kill()
        process.wait()
    raise AssertionError("Tiled did not come to the end of the script")
