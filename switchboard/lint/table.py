"""Every rule, in one table."""

from switchboard.lint.rule import Rule
from switchboard.lint.rules import (
    anthropic,
    anthropic_strict,
    everybody,
    gemini,
    gemini_keywords,
    llama_cpp,
    mcp,
    mistral,
    openai,
    openai_keywords,
    openai_shape,
    openai_sizes,
    other_gateways,
    parameter_wording,
    wording,
)

RULES: tuple[Rule, ...] = (
    *everybody.RULES,
    *openai.RULES,
    *openai_shape.RULES,
    *openai_keywords.RULES,
    *openai_sizes.RULES,
    *other_gateways.RULES,
    *anthropic.RULES,
    *anthropic_strict.RULES,
    *gemini.RULES,
    *gemini_keywords.RULES,
    *mistral.RULES,
    *mcp.RULES,
    *llama_cpp.RULES,
    *wording.RULES,
    *parameter_wording.RULES,
)
"""One row each. Ids are those of the providers' rules as we keep them; where one rule has halves
that are mended differently, each half is a row and the second has a longer id."""
