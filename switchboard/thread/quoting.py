"""Names and ids as they are quoted in a sentence."""

_LONGEST = 40


def quoted(text: str | None) -> str:
    """Between backticks, on one line, cut when long."""
    line = " ".join((text or "").replace("`", "'").split())
    cut = line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
    return f"`{cut}`" if cut else "without a name"
