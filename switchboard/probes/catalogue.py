"""Every probe in the order in which they are sent and shown."""

from switchboard.probes import calling, forming, speaking

CATALOGUE = (
    speaking.ANSWER,
    speaking.STREAMING,
    speaking.USAGE,
    calling.TOOL,
    calling.PARALLEL,
    *calling.CHOICES,
    calling.STRICT,
    forming.JSON_OBJECT,
    forming.JSON_SCHEMA,
    forming.IMAGE,
    forming.N,
    forming.LOGPROBS,
)
"""The probes that ask a model. The first must be answered, or the others would fail like it."""

TITLES = {
    "reachable": "Reachable",
    "models": "Models listed",
    "key": "Key accepted",
    **{probe.name: probe.title for probe in CATALOGUE},
}
"""What each finding is called on the screen, in the order of the check."""
