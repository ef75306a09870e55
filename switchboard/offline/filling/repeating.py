"""A text cut where it asks for the same once more: "base 6 and height 10, then 8 and 12"."""

from switchboard.offline.clauses import split_clauses
from switchboard.offline.filling.arguments import fill_once
from switchboard.offline.filling.pool import Pool
from switchboard.offline.schema.checker import Checker

# A single value that is asked for several times is a list, and treated as one.
_LEAST_VALUES = 2
_MOST_CLAUSES = 24


def cut_into_askings(checker: Checker, pool: Pool) -> list[str]:
    """The parts that each say everything a call must be given; the whole text where it's one."""
    text = pool.text
    clauses = split_clauses(text)
    if len(clauses) < _LEAST_VALUES or len(clauses) > _MOST_CLAUSES:
        return [text]
    parts: list[tuple[int, int]] = []
    start = 0
    for _, end in clauses:
        if _says_everything(checker, pool.only(text[start:end])):
            parts.append((start, end))
            start = end
    if len(parts) < _LEAST_VALUES:
        return [text]
    parts[-1] = (parts[-1][0], len(text))
    return [text[slice(*part)] for part in parts]


def _says_everything(checker: Checker, pool: Pool) -> bool:
    filled = fill_once(checker, pool)
    required = checker.root.get("required")
    musts = required if isinstance(required, list) else []
    found = [name for name in musts if name in filled.sources]
    return len(found) >= _LEAST_VALUES and len(found) == len(musts)
