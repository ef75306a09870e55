"""A person's stop, seen soon enough."""

import threading

from switchboard.errors import TemplateFailure

LOOKS_EVERY_S = 0.02


def raise_if_stopped(stop: threading.Event | None) -> None:
    """Raise ``TemplateFailure`` once it is set."""
    if stop is not None and stop.is_set():
        raise TemplateFailure("Stopped.")
