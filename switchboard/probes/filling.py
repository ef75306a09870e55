"""What a check found, taken into what is kept of the gateway."""

from collections.abc import Sequence
from dataclasses import replace

from switchboard.gateway_records import Finding, GatewayRecord, Learnt
from switchboard.probes.catalogue import CATALOGUE
from switchboard.probes.outcome import CheckOutcome
from switchboard.probes.probe import Probe

# A "no" to one of several forms does not rule the field out.
_NEEDS_ALL = frozenset({"tool_choice", "response_format"})
_ALSO = {"logprobs": ("logprobs", "top_logprobs")}


def with_outcome(record: GatewayRecord, outcome: CheckOutcome) -> GatewayRecord:
    """The record with what was found in the place of what was found before of the same model.

    What was refused is learnt, what is no longer refused is forgotten.
    """
    findings = outcome.findings
    asked = {(finding.probe, finding.model) for finding in findings}
    older = [one for one in record.findings if (one.probe, one.model) not in asked]
    kept = _still_true(record.learnt, findings)
    known = {(one.field, one.model) for one in kept}
    found = [*([outcome.limit] if outcome.limit else []), *_learnt(findings)]
    new = [one for one in found if (one.field, one.model) not in known]
    return replace(record, findings=(*older, *findings), learnt=(*kept, *new))


def _learnt(findings: Sequence[Finding]) -> list[Learnt]:
    refused = {finding.probe: finding for finding in findings if finding.verdict == "no"}
    learnt: list[Learnt] = []
    for field in dict.fromkeys(probe.field for probe in CATALOGUE if probe.field):
        of_field = [probe.name for probe in _probes_of(field)]
        if field in _NEEDS_ALL and not all(name in refused for name in of_field):
            continue
        first = next((refused[name] for name in of_field if name in refused), None)
        if first:
            names = _ALSO.get(field, (field,))
            learnt += [Learnt(name, first.model, first.says, first.at) for name in names]
    return learnt


def _still_true(learnt: Sequence[Learnt], findings: Sequence[Finding]) -> list[Learnt]:
    accepted = {
        (name, finding.model)
        for finding in findings
        if finding.verdict == "yes"
        for probe in CATALOGUE
        if probe.name == finding.probe
        for name in _ALSO.get(probe.field, (probe.field,))
        if f'"{name}"' in finding.request
    }
    return [one for one in learnt if (one.field, one.model) not in accepted]


def _probes_of(field: str) -> list[Probe]:
    return [probe for probe in CATALOGUE if probe.field == field]
