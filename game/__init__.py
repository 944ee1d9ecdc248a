"""Suna Night Patrol: one night's walk over the dunes, as a program in six layers."""

__version__ = "0.1.0"
