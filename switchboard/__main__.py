"""``python -m switchboard``: the core on a command line."""

import sys

from switchboard.command.program import main

if __name__ == "__main__":
    sys.exit(main())
