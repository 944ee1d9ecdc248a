"""Every picture of the game, drawn by our own programs; `python -m tools.art` rebuilds them."""
