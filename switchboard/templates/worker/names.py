"""The names that stand in a template."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from switchboard.templates.worker.chance import Chance
from switchboard.templates.worker.environment import ENVIRONMENT
from switchboard.templates.worker.fake import Fake


def names(request: dict[str, Any]) -> dict[str, Any]:
    """Ours, and each argument whose name is free. Jinja's own (``range``, ``dict``…) are not: a
    model that makes up an argument of that name must not break the template."""
    ours = _ours(request)
    taken = {*ours, *ENVIRONMENT.globals, "self"}
    free = {name: value for name, value in ours["arguments"].items() if name not in taken}
    return {**{name: value for name, value in free.items() if name.isidentifier()}, **ours}


def days(count: float) -> timedelta:
    """For sums with dates: ``today + days(3)``."""
    return timedelta(days=count)


def _ours(request: dict[str, Any]) -> dict[str, Any]:
    # As bytes: half a pair of surrogates is a text too.
    seed = request.get("seed", "").encode("utf-8", "surrogatepass")
    now = datetime.fromisoformat(request["now"]).astimezone(UTC)
    # Jinja's own filter `random` asks the module.
    random.seed(b"filter " + seed)
    return {
        "arguments": request.get("arguments", {}),
        "count": request.get("count", 1),
        "tool": request.get("tool", ""),
        "now": now,
        "today": now.date(),
        "random": Chance(b"random " + seed),
        "fake": Fake(b"fake " + seed, today=now.date()),
        "days": days,
    }
