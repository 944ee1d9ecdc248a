"""Everything that is heard, computed: waves, noises and strings to committed OGG files."""
