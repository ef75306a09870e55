"""What a tool might be given and might answer, for whoever has no tool, or no model, at hand."""

from switchboard.simulate.invalid import InvalidSample, invalid_samples
from switchboard.simulate.plausible import plausible_result
from switchboard.simulate.samples import sample
from switchboard.simulate.seeded import seeded_sample

__all__ = ["InvalidSample", "invalid_samples", "plausible_result", "sample", "seeded_sample"]
