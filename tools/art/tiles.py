"""The tilesets for Tiled: ground, walls and over, with the list of their stamps.

Written to `maps/tilesets/`, because a map's pictures lie inside its own project.
"""

import json
from pathlib import Path

from tools.art import tiles_cliffs as cliffs
from tools.art import tiles_ground
from tools.art import tiles_houses as houses
from tools.art.atlas import write_bytes
from tools.art.raster import Image
from tools.art.tile_sheet import COLUMNS, TILE, TileSheet

README = """# Tilesets

The pictures and tile classes that maps are drawn with. All three are written by
`python -m tools.art --only tiles`; changes by hand are lost. `stamps.json` says the same as the
tables below, for programs that draw maps.

A stamp is a picture of several tiles. Its tile in column dx and row dy has the id
`first + dy * {columns} + dx`; a map adds the tileset's firstgid. Sheets are {columns} tiles wide.

- **ground**: class `Surface`. The game bakes its own ground from the surfaces and the crests, so
  these pictures only help the eye in Tiled; the terrain brush knows all transitions to sand.
- **walls**: class `Wall`. Whatever lies on the layer `walls` stands in the way; `hides` says
  whether a croucher (low) or everybody (high) is hidden behind it. Clear tiles of a stamp are
  left away. View > Show Tile Collision Shapes draws low ones half as tall as high ones. What
  stands below a roof of rock, merlons or a house is added by Map > AutoMap (`../rules/README.md`).
- **over**: drawn above people, never in the way.

Cliffs and the village wall repeat after 8 tiles: put column `x % 8` of the stamp at tile x of the
map. From top to bottom a cliff is `cliff/top` (rows `y % 2`, as far back as the rock reaches),
`cliff/lip`, any number of `cliff/face` (let the last one be row 3), `cliff/foot`; its ends are
`cliff/west` and `cliff/east`, six tiles tall in the same order. The village wall is `wall/top`,
`wall/face` (rows `y % 2`), `wall/foot`; put `wall/slit_lit` and `wall/slit_dark` in place of single
faces and `wall/pillar` over all five. The gate fills four columns and five rows of it. To let
people walk through, put only its outer columns and upper two rows on `walls` (stamp `gate/open`)
and `gate/arch` on `over`. A house is the nine tiles of `house/roof` around and above
`house/front`; `house/door` and the windows go in place of its middle.

"""


def walls() -> TileSheet:
    """Everything that stands in the way."""
    out = TileSheet("walls")

    def add(name: str, image: Image, note: str, hides: str = "high") -> None:
        out.add(name, image, note, "Wall", hides=("Hides", hides))

    rows = 6 * TILE
    tone = cliffs.cliff_tone(rows, 1.95)
    add("cliff/top", cliffs.cliff_top(), "rock above a cliff, seen from above; repeats both ways")
    add("cliff/lip", cliffs.cliff_lip(tone), "the brink: rock above, face below")
    add("cliff/face", cliffs.stone(tone[TILE : 5 * TILE]), "the face, four rows")
    add("cliff/foot", cliffs.cliff_foot(tone), "where the face meets the sand")
    add("cliff/west", cliffs.cliff_end(tone, left=True), "west end: lip, four faces, foot")
    add("cliff/east", cliffs.cliff_end(tone, left=False), "east end: lip, four faces, foot")
    brick = cliffs.masonry(cliffs.PERIOD, 3 * TILE, 2.2, 51)
    face = cliffs.stone(brick[: 2 * TILE])
    add("gate", cliffs.gate(), "the gate: jambs, lintel, passage with a lit street far behind")
    add("gate/open", cliffs.gate(hollow=True), "the gate without its passage")
    add("wall/pillar", cliffs.pillar(), "a buttress with crown and foot")
    add("wall/top", cliffs.wall_top(), "merlons of the village wall")
    add("wall/face", face, "its face, two rows, repeat")
    add("wall/foot", cliffs.wall_foot(brick[2 * TILE :]), "its foot with blown sand")
    add("wall/slit_lit", cliffs.slit(face, lit=True), "a lit window slit, for a face of row 0")
    add("wall/slit_dark", cliffs.slit(face, lit=False), "a dark window slit, for a face of row 0")
    add("wall/run", cliffs.wall_run(), "the wall running north and south, from above; repeats")
    add("house/roof", houses.roof(), "a flat roof: corners, edges, middle")
    add(
        "house/front", houses.front(), "a front: left, middle, right; under the roof, on the ground"
    )
    add("house/door", houses.door(), "a door, upper and lower tile")
    add("house/window_lit", houses.window(lit=True), "a lit window, for the upper row")
    add("house/window_dark", houses.window(lit=False), "a dark window, for the upper row")
    add("house/round_lit", houses.round_house(lit=True), "a round house with a dome, lit")
    add("house/round_dark", houses.round_house(lit=False), "a round house with a dome, dark")
    add("ruin/long", houses.ruin_long(), "low wall: end, middle (repeats), end", "low")
    for i, seed in enumerate((3, 7, 11)):
        add(f"ruin/block/{i}", houses.ruin_block(seed), "a broken block", "low")
    add("ruin/stump", houses.stump(), "the stump of a column", "low")
    for i, seed in enumerate((1, 5)):
        add(f"ruin/tall/{i}", houses.ruin_tall(seed), "standing masonry")
    for i, seed in enumerate((7, 21, 39, 51)):
        add(f"rock/small/{i}", houses.small_rock(seed), "a rock to crouch behind", "low")
    for i, seed in enumerate((8, 33, 66, 73)):
        add(f"rock/big/{i}", houses.big_rock(seed), "a rock that hides a standing person")
    for i, seed in enumerate((22, 23)):
        add(f"rock/wide/{i}", houses.wide_rock(seed), "a broad rock that hides a standing person")
    return out


def over() -> TileSheet:
    """What is drawn above people."""
    out = TileSheet("over")
    out.add("gate/arch", cliffs.gate_arch(), "the upper three rows of the gate, its passage clear")
    out.add("arch", houses.stone_arch(), "a natural arch across a way")
    out.add("awning", houses.awning(), "striped cloth over a stall: left, middle (repeats), right")
    out.add("pennants", houses.pennants(), "a rope with small flags, repeats")
    out.add("beams", houses.beams(), "beams of a pergola, repeat both ways")
    return out


def make(maps: Path) -> None:
    """Write the tilesets below the maps folder."""
    folder = maps / "tilesets"
    sheets = (tiles_ground.sheet(), walls(), over())
    text = README.format(columns=COLUMNS)
    index: dict[str, dict[str, dict[str, object]]] = {}
    for sheet in sheets:
        sheet.write(folder)
        text += f"## {sheet.name}.tsx\n\n{sheet.table()}\n\n"
        index[sheet.name] = {
            stamp.name: {
                "first": stamp.first,
                "width": stamp.width,
                "height": stamp.height,
                **{key: value for key, (_, value) in stamp.values.items()},
            }
            for stamp in sheet.stamps
        }
    write_bytes(folder / "README.md", (text.rstrip() + "\n").encode())
    document = {"version": 1, "columns": COLUMNS, "tilesets": index}
    write_bytes(folder / "stamps.json", (json.dumps(document, indent=1) + "\n").encode())
