"""Pictures of named situations, taken without a window, and what is measured about them."""
