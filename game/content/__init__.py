"""Files to definitions: maps, talk, operations, strings, and where they lie."""
