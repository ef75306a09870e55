"""The result a tool might give, for whoever has no tool at hand."""

from switchboard.simulate.plausible import plausible_result

__all__ = ["plausible_result"]
