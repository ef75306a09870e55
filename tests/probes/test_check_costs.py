"""A check costs no more than was announced."""

import pytest
from checking import outcome_of, plan, verdicts
from scripted_exchange import Reply
from scripted_replies import error_json

from switchboard.gateway import Gateway
from switchboard.probes import TITLES, Plan, cost_of


def test_everything_is_asked_in_as_many_requests_as_were_announced(scripted):
    outcome = outcome_of(plan(scripted))

    assert set(verdicts(outcome)) == set(TITLES)
    assert len(scripted.requests) == cost_of().requests == 17
    assert outcome.ended_because == ""


def test_a_check_costs_no_more_than_was_announced(scripted):
    outcome_of(plan(scripted))

    sent = [request.json for request in scripted.requests if request.body]
    assert sum(body["max_tokens"] * body.get("n", 1) for body in sent) == 17_000
    assert cost_of().allowed_output_tokens == cost_of().most_output_tokens == 17_000
    assert 1_000 < cost_of().input_tokens < 4_000


def test_a_check_of_a_busy_gateway_costs_no_more_than_was_announced(scripted):
    seen = []

    def busy(request):
        if not request.body:
            return Reply(error_json("Nothing here."), status=404)
        if request.body not in seen:
            seen.append(request.body)
            return Reply(error_json("Busy."), status=503, headers={"retry-after-ms": "1"})
        if "max_tokens" in request.json:
            return Reply(error_json("No 'max_tokens'.", param="max_tokens"), status=400)
        return None

    scripted.answer_with(busy)
    gateway = Gateway("S", f"{scripted.base_url}?api-version=2024", max_retries=1)

    found = verdicts(outcome_of(Plan(gateway, "scripted-1")))

    cost = cost_of(max_retries=1)
    answers = sum(request.json.get("n", 1) for request in scripted.requests if request.body)
    assert set(found) == set(TITLES)
    assert len(scripted.requests) == cost.most_requests == 36
    assert 1_000 * (answers - 1) == cost.most_output_tokens == 35_000  # One was refused.


@pytest.mark.parametrize(
    ("max_retries", "requests", "tokens"), [(0, 19, 17_000), (2, 53, 53_000), (-1, 19, 17_000)]
)
def test_the_most_a_check_may_cost_counts_every_try(max_retries, requests, tokens):
    cost = cost_of(max_retries=max_retries)

    assert (cost.most_requests, cost.most_output_tokens) == (requests, tokens)
    assert cost.requests == 17
