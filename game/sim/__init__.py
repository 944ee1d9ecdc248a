"""The night itself: a world, and one function that moves it on by a tick."""
