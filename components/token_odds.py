"""How probable a model held each token it wrote, read from a choice's ``logprobs``.

Source: OpenAI's API reference, chat completions: ``content`` and ``refusal`` are lists of
``{token, logprob, bytes, top_logprobs}``. Together and older gateways give two lists side by side,
``tokens`` and ``token_logprobs``. What is of another form is left out.
"""

import math
from dataclasses import dataclass

from components.plain import showable
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class TokenOdds:
    """A token and what else might have stood in its place."""

    text: str
    probability: float | None
    """0 to 1; ``None`` when the gateway gave none."""

    alternatives: tuple[tuple[str, float | None], ...] = ()
    """Likely tokens in its place, the token itself usually among them, likeliest first."""


def token_odds(logprobs: JsonObject) -> tuple[TokenOdds, ...]:
    """Every token in its order; empty when the gateway said nothing that can be read."""
    for name in ("content", "refusal"):
        if rows := _dicts(logprobs.get(name)):
            return tuple(_token(row) for row in rows)
    tokens, odds = logprobs.get("tokens"), logprobs.get("token_logprobs")
    if isinstance(tokens, list) and isinstance(odds, list):
        return tuple(
            TokenOdds(_text(token), _probability(logprob))
            for token, logprob in zip(tokens, odds, strict=False)
        )
    return ()


def _token(row: JsonObject) -> TokenOdds:
    alternatives = [
        (_text(other.get("token")), _probability(other.get("logprob")))
        for other in _dicts(row.get("top_logprobs"))
    ]
    alternatives.sort(key=lambda one: -1 if one[1] is None else one[1], reverse=True)
    return TokenOdds(_text(row.get("token")), _probability(row.get("logprob")), tuple(alternatives))


def _dicts(value: Json) -> list[JsonObject]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(token: Json) -> str:
    return showable(token) if isinstance(token, str) else ""


def _probability(logprob: Json) -> float | None:
    if isinstance(logprob, bool) or not isinstance(logprob, int | float) or math.isnan(logprob):
        return None
    # Some gateways round upwards, to a little more than certain.
    return math.exp(min(logprob, 0.0))
