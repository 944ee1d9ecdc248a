"""The man in the sand: finding him, keeping him, and the operation with all its parts."""
