"""Gives each line and option of a talk file that has no `#line:` id the next free one of its node.

Ids that are there never change: translations, saves and the record of read lines hang on them.
"""

import re

TITLE = re.compile(r"title:\s*(?P<title>\w+)\s*")
ID = re.compile(r"\s#line:(?P<id>\w+)")
MOOD = re.compile(r"\s+#mood:\w+\s*$")


def add_line_ids(text: str) -> str:
    """The text of a talk file with an id on each line and option: `topic_hair_04` in TopicHair."""
    used = {found.group("id") for found in ID.finditer(text)}
    rows = []
    prefix = ""
    inside = False
    for row in text.splitlines():
        stripped = row.strip()
        if found := TITLE.fullmatch(row):
            prefix = re.sub(r"(?<!^)(?=[A-Z])", "_", found.group("title")).lower()
        elif stripped in ("---", "==="):
            inside = stripped == "---"
        elif inside and _wants_id(stripped):
            row = _with_id(row, _next_id(prefix, used))
        rows.append(row)
    return "\n".join(rows) + "\n"


def _wants_id(stripped: str) -> bool:
    return bool(stripped) and not stripped.startswith(("//", "<<")) and not ID.search(stripped)


def _next_id(prefix: str, used: set[str]) -> str:
    number = 1
    while f"{prefix}_{number:02}" in used:
        number += 1
    used.add(f"{prefix}_{number:02}")
    return f"{prefix}_{number:02}"


def _with_id(row: str, line_id: str) -> str:
    mood = MOOD.search(row)
    at = mood.start() if mood else len(row.rstrip())
    return f"{row[:at]} #line:{line_id}{row[at:]}"
