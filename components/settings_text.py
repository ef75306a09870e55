"""Settings of several lines as text, and back."""

import re
from collections.abc import Mapping

_ESCAPED = re.compile(r"\\([\\ntrs])")
_MEANT = {"\\": "\\", "n": "\n", "t": "\t", "r": "\r", "s": " "}
_WRITTEN = {meant: f"\\{letter}" for letter, meant in _MEANT.items()}
_TOKEN_ID = re.compile(r"[0-9]+")
_BIAS = re.compile(r"\s*([0-9]+)\s*[:=]\s*([+-]?[0-9]{1,4})\s*")


def stops_in(text: str | None) -> tuple[str, ...]:
    """One per line; ``\\n`` in a line stands for a line break, ``\\s`` for a space. A line of
    nothing but spaces is none: nobody could see it."""
    lines = [line for line in (text or "").split("\n") if line.strip(" \t\r")]
    return tuple(_ESCAPED.sub(lambda found: _MEANT[found[1]], line) for line in lines)


def stops_as_text(stops: tuple[str, ...]) -> str:
    """As ``stops_in`` reads them."""
    return "\n".join(map(_line, stops))


def _line(stop: str) -> str:
    written = r"[\\\n\t\r]" if stop.strip(" ") else r"[ ]"
    return re.sub(written, lambda character: _WRITTEN[character[0]], stop)


def pairs_in(text: str | None) -> dict[str, str]:
    """One ``name: value`` per line, as headers are written; the last of a name counts."""
    lines = (line.strip() for line in (text or "").split("\n"))
    parted = (line.partition(":") for line in lines if line)
    return {name.rstrip(): value.lstrip() for name, _, value in parted}


def pairs_as_text(pairs: Mapping[str, str]) -> str:
    """As ``pairs_in`` reads them."""
    return "\n".join(f"{name}: {value}" for name, value in pairs.items())


def metadata_in(text: str | None) -> dict[str, str]:
    """One ``name: value`` per line. The lines without a name, or without a colon, stand together
    under the empty name, for ``settings_problems`` to complain of."""
    found: dict[str, str] = {}
    for line in filter(str.strip, (text or "").split("\n")):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if name and colon:
            found[name] = value
        else:
            found[""] = f"{found['']}\n{value or name}" if "" in found else value or name
    return found


def metadata_as_text(pairs: Mapping[str, str]) -> str:
    """As ``metadata_in`` reads them."""
    return "\n".join(
        f"{name}: {line}" for name, value in pairs.items() for line in value.split("\n")
    )


def biases_in(text: str | None) -> dict[str, int]:
    """One ``token id: bias`` per line. A line that is none stands for a token of its own without
    a bias, for ``settings_problems`` to complain of."""
    lines = (line.strip() for line in (text or "").split("\n"))
    return dict(map(_bias, filter(None, lines)))


def _bias(line: str) -> tuple[str, int]:
    match = _BIAS.fullmatch(line)
    return (match[1], int(match[2])) if match else (line, 0)


def biases_as_text(biases: Mapping[str, int]) -> str:
    """As ``biases_in`` reads them."""
    return "\n".join(
        f"{token}: {bias}" if bias or _TOKEN_ID.fullmatch(token) else token
        for token, bias in biases.items()
    )
