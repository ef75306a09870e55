"""Probes: small requests that show what a gateway and a model accept, sent only when asked for."""

from switchboard.probes.asking import Plan
from switchboard.probes.catalogue import CATALOGUE, TITLES
from switchboard.probes.check import Check
from switchboard.probes.checks import Checks
from switchboard.probes.cost import Cost, cost_of
from switchboard.probes.filling import with_outcome
from switchboard.probes.outcome import CheckOutcome
from switchboard.probes.probe import Judgement, Probe, body_of, judged
from switchboard.probes.seen import Seen, send
from switchboard.probes.tool_tokens import CountedTokens, TokenCount

__all__ = [
    "CATALOGUE",
    "TITLES",
    "Check",
    "CheckOutcome",
    "Checks",
    "Cost",
    "CountedTokens",
    "Judgement",
    "Plan",
    "Probe",
    "Seen",
    "TokenCount",
    "body_of",
    "cost_of",
    "judged",
    "send",
    "with_outcome",
]
