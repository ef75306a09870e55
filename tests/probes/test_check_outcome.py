"""What a gateway's record learns from a check."""

import pytest

from switchboard.gateway import profile_for
from switchboard.gateway_records import Finding, GatewayRecord, Learnt
from switchboard.probes import CheckOutcome, with_outcome
from tests.store.records import NOON

URL = "https://gateway.example/v1"


def finding(probe, verdict, model="m", request='{"n": 2}') -> Finding:
    return Finding(probe, verdict, "Told.", model, NOON, request=request)


def fields(record) -> list[str]:
    return [one.field for one in record.learnt]


@pytest.mark.parametrize(
    ("refused", "learnt"),
    [
        (["n"], ["n"]),
        (["streaming"], ["stream"]),
        (["usage"], ["stream_options"]),
        (["strict"], ["strict"]),
        (["image"], ["image_url"]),
        (["logprobs"], ["logprobs", "top_logprobs"]),
        (["parallel"], ["parallel_tool_calls"]),
        (["tool", "answer", "reachable", "models", "key"], []),
        (["choice-allowed", "choice-required"], []),
        (
            ["choice-none", "choice-auto", "choice-required", "choice-named", "choice-allowed"],
            ["tool_choice"],
        ),
        (["json-schema"], []),
        (["json-object", "json-schema"], ["response_format"]),
    ],
)
def test_what_is_refused_is_learnt_a_field_only_when_every_form_of_it_is(refused, learnt):
    outcome = CheckOutcome(tuple(finding(name, "no") for name in refused))

    assert fields(with_outcome(GatewayRecord(URL), outcome)) == learnt


def test_what_is_only_odd_is_not_learnt():
    assert fields(with_outcome(GatewayRecord(URL), CheckOutcome((finding("n", "odd"),)))) == []


def test_what_is_accepted_again_is_forgotten_of_this_model_only():
    record = GatewayRecord(
        URL,
        learnt=tuple(
            Learnt(field, model, "No.", NOON)
            for field, model in (("n", "m"), ("n", "other"), ("temperature", "m"))
        ),
    )

    after = with_outcome(record, CheckOutcome((finding("n", "yes"),)))

    assert [(one.field, one.model) for one in after.learnt] == [
        ("n", "other"),
        ("temperature", "m"),
    ]


def test_a_yes_without_the_field_does_not_clear_it():
    record = GatewayRecord(URL, learnt=(Learnt("parallel_tool_calls", "m", "No.", NOON),))

    after = with_outcome(record, CheckOutcome((finding("parallel", "yes", request="{}"),)))

    assert fields(after) == ["parallel_tool_calls"]


def test_findings_take_the_place_of_older_ones_of_their_model():
    old = (finding("n", "no"), finding("n", "no", model="other"), finding("tool", "yes"))

    after = with_outcome(GatewayRecord(URL, findings=old), CheckOutcome((finding("n", "yes"),)))

    assert [(one.probe, one.model, one.verdict) for one in after.findings] == [
        ("n", "other", "no"),
        ("tool", "m", "yes"),
        ("n", "m", "yes"),
    ]


def test_a_model_that_takes_no_images_is_offered_none():
    record = with_outcome(GatewayRecord(URL), CheckOutcome((finding("image", "no"),)))

    assert "image_url" not in profile_for(URL, "m", record).parts
    assert "image_url" in profile_for(URL, "another", record).parts
