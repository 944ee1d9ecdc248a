"""Events to sound, and music that follows the alarm and the tale. It never changes the night."""
