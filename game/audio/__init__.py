"""Turns events into sound; never writes the world."""
