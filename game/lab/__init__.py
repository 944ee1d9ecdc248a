"""Levels without a screen: runner, replays, solver, sweeps, bench."""
