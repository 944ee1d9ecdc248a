"""Programs that draw the maps that came with the game; people go on from there in Tiled."""
