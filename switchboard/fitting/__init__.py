"""A tool's definition brought to what a provider asks for, change by change.

``fit(tool, goal)`` names every change and what it means; ``Fitting.after`` makes them all, or those
that were taken. Sources: OpenAI's guide to structured outputs; openai 3.54
``lib/_pydantic.py:_ensure_strict_json_schema``; google-genai 3.4 ``types.Schema``.
"""

from switchboard.fitting.change import Change
from switchboard.fitting.fitting import Fitting, fit
from switchboard.fitting.goals import GOALS, Goal
from switchboard.fitting.undoing import as_before

__all__ = ["GOALS", "Change", "Fitting", "Goal", "as_before", "fit"]
