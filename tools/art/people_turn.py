"""Three-quarter views from typed front and back views, for people whose diagonals are not typed.

A head that turns aside shows its face nearer to one edge: the face moves, the hair or cloth behind
it fills the gap, and the far side narrows. The silhouette stays.
"""

from collections.abc import Mapping
from typing import Final

from tools.art.people_rig import Grid

TURN_PX: Final = 2


def _span(row: str) -> tuple[int, int]:
    """First and last column that is drawn, or (0, -1) for an empty row."""
    drawn = [x for x, mark in enumerate(row) if mark not in ". "]
    return (drawn[0], drawn[-1]) if drawn else (0, -1)


def turn_head(grid: Grid, dx: int = TURN_PX) -> Grid:
    """A front head turned to the right: in each row the face moves dx columns, within the hair."""
    result = []
    for row in grid:
        first, last = _span(row)
        face = [x for x in range(first, last + 1) if not row[x].isdigit()]
        if not face or not (row[first].isdigit() or "#" in row):
            result.append(row)
            continue
        left, right = max(face[0], first + 1), min(face[-1], last - 1)
        inner = row[left : right + 1]
        before, after = row[:left], row[right + 1 : last + 1]
        # What falls away on the far side: hair first, all but its edge, then cheek.
        from_hair = min(dx, max(len(after) - 1, 0))
        kept = inner[: len(inner) - (dx - from_hair)]
        fill = before[-1] if before[-1:].isdigit() else inner[0]
        result.append(before + fill * dx + kept + after[from_hair:] + row[last + 1 :])
    return result


def turn_inside(grid: Grid, dx: int) -> Grid:
    """A trunk or a back of the head turned: what lies between its two edges moves dx columns."""
    result = []
    for row in grid:
        first, last = _span(row)
        inner = row[first + 1 : last]
        if len(inner) <= 2 * abs(dx):
            result.append(row)
        elif dx > 0:
            moved = inner[0] * dx + inner[:-dx]
            result.append(row[: first + 1] + moved + row[last:])
        else:
            moved = inner[-dx:] + inner[-1] * -dx
            result.append(row[: first + 1] + moved + row[last:])
    return result


def heads_of(down: Grid, right: Grid, up: Grid, turn_px: int = TURN_PX) -> Mapping[str, Grid]:
    """The five head views from the three typed ones; small heads turn by fewer pixels."""
    return {
        "down": down,
        "right": right,
        "up": up,
        "down_right": turn_head(down, turn_px),
        "up_right": turn_inside(up, -turn_px),
    }


def trunks_of(down: Grid, right: Grid, up: Grid) -> Mapping[str, Grid]:
    """The five trunk views from the three typed ones."""
    return {
        "down": down,
        "right": right,
        "up": up,
        "down_right": turn_inside(down, TURN_PX),
        "up_right": turn_inside(up, -TURN_PX),
    }
