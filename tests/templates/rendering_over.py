"""Templates rendered over a scope that says only what a test is about."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from switchboard.errors import TemplateFailure
from switchboard.templates import TemplateScope, render

NOW = datetime(2026, 11, 30, 12, 30, tzinfo=UTC)
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/statm").is_file(), reason="this system has no /proc"
)


def scope(*, count=1, tool="get_weather", seed="seed", now=NOW, **arguments):
    return TemplateScope(arguments, count=count, tool=tool, seed=seed, now=now)


def rendered(text, **said):
    return render(text, scope(**said))


def failure(text, **more):
    with pytest.raises(TemplateFailure) as caught:
        render(text, scope(), **more)
    return caught.value.message


def peak_kib(pid):
    """The most memory that the process has ever had in use; 0 when it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) if found else 0


def has_ended(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].startswith("Z")
    except OSError:
        return True
