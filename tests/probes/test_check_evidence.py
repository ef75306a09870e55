"""What a check keeps of each request and reply, as evidence."""

import json

from checking import outcome_of, plan
from scripted_exchange import Reply
from scripted_replies import completion_json, error_json, models_json

from switchboard.gateway import ApiKey, Gateway
from switchboard.probes import Plan

SECRET = "sk-very-secret-0123456789"


def test_no_key_is_in_what_is_kept(scripted):
    echo = Reply(completion_json(f"Your key is {SECRET}"))
    scripted.answer_with(lambda request: echo if request.body else None)
    gateway = Gateway("S", scripted.base_url, ApiKey(SECRET))

    outcome = outcome_of(Plan(gateway, "scripted-1"))

    assert scripted.requests[0].headers["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in repr(outcome)


def test_evidence_is_kept_and_a_long_reply_is_cut(scripted):
    scripted.reply(completion_json("x" * 100_000))

    found = {one.probe: one for one in outcome_of(plan(scripted)).findings}

    assert found["reachable"].request == f"GET {scripted.base_url}/models"
    assert '"max_tokens": 1000' in found["answer"].request
    assert len(found["answer"].reply) < 13_000
    assert found["answer"].reply.endswith("… (the rest is not kept)")


def test_the_request_for_the_models_is_shown_as_it_was_sent(scripted):
    base_url = f"{scripted.base_url}?api-version=2024"

    found = outcome_of(Plan(Gateway("S", base_url, max_retries=0), "scripted-1")).findings

    assert scripted.requests[0].path == "/v1/models?api-version=2024"
    assert found[0].request == f"GET {scripted.base_url}/models?api-version=2024"


def test_a_list_that_is_found_elsewhere_is_shown_with_where_it_was(scripted):
    scripted.reply(models_json("scripted-1"), path="/api/v1/models")
    scripted.reply(error_json("Nothing here."), status=404, path="/api/models")
    gateway = Gateway("S", scripted.root + "/api", max_retries=0)

    found = outcome_of(Plan(gateway, "scripted-1")).findings

    assert found[0].request == f"GET {scripted.root}/api/v1/models"


def test_the_reply_to_the_models_is_shown_as_it_came_without_the_key_and_cut(scripted):
    body = json.dumps({"data": [{"id": "scripted-1", "owned_by": SECRET}], "x": "y" * 20_000})
    scripted.reply(body, path="/v1/models")
    gateway = Gateway("S", scripted.base_url, ApiKey(SECRET), max_retries=0)

    models = outcome_of(Plan(gateway, "scripted-1")).findings[1]

    assert models.verdict == "yes"
    assert models.reply.startswith('{"data": [{"id": "scripted-1", "owned_by": "')
    assert SECRET not in models.reply
    assert models.reply.endswith("… (the rest is not kept)")
    assert len(models.reply) < 13_000
