"""Tiled maps: read within bounds, brought into one form, and written. Knows no rule of the game."""
