"""Numbers as a person reads them. Unknown is a dash."""

UNKNOWN = "–"


def count(number: int | None) -> str:
    """A whole number with its thousands apart."""
    return UNKNOWN if number is None else f"{number:,}"


def counted(number: int, noun: str) -> str:
    """How many of something, the noun given for one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def duration(milliseconds: float | None) -> str:
    """A time in the unit that suits it."""
    if milliseconds is None:
        return UNKNOWN
    if milliseconds < 999.5:
        return f"{milliseconds:.0f} ms"
    if milliseconds < 120_000:
        return f"{milliseconds / 1_000:.2f} s"
    return f"{milliseconds / 60_000:.1f} min"


def size(count_of_bytes: int) -> str:
    """A number of bytes in the unit that suits it."""
    if count_of_bytes < 1_000:
        return f"{count_of_bytes} bytes"
    if count_of_bytes < 1_000_000:
        return f"{count_of_bytes / 1_000:.1f} kB"
    return f"{count_of_bytes / 1_000_000:.1f} MB"
