"""A check: what ends it early, what it gets over, and who counts as let in."""

import pytest
from checking import outcome_of, plan, verdicts
from scripted_replies import error_json, models_json

from switchboard.gateway import profile_for
from switchboard.gateway_records import GatewayRecord
from switchboard.probes import with_outcome

URL = "https://gateway.example/v1"


def test_a_gateway_that_is_down_is_asked_once(scripted):
    scripted.close()

    outcome = outcome_of(plan(scripted))

    assert verdicts(outcome) == {"reachable": "no"}
    assert outcome.ended_because == "The gateway cannot be reached, so nothing more was asked."


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_that_is_refused_ends_the_check(scripted, status):
    scripted.reply(error_json("Incorrect API key provided."), status=status)

    outcome = outcome_of(plan(scripted))

    assert verdicts(outcome) == {"reachable": "yes", "models": "yes", "key": "no", "answer": "odd"}
    assert (
        outcome.ended_because == "The first question was not answered, so nothing more was asked."
    )
    assert len(scripted.requests) == 2


def test_a_gateway_without_a_list_of_models_is_asked_all_the_same(scripted):
    scripted.reply(error_json("Nothing here."), status=404, path="/v1/models")

    found = verdicts(outcome_of(plan(scripted)))

    assert (found["reachable"], found["models"], found["answer"]) == ("yes", "no", "yes")


@pytest.mark.parametrize("names", [(), ("another",)])
def test_a_model_that_is_not_listed_is_odd(scripted, names):
    scripted.reply(models_json(*names), path="/v1/models")

    assert verdicts(outcome_of(plan(scripted)))["models"] == "odd"


def test_the_other_token_limit_is_tried_when_one_is_refused_and_that_is_learnt(scripted):
    says = "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."
    scripted.reply(error_json(says, param="max_tokens"), status=400)

    outcome = outcome_of(plan(scripted))
    record = with_outcome(GatewayRecord(URL), outcome)

    assert verdicts(outcome)["answer"] == "yes"
    assert "max_completion_tokens" in scripted.requests[-1].json
    assert [one.field for one in record.learnt] == ["max_tokens"]
    profile = profile_for(URL, "scripted-1", record)
    assert profile.token_limit_field == "max_completion_tokens"


@pytest.mark.parametrize(
    ("status", "verdict"), [(400, "yes"), (402, "yes"), (404, "yes"), (429, "yes"), (500, "odd")]
)
def test_whoever_is_refused_for_another_reason_has_been_let_in(scripted, status, verdict):
    scripted.reply(error_json("No."), status=status)

    assert verdicts(outcome_of(plan(scripted)))["key"] == verdict
