"""The tale: its beats, its words, what is known of the night, and how it ends."""
