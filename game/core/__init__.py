"""Layer 0: arithmetic, randomness, grids and encoding that know nothing of the game."""
