"""The core without a browser: ``python -m switchboard``."""
