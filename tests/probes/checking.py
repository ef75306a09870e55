"""Checks, from their plan to their end."""

from switchboard.gateway import Gateway
from switchboard.probes import Check, CheckOutcome, Plan


def plan(scripted, **more) -> Plan:
    """To check the scripted gateway, asking everything once."""
    return Plan(Gateway("S", scripted.base_url, max_retries=0), "scripted-1", **more)


def outcome_of(asked: Plan) -> CheckOutcome:
    """Of a check that is waited for."""
    check = Check(asked, save=lambda _: None)
    check.start()
    assert check.wait(60)
    return check.outcome


def verdicts(outcome: CheckOutcome) -> dict[str, str]:
    """What was found, by the probe's name."""
    return {finding.probe: finding.verdict for finding in outcome.findings}
