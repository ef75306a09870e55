"""Several types as one."""

from switchboard.formats.shapes.model import ANYTHING, NOTHING, Either, Shape


def either(members: list[Shape]) -> Shape:
    """One of the types: flat, and each once."""
    flat: list[Shape] = []
    for each in members:
        flat += each.members if isinstance(each, Either) else [each]
    if ANYTHING in flat:
        return ANYTHING
    kept = [*{repr(each): each for each in flat if each != NOTHING}.values()]
    if not kept:
        return NOTHING
    return kept[0] if len(kept) == 1 else Either(tuple(kept))
