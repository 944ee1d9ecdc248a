"""What reading one map needs throughout: its files, its bounds, its classes and its findings."""

from dataclasses import dataclass

from game.content.tmx.classes import Classes
from game.content.tmx.files import Files
from game.content.tmx.findings import Findings
from game.content.tmx.limits import Budget


@dataclass(slots=True)
class Source:
    """Handed to every part of the reader; made once for each map."""

    files: Files
    findings: Findings
    budget: Budget
    classes: Classes
