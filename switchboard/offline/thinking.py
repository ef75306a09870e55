"""How long the reasoner thinks: a number of tokens, and nothing behind them."""

from collections.abc import Mapping

from switchboard.offline.asking import Ask

_TOKENS: Mapping[str, int] = {"low": 64, "medium": 128, "high": 320}

# A long conversation is thought about longer, up to this many tokens more.
_MOST_FOR_PROMPT = 256


def reasoning_tokens(ask: Ask, prompt_tokens: int) -> int:
    """The reasoning tokens of an answer; zero for a model that doesn't reason."""
    if not ask.model.reasons:
        return 0
    return _TOKENS[ask.effort] + min(prompt_tokens // 4, _MOST_FOR_PROMPT)
