"""The first run: sets the game up with the standard library alone. Entered by play.py."""
