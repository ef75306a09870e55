"""Log probabilities: well formed, and made up from the text, since no model weighed it."""

import hashlib
from collections.abc import Sequence

from switchboard.wire import Json, JsonObject

_RIVALS = (" the", " a", ",", ".", " and", " is", " of", " to", " in", "\n")


def logprobs_of(tokens: Sequence[str], top: int | None) -> JsonObject | None:
    """The ``logprobs`` of a choice; ``None`` when none were asked for or there is no text."""
    if top is None or not tokens:
        return None
    return {"content": [_entry(token, top) for token in tokens], "refusal": None}


def _entry(token: str, top: int) -> Json:
    likelihood = _likelihood(token)
    chosen: JsonObject = {"token": token, "logprob": likelihood, "bytes": _bytes(token)}
    return {**chosen, "top_logprobs": [chosen, *_rivals(token, likelihood, top - 1)][:top]}


def _rivals(token: str, likelihood: float, count: int) -> list[Json]:
    """The tokens said to have been less likely, most likely first."""
    others = [rival for rival in _alternatives() if rival != token][: max(0, count)]
    return [
        {"token": rival, "logprob": round(likelihood - 2 - rank, 4), "bytes": _bytes(rival)}
        for rank, rival in enumerate(others)
    ]


def _alternatives() -> list[str]:
    # 20 may be asked for: the common words, then the same without their blank or in capitals.
    return [*_RIVALS, *(rival.strip().title() or "\t" for rival in _RIVALS), ";", ":"]


def _likelihood(token: str) -> float:
    """Between -0.5 and 0, the same for the same token."""
    return -round(hashlib.sha256(token.encode()).digest()[0] / 512, 4)


def _bytes(token: str) -> list[Json]:
    return list(token.encode())
