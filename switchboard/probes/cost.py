"""What a check costs, before it starts."""

import json
from dataclasses import dataclass

from switchboard.probes.catalogue import CATALOGUE
from switchboard.probes.probe import LIMIT, Probe
from switchboard.wire import Json

_CHARACTERS_PER_TOKEN = 4
_IMAGE_TOKENS = 250
"""About what vision models count for a small image (85 to 260 on the larger services)."""

_LISTINGS = 2
"""The places where a list of models is looked for, each asked once."""

_SHORT_ANSWER = 30
"""Tokens of an answer to these questions by a model that does not reason first."""


@dataclass(frozen=True, slots=True)
class Cost:
    """An estimate, in tokens."""

    requests: int
    """When each is sent once. The list of models is one, and costs no tokens."""

    most_requests: int
    """With the list looked for elsewhere, the other token limit, and every try there may be."""

    input_tokens: int
    output_tokens: int
    """Of a model that does not reason."""

    allowed_output_tokens: int
    """What the requests allow when each is sent once."""

    most_output_tokens: int
    """What they allow with every try: an answer may be lost on the way and counted all the same."""


def cost_of(probes: tuple[Probe, ...] = CATALOGUE, *, max_retries: int = 0) -> Cost:
    """About what these probes cost; ``max_retries`` as in ``Gateway``."""
    answers = len(probes) + sum(probe.name == "n" for probe in probes)
    tries = max(max_retries, 0) + 1
    return Cost(
        requests=len(probes) + 1,
        most_requests=(len(probes) + 1) * tries + _LISTINGS,
        input_tokens=_rounded(sum(_input_tokens(probe) for probe in probes)),
        output_tokens=_rounded(answers * _SHORT_ANSWER),
        allowed_output_tokens=answers * LIMIT,
        # The first question with the token limit that is then refused: of its tries only those
        # before the refusal can have cost anything.
        most_output_tokens=(answers * tries + tries - 1) * LIMIT,
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
