"""What the worker takes from itself before the first template comes, for good.

Windows has none of these: there the parent's time limit and the longest result still hold.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from switchboard.templates.bounds import MEMORY_MIB, TIME_S

_PAGES = Path("/proc/self/statm")

if sys.platform == "win32":

    def lock() -> None:
        """Nothing can be limited here."""

    @contextmanager
    def at_most() -> Iterator[None]:
        """The parent alone looks at the clock here."""
        yield

else:
    import resource
    import signal

    def lock() -> None:
        """No new file, no process, no more memory than a template needs."""
        if _PAGES.is_file():
            mapped = int(_PAGES.read_text().split()[0]) * resource.getpagesize()
            _limit(resource.RLIMIT_AS, mapped + MEMORY_MIB * 2**20)
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_NPROC, 0)
        # 0, 1 and 2 are open: no number is left for another.
        _limit(resource.RLIMIT_NOFILE, 3)

    @contextmanager
    def at_most() -> Iterator[None]:
        """The kernel ends this process a little after the parent would have, should the parent be
        gone."""
        signal.setitimer(signal.ITIMER_REAL, TIME_S + 0.1)
        yield
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _limit(what: int, amount: int) -> None:
        with suppress(OSError, ValueError):  # A system that does not have this limit.
            resource.setrlimit(what, (amount, amount))
