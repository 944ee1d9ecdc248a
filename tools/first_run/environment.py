"""Makes the environment that the game runs in: a folder, pip, and ready-made wheels only.

It works where Python came without ``ensurepip`` or ``venv``, and where the system's Python may not
be installed into. Interrupted half way it leaves a mark, by which the next start knows.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tools.first_run.pip_wheel import fetch_pip
from tools.first_run.state import (
    PYPROJECT,
    ROOT,
    STAMP,
    UNFINISHED,
    VENV,
    SetupError,
    fingerprint,
    is_ready,
    python_in,
    read_stamp,
    site_packages,
    write_stamp,
)

if sys.platform != "win32":
    import fcntl

PYTHON_IS_FIT = "import sys; assert (3, 11) <= sys.version_info[:2] < (3, 15)"
# What must come up before an environment is called good.
PROBE = "import msgspec, numpy, platformdirs, pygame, pytmx; assert pygame.IS_CE"


COMPLAINTS = (
    (
        r"No space left|Errno 28\b|WinError 112\b|Disk quota",
        "the disk is full. Free about 400 MB and start again.",
    ),
    (
        r"Permission denied|Read-only file system|Errno (13|30)\b|WinError 5\b",
        f"the folder {ROOT} or one of its files cannot be written. "
        "Copy the game into a folder of your own and start it there.",
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError|certificate verify",
        "the package index showed a certificate that is not trusted here. "
        "Behind a company proxy, set PIP_CERT to its certificate file and start again.",
    ),
    (
        r"NewConnectionError|Failed to establish|ConnectTimeout|Connect(ion)?Error|ProxyError"
        r"|name resolution|getaddrinfo|Name or service not known|nodename nor servname"
        r"|[Nn]etwork is unreachable|Connection (refused|reset|aborted|broken)|timed out"
        r"|Remote end closed",
        "no network: the package index cannot be reached, and the first start needs it. "
        "Connect, or set PIP_INDEX_URL to an index that can be reached, and start again.",
    ),
)


def make(extras: frozenset[str]) -> None:
    """Bring the environment to what pyproject.toml asks for with these extras, and stamp it.

    Raises SetupError, with the mend in one line.
    """
    try:
        with one_at_a_time():
            if not is_ready(extras):
                print("Setting up the game; this happens once, about 20 seconds.", flush=True)
                mend(extras | frozenset(read_stamp(STAMP).get("extras", ())))
    except OSError as error:
        raise SetupError(explain(str(error))) from error


def mend(extras: frozenset[str]) -> None:
    """Bring one that is there and runs up to date; make a half-made or broken one anew."""
    made_from = fingerprint()
    if UNFINISHED.exists() or not runs(python_in(VENV), PYTHON_IS_FIT):
        remove(VENV)
    was_there = VENV.exists()
    install(extras)
    if was_there and not runs(python_in(VENV), PROBE):
        print("  what was there does not work: starting afresh", flush=True)
        remove(VENV)
        install(extras)
    probe = run([python_in(VENV), "-c", PROBE])
    if probe.returncode != 0:
        raise SetupError(f"the libraries do not load: {last_line(probe.stdout)}")
    write_stamp(made_from, extras)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Keep a second start from taking the first one's half-made environment away.

    The lock goes with the process. Windows, which refuses to remove files in use, does without.
    """
    with PYPROJECT.open("rb") as file:
        if sys.platform != "win32":
            # A network drive may not know locks; then it is as it is on Windows.
            with suppress(OSError):
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install(extras: frozenset[str]) -> None:
    """Fill the environment, making it first where it is missing."""
    if not VENV.exists():
        print("  making .venv", flush=True)
        make_environment()
    UNFINISHED.touch()
    STAMP.unlink(missing_ok=True)
    ensure_pip()
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    wanted = requirements(project, extras)
    print(f"  fetching {', '.join(name_of(each) for each in wanted)}", flush=True)
    pip("install", "--only-binary", ":all:", *wanted)
    # The game itself is not copied: this line puts the checkout on the path, wherever it moves.
    site = site_packages(VENV)
    (site / "suna_checkout.pth").write_text(f"{os.path.relpath(ROOT, site)}\n", encoding="utf-8")


def requirements(project: Mapping[str, Any], extras: Iterable[str]) -> list[str]:
    """Return what pyproject's table ``project`` asks for with these extras."""
    wanted = list(project["dependencies"])
    for extra in sorted(extras):
        wanted += project["optional-dependencies"][extra]
    return wanted


def name_of(requirement: str) -> str:
    """Return the distribution's name out of a requirement such as ``numpy>=2.0``."""
    return re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0].lower()


def make_environment() -> None:
    """Make an empty environment: with ``venv``, or by hand where Python came without it."""
    if run([sys.executable, "-m", "venv", "--without-pip", VENV]).returncode != 0:
        if os.name == "nt":
            raise SetupError(
                "this Python lacks the module venv. Install Python from python.org, start again."
            )
        remove(VENV)
        make_by_hand(VENV)
    UNFINISHED.touch()


def make_by_hand(venv: Path) -> None:
    """Make what ``venv`` makes on everything but Windows: a link, a folder and a line of text."""
    base = Path(getattr(sys, "_base_executable", None) or sys.executable)
    (venv / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages").mkdir(parents=True)
    python_in(venv).parent.mkdir()
    python_in(venv).symlink_to(base)
    (venv / "pyvenv.cfg").write_text(
        f"home = {base.parent}\ninclude-system-site-packages = false\n", encoding="utf-8"
    )


def ensure_pip() -> None:
    """Bring pip into the environment: it is there, Python brings it, or its wheel is fetched."""
    if run([python_in(VENV), "-m", "pip", "--version"]).returncode == 0:
        return
    if run([python_in(VENV), "-m", "ensurepip"]).returncode == 0:
        return
    print("  fetching pip, which this Python came without", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        wheel = fetch_pip(Path(folder))
        done = run([python_in(VENV), wheel / "pip", "install", "--no-index", wheel])
    if done.returncode != 0:
        raise SetupError(explain(done.stdout))


def pip(*arguments: str) -> None:
    """Run the environment's pip under the user's own configuration; raise what went wrong."""
    common = ["--disable-pip-version-check", "--no-input", "--quiet"]
    if "PIP_RETRIES" not in os.environ:
        common += ["--retries", "2"]
    done = run([python_in(VENV), "-m", "pip", *common, *arguments])
    if done.returncode != 0:
        raise SetupError(explain(done.stdout))


def run(command: list[str | Path]) -> "subprocess.CompletedProcess[str]":
    """Run a program to its end and keep what it said, on either channel."""
    return subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PIP_USER": "0"},
        encoding="utf-8",
        check=False,
    )


def runs(python: Path, code: str) -> bool:
    """Say whether an interpreter is there and gets through a line of Python."""
    try:
        return run([python, "-c", code]).returncode == 0
    except OSError:
        return False


def remove(folder: Path) -> None:
    """Take a spoilt environment away, whatever of it there is."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def explain(said: str) -> str:
    """Turn what pip or the system said into one line with the mend."""
    for pattern, line in COMPLAINTS:
        if re.search(pattern, said):
            return line
    missing = re.search(r"No matching distribution found for (\S+)", said)
    if missing:
        return (
            f"there is no ready-made {missing[1]} for this Python {sys.version_info[0]}."
            f"{sys.version_info[1]} on this system. Try another Python from 3.11 to 3.14, 64 bits."
        )
    errors = [line for line in said.splitlines() if line.startswith("ERROR:")]
    return f"setting up failed: {errors[0][7:] if errors else last_line(said)}"


def last_line(said: str) -> str:
    """Return the last line that says anything."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason given"
