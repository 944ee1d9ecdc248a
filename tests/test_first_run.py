"""play.py decides rightly what to set up, for whom, and what to say when it cannot."""

import ast
import hashlib
import re
import subprocess
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

import play
from tools.first_run import environment, pip_wheel, state

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

GOOD = {
    "made_from": "abc",
    "python": "/usr/bin/python3.12",
    "extras": ["dev"],
    "packages": ["numpy-2.4.6.dist-info"],
}
PACKAGES = frozenset({"numpy-2.4.6.dist-info"})


def is_good(
    stamp: Mapping[str, object] = GOOD,
    made_from: str = "abc",
    extras: frozenset[str] = frozenset(),
    python: str = "/usr/bin/python3.12",
    packages: frozenset[str] = PACKAGES,
) -> bool:
    return state.is_good(stamp, made_from, extras, python, packages)


def test_a_finished_environment_is_used_as_it_is() -> None:
    assert is_good()
    assert is_good(extras=frozenset({"dev"}))


def test_what_the_player_added_does_no_harm() -> None:
    assert is_good(packages=PACKAGES | {"ipython-9.0.dist-info"})


def test_an_environment_without_a_stamp_is_not_trusted() -> None:
    assert not is_good(stamp={})


def test_a_changed_pyproject_asks_for_a_new_setup() -> None:
    assert not is_good(made_from="other")


def test_the_tests_ask_for_the_dev_extra_once() -> None:
    assert not is_good(stamp={**GOOD, "extras": []}, extras=frozenset({"dev"}))


def test_a_lost_library_is_noticed() -> None:
    assert not is_good(packages=frozenset())


def test_an_interpreter_that_went_away_or_changed_is_noticed() -> None:
    assert not is_good(python="")
    assert not is_good(python="/usr/bin/python3.13")
    assert not is_good(stamp={**GOOD, "python": ""}, python="")


@pytest.mark.parametrize("text", ["", "{", "[1]", '"x"', "\x00"])
def test_a_spoilt_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    stamp = tmp_path / "stamp.json"
    stamp.write_text(text, encoding="utf-8")
    assert state.read_stamp(stamp) == {}


def test_a_stamp_that_is_not_there_counts_as_none(tmp_path: Path) -> None:
    assert state.read_stamp(tmp_path / "stamp.json") == {}


def test_an_old_python_can_read_play_py_as_far_as_the_refusal() -> None:
    ast.parse((ROOT / "play.py").read_text(encoding="utf-8"), feature_version=(3, 6))


def test_play_py_and_pyproject_name_the_same_pythons() -> None:
    assert PROJECT["requires-python"] == ">=3.11,<3.15"
    fits = "(3, 11) <= sys.version_info[:2] < (3, 15)"
    assert fits in (ROOT / "play.py").read_text(encoding="utf-8")
    assert fits in environment.PYTHON_IS_FIT


def names(extras: Iterable[str]) -> list[str]:
    return [environment.name_of(each) for each in environment.requirements(PROJECT, extras)]


def test_pygame_never_comes_along() -> None:
    asked = names(PROJECT["optional-dependencies"])
    assert "pygame-ce" in asked
    assert "pygame" not in asked
    # uv.lock holds what everything we ask for asks for in its turn, on every system.
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {package["name"] for package in lock["package"]}
    assert set(asked) <= locked
    assert "pygame" not in locked


def test_only_the_tests_fetch_what_the_tests_need() -> None:
    assert "pytest" not in names([])
    assert "pytest" in names(["dev"])


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space",
            "disk is full",
        ),
        ("[Errno 13] Permission denied: '/opt/game/.venv'", "cannot be written"),
        ("[Errno 30] Read-only file system: '/cdrom/.venv'", "cannot be written"),
        (
            "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError("
            "Failed to establish a new connection: [Errno -3] Temporary failure in name "
            "resolution')'\nERROR: No matching distribution found for numpy>=2.0",
            "no network",
        ),
        ("<urlopen error [Errno -2] Name or service not known>", "no network"),
        ("SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "PIP_CERT"),
        (
            "ERROR: No matching distribution found for pygame-ce<3,>=2.5.7",
            "no ready-made pygame-ce",
        ),
        ("ERROR: something new\nmore", "something new"),
        ("Killed\n", "Killed"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(said: str, line: str) -> None:
    told = environment.explain(said)
    assert line in told
    assert "\n" not in told


@pytest.mark.parametrize(
    ("arguments", "everything"),
    [
        (["test"], True),
        (["test", "-x", "tests/sim"], True),
        (["test", "maps/test"], True),
        (["test", "maps/test/lee.toml"], False),
        (["test", "maps/test", "--jobs", "2"], False),
        (["test", "maps/test", "--json=out.json"], False),
        (["check", "maps"], False),
        ([], False),
    ],
)
def test_test_means_everything_until_a_level_is_named(
    arguments: list[str], everything: bool
) -> None:
    assert play.is_whole_suite(arguments) is everything


def test_paths_hold_after_the_change_of_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "test_x.py").touch()
    assert play.absolute_if_path("test_x.py::test_a") == f"{tmp_path}/test_x.py::test_a"
    assert play.absolute_if_path("-x") == "-x"
    assert play.absolute_if_path("elsewhere") == "elsewhere"


def test_an_environment_made_by_hand_is_a_real_one(tmp_path: Path) -> None:
    venv = tmp_path / "env"
    environment.make_by_hand(venv)
    said = subprocess.run(
        [state.python_in(venv), "-c", "import sys; print(sys.prefix != sys.base_prefix, sys.path)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.startswith("True")
    assert str(state.site_packages(venv)) in said
    assert state.python_identity(venv) != ""


def test_an_environment_without_its_interpreter_has_no_identity(tmp_path: Path) -> None:
    environment.make_by_hand(tmp_path / "env")
    state.python_in(tmp_path / "env").unlink()
    assert state.python_identity(tmp_path / "env") == ""
    assert state.packages_in(tmp_path / "nowhere") == frozenset()


PAGE = """<!DOCTYPE html><a href="pip-23.0-py3-none-any.whl" data-requires-python="&gt;=3.7">a</a>
<a href="pip-26.3-py3-none-any.whl" data-requires-python="&gt;=3.10">b</a>
<a href="pip-27.0-py3-none-any.whl" data-requires-python="&gt;=3.13">c</a>
<a href="pip-26.9-py3-none-any.whl" data-yanked="oops">d</a>
<a href="pip-28.0b1-py3-none-any.whl">e</a><a href="pip-29.0.tar.gz">f</a>"""


def test_the_newest_pip_that_fits_is_taken() -> None:
    assert pip_wheel.newest_pip(PAGE, (3, 11)) == "pip-26.3-py3-none-any.whl"
    assert pip_wheel.newest_pip(PAGE, (3, 13)) == "pip-27.0-py3-none-any.whl"


def test_an_index_without_pip_is_told() -> None:
    with pytest.raises(state.SetupError, match="no pip"):
        pip_wheel.newest_pip("<a href='x.whl'>x</a>", (3, 11))


def serve_pip(folder: Path, digest: str) -> str:
    """Lay out a package index on the disk that holds a pip wheel of four bytes."""
    (folder / "pip").mkdir()
    (folder / "pip" / "pip-26.3-py3-none-any.whl").write_bytes(b"PK\x03\x04")
    page = f'<a href="pip-26.3-py3-none-any.whl#sha256={digest}">pip</a>'
    (folder / "pip" / "index.html").write_text(page, encoding="utf-8")
    return folder.as_uri()


def test_pip_comes_from_the_index_that_the_user_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIP_CERT", raising=False)
    digest = hashlib.sha256(b"PK\x03\x04").hexdigest()
    monkeypatch.setenv("PIP_INDEX_URL", serve_pip(tmp_path, digest))
    assert pip_wheel.fetch_pip(tmp_path).read_bytes() == b"PK\x03\x04"


def test_a_damaged_pip_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIP_CERT", raising=False)
    monkeypatch.setenv("PIP_INDEX_URL", serve_pip(tmp_path, "0" * 64))
    with pytest.raises(state.SetupError, match="damaged"):
        pip_wheel.fetch_pip(tmp_path)


def test_pip_settings_are_read_as_pip_reads_them(tmp_path: Path) -> None:
    site, user = tmp_path / "a.conf", tmp_path / "b.conf"
    site.write_text("[global]\nindex-url = https://a/\ncert = /a.pem\n", encoding="utf-8")
    user.write_text("[install]\nindex-url = https://b/%20/\n", encoding="utf-8")
    broken = tmp_path / "c.conf"
    broken.write_text("no section\n", encoding="utf-8")
    options = pip_wheel.pip_options({}, [site, user, broken, tmp_path / "none.conf"])
    assert (options["index-url"], options["cert"]) == ("https://b/%20/", "/a.pem")
    options = pip_wheel.pip_options({"PIP_INDEX_URL": "https://c/"}, [site, user])
    assert options["index-url"] == "https://c/"


def test_the_readme_opens_with_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^    (\S.*?)(?:\s{2,}.*)?$", readme.split("## ")[0], re.MULTILINE)
    assert commands[:2] == ["python3 play.py", "python3 play.py test"]
