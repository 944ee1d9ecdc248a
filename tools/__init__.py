"""Programs that make and measure the game; none of them is needed to play it."""
