"""How large a regular expression becomes when it is compiled, told without compiling it.

The ``regex`` package writes out what must be there: ``a{1000000000}`` takes 16 GB before its first
search, and nothing can stop it.
"""

import re

LARGEST = 20_000
"""Signs. So many take 10 MiB at most; of real tools' patterns the largest has 600."""

_SIGN = re.compile(
    r"(?P<gap>\(\?#[^)]*\))"
    r"|(?P<spaced>\(\?[A-Za-z0-9-]*x[A-Za-z0-9-]*[:)])"
    r"|\\[pPNxuU]\{[^}]*\}|\\."
    r"|(?P<set>\[\^?\]?)|(?P<end>\])|(?P<open>\()|(?P<close>\))"
    r"|\{(?P<least>\d+)(?:,\d*)?\}|.",
    re.DOTALL,
)


def size_fault(pattern: str) -> str | None:
    """Why the pattern must not be compiled; ``None`` when it may be."""
    if len(pattern) > LARGEST:
        return "it is too long"
    sizes, last, in_set = [0], 0, False
    for sign in _SIGN.finditer(pattern):
        if in_set:
            in_set = not sign["end"]
        elif sign["gap"]:
            continue  # A count after a remark belongs to what stands before it.
        elif sign["spaced"]:
            return "it has the flag `x`, which JSON Schema's patterns have not"
        elif sign["open"]:
            sizes.append(0)
        elif sign["close"] and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif sign["least"]:
            more = last * (max(1, _count(sign["least"])) - 1)
            sizes[-1] += more
            last += more
        else:
            last, in_set = 1, sign["set"] is not None
            sizes[-1] += 1
    return "it repeats too much" if sum(sizes) > LARGEST else None


def _count(digits: str) -> int:
    """As far as it matters; Python reads no number of 5,000 digits."""
    return LARGEST + 1 if len(digits) > len(str(LARGEST)) else int(digits)
