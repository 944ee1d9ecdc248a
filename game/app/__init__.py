"""The program around the night: loop, scenes, devices, settings, saves."""
