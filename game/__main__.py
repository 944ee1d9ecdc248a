"""``python -m game`` is the same program as the command ``suna``."""

import sys

from game.cli import main

if __name__ == "__main__":
    sys.exit(main())
