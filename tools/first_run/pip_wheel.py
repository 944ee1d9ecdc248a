"""Fetches pip's own wheel from the package index, for a Python that came without pip.

It follows the index and the certificate that the user's pip configuration names.
"""

import base64
import configparser
import hashlib
import html.parser
import os
import re
import ssl
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterable, Mapping
from pathlib import Path

from tools.first_run.state import SetupError

PYPI = "https://pypi.org/simple"


def fetch_pip(folder: Path) -> Path:
    """Download pip's newest fitting wheel from the user's index into ``folder``, checked.

    Raises OSError where the index cannot be read, SetupError where it has nothing fit.
    """
    options = pip_options(os.environ, pip_config_files(os.environ))
    index = options.get("index-url", PYPI).rstrip("/")
    page = f"{index}/pip/" + ("index.html" if index.startswith("file:") else "")
    certificate = options.get("cert")
    try:
        link = newest_pip(fetch(page, certificate).decode("utf-8"), sys.version_info[:2])
        address, _, digest = urllib.parse.urljoin(page, link).partition("#sha256=")
        content = fetch(address, certificate)
    except (OSError, ValueError) as error:
        raise OSError(f"{page}: {error}") from error
    if digest and hashlib.sha256(content).hexdigest() != digest:
        raise SetupError("pip arrived damaged from the package index. Start again.")
    wheel = folder / address.rpartition("/")[2]
    wheel.write_bytes(content)
    return wheel


def newest_pip(page: str, python: tuple[int, int]) -> str:
    """Pick the link of the newest released pip wheel for a Python from an index page (PEP 503)."""
    found: list[tuple[tuple[int, ...], str]] = []
    for link in Links(page).found:
        name = urllib.parse.urlsplit(link.get("href", "")).path.rpartition("/")[2]
        version = re.fullmatch(r"pip-(\d+(?:\.\d+)*)-py3-none-any\.whl", name)
        floors = re.findall(r">=\s*(\d+)\.(\d+)", link.get("data-requires-python", ""))
        fits = all((int(major), int(minor)) <= python for major, minor in floors)
        if version and fits and "data-yanked" not in link:
            found.append((tuple(int(part) for part in version[1].split(".")), link["href"]))
    if not found:
        raise SetupError("the package index has no pip for this Python. Install pip and try again.")
    return max(found)[1]


class Links(html.parser.HTMLParser):
    """The attributes of every link on a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[dict[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append({key: value or "" for key, value in attrs})


def fetch(address: str, certificate: str | None) -> bytes:
    """Read an address whole, with the name and password it may carry."""
    parts = urllib.parse.urlsplit(address)
    request = urllib.request.Request(address)
    if parts.username is not None:
        bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
        request = urllib.request.Request(urllib.parse.urlunsplit(bare))
        secret = f"{parts.username}:{parts.password or ''}"
        token = base64.b64encode(urllib.parse.unquote(secret).encode()).decode()
        request.add_header("Authorization", f"Basic {token}")
    context = ssl.create_default_context(cafile=certificate)
    with urllib.request.urlopen(request, timeout=30, context=context) as answer:
        content: bytes = answer.read()
    return content


def pip_config_files(environ: Mapping[str, str]) -> list[Path]:
    """List the files where pip keeps its configuration; later ones win."""
    home = Path.home()
    if os.name == "nt":
        files = [
            Path(environ.get("ProgramData", "C:/ProgramData")) / "pip/pip.ini",
            home / "pip/pip.ini",
            Path(environ.get("APPDATA", home)) / "pip/pip.ini",
        ]
    else:
        shared = environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
        files = [Path(each) / "pip/pip.conf" for each in reversed(shared) if each]
        files += [
            Path("/etc/pip.conf"),
            home / ".pip/pip.conf",
            home / "Library/Application Support/pip/pip.conf",
            Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip/pip.conf",
        ]
    if "PIP_CONFIG_FILE" in environ:
        files.append(Path(environ["PIP_CONFIG_FILE"]))
    return files


def pip_options(environ: Mapping[str, str], files: Iterable[Path]) -> dict[str, str]:
    """Merge pip's ``index-url`` and ``cert``: files in order, [install] over [global], PIP_*."""
    options: dict[str, str] = {}
    for file in files:
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue  # pip itself will complain about it, and say more
        for section in ("global", "install"):
            if parser.has_section(section):
                options.update(parser.items(section))
    for name, variable in (("index-url", "PIP_INDEX_URL"), ("cert", "PIP_CERT")):
        if environ.get(variable):
            options[name] = environ[variable]
    return options
