"""Something that changes on one thread and is watched from others."""

import threading


class Changes:
    """How often something has changed, for whoever waits for the next time."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0

    @property
    def version(self) -> int:
        """How often it has changed."""
        return self._version

    def tell(self) -> None:
        """It has changed."""
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def wait(self, seen: int, *, timeout_s: float) -> int:
        """Waits until there is another version than ``seen``, or for that long. The version."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != seen, timeout_s)
            return self._version
