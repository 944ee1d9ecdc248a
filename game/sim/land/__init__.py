"""The ground and what lies and blows over it: dunes, terrain, wind, tracks, light."""
