"""What a check costs, before it starts."""

import json
from dataclasses import dataclass

from switchboard.probes.catalogue import CATALOGUE
from switchboard.probes.probe import LIMIT, Probe
from switchboard.wire import Json

_CHARACTERS_PER_TOKEN = 4
_IMAGE_TOKENS = 250
"""About what vision models count for a small image (85 to 260 on the larger services)."""

_SHORT_ANSWER = 30
"""Tokens of an answer to these questions by a model that does not reason first."""


@dataclass(frozen=True, slots=True)
class Cost:
    """An estimate, in tokens."""

    requests: int
    """The list of models included, which costs none."""

    input_tokens: int
    output_tokens: int
    """Of a model that does not reason."""

    most_output_tokens: int
    """What the requests allow."""


def cost_of(probes: tuple[Probe, ...] = CATALOGUE) -> Cost:
    """About what these probes cost."""
    answers = len(probes) + sum(probe.name == "n" for probe in probes)
    return Cost(
        requests=len(probes) + 1,
        input_tokens=_rounded(sum(_input_tokens(probe) for probe in probes)),
        output_tokens=_rounded(answers * _SHORT_ANSWER),
        most_output_tokens=answers * LIMIT,
    )


def _input_tokens(probe: Probe) -> int:
    text = json.dumps({name: probe.sends.get(name) for name in ("messages", "tools")})
    image = _image_url(probe.sends["messages"])
    return (len(text) - len(image)) // _CHARACTERS_PER_TOKEN + (_IMAGE_TOKENS if image else 0)


def _image_url(messages: Json) -> str:
    text = json.dumps(messages)
    start = text.find("data:image")
    return text[start : text.index('"', start)] if start >= 0 else ""


def _rounded(tokens: int) -> int:
    return -(-tokens // 100) * 100
