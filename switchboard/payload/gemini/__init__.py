"""JSON Schema brought down to the subset that Gemini's ``parameters`` know.

Sources: google-genai 3.4 ``types.Schema``; thClaws/thClaws#172; genspark-ai/genoffice#186;
mozilla-ai/any-llm#1094; cline/cline#7339.
"""

from switchboard.payload.gemini.lowering import Lowered, lowered

__all__ = ["Lowered", "lowered"]
