"""Which call gets a fault, by chance and seed."""

import random

from switchboard.responders import FaultKind, FaultPlan


def drawn(plan: FaultPlan, *, tool: str, count: int) -> FaultKind | None:
    """The fault of the tool's ``count``-th call, counted from 1; ``None``: it gets none.

    The same plan, tool and count draw the same in every process.
    """
    # A text as seed is hashed with SHA-512; an object's own hash differs from process to process.
    place = random.Random(f"{plan.seed}:{tool}:{count}").random()  # noqa: S311
    for kind in FaultKind:
        chance = plan.chances.get(kind, 0)
        if place < chance:
            return kind
        place -= chance
    return None
