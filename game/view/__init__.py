"""Draws the world; never writes it."""
